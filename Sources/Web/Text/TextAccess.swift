import Foundation
public import SurveyCore

/// What the site needs to take in what a gateway sends.
public struct TextAccess: Sendable {
  let gateway: any TextGateway
  let keeper: any TextKeeper
  public let counters = TextCounters()

  public init(gateway: any TextGateway, keeper: any TextKeeper) {
    (self.gateway, self.keeper) = (gateway, keeper)
  }
}

/// What came in by text since the start, for the metrics: totals only.
public final class TextCounters: Sendable {
  /// What became of a request.
  public enum Event: String, Sendable, CaseIterable {
    /// A text that was heard.
    case heard
    /// A text that had come before.
    case again
    case receipt
    /// Put aside for a person to look at.
    case parked
    /// Not from the gateway.
    case stranger
    /// Not stored; the gateway is asked to come again.
    case failed
  }

  private final class Box: @unchecked Sendable {
    let lock = NSLock()
    var totals: [Event: Int] = [:]
  }

  private let box = Box()

  public init() {}

  public var totals: [Event: Int] { box.lock.withLock { box.totals } }

  func count(_ event: Event) { box.lock.withLock { box.totals[event, default: 0] += 1 } }
}
