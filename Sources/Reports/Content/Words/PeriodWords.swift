import SurveyCore

/// Periods as people say them.
enum PeriodWords {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `July to September 2026`, for the quarter that starts with `first`.
  static func quarter(_ first: Month) -> String {
    "\(name(first)) to \(name(first.adding(2))) \(first.adding(2).year)"
  }

  /// `Jul–Sep 2026`, for charts.
  static func short(quarter first: Month) -> String {
    "\(name(first).prefix(3))–\(name(first.adding(2)).prefix(3)) \(first.adding(2).year)"
  }

  /// `July 2026`.
  static func month(_ month: Month) -> String { "\(name(month)) \(month.year)" }

  /// `Jul 2026`, for charts.
  static func short(_ month: Month) -> String { "\(name(month).prefix(3)) \(month.year)" }

  private static func name(_ month: Month) -> String { months[month.month - 1] }
}
