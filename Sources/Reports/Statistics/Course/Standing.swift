/// Where one point stands in its series.
struct Standing: Sendable, Hashable {
  let value: Double
  let mean: Double
  /// How far the limits are from the mean.
  let reach: Double

  /// Two numbers nearer than this are one: they differ by how they were rounded on the way.
  private static let same = 1e-9

  /// The limits, as far as a share can go.
  var lower: Double { max(0, mean - reach) }
  var upper: Double { min(1, mean + reach) }

  /// 1 above the mean, −1 below, 0 on it.
  var side: Int { value > mean + Self.same ? 1 : value < mean - Self.same ? -1 : 0 }

  /// Whether it lies outside the limits.
  var isOutside: Bool { isBeyond(reach) }

  /// Whether it lies further than two thirds of the way to a limit.
  var isNearLimit: Bool { isBeyond(reach * 2 / 3) }

  private func isBeyond(_ distance: Double) -> Bool { abs(value - mean) > distance + Self.same }
}
