import SurveyCore

/// The words of charts over time.
enum OverTimeWords {
  static let columns: [Table.Column] = [
    .words("Period"), .numbers(GlanceWords.people), .numbers(GlanceWords.favourable),
    .numbers("Mean"), .numbers("Lower"), .numbers("Upper"),
    .words(rulesSay),
  ]
  static let rules =
    "The rules are the four of NHS England's Making Data Count: a point outside the limits; seven "
    + "running on one side of the mean; seven running up or down; two of three near the same limit. "
    + "They say where to ask what happened, not whether it is good."

  static func title(_ title: String, isMonthly: Bool) -> String {
    "\(title), \(isMonthly ? "by month" : "by quarter")"
  }

  static let rulesSay = "What the rules say"

  /// What the rules say of one point.
  static func rule(_ point: Chart.Course.Point) -> String {
    if point.isBreak { return "what is asked changed: a new series" }
    if point.isSignal { return "more than chance explains" }
    return point.mean == nil ? "no limits so far" : "nothing beyond chance"
  }

  static func every(_ group: Audience.Group) -> String {
    "What \(group.people) said, quarter by quarter"
  }

  static func chart(
    _ title: String, _ points: [SeriesPoint], _ label: (SeriesPoint) -> String
  ) -> String {
    "\(title) in each period. "
      + points.map { point in
        "\(label(point)): \(point.share.map { "\($0.percentage)%" } ?? "withheld or none")"
      }.joined(separator: "; ") + "."
  }
}
