public import Foundation

/// How fast a channel may send: a bucket that fills at a steady rate, and holds so many.
public struct TokenBucket: Sendable, Hashable {
  public let perSecond: Double
  public let burst: Double
  private var level: Double
  private var filled: Date

  /// A full bucket, which holds a second's worth unless told otherwise.
  public init(perSecond: Double, burst: Double? = nil, at now: Date) {
    self.perSecond = max(perSecond, .leastNormalMagnitude)
    self.burst = max(1, burst ?? perSecond)
    (level, filled) = (self.burst, now)
  }

  /// Takes one; false, and nothing taken, where there is none.
  public mutating func take(at now: Date) -> Bool {
    fill(now)
    guard level >= 1 else { return false }
    level -= 1
    return true
  }

  /// Puts back what was taken and not needed.
  public mutating func put(back count: Int) { level = min(burst, level + Double(max(0, count))) }

  /// When there is one to take: now, or later.
  public func next(after now: Date) -> Date {
    var bucket = self
    bucket.fill(now)
    return bucket.level >= 1 ? now : now + (1 - bucket.level) / perSecond
  }

  /// A clock that is put back fills nothing, and is followed.
  private mutating func fill(_ now: Date) {
    level = min(burst, level + max(0, now.timeIntervalSince(filled)) * perSecond)
    // A hair less than one, from adding parts of seconds, is one.
    if abs(level.rounded() - level) < 1e-6 { level = level.rounded() }
    filled = now
  }
}

/// How much one person is sent, whatever goes wrong: the networks stop a number at 20 of the same
/// in an hour, and people long before.
public struct RecipientLimits: Sendable, Hashable {
  public var perHour = 10
  public var perDay = 30

  public init() {}

  /// How far back it matters what a person was sent, in seconds.
  public static let memory: TimeInterval = 86_400

  /// When a person who was sent messages at these times may be sent the next: now, or later.
  public func next(after sent: [Date], at now: Date) -> Date {
    let latest = sent.sorted(by: >)
    return max(
      free(latest, perHour, within: 3600, now), free(latest, perDay, within: Self.memory, now))
  }

  /// When the `most`-th last of them is long enough ago.
  private func free(
    _ latest: [Date], _ most: Int, within seconds: TimeInterval, _ now: Date
  ) -> Date {
    guard most >= 1, latest.count >= most else { return now }
    return max(now, latest[most - 1] + seconds)
  }
}
