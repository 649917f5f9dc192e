public import Foundation

/// The door through which staff follow up what must be acted on for one person, whether it was
/// raised on a page, at a kiosk or by text.
///
/// What they write down is kept as long as the concern is, and stands in no log.
public protocol ConcernKeeper: Sendable {
  /// Every concern that is still open, or every one that was closed; oldest day first.
  func concerns(closed: Bool) throws(StoreError) -> [StandingConcern]

  /// Marks a concern as heard: it stays open; false when there is none with this id.
  func hear(_ concern: UUID, on day: Day) throws(StoreError) -> Bool

  /// Writes down what is to be done about a concern, which is heard with it. What was agreed before
  /// stays beside it, and holds no longer.
  func agree(
    _ action: ConcernAction, about concern: UUID, on day: Day
  ) throws(StoreError) -> ConcernChange

  /// Closes a concern, which is heard with it, and destroys its number where it came by text. Of
  /// one that was closed before the outcome alone is written down.
  func close(
    _ concern: UUID, outcome: String?, on day: Day
  ) throws(StoreError) -> ConcernChange
}

/// What became of something that was to be written down about a concern.
public enum ConcernChange: Sendable, Hashable, Codable {
  case done
  /// It was closed before.
  case wasClosed
  /// There is none with this id.
  case absent
}

/// What is to be done about a concern: an action, the one person who sees to it, and by when.
public struct ConcernAction: Sendable, Hashable, Codable {
  public var words: String
  public var owner: String
  public var due: Day

  public init(words: String, owner: String, due: Day) {
    (self.words, self.owner, self.due) = (words, owner, due)
  }

  /// The most characters an action or an outcome may have.
  public static let mostCharacters = 300
}

/// A concern and how far it has come.
public struct StandingConcern: Sendable, Hashable, Identifiable {
  public enum Source: Sendable, Hashable {
    /// A worrying answer to a question, by their ids.
    case answer(question: String, value: String)
    /// A text message: what was said is sealed.
    case text
  }

  public let id: UUID
  /// Nil where it came from a number that no conversation is held with.
  public let collection: Int?
  public let day: Day
  public let source: Source
  /// The day somebody took it on; nil while nobody has.
  public let heard: Day?
  /// What was agreed last; nil where nothing was.
  public let action: ConcernAction?
  public let closed: Day?
  /// How it ended; nil while it is open, or where nobody wrote it down.
  public let outcome: String?

  public init(
    id: UUID, collection: Int?, day: Day, source: Source, heard: Day?, action: ConcernAction?,
    closed: Day?, outcome: String?
  ) {
    (self.id, self.collection, self.day, self.source) = (id, collection, day, source)
    (self.heard, self.action, self.closed, self.outcome) = (heard, action, closed, outcome)
  }

  /// Whether the day of its action is over and it is still open.
  public func isOverdue(on today: Day) -> Bool {
    closed == nil && action.map { $0.due < today } ?? false
  }
}

/// How many concerns there were, over everybody and every place, as they stood when a quarter
/// ended. It is for `Reports` to protect: a concern is mostly one worrying answer.
public struct ConcernCounts: Sendable, Hashable, Codable {
  /// Raised in the quarter.
  public var raised: Int
  /// Of those raised, taken on by somebody.
  public var heard: Int
  /// Of those heard, closed or with an action, an owner and a day.
  public var agreed: Int
  /// Of those agreed, closed.
  public var closed: Int
  /// Of those raised and still open, with an action whose day was over.
  public var overdue: Int
  /// Raised before the quarter and still open.
  public var earlier: Int
  /// Of these, with an action whose day was over.
  public var earlierOverdue: Int

  public init(
    raised: Int = 0, heard: Int = 0, agreed: Int = 0, closed: Int = 0, overdue: Int = 0,
    earlier: Int = 0, earlierOverdue: Int = 0
  ) {
    (self.raised, self.heard, self.agreed, self.closed) = (raised, heard, agreed, closed)
    (self.overdue, self.earlier) = (overdue, earlier)
    self.earlierOverdue = earlierOverdue
  }

  /// Of those raised, still open.
  public var open: Int { raised - closed }
}
