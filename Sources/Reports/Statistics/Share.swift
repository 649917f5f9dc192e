/// Some of n people.
public struct Share: Sendable, Hashable {
  public let count: Int
  /// Never zero.
  public let n: Int

  /// Nil when there is nobody, or when there are more than all.
  init?(_ count: Int, of n: Int) {
    guard n > 0, (0...n).contains(count) else { return nil }
    (self.count, self.n) = (count, n)
  }

  /// From 0 to 1.
  var part: Double { Double(count) / Double(n) }

  /// In whole per cent, a half rounded up.
  public var percentage: Int { (200 * count + n) / (2 * n) }

  /// In tenths of a per cent, rounded towards where rounding it again gives `percentage`: 74.49 is
  /// 74.4 and not 74.5, so that a chart and its table never say 75 and 74.
  var tenths: Int { min(max(part.inTenths, 10 * percentage - 5), 10 * percentage + 4) }

  /// What stands in a table: whole per cent, or that it is more than nothing but rounds to it.
  var cell: Cell {
    count > 0 && percentage == 0 ? .symbol(.low) : .percentage(percentage)
  }

  /// The 95 % interval, in tenths of a per cent.
  var interval: (low: Int, high: Int) {
    let interval = Interval(self)
    return (interval.low.inTenths, interval.high.inTenths)
  }

  /// The low end of the 95 % Wilson interval, in per cent, such as `24.5`.
  public var low: String { Self.tenths(interval.low) }
  /// The high end of the 95 % Wilson interval, in per cent.
  public var high: String { Self.tenths(interval.high) }

  private static func tenths(_ number: Int) -> String { "\(number / 10).\(number % 10)" }
}

extension Double {
  /// A part of 1 in tenths of a per cent, or a difference in tenths of a percentage point.
  var inTenths: Int { Int((self * 1000).rounded()) }
}
