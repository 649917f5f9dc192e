import SurveyCore

/// Ours beside what the Munro Review published, only where the words are the same.
struct MunroComparison {
  let sheets: SurveySheets
  private let audience: Audience

  /// Nil where the survey does not ask the audience whose words are Munro's.
  init?(_ sheets: SurveySheets) {
    guard let audience = sheets.editions.last?.survey.audience(Munro.audience) else { return nil }
    (self.sheets, self.audience) = (sheets, audience)
  }

  func blocks(_ draft: inout Draft) -> [Block] {
    let blocks = ways(&draft) + singles(&draft)
    return blocks.isEmpty ? [] : [.paragraph(MunroWords.about)] + blocks
  }

  /// Whether question 4 stands here, so that it need not stand by itself too.
  var showsWays: Bool { asksWays.flatMap { $0.1.n } ?? 0 > 0 }

  /// Question 4, where it was asked with Munro's answers in Munro's order.
  private var asksWays: (FigureList, Figure)? {
    guard let list = list(asking: Munro.ways), let figure = figure(list),
      figure.answers.map({ $0.words.first ?? "" }) == Munro.shares.map(\.words)
    else { return nil }
    return (list, figure)
  }

  /// Question 4 in full.
  private func ways(_ draft: inout Draft) -> [Block] {
    guard let (_, figure) = asksWays, let n = figure.n, n > 0 else { return [] }
    let pairs = zip(figure.answers, Munro.shares)
    let rows = pairs.map { answer, published -> [Cell] in
      [
        .words(published.words), .told(people: answer.share?.count), .told(answer.share),
        .told(tenths: answer.share?.interval.low), .told(tenths: answer.share?.interval.high),
        .percentage(published.share),
      ]
    }
    let table = draft.table(
      "children-munro-ways", MunroWords.ways(n), MunroWords.columns, rows,
      notes: [MunroWords.base, StatisticsWords.several(of: n), GlanceWords.interval])
    let bars = pairs.map { answer, published in
      Chart.Bar(
        label: published.words, share: answer.share?.percentage, low: answer.share?.interval.low,
        high: answer.share?.interval.high, beside: published.share)
    }
    let chart = Chart(
      title: MunroWords.finding(bars), words: MunroWords.chart(bars),
      picture: .bars(bars, beside: MunroWords.review))
    return [.chart(chart, table)]
  }

  /// The two figures that the press release gives.
  private func singles(_ draft: inout Draft) -> [Block] {
    let rows = Munro.published.compactMap { published -> [Cell]? in
      guard let list = list(asking: published.ask), let figure = figure(list),
        let share = share(published, list, figure)
      else { return nil }
      return [
        .words(published.words), .count(share.n), .told(share), .tenths(share.interval.low),
        .tenths(share.interval.high), .percentage(published.share), .words(published.source),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        draft.table(
          "children-munro-singles", MunroWords.singles, MunroWords.singleColumns, rows,
          notes: [MunroWords.base, MunroWords.caveat, GlanceWords.interval]))
    ]
  }

  /// The question asked in these very words of the audience, and not in other words by an edition
  /// before it.
  private func list(asking words: String) -> FigureList? {
    let lists = sheets.sheet.groups.first { $0.group == audience.group }?.questions ?? []
    return lists.first { list in
      let asked = sheets.editions.filter { list.editions.contains($0.number) }.map { edition in
        sheets.question(list).flatMap { edition.survey.question($0.id) }?
          .ask[audience.id]?.words(in: .english)
      }
      return !asked.isEmpty && asked.allSatisfy { $0 == words }
    }
  }

  private func figure(_ list: FigureList) -> Figure? {
    sheets.figure(list, of: audience, in: audience.group)
  }

  private func share(_ published: Munro.Published, _ list: FigureList, _ figure: Figure) -> Share? {
    switch published.counted {
    case .option(let value):
      return figure.answers.first { $0.options == [value] }?.share
    case .favourable:
      let options = sheets.question(list)?.options(for: audience.id) ?? []
      let good = options.filter { $0.favourable == true }.map { $0.words.words(in: .english) }
      return good == Munro.noticed ? figure.favourable : nil
    }
  }

  /// What was published beside what the groups of a report said; only children were asked.
  static func observations(of groups: [Audience.Group], _ material: Material) -> [Observation] {
    guard groups.contains(.child) else { return [] }
    return material.surveys(of: .child).compactMap(MunroComparison.init).flatMap {
      $0.observations(material)
    }
  }

  private func observations(_ material: Material) -> [Observation] {
    let ways = asksWays.map { list, figure in
      zip(figure.answers, Munro.shares).map { answer, published in
        observation(published.share, list, answer.options, Munro.review, material)
      }
    }
    let singles = Munro.published.compactMap { published -> Observation? in
      guard let list = list(asking: published.ask), let figure = figure(list),
        share(published, list, figure) != nil
      else { return nil }
      var options: [String] = []
      if case .option(let value) = published.counted { options = [value] }
      return observation(published.share, list, options, published.source, material)
    }
    return (showsWays ? ways ?? [] : []) + singles
  }

  private func observation(
    _ share: Int, _ list: FigureList, _ options: [String], _ source: String, _ material: Material
  ) -> Observation {
    material.observation(.published, .percentage(share)) {
      ($0.survey, $0.group) = (sheets.survey, audience.group.rawValue)
      ($0.measure, $0.question, $0.wording) = (list.measure ?? "", list.id, list.title)
      ($0.breakdown, $0.category) = ("audience", audience.id)
      $0.options = options.joined(separator: " | ")
      ($0.unit, $0.note) = (ObservationWords.percent, source)
    }
  }
}
