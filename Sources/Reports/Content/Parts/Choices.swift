import SurveyCore

/// A question that several answers may be given to, such as what gets in the way.
struct Choices {
  let group: Audience.Group
  let sheets: SurveySheets
  let list: FigureList
  let question: Question

  /// Every such question of a survey and group.
  static func all(_ group: Audience.Group, _ sheets: SurveySheets) -> [Choices] {
    let lists = sheets.sheet.groups.first { $0.group == group }?.questions ?? []
    return lists.compactMap { list in
      guard let question = sheets.question(list), question.kind == .choices else { return nil }
      return Choices(group: group, sheets: sheets, list: list, question: question)
    }
  }

  var id: String { "\(group.part)-\(sheets.survey)-\(anchor(list.id))" }
  var figure: Figure? { list.everybody }

  /// The answers that are told, as they were asked, from the one most chosen to the one least.
  var told: [(words: String, share: Share)] {
    (figure?.answers ?? []).compactMap { answer in
      answer.share.map { (answer.words.joined(separator: ChoicesWords.or), $0) }
    }.enumerated().sorted {
      ($1.element.1.count, $0.offset) < ($0.element.1.count, $1.offset)
    }.map(\.element)
  }

  func blocks(_ draft: inout Draft) -> [Block] {
    guard let figure, let n = figure.n, n > 0, !told.isEmpty else {
      return [.paragraph(ChoicesWords.nothing)]
    }
    let rows = figure.answers.map { answer -> [Cell] in
      [
        .words(answer.words.joined(separator: ChoicesWords.or)),
        .told(people: answer.share?.count), .told(answer.share),
        .told(tenths: answer.share?.interval.low), .told(tenths: answer.share?.interval.high),
      ]
    }
    let columns = [
      Table.Column.words(ChoicesWords.answer), .numbers(ChoicesWords.people),
      .numbers(ChoicesWords.percent), .numbers(GlanceWords.low), .numbers(GlanceWords.high),
    ]
    let table = draft.table(
      id, list.title, columns, rows,
      notes: [StatisticsWords.several(of: n), GlanceWords.interval])
    let bars = figure.answers.map { answer in
      Chart.Bar(
        label: answer.words.joined(separator: ChoicesWords.or), share: answer.share?.percentage,
        low: answer.share?.interval.low, high: answer.share?.interval.high)
    }
    let chart = Chart(
      title: ChoicesWords.finding(told), words: GlanceWords.chart(bars), picture: .bars(bars))
    return [.chart(chart, table)]
  }
}

extension SurveySheets {
  /// The question a list of figures is about, as the newest of its editions asks it.
  func question(_ list: FigureList) -> Question? {
    let numbers = Set(list.editions)
    // The id may have its editions after it, where they asked different things.
    let id = list.id.prefix { $0 != " " }
    return editions.last { numbers.contains($0.number) }?.survey.question(String(id))
  }
}
