import SurveyCore

extension FigureSheet {
  /// The sheet as CSV (RFC 4180): UTF-8, one header row, one statistic a line.
  ///
  /// `count` of the statistic `answers` is n itself, of `favourable` those with a favourable
  /// answer, of `option` those who chose what `options` names. What is withheld is `[c]`.
  public var csv: String {
    let body = groups.flatMap { group in
      (group.questions + group.measures).flatMap { lines(of: $0, in: group) }
    }
    return ([Self.columns] + body).map(CSV.line).joined()
  }

  static let columns = [
    "survey", "period", "group", "level", "id", "title", "measure", "measure_title", "editions",
    "breakdown", "category", "statistic", "options", "count", "n", "percentage", "low", "high",
    "note",
  ]

  private func lines(of list: FigureList, in group: GroupFigures) -> [[String]] {
    list.figures.flatMap { figure in
      let start = [
        survey, period, group.group.rawValue, list.level.rawValue, list.id, list.title,
        list.measure ?? "", list.measureTitle ?? "",
        list.editions.map(String.init).joined(separator: " "),
        figure.category == nil ? "" : breakdown?.rawValue ?? "", figure.category ?? "",
      ]
      return statistics(figure).map { start + $0 + [figure.note] }
    }
  }

  private func statistics(_ figure: Figure) -> [[String]] {
    let n = figure.n.map(String.init) ?? Words.withheld
    var lines = [["answers", "", n, n, "", "", ""]]
    if figure.hasFavourable, figure.n != 0 {
      let share = figure.favourable
      lines.append(
        ["favourable", "", Self.count(share), n, Self.percentage(share)]
          + [share?.low ?? Words.withheld, share?.high ?? Words.withheld])
    }
    for answer in figure.answers {
      lines.append(
        ["option", answer.options.joined(separator: " | "), Self.count(answer.share), n]
          + [Self.percentage(answer.share), "", ""])
    }
    return lines
  }

  private static func count(_ share: Share?) -> String {
    share.map { String($0.count) } ?? Words.withheld
  }

  private static func percentage(_ share: Share?) -> String {
    share.map { String($0.percentage) } ?? Words.withheld
  }
}
