/// Says in plain words what the YAML parser found, and what to try.
enum SyntaxWords {
  static func words(for problem: String) -> String {
    let known = plain.first { problem.contains($0.said) }
    return known?.words
      ?? "this is not YAML (\(problem)); check the spaces at the start of the line, and the quotes"
  }

  /// Whether something is wrong because it was opened and never closed.
  static func isAboutOpening(_ problem: String) -> Bool {
    problem.contains("end of stream") || problem.contains("expected ',' or")
  }

  private static let plain: [(said: String, words: String)] = [
    (
      "mapping values are not allowed",
      "a colon is where none may be; put words that have a colon in them in double quotes, or "
        + "check the spaces at the start of the line"
    ),
    (
      "did not find expected key",
      "this line does not fit the lines before it; check the spaces at its start, and that quotes "
        + "above it are closed"
    ),
    (
      "did not find expected '-' indicator",
      "this line does not fit the list before it; check the spaces at its start"
    ),
    (
      "did not find expected ',' or",
      "a list or set in brackets is not closed, or lacks a comma; put words that have a comma or a "
        + "bracket in them in double quotes"
    ),
    (
      "could not find expected ':'",
      "there is no colon after a key; write 'key: value', or check the spaces at the start of the "
        + "line"
    ),
    (
      "found unexpected end of stream",
      "a quote is opened and never closed; close it, or write ’ for an apostrophe"
    ),
    (
      "found character that cannot start any token",
      "words cannot begin with this sign; put them in double quotes"
    ),
    ("found undefined alias", "words cannot begin with '*'; put them in double quotes"),
    (
      "but found another document",
      "there is a line of three hyphens; write one survey in a file, without that line"
    ),
    (
      "found unknown escape character",
      "there is a backslash in double quotes; write two, or use single quotes"
    ),
  ]
}
