/// What one person said to one question.
public enum Answer: Hashable, Sendable, Codable {
  /// The value of the option chosen, for `choice`, `faces` and `scale`.
  case chosen(String)
  /// The values chosen in the order of the question; empty is an answer: none of these.
  case several([String])
  /// The person's own words.
  case text(String)
  /// The person would rather not say. Always allowed, and never asked about again.
  case skipped
  /// The person did not understand the question, which is a finding about the question.
  case notUnderstood

  /// Whether it says something, rather than passing the question by.
  public var isSubstantive: Bool {
    switch self {
    case .chosen, .several, .text: true
    case .skipped, .notUnderstood: false
    }
  }

  /// The option values it holds.
  public var values: [String] {
    switch self {
    case .chosen(let value): [value]
    case .several(let values): values
    case .text, .skipped, .notUnderstood: []
    }
  }
}
