public import Foundation

/// Whether a message is one that came before, though its id does not say so.
///
/// A phone on a bad line sends twice; a gateway's provider delivers twice. Yet "1" and "1" may
/// answer two questions, so nothing is a repeat once we have written in between.
public struct Redelivery: Sendable, Hashable {
  /// Seconds within which the same words from the same person are one message.
  public var window: TimeInterval = 4

  public init() {}

  /// `apart` is the seconds between the arrivals of the two; `wroteBetween` whether anything was
  /// sent to the person in between. Where the gateway's ids are not stable, the same words of the
  /// same second are one message, however late the second one comes.
  public func isRepeat(
    _ text: IncomingText, of earlier: IncomingText, apart: TimeInterval, wroteBetween: Bool,
    idsAreStable: Bool
  ) -> Bool {
    if let id = text.id, id == earlier.id { return true }
    guard text.body == earlier.body, text.from == earlier.from, !wroteBetween else { return false }
    if abs(apart) <= window { return true }
    guard !idsAreStable, let sent = text.sent, let before = earlier.sent else { return false }
    return sent.timeIntervalSince1970.rounded(.down)
      == before.timeIntervalSince1970.rounded(.down)
  }
}
