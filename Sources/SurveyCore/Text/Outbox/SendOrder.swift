public import Foundation

/// A message that waits to be sent, as far as its turn is concerned.
public struct WaitingText: Sendable, Hashable {
  public var reference: UUID
  /// The place in the order they were queued in.
  public var place: Int
  /// Whom it is for, unread.
  public var recipient: NumberHash
  public var urgency: TextUrgency
  /// Not before this instant.
  public var due: Date

  public init(
    reference: UUID, place: Int, recipient: NumberHash, urgency: TextUrgency, due: Date
  ) {
    (self.reference, self.place, self.recipient) = (reference, place, recipient)
    (self.urgency, self.due) = (urgency, due)
  }
}

/// Whose turn it is.
public enum SendTurn: Sendable, Hashable {
  case send(UUID)
  /// Nobody's before this instant.
  case wait(until: Date)
  /// None waits.
  case nothing
}

/// The order messages are sent in: safety first, then help, then replies, then invitations and
/// reminders; and within each, those queued first.
///
/// What one person is sent keeps its order: a question waits behind one that is to be tried again.
/// Safety and help pass; safety alone is held by no limit.
public struct SendOrder: Sendable, Hashable {
  public var limits = RecipientLimits()

  public init() {}

  /// Whose turn it is; `sent` says when each person was sent messages in the last day.
  public func turn(
    of waiting: [WaitingText], sent: [NumberHash: [Date]], at now: Date
  ) -> SendTurn {
    let ready = heads(of: waiting).map { text in
      (text, at: text.urgency == .safety ? text.due : earliest(text, sent, now))
    }
    let first = ready.filter { $0.at <= now }.min { Self.comesBefore($0.0, $1.0) }
    if let first { return .send(first.0.reference) }
    return ready.map(\.at).min().map { .wait(until: $0) } ?? .nothing
  }

  /// What may go next to each person: the first that waits, and whatever overtakes.
  private func heads(of waiting: [WaitingText]) -> [WaitingText] {
    var first: [NumberHash: WaitingText] = [:]
    for text in waiting where !text.urgency.overtakes {
      if let head = first[text.recipient], head.place <= text.place { continue }
      first[text.recipient] = text
    }
    return first.values + waiting.filter(\.urgency.overtakes)
  }

  private func earliest(_ text: WaitingText, _ sent: [NumberHash: [Date]], _ now: Date) -> Date {
    max(text.due, limits.next(after: sent[text.recipient] ?? [], at: now))
  }

  private static func comesBefore(_ one: WaitingText, _ other: WaitingText) -> Bool {
    (one.urgency.rank, one.place) < (other.urgency.rank, other.place)
  }
}
