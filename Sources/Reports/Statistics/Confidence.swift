/// How often intervals made this way hold what they are about.
enum Confidence: Int, Sendable, Hashable, CaseIterable {
  case ninetyFive = 95
  case ninetyNine = 99

  /// The normal quantile: so many standard errors on either side leave out the rest of 100 %.
  var z: Double {
    switch self {
    case .ninetyFive: 1.959963984540054
    case .ninetyNine: 2.5758293035489004
    }
  }

  /// The most comparisons that may be made together at 95 %.
  static let mostAtNinetyFive = 10

  /// What each of so many comparisons made together needs: of twenty made at 95 % one would look
  /// clear by chance alone.
  init(comparisons: Int) {
    self = comparisons > Self.mostAtNinetyFive ? .ninetyNine : .ninetyFive
  }
}
