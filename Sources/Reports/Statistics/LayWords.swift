/// A part of a whole as people say it.
private struct Fraction {
  let part: Double
  let words: String

  /// Near enough together that none is further than five points from any share.
  static let all = [
    Fraction(part: 0.02, words: "hardly any"), Fraction(part: 0.05, words: "one in twenty"),
    Fraction(part: 0.1, words: "one in ten"), Fraction(part: 0.2, words: "one in five"),
    Fraction(part: 0.25, words: "a quarter"), Fraction(part: 1.0 / 3, words: "a third"),
    Fraction(part: 0.4, words: "two in five"), Fraction(part: 0.5, words: "half"),
    Fraction(part: 0.6, words: "three in five"), Fraction(part: 2.0 / 3, words: "two thirds"),
    Fraction(part: 0.75, words: "three quarters"), Fraction(part: 0.8, words: "four in five"),
    Fraction(part: 0.9, words: "nine in ten"), Fraction(part: 0.96, words: "nearly all"),
  ]

  /// Whether the words are vague enough by themselves.
  var isVague: Bool { part < 0.05 || part > 0.9 }

  var about: String { isVague ? words : "about \(words)" }

  /// The fraction nearest to a part of 1; of two that are as near, the lower, however the middle
  /// was rounded on the way.
  static func nearest(_ part: Double) -> Fraction? {
    all.min { abs($0.part - part) + 1e-9 < abs($1.part - part) }
  }
}

extension Share {
  /// Such as `about three quarters`, `nearly nine in ten` or `more than half`, to stand beside the
  /// percentage and never in its place.
  var words: String {
    if count == 0 { return "none" }
    if count == n { return "all" }
    guard let near = Fraction.nearest(part) else { return "" }
    let gap = part - near.part
    if near.isVague { return near.words }
    if abs(gap) <= 0.015 { return "about \(near.words)" }
    return gap > 0 ? "more than \(near.words)" : "nearly \(near.words)"
  }
}

extension Interval {
  /// Where the share may be had more people been asked, such as `between about half and nearly all`.
  /// Each end is said by the fraction nearest to it.
  var words: String {
    guard let least = Fraction.nearest(low), let most = Fraction.nearest(high) else { return "" }
    switch (low == 0, high == 1) {
    case (true, true): return "anything from none to all"
    case (true, false): return most.isVague ? most.words : "at most \(most.about)"
    case (false, true): return least.isVague ? least.words : "at least \(least.about)"
    case (false, false):
      if least.words == most.words { return least.about }
      // One "about" is enough for both.
      return "between \(least.about) and \(least.isVague ? most.about : most.words)"
    }
  }
}

extension Difference {
  /// Such as `no clear difference`, or `clearly higher, by between 5 and 33 percentage points`:
  /// of the first beside the second.
  var words: String {
    guard isClear else { return StatisticsWords.noClearDifference }
    let ends = [low, high].map { Int((abs($0) * 100).rounded()) }.sorted()
    return StatisticsWords.clear(isHigher: low > 0, ends[0], ends[1])
  }
}

extension Comparisons {
  /// How many were made and what each had to show.
  var words: String { StatisticsWords.comparisons(number, confidence) }
}

extension ResponseRate {
  /// Such as `51 to 53% of 120`.
  var words: String {
    switch self {
    case .rate(_, let counted, let base):
      percentages.map { range in
        let share = AnsweredWords.range(range)
        return "\(share)% of \(counted)\(base == .delivered ? " delivered" : "")"
      } ?? Symbol.confidential.rawValue
    case .unknown: AnsweredWords.notKnown
    case .withheld: Symbol.confidential.rawValue
    case .impossible(_, let counted): "more than the \(counted) asked"
    }
  }
}

extension Representation.Finding {
  var words: String {
    switch self {
    case .asExpected: "about as many as expected"
    case .few: "fewer than expected"
    case .many: "more than expected"
    case .hardlyAnybody: "nobody, or too few to say"
    case .unknown: "not known"
    }
  }
}
