/// A p chart: limits from how far chance moves a share of so many people.
///
/// W. A. Shewhart, "Economic Control of Quality of Manufactured Product" (1931): with p̄ the share
/// over all periods together, p̄ ± 3 √(p̄(1 − p̄)/n) for a period with n answers.
struct ProportionChart: Sendable, Hashable {
  /// The least n p̄(1 − p̄): below it the number is too skewed for limits as far up as down. No
  /// period with fewer than twelve answers has as much.
  static let leastVariance = 3.0
  /// How many times further than chance the points may move from one to the next: D. B. Laney,
  /// "Improved control charts for attributes", Quality Engineering 14 (2002), whose σz it is. With
  /// thousands of answers chance is nearly nothing, and any two months would differ.
  static let mostSpread = 1.5

  /// The share over all periods together.
  let mean: Double
  let shares: [Share?]
  /// One for each share, in order; nil where the share is missing.
  let standings: [Standing?]

  /// A chart of the shares in order, nil where one is missing; nil where all are.
  init?(_ shares: [Share?]) {
    let told = shares.compactMap(\.self)
    guard !told.isEmpty else { return nil }
    let mean = Double(told.reduce(0) { $0 + $1.count }) / Double(told.reduce(0) { $0 + $1.n })
    (self.mean, self.shares) = (mean, shares)
    standings = shares.map { share in
      share.map {
        Standing(value: $0.part, mean: mean, reach: 3 * Self.error(mean, $0.n))
      }
    }
  }

  /// Whether the limits mean what they say.
  var holds: Bool { areLargeEnough && (spread ?? 0) <= Self.mostSpread }

  private var areLargeEnough: Bool {
    shares.compactMap(\.self).allSatisfy {
      Double($0.n) * mean * (1 - mean) >= Self.leastVariance
    }
  }

  /// How far the points move from one to the next, 1 being what chance does; nil where no two follow
  /// each other, or chance does nothing.
  var spread: Double? {
    guard mean > 0, mean < 1 else { return nil }
    let steps = shares.map { share in
      share.map { ($0.part - mean) / Self.error(mean, $0.n) }
    }
    return IndividualsChart.movingRange(steps).map { $0 / 1.128 }
  }

  /// The standard error of a share of n people.
  private static func error(_ mean: Double, _ n: Int) -> Double {
    (mean * (1 - mean) / Double(n)).squareRoot()
  }
}
