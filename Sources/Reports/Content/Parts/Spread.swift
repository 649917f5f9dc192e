import SurveyCore

/// How answers were spread, for measures whose questions have the same answers.
struct Spread {
  /// One question of one audience, and what may be told of its answers.
  struct Row {
    let survey: String
    let question: String
    let label: String
    let figure: Figure
    /// The words of each answer; of several told as one, joined.
    let answers: [String]
  }

  let audience: Audience
  let rows: [Row]

  var answers: [String] { rows.first?.answers ?? [] }

  /// The spreads of some measures, by audience and by answers, in the order they are asked. One
  /// question by itself makes no picture: `FullAnswers` has it.
  static func all(_ subjects: [Subject], _ material: Material) -> [Spread] {
    var spreads: [(key: [String], audience: Audience, rows: [Row])] = []
    for subject in subjects {
      guard let sheets = material.sheets(subject) else { continue }
      for (audience, row) in rows(subject, sheets) {
        let key = [audience.id, subject.survey] + row.answers
        if let index = spreads.firstIndex(where: { $0.key == key }) {
          spreads[index].rows.append(row)
        } else {
          spreads.append((key, audience, [row]))
        }
      }
    }
    return spreads.filter { $0.rows.count > 1 }.map { Spread(audience: $0.audience, rows: $0.rows) }
  }

  /// A measure's questions for each audience; only those whose answers may be told.
  private static func rows(_ subject: Subject, _ sheets: SurveySheets) -> [(Audience, Row)] {
    let lists = sheets.sheet.groups.first { $0.group == subject.group }?.questions ?? []
    let mine = lists.filter { $0.measure == subject.measure }
    return mine.flatMap { list -> [(Audience, Row)] in
      guard let question = sheets.question(list), let survey = sheets.editions.last?.survey else {
        return []
      }
      return survey.asked(question, in: subject.group).compactMap { audience in
        guard let figure = sheets.figure(list, of: audience, in: subject.group),
          figure.answers.contains(where: { $0.share != nil })
        else { return nil }
        let answers = figure.answers.map { answer in
          answer.options.map { question.words(of: $0, for: audience.id) }
            .joined(separator: ChoicesWords.or)
        }
        return (
          audience,
          Row(
            survey: subject.survey, question: list.id, label: sheets.title(subject), figure: figure,
            answers: answers)
        )
      }
    }
  }

  func blocks(_ id: String, of group: Audience.Group, isOnly: Bool, _ draft: inout Draft) -> [Block]
  {
    let columns =
      [Table.Column.words(GlanceWords.measure), .numbers(GlanceWords.people)]
      + answers.map { .numbers($0) }
    let cells = rows.map { row in
      [.words(row.label), Cell.told(people: row.figure.n)]
        + row.figure.answers.map { .told($0.share) }
    }
    let who = isOnly ? group.people : audience.title.words(in: .english)
    let sums = rows.compactMap { Rounding.note($0.figure.answers.compactMap(\.share)) }
    let table = draft.table(
      id, SpreadWords.title(who), columns, cells,
      notes: (sums.isEmpty ? [] : [SpreadWords.rounding])
        + (answers.contains { $0.contains(ChoicesWords.or) } ? [SpreadWords.merged] : []))
    let bars = rows.map { row in
      let shares = row.figure.answers.compactMap { $0.share?.percentage }
      return Chart.Bars(
        label: row.label, shares: shares.count == row.answers.count ? shares : nil)
    }
    let chart = Chart(
      title: SpreadWords.finding(who, rows, answers), words: SpreadWords.chart(bars, answers),
      picture: .spread(answers: answers, rows: bars))
    return [.chart(chart, table)]
  }
}

extension SurveySheets {
  /// A question's figure for one audience: everybody's where only that one is asked.
  func figure(_ list: FigureList, of audience: Audience, in group: Audience.Group) -> Figure? {
    let isOnly = editions.allSatisfy { edition in
      edition.survey.audiences.count { $0.group == group } <= 1
    }
    if isOnly { return list.everybody }
    return by[.audience]?.groups.first { $0.group == group }?
      .questions.first { $0.id == list.id }?.figure(in: audience.id)
  }
}

extension Question {
  /// The words of an answer as one audience is shown them; the ends of a line with what they say.
  func words(of value: String, for audience: String) -> String {
    let options = options(for: audience)
    guard let option = options.first(where: { $0.value == value }) else { return value }
    let words = option.words.words(in: .english)
    guard kind == .scale, let ends = ends[audience] else { return words }
    if value == options.first?.value { return "\(words) (\(ends.low.words(in: .english)))" }
    if value == options.last?.value { return "\(words) (\(ends.high.words(in: .english)))" }
    return words
  }
}
