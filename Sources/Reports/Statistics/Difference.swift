/// How far one share lies above another, with the interval it plausibly lies in.
///
/// The interval is Newcombe's hybrid score interval: R. G. Newcombe, "Interval estimation for the
/// difference between independent proportions: comparison of eleven methods", Statistics in Medicine
/// 17 (1998), method 10. With d = p₁ − p₂ and l, u the ends of each share's Wilson interval:
/// d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²).
///
/// The two shares must be of different people: two age groups, two quarters. Never a part and the
/// whole it is in, and never two answers of the same people, such as two boxes ticked.
struct Difference: Sendable, Hashable {
  let first: Share
  let second: Share
  let confidence: Confidence
  /// From −1 to 1.
  let low: Double
  /// From −1 to 1.
  let high: Double

  init(_ first: Share, minus second: Share, at confidence: Confidence = .ninetyFive) {
    (self.first, self.second, self.confidence) = (first, second, confidence)
    let (one, other) = (Interval(first, at: confidence), Interval(second, at: confidence))
    let (p, q) = (first.part, second.part)
    low = p - q - Self.length(p - one.low, other.high - q)
    high = p - q + Self.length(one.high - p, q - other.low)
  }

  /// From −1 to 1.
  var value: Double { first.part - second.part }

  /// Whether the interval leaves out that there is no difference at all.
  var isClear: Bool { low > 0 || high < 0 }

  /// In tenths of a percentage point, from the shares as they are and not as they are rounded.
  var tenths: (value: Int, low: Int, high: Int) { (value.inTenths, low.inTenths, high.inTenths) }

  private static func length(_ one: Double, _ other: Double) -> Double {
    (one * one + other * other).squareRoot()
  }
}

/// Differences that are looked at together, as one table or one report does: the more there are, the
/// more each of them must show.
struct Comparisons: Sendable, Hashable {
  /// Fewer people than this on either side, and there is no comparison.
  static let fewest = 10

  let confidence: Confidence
  /// One for each pair, in order; nil where there is none to be made.
  let differences: [Difference?]

  /// Compares the first of each pair with the second; a pair is nil where one side is withheld.
  init(_ pairs: [(first: Share, second: Share)?]) {
    let fair = pairs.map { pair in
      pair.flatMap { min($0.first.n, $0.second.n) < Self.fewest ? nil : $0 }
    }
    let confidence = Confidence(comparisons: fair.count { $0 != nil })
    self.confidence = confidence
    differences = fair.map { pair in
      pair.map { Difference($0.first, minus: $0.second, at: confidence) }
    }
  }

  /// How many were made.
  var number: Int { differences.count { $0 != nil } }
}
