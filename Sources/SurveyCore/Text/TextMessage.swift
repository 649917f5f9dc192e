public import Foundation

/// A text message that came in, as its gateway told of it.
public struct IncomingText: Sendable, Hashable, Codable {
  /// The gateway's own id of the message; nil where it gives none.
  public var id: String?
  /// The sender, as the gateway wrote it: usually digits, with or without `+`; may be a word.
  public var from: String
  /// Our number it was sent to.
  public var to: String
  /// Every word of it, as it came.
  public var body: String
  /// When the network took it, by the gateway's clock; nil where it does not say.
  public var sent: Date?
  /// Whether it is a part of a longer message whose other parts never came.
  public var isFragment: Bool
  /// What the gateway has already done by itself about opting out: `STOP`, `START` or `HELP`.
  public var optOut: String?
  /// Whether pictures or the like came with it, which we never fetch.
  public var hasMedia: Bool
  /// When we had it from a poll, by our clock: it was sent before that, however long before; nil
  /// where the gateway came to us with it.
  public var fetched: Date?

  public init(
    id: String?, from: String, to: String, body: String, sent: Date?, isFragment: Bool = false,
    optOut: String? = nil, hasMedia: Bool = false, fetched: Date? = nil
  ) {
    (self.id, self.from, self.to, self.body) = (id, from, to, body)
    (self.sent, self.isFragment, self.optOut) = (sent, isFragment, optOut)
    (self.hasMedia, self.fetched) = (hasMedia, fetched)
  }
}

/// A text message to be sent.
public struct OutgoingText: Sendable, Hashable, Codable {
  /// Ours, told to the gateway as its reference: random, and nothing personal.
  public var reference: UUID
  public var to: String
  public var body: String

  public init(reference: UUID, to: String, body: String) {
    (self.reference, self.to, self.body) = (reference, to, body)
  }
}

/// How far a message got. Receipts come late, twice and out of order: a state only moves on.
public enum TextDelivery: String, Sendable, Hashable, Codable, CaseIterable {
  /// Waits with us.
  case queued
  /// Handed over, and we do not know whether the gateway took it: it is not sent again blindly.
  case perhapsSent
  /// The gateway took it.
  case sent
  case delivered
  /// Not for now: the phone was off or full.
  case undelivered
  /// Never: the number is wrong or does not want it.
  case refused
}
