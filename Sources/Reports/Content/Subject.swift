import SurveyCore

/// What one group was asked in one survey under one measure. Two groups never share a subject,
/// and neither do two surveys, since one person may have answered both.
struct Subject: Sendable, Hashable {
  let survey: String
  let group: Audience.Group
  let measure: String
}

extension SurveySheets {
  /// The subjects of a group, in the order they are asked.
  func subjects(of group: Audience.Group) -> [Subject] {
    (sheet.groups.first { $0.group == group }?.measures ?? []).map {
      Subject(survey: survey, group: group, measure: $0.id)
    }
  }

  /// What a measure is, as the newest edition defines it.
  func definition(_ subject: Subject) -> Measure? {
    editions.last { edition in edition.survey.measures.contains { $0.id == subject.measure } }?
      .survey.measures.first { $0.id == subject.measure }
  }

  func list(_ subject: Subject, by breakdown: Breakdown? = nil) -> FigureList? {
    sheet(by: breakdown)?.list(subject)
  }

  func sheet(by breakdown: Breakdown?) -> FigureSheet? { breakdown.map { by[$0] } ?? sheet }

  /// Everybody's figure.
  func figure(_ subject: Subject) -> Figure? { list(subject)?.everybody }

  /// The questions a subject is asked by, with the edition each is in.
  func questions(_ subject: Subject) -> [(edition: Edition, question: Question)] {
    let numbers = Set(list(subject)?.editions ?? [])
    return editions.filter { numbers.contains($0.number) }.flatMap { edition in
      edition.survey.questions.filter { $0.measure == subject.measure }
        .filter { !edition.survey.asked($0, in: subject.group).isEmpty }
        .map { (edition, $0) }
    }
  }

  /// Whether one person may stand in a measure's figure several times, since an edition asks it of
  /// somebody in several questions. Then it has no interval and is not compared.
  func countsAnswers(_ subject: Subject) -> Bool {
    let questions = questions(subject)
    return Set(questions.map(\.edition.number)).contains { number in
      let asked = questions.filter { $0.edition.number == number }.flatMap { edition, question in
        edition.survey.asked(question, in: subject.group).map(\.id)
      }
      return Set(asked).count < asked.count
    }
  }
}

extension Survey {
  /// The audiences of a group that a question is asked of, in the survey's order.
  func asked(_ question: Question, in group: Audience.Group) -> [Audience] {
    audiences.filter { $0.group == group && question.audiences.contains($0.id) }
  }
}

extension FigureSheet {
  func list(_ subject: Subject) -> FigureList? {
    groups.first { $0.group == subject.group }?.measures.first { $0.id == subject.measure }
  }
}

extension FigureList {
  var everybody: Figure? { figures.first { $0.category == nil } }

  func figure(in category: String?) -> Figure? {
    figures.first { $0.category == category && !$0.isRest }
  }

  /// The figures of a breakdown's categories, without everybody and without the rest.
  var categories: [Figure] { figures.filter { $0.category != nil && !$0.isRest } }
}
