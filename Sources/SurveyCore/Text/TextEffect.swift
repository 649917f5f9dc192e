public import Foundation

/// What is to be done because of a text that came in, or because of the time. Data, in the order
/// in which it is to be done, and all of it in one transaction.
public enum TextEffect: Sendable, Hashable, Codable {
  /// Queue this text for the person.
  case send(String, TextUrgency)
  /// Keep these answers, by question id, as a finished response, and destroy what joins it to the
  /// number. The concerns they raise were raised as they came in, by `raise`.
  case finish([String: Answer])
  /// Store a concern; it keeps its sealed number until it is closed.
  case raise(TextConcern)
  /// Keep words that are no answer, for a person to read.
  case keep(TextComment)
  /// Cancel all that is queued for the number, and never text it again: a keyed hash of it is
  /// remembered after all else is gone.
  case stop
  /// The person took the stop back.
  case unstop
  /// Cancel all that is queued for the number and tell whoever gave it that it is not this
  /// person's.
  case wrongNumber
  /// The person did not finish: the last question they answered, nil if none, and their answers
  /// where the survey keeps those of people who stop.
  case dropOut(after: String?, [String: Answer])
  /// Call `tick` at this time, or later. Replaces any time given before; where effects have none,
  /// nothing is due any more.
  case wake(at: Date)
}

/// Words that are no answer. Nothing that anybody texts is thrown away.
public struct TextComment: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Said together with an answer.
    case remark
    /// Could not be read as an answer to the question.
    case unread
    /// Sent before the question that was open when it came.
    case late
    /// Came after the conversation had ended.
    case afterwards
    /// Said outside a question, or while the conversation was paused.
    case unasked
    /// Said in asking to stop.
    case stopping
    /// Part of a longer text whose other parts never came.
    case fragment
    /// A picture or the like came, which we never fetch: there are no words of it.
    case picture
  }

  public var kind: Kind
  /// The question that was open, where one was.
  public var question: String?
  /// Every word as it came.
  public var words: String

  public init(_ kind: Kind, to question: String? = nil, _ words: String) {
    (self.kind, self.question, self.words) = (kind, question, words)
  }
}

/// Something somebody texted that a person must look at soon.
public struct TextConcern: Sendable, Hashable, Codable {
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    /// The words may tell of harm.
    case words
    /// It begins with a word for stop, and goes on.
    case stopSentence
    /// More from somebody whose earlier words were raised.
    case more
    /// An answer that the survey marks as worrying.
    case answer
  }

  public var reason: Reason
  /// The question that was open, where one was.
  public var question: String?
  /// Every word as it came; for `answer` the value chosen.
  public var words: String

  public init(_ reason: Reason, to question: String? = nil, _ words: String) {
    (self.reason, self.question, self.words) = (reason, question, words)
  }
}
