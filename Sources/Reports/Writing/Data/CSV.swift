/// Comma-separated values after RFC 4180: UTF-8 without a byte order mark, CRLF after each line.
public enum CSV {
  /// A line of texts, each of them safe to open in a spreadsheet.
  public static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  /// A field as it stands in the file: quoted where it must be, and never a formula.
  ///
  /// A spreadsheet takes what starts with one of these for a formula; an apostrophe before it makes
  /// it text (OWASP ASVS 5.0, 1.2.10). It looks at the first scalar, since a `=` with a combining
  /// mark after it is another Character but still a formula.
  static func field(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { starts.contains($0) } ?? false
    return quoted(isFormula ? "'" + text : text)
  }

  /// A cell as it stands in the file. A number of ours is no formula, even below nothing.
  static func field(_ cell: Cell) -> String {
    switch cell {
    case .words(let words): field(words)
    case .count, .percentage, .tenths, .day, .symbol: quoted(cell.plain)
    }
  }

  private static func quoted(_ text: String) -> String {
    let mustQuote = text.unicodeScalars.contains { ["\"", ",", "\r", "\n"].contains($0) }
    guard mustQuote else { return text }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append("\"") }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  private static let starts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠",
  ]
}
