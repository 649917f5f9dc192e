import SurveyCore

/// A group's measures over time: all in one table, and some in pictures.
struct Courses {
  let group: Audience.Group
  let material: Material
  let all: [OverTime]

  /// The quarters that the table has columns for, at most: a year and the same quarter before it.
  static let columns = 5

  /// The fewest points that make a picture.
  static let fewest = 3

  init(_ group: Audience.Group, _ material: Material) {
    (self.group, self.material) = (group, material)
    all = material.charted(group).compactMap { OverTime($0, material) }
  }

  /// Those with a picture, by rule: safety at school, which Appendix B wants as change over time;
  /// whether views were listened to; safety at home; what stands lowest; and what just moved by
  /// more than chance explains.
  var drawn: [OverTime] {
    let always = Set(["L1a", "L1b", "L7", "L8"])
    let lowest = all.filter { $0.points.last?.share != nil }
      .min { ($0.points.last?.share?.part ?? 0) < ($1.points.last?.share?.part ?? 0) }
    return all.filter { course in
      guard course.points.count(where: { $0.share != nil }) >= Self.fewest else { return false }
      return always.contains(material.definition(course.subject)?.twinCore ?? "")
        || course.subject == lowest?.subject || course.chart.isSignalNow
    }
  }

  func blocks(_ draft: inout Draft) -> [Block] {
    guard !all.isEmpty else { return [] }
    let quarters = material.quarters.suffix(Self.columns)
    let columns =
      [Table.Column.words(GlanceWords.measure)]
      + quarters.map { .numbers(PeriodWords.short(quarter: $0.first)) }
      + [.words(OverTimeWords.rulesSay)]
    let rows = all.map { course -> [Cell] in
      [.words(course.title)] + quarters.map { cell(course.subject, $0) }
        + [.words(course.chart.finding(label: OverTime.label))]
    }
    let table = draft.table(
      "\(group.part)-courses", OverTimeWords.every(group), columns, rows,
      notes: [OverTimeWords.rules, GlanceWords.ages].filter {
        $0 != GlanceWords.ages || group == .child
      })
    return [.table(table)] + drawn.flatMap { $0.blocks(&draft) }
  }

  private func cell(_ subject: Subject, _ quarter: Material.Quarter) -> Cell {
    guard let figure = quarter.survey(subject.survey)?.figure(subject) else {
      return .symbol(.unavailable)
    }
    return figure.cells[1]
  }
}
