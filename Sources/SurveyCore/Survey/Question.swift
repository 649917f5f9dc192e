/// One thing that is asked: a stable id, a kind, words and answers per audience and language, and
/// a rule for when it is asked.
public struct Question: Hashable, Sendable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// One of several answers.
    case choice
    /// Any number of several answers, none included.
    case choices
    /// One of several faces, each with its words.
    case faces
    /// A place on a line between two statements.
    case scale
    /// The person's own words.
    case text
  }

  /// An answer to choose from.
  public struct Option: Hashable, Sendable, Codable {
    /// The stable code that is stored; words may change, this may not.
    public var value: String
    public var words: Localized
    /// Its place on the measure's scale, 1 the least favourable; nil for "don't know" and the like.
    public var score: Int?
    /// Whether the question's measure counts it as favourable; nil where it is not scored.
    public var favourable: Bool?
    /// Whether choosing it raises a concern.
    public var isWorrying: Bool

    public init(
      value: String, words: Localized, score: Int? = nil, favourable: Bool? = nil,
      isWorrying: Bool = false
    ) {
      (self.value, self.words, self.score) = (value, words, score)
      (self.favourable, self.isWorrying) = (favourable, isWorrying)
    }
  }

  /// Asked only when an earlier question was answered with one of `values`.
  public struct Condition: Hashable, Sendable, Codable {
    public var question: String
    public var values: [String]

    public init(question: String, values: [String]) {
      (self.question, self.values) = (question, values)
    }
  }

  public var id: String
  public var kind: Kind
  public var measure: String?
  public var source: String?
  /// The audiences that are asked, by id.
  public var audiences: [String]
  /// The question itself, by audience.
  public var ask: [String: Localized]
  /// One short sentence of help, by audience; empty where there is none.
  public var hint: [String: Localized]
  /// The question and its help as they are said in a text message, by audience, where that is
  /// other than `ask` and `hint`; nil where nobody is asked otherwise.
  public var text: [String: Localized]?
  /// What may be chosen, by audience, in the order shown; empty for `text`.
  public var answers: [String: [Option]]
  /// The statements at the two ends of a `scale`, by audience: low first.
  public var ends: [String: Ends]
  /// Longest answer in characters, for `text`.
  public var limit: Int
  /// The questions this one lets the person put in order: the answer names the one to ask next.
  public var orders: [String]
  /// All must hold for the question to be asked.
  public var when: [Condition]

  /// The statements at the two ends of a line.
  public struct Ends: Hashable, Sendable, Codable {
    public var low: Localized
    public var high: Localized

    public init(low: Localized, high: Localized) { (self.low, self.high) = (low, high) }
  }

  public static let standardLimit = 1000

  public init(
    id: String, kind: Kind, measure: String? = nil, source: String? = nil, audiences: [String],
    ask: [String: Localized], hint: [String: Localized] = [:],
    text: [String: Localized]? = nil, answers: [String: [Option]] = [:], ends: [String: Ends] = [:],
    limit: Int = Question.standardLimit, orders: [String] = [], when: [Condition] = []
  ) {
    (self.id, self.kind, self.measure, self.source) = (id, kind, measure, source)
    (self.audiences, self.ask, self.hint, self.text) = (audiences, ask, hint, text)
    self.answers = answers
    (self.ends, self.limit, self.orders, self.when) = (ends, limit, orders, when)
  }

  /// What may be chosen by `audience`; empty for a text question.
  public func options(for audience: String) -> [Option] { answers[audience] ?? [] }
}
