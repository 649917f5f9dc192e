/// One thing that is wrong in a file, and the line it is on. The words for it are in `FaultWords`.
public struct Fault: Error, Hashable, Sendable {
  public let file: String
  /// Counted from 1.
  public let line: Int
  public let fact: Fact

  public init(file: String, line: Int, fact: Fact) {
    (self.file, self.line, self.fact) = (file, line, fact)
  }

  public enum Fact: Hashable, Sendable {
    case file(FileFact)
    case key(KeyFact)
    case words(WordsFact)
    case score(ScoreFact)
    case route(RouteFact)
  }

  /// The file is not readable as YAML, or uses a part of YAML that survey files do without.
  public enum FileFact: Hashable, Sendable {
    case tooLarge(bytes: Int)
    case empty
    case controlCharacter(UInt32)
    case tab
    /// `&` or `*` at the start of a word.
    case anchor(String)
    case tag(String)
    /// What the YAML parser said.
    case syntax(String)
    case tooDeep
    /// The survey's id is not the name of its file.
    case name(id: String, file: String)
  }

  /// A key, or the value under it, is not what belongs there.
  public enum KeyFact: Hashable, Sendable {
    public enum Shape: Hashable, Sendable { case text, list, mapping }

    case unknown(String, known: [String])
    case missing(String)
    /// The same key twice in one mapping; the line of the first where it is known.
    case twice(String, first: Int?)
    /// A key that is itself a list or a mapping.
    case notText
    case wrongShape(String, wanted: Shape)
    /// A key that means nothing for questions of this kind.
    case ofOtherKind(String, Question.Kind)
    case notOneOf(String, found: String, allowed: [String])
    case notNumber(String, found: String, ClosedRange<Int>)
    case even(String, found: Int)
    case badID(String, found: String)
    case badValue(String)
    case badLanguage(String)
    case badTwinCore(String)
    /// An audience id that could be taken for a language.
    case likeLanguage(String)
    case count(String, found: Int, ClosedRange<Int>)
    case duplicate(String, id: String, first: Int)
    case unknownID(String, found: String, known: [String])
  }

  /// Words are missing, needless, or must not be said.
  public enum WordsFact: Hashable, Sendable {
    case missing(String, audience: String?, [Language])
    case needlessLanguage(String, found: String, known: [Language])
    case needlessAudience(String, found: String)
    case unknownAudience(String, found: String, known: [String])
    /// Audiences and languages side by side.
    case mixed(String, found: String)
    /// One bare text in a survey of several languages.
    case oneText(String, [Language])
    case empty(String)
    case tooLong(String, characters: Int, limit: Int)
    case broken(String, UInt32)
    case severalLines(String)
    /// Two answers that read the same.
    case same(String, Language, first: Int)
    /// A promise the survey does not or cannot keep.
    case promise(found: String, Promise)
    /// Too many messages for one text, and the characters that make it so many.
    case segments(Int, limit: Int, audience: String, Language, costly: [String])
  }

  /// Scores that do not fit the measure.
  public enum ScoreFact: Hashable, Sendable {
    case onText
    case onOrders
    case unknownMeasure(String, known: [String])
    case measureTwice(String, audience: String, first: String)
    case twice(Int, first: Int)
    case tooFew(measure: String, found: Int)
    case lengthNotDeclared(measure: String, highest: Int, declared: [Int])
    case badFavourable(String)
  }

  /// The way through the survey cannot be walked as it stands.
  public enum RouteFact: Hashable, Sendable {
    case unknown(String, key: String, known: [String])
    case itself(String, key: String)
    /// A question that comes later; `isCircle` when it waits for this one in turn.
    case later(String, isCircle: Bool)
    case onText(String)
    case notAsked(String, audience: String)
    case value(String, of: String, known: [String])
    /// Nothing in the condition is ever offered to this audience.
    case never(audience: String)
    case orderedAbove(String)
    case orderedOthers(String)
    case orderedNested(String)
    case orderedAnswers(audience: String, missing: [String], extra: [String])
    case orderedOverlap(with: String)
    /// Fewer than two of the questions named are still ahead.
    case orderedTooFew
    /// A condition that would have to look forward once the questions are put in another order.
    case orderedWait(String)
  }
}

/// What is wrong with the data files a survey is checked against.
public struct Faults: Error, Hashable, Sendable {
  public let all: [Fault]

  public init(_ all: [Fault]) { self.all = all }
}
