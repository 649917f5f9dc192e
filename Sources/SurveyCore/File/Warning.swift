/// Something that may be hard to read or to answer. Never a reason to refuse a survey. The words
/// for it are in `WarningWords`.
public struct Warning: Hashable, Sendable {
  public let file: String
  /// Counted from 1.
  public let line: Int
  public let fact: Fact

  public init(file: String, line: Int, fact: Fact) {
    (self.file, self.line, self.fact) = (file, line, fact)
  }

  public enum Fact: Hashable, Sendable {
    /// Languages whose words nobody has approved.
    case draft([Language])

    // More than the audience's limits.
    case tooManyWords(Int, limit: Int, audience: String, Language)
    case tooManyAnswers(Int, limit: Int, audience: String)
    case tooManyQuestions(Int, limit: Int, audience: String)
    /// The school grade of a whole survey, in tenths, and the one to aim for.
    case grade(tenths: Int, aim: Int, audience: String)

    // English words.
    case twoQuestions(at: String)
    case negative(String)
    case doubleNegative(String, String)
    case passive(String)
    case jargon(String, plainer: String)
    case acronym(String)
    case vague(String)
    case leading(String)
    /// "Alone" for a child who may not know alone from whom.
    case alone

    // Answers.
    case agreement
    case unbalanced(above: Int, below: Int)
    case middle(String)
    /// The best answer is first here and last in an earlier question, or the reverse.
    case flipped(from: String)

    // Text messages.
    /// More than one message, and the characters that make it so many.
    case segments(Int, audience: String, Language, costly: [String])
    /// An answer that telephone networks take for a command.
    case networkWord(String)
    /// A wording for a phone that says why somebody is asked.
    case revealing(String)
  }
}
