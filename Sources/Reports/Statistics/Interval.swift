/// The Wilson score interval: where a share would plausibly lie had more people been asked.
///
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of
/// the American Statistical Association 22 (1927). With p = k / n and z the normal quantile:
/// centre (p + z²/2n) / (1 + z²/n), half-width z √(p(1 − p)/n + z²/4n²) / (1 + z²/n).
struct Interval: Sendable, Hashable {
  /// From 0 to 1.
  let low: Double
  /// From 0 to 1.
  let high: Double

  init(_ share: Share, at confidence: Confidence = .ninetyFive) {
    let (p, n, z) = (share.part, Double(share.n), confidence.z)
    let scale = 1 + z * z / n
    let centre = (p + z * z / (2 * n)) / scale
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / scale
    // At the ends the two terms cancel, but only up to rounding.
    low = p == 0 ? 0 : max(0, centre - half)
    high = p == 1 ? 1 : min(1, centre + half)
  }

  /// The interval of `count` out of `n`; nil when nobody was asked.
  init?(_ count: Int, of n: Int, at confidence: Confidence = .ninetyFive) {
    guard let share = Share(count, of: n) else { return nil }
    self.init(share, at: confidence)
  }
}
