/// What statistics say in words that need no statistics to be read.
enum StatisticsWords {
  static let noClearDifference = "no clear difference"

  /// Such as `clearly higher, by between 5 and 33 percentage points`.
  static func clear(isHigher: Bool, _ low: Int, _ high: Int) -> String {
    let way = isHigher ? "clearly higher" : "clearly lower"
    if low == high { return "\(way), by about \(points(high))" }
    if low == 0 { return "\(way), by up to \(points(high))" }
    return "\(way), by between \(low) and \(points(high))"
  }

  /// How many differences were looked at, and what that asks of each.
  static func comparisons(_ made: Int, _ confidence: Confidence) -> String {
    let number = made == 1 ? "One difference was" : "\(made) differences were"
    let rule =
      "called clear only where its \(confidence.rawValue)% interval leaves out no difference"
    let reason = confidence == .ninetyNine ? ", since among so many some look clear by chance" : ""
    return made == 0
      ? "No differences could be looked at."
      : "\(number) looked at; each is \(rule)\(reason)."
  }

  static func several(of n: Int) -> String {
    "People could choose several answers or none. Percentages are of the \(n) who answered and need "
      + "not add up to 100."
  }

  static func rounded(to sum: Int) -> String {
    "Percentages are rounded to whole numbers, so they add up to \(sum)."
  }

  static let tooFew = "too few periods for limits so far"
  static let proportions =
    "The expected range is that of a p chart: chance alone keeps nearly all points within it."
  static let individuals =
    "The expected range is that of an XmR chart: while the points move as they have done, nearly "
    + "all stay within it. Steps of 3.267 times the mean step or more were left out of it."

  static func trial(_ points: Int) -> String {
    "It rests on \(points) points, fewer than 12, so its limits are on trial and will move; a figure "
      + "within them can still be clearly other than the one before."
  }

  /// That no rule found anything in the newest series, which starts with `first`; within limits on
  /// trial that is no proof of no change.
  static func nothingFound(since first: String, areTrial: Bool, points: Int) -> String {
    areTrial
      ? "within its trial limits, on \(points) points so far"
      : "no more change than chance explains since \(first)"
  }

  /// What a rule found in `period`; `isNow` is whether that is the newest there is.
  static func found(_ signal: Signal, isHigh: Bool, in period: String, isNow: Bool) -> String {
    let words =
      switch signal {
      case .outside: isHigh ? "higher in \(period)" : "lower in \(period)"
      case .run:
        "seven or more periods \(isHigh ? "above" : "below") the mean, up to \(period)"
      case .trend: "\(isHigh ? "rising" : "falling") seven periods running, up to \(period)"
      case .near: "twice near the \(isHigh ? "upper" : "lower") limit, last in \(period)"
      }
    let chance = signal == .outside ? " than chance alone explains" : ": more than chance explains"
    return words + chance + (isNow ? "" : "; no more since than chance explains")
  }

  static func points(_ number: Int) -> String {
    number == 1 ? "1 percentage point" : "\(number) percentage points"
  }
}
