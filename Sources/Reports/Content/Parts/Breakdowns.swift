import SurveyCore

/// A group's measures by channel, by help and by place: each category beside all others together.
struct Breakdowns {
  /// All that were looked at together.
  let all: ComparedTable
  /// The rows of each breakdown that has any.
  let parts: [(breakdown: Breakdown, rows: Range<Int>)]

  /// Age groups are not among them: they are asked in other words, so they are shown but never set
  /// against each other.
  static let compared: [Breakdown] = [.channel, .helped, .place]

  init(_ group: Audience.Group, _ material: Material) {
    var rows: [Compared] = []
    var parts: [(breakdown: Breakdown, rows: Range<Int>)] = []
    for breakdown in Self.compared {
      let start = rows.count
      for subject in material.charted(group) where material.mayShow(subject, by: breakdown) {
        guard let sheets = material.sheets(subject), !sheets.countsAnswers(subject),
          let list = sheets.list(subject, by: breakdown)
        else { continue }
        rows += Self.rows(subject, list, breakdown, title: sheets.title(subject))
      }
      if rows.count > start { parts.append((breakdown, start..<rows.count)) }
    }
    (all, self.parts) = (ComparedTable(rows), parts)
  }

  private static func rows(
    _ subject: Subject, _ list: FigureList, _ breakdown: Breakdown, title: String
  ) -> [Compared] {
    guard let all = list.everybody?.favourable else { return [] }
    let told = list.categories.compactMap { figure in
      figure.favourable.map { (figure.category ?? "", $0) }
    }
    let rows = told.compactMap { category, share -> Compared? in
      // All minus one is what anybody can work out, so it is no more than is told; the tables are
      // protected against just that.
      guard let others = Share(all.count - share.count, of: all.n - share.n) else { return nil }
      return Compared(
        subject: subject, title: title, who: BreakdownWords.category(category, breakdown),
        category: category, beside: BreakdownWords.others, now: share, then: others)
    }
    // Of two, the one beside the other says it all.
    return rows.count == 2 && rows[0].then == rows[1].now ? [rows[0]] : rows
  }
}

extension Material {
  /// Whether a measure may be told by place. Safety in the area is not comparable between areas, and
  /// safety at school is for change over time only (Munro Review 2011, Appendix B, L1).
  func mayShow(_ subject: Subject, by breakdown: Breakdown) -> Bool {
    guard breakdown == .place else { return true }
    return !["L1b", "L1c"].contains(definition(subject)?.twinCore ?? "")
  }
}
