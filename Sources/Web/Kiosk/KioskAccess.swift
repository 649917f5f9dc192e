public import Foundation
public import SurveyCore

/// What the kiosks' API needs besides what the site has.
public struct KioskAccess: Sendable {
  let keeper: any KioskKeeper
  let sealingKey: @Sendable () -> SealingKey?
  let makeID: @Sendable () -> UUID

  /// - Parameters:
  ///   - keeper: The door of the kiosks.
  ///   - sealingKey: The key visits are sealed to; nil where there is none, or it cannot be read.
  ///   - makeID: Gives a device its id.
  public init(
    keeper: any KioskKeeper, sealingKey: @escaping @Sendable () -> SealingKey?,
    makeID: @escaping @Sendable () -> UUID = { UUID() }
  ) {
    (self.keeper, self.sealingKey, self.makeID) = (keeper, sealingKey, makeID)
  }
}

/// Wrong enrolment codes by the address they came from: for as long as a code holds, and in memory
/// only.
final class WrongCodes: Sendable {
  /// Wrong codes from one address before no more are looked at.
  static let most = 10
  private static let seconds: TimeInterval = TimeInterval(EnrolmentCode.minutes * 60)
  private static let mostAddresses = 10_000

  private final class Box: @unchecked Sendable {
    let lock = NSLock()
    var counts: [String: (wrong: Int, since: Date)] = [:]
  }

  private let box = Box()

  /// Whether codes from `address` are looked at.
  func mayTry(from address: String, at now: Date) -> Bool {
    box.lock.withLock {
      guard let count = box.counts[address], now.timeIntervalSince(count.since) < Self.seconds
      else { return true }
      return count.wrong < Self.most
    }
  }

  func note(from address: String, at now: Date) {
    box.lock.withLock {
      let old = box.counts.count >= Self.mostAddresses
      if old { box.counts = box.counts.filter { now.timeIntervalSince($1.since) < Self.seconds } }
      let count = box.counts[address]
      if let count, now.timeIntervalSince(count.since) < Self.seconds {
        box.counts[address] = (count.wrong + 1, count.since)
      } else if box.counts.count < Self.mostAddresses {
        box.counts[address] = (1, now)
      }
    }
  }
}
