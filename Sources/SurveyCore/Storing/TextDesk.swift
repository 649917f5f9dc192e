public import Foundation

/// The door through which the text channel is looked after: inviting, concerns, wiping.
public protocol TextDesk: Sendable {
  /// Invites people, each in a transaction with the others: what became of each, in order.
  ///
  /// - Throws: `StoreError.refused` where the collection does not exist, takes no new answers, or
  ///   promises more than a text can; `.busy` where too much waits to be sent already.
  func invite(
    _ invitations: [TextInvitation], to collection: Int, at now: Date
  ) throws(StoreError) -> [TextInvited]

  /// What was said in a concern, and by which number; nil when there is none with this id.
  func read(_ concern: UUID) throws(StoreError) -> ConcernContent?

  /// Words that are no answer, for a person to read, and marks them as read: in the order of their
  /// ids, so many at a time that one message to whoever asks can hold them.
  ///
  /// - Parameters:
  ///   - shelf: Which of the two kinds.
  ///   - isAll: Whether those that were read before are given as well.
  ///   - last: The last id of those before; nil for the first.
  /// - Returns: None once all were given.
  /// - Throws: `StoreError` where they cannot be read or marked.
  func remarks(
    _ shelf: TextShelf, all isAll: Bool, after last: UUID?
  ) throws(StoreError) -> [HeldRemark]

  /// Numbers that turned out to be somebody else's, or that nobody reaches, for whoever gave them.
  func lostNumbers() throws(StoreError) -> [LostNumber]

  /// Deletes what has been kept long enough.
  func wipeTexts(at now: Date) throws(StoreError) -> TextsWiped
}

/// Somebody to be invited.
public struct TextInvitation: Sendable, Hashable {
  public var number: PhoneNumber
  public var language: Language
  public var audience: String
  /// Whether whoever gave the number says that a text from us does no harm on that phone.
  public var isSafeToText: Bool

  public init(
    number: PhoneNumber, language: Language, audience: String, isSafeToText: Bool = true
  ) {
    (self.number, self.language, self.audience) = (number, language, audience)
    self.isSafeToText = isSafeToText
  }
}

/// What became of an invitation.
public enum TextInvited: String, Sendable, Hashable, Codable, CaseIterable {
  case invited
  /// They were asked by this collection before.
  case already
  /// They are in the middle of another survey.
  case underWay
  /// They asked for no more texts.
  case stopped
  /// The number is somebody else's, or reaches nobody.
  case lost
}

/// Where words that are no answer are kept.
public enum TextShelf: String, Sendable, Hashable, Codable {
  /// Said by somebody we could hear.
  case remarks
  /// Put aside whole: not to be read, or for nobody we know.
  case parked
}

/// Words that are no answer. Nothing of it leads to a number.
public struct HeldRemark: Sendable, Hashable, Identifiable {
  public let id: UUID
  public let day: Day
  /// A `TextComment.Kind`, or why it was put aside.
  public let kind: String
  /// Nil from a number that no conversation is held with.
  public let collection: Int?
  /// The question that was open, where one was.
  public let question: String?
  /// Every word as it came; of what could not be read its bytes, with long rows of digits hidden.
  /// Nil where it does not open with this key.
  public let words: String?

  public init(
    id: UUID, day: Day, kind: String, collection: Int?, question: String?, words: String?
  ) {
    (self.id, self.day, self.kind) = (id, day, kind)
    (self.collection, self.question, self.words) = (collection, question, words)
  }
}

/// A concern raised by text, as far as it can be told without the key.
public struct HeldConcern: Sendable, Hashable, Identifiable {
  public let id: UUID
  /// Nil from a number that no conversation is held with.
  public let collection: Int?
  public let day: Day
  public let reason: TextConcern.Reason
  /// Whether somebody has taken it on, who has not closed it yet.
  public let isHeard: Bool

  public init(
    id: UUID, collection: Int?, day: Day, reason: TextConcern.Reason, isHeard: Bool = false
  ) {
    (self.id, self.collection, self.day) = (id, collection, day)
    (self.reason, self.isHeard) = (reason, isHeard)
  }
}

/// What a concern holds under seal.
public struct ConcernContent: Sendable, Hashable {
  public var concern: TextConcern
  /// When it was raised. A concern alone keeps that, and the promise says so.
  public var raised: Date
  /// Nil once the concern is closed, or where the sender was no number.
  public var number: PhoneNumber?

  public init(concern: TextConcern, raised: Date, number: PhoneNumber?) {
    (self.concern, self.raised, self.number) = (concern, raised, number)
  }
}

/// A number that is not to be used.
public struct LostNumber: Sendable, Hashable {
  public var number: PhoneNumber
  /// Whether somebody said that it is not that person's; otherwise it cannot be reached.
  public var isWrong: Bool

  public init(number: PhoneNumber, isWrong: Bool) {
    (self.number, self.isWrong) = (number, isWrong)
  }
}

/// How much was deleted.
public struct TextsWiped: Sendable, Hashable, Codable {
  public var conversations = 0
  public var texts = 0
  public var words = 0

  public init() {}
}

extension Survey {
  /// The promise a collection of this survey makes by text: the number is known while a
  /// conversation is open, so never `anonymous`.
  ///
  /// - Parameters:
  ///   - asked: The promise wanted; nil for the strongest that is true.
  ///   - audience: Who is asked; nil for everybody the survey asks.
  ///   - contacts: Whom people can reach now.
  /// - Returns: The promise to be made.
  /// - Throws: `OpeningRefusal` for every promise that would be false.
  public func promiseByText(
    asked: Promise?, audience: String?, contacts: [Authority.Contact]
  ) throws(OpeningRefusal) -> Promise {
    if !mayBeTexted { throw .notTexted }
    if asked == .anonymous { throw .textNeverAnonymous }
    return try promiseOnWeb(
      asked: asked, isSingleUse: true, audience: audience, contacts: contacts)
  }
}
