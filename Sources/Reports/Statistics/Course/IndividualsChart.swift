/// An XmR chart: limits from how far each point is from the one before.
///
/// Constants for ranges of two points as in NHS England's Making Data Count and NHSRplotthedots
/// (`ptd_spc_standard.R`): the limits are the mean ± 2.66 times the mean moving range, and moving
/// ranges of 3.267 times their mean or more are left out of it first, once. The NHS's own
/// spreadsheet does not leave them out, and so may draw wider limits.
struct IndividualsChart: Sendable, Hashable {
  /// Three standard deviations in mean moving ranges: 3 / 1.128.
  static let limit = 2.66
  /// What a moving range may be in mean moving ranges.
  static let screen = 3.267

  let mean: Double
  let movingRange: Double
  /// One for each value, in order; nil where the value is missing.
  let standings: [Standing?]

  /// A chart of the values in order, nil where one is missing; nil where no two follow each other.
  init?(_ values: [Double?], isScreened: Bool = true) {
    guard let movingRange = Self.movingRange(values, isScreened: isScreened) else { return nil }
    let told = values.compactMap(\.self)
    let mean = told.reduce(0, +) / Double(told.count)
    (self.mean, self.movingRange) = (mean, movingRange)
    standings = values.map { value in
      value.map { Standing(value: $0, mean: mean, reach: Self.limit * movingRange) }
    }
  }

  /// The mean moving range; nil where no two values follow each other. A gap has none: the step
  /// across it is of two periods or more.
  static func movingRange(_ values: [Double?], isScreened: Bool = true) -> Double? {
    let ranges = zip(values, values.dropFirst()).compactMap { one, next in
      one.flatMap { one in next.map { abs($0 - one) } }
    }
    guard let all = average(ranges) else { return nil }
    let kept = average(ranges.filter { $0 < screen * all }) ?? 0
    // Where all other points are the same, leaving out the one step would leave no limits at all.
    return isScreened && kept > 0 ? kept : all
  }

  private static func average(_ numbers: [Double]) -> Double? {
    numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
  }
}
