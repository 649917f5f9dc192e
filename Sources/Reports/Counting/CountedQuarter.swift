import SurveyCore

/// What a store holds of one survey and one quarter.
struct QuarterRead {
  let survey: String
  /// The first month.
  let quarter: Month
  /// All that were ever published, oldest first.
  let editions: [Edition]
  let counts: [Count]
  /// Of any survey.
  var turnouts: [Turnout] = []
}

/// One survey in one quarter, counted and protected.
struct CountedQuarter {
  let survey: String
  let title: String
  let quarter: Month
  /// Those that were out by its end, oldest first.
  let editions: [Edition]
  let groups: [ProtectedGroup]
  /// Group by group; of a history there are none.
  let attendances: [Attendance]
  private let measures: [String: Measure]
  private let rule: Rule

  /// Nil when the survey was never published.
  init?(_ read: QuarterRead, _ rule: Rule, for parts: SurveySheets.Parts = .everything) {
    guard let newest = read.editions.last else { return nil }
    let end = read.quarter.adding(2)
    let editions = read.editions.filter { $0.published.inMonth <= end }
    (survey, quarter, self.editions, self.rule) = (read.survey, read.quarter, editions, rule)
    title = newest.survey.title.words(in: .english)
    measures = Dictionary(
      newest.survey.measures.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    groups = Audience.Group.allCases
      .filter { group in editions.contains { $0.survey.groups.contains(group) } }
      .map { group in
        let census = Census(
          group, editions: editions, counts: read.counts, quarter: read.quarter, rule, for: parts)
        return ProtectedGroup(census, rule)
      }
    let ids = Set(editions.map(\.id))
    let turnouts = read.turnouts.filter { ids.contains($0.edition) }
    attendances = (parts == .everything ? groups : []).map {
      Attendance(of: $0.axes.audiences, counts: read.counts, turnouts: turnouts)
    }
  }

  /// The whole quarter.
  var period: Period { Period(quarter: quarter, month: nil) }

  func sheet(_ period: Period, by: Breakdown? = nil) -> FigureSheet {
    FigureSheet(
      survey: survey, title: title, period: period, breakdown: by,
      editions: editions.map(\.number),
      groups: groups.map {
        Tabulator(group: $0, measures: measures, period: period, by: by).figures()
      })
  }

  /// Who took part, group by group.
  func participation() -> [Participation] {
    zip(groups, attendances).map { group, attendance in
      let told = ProtectedAttendance(attendance, of: group, rule)
      let reach = reach(group, attendance, told)
      return Participation(
        group: group.group, responses: told.responses(of: Set(group.axes.audiences)),
        audiences: told.blocks.map {
          AudienceReach(audiences: $0.audiences, responses: $0.responses)
        }, questions: reach.questions,
        dropOut: DropOut(attendance.stopped, questions: questions(of: group), rule))
    }
  }

  func reach(
    _ group: ProtectedGroup, _ attendance: Attendance, _ told: ProtectedAttendance
  ) -> Reach {
    let ids = Dictionary(
      editions.map { ($0.number, $0.id) }, uniquingKeysWith: { one, _ in one })
    return Reach(group, told, editions: attendance.editions, ids: ids)
  }

  /// The ids of a group's questions, in the order of the newest edition that has them.
  func questions(of group: ProtectedGroup) -> [String] {
    var found: [String] = []
    for edition in editions.reversed() {
      for question in edition.survey.questions
      where !found.contains(question.id)
        && question.audiences.contains(where: group.axes.audiences.contains)
      {
        found.append(question.id)
      }
    }
    return found
  }
}
