/// How long to wait after something failed: twice as long each time, up to five minutes, and never
/// exactly, so that a hundred kiosks do not all come back in the same second.
struct BackOff {
  static let longest = 300.0

  private var failures = 0
  /// Draws a number from 0 up to 1.
  private let chance: () -> Double

  init(chance: @escaping () -> Double) { self.chance = chance }

  /// Seconds to wait after one more failure.
  mutating func next() -> Double {
    let whole = min(Self.longest, Double(1 << min(failures, 16)))
    failures += 1
    return whole * (0.5 + chance() / 2)
  }

  mutating func reset() { failures = 0 }
}
