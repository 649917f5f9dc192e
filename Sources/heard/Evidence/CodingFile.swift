import Foundation
import Reports
import SurveyCore

/// Comments as a CSV file that a person codes: one comment a line, in an order that says nothing.
enum CodingFile {
  static let columns = [
    "id", "survey", "question", "group", "words", "check", "themes", "quote", "released",
  ]
  /// Lines that may come back in one file.
  static let mostLines = 20_000

  /// Writes comments of a survey for somebody to code.
  ///
  /// - Parameters:
  ///   - comments: What people wrote.
  ///   - survey: The survey's newest edition, which says what group an audience belongs to.
  ///   - finder: Finds what may name somebody.
  /// - Returns: The file's text.
  static func write(
    _ comments: [WrittenComment], of survey: Survey, checking finder: WordsToCheck
  ) -> String {
    let lines = comments.map { comment in
      [
        comment.id.uuidString.lowercased(), survey.id, comment.question,
        survey.audience(comment.audience)?.group.rawValue ?? comment.audience, comment.words,
        finder.found(in: comment.words).joined(separator: "; "), themes(comment.coding),
        comment.coding?.quote ?? "", comment.coding?.releaser == nil ? "" : "yes",
      ]
    }
    // The mark lets a spreadsheet read accents and other alphabets as they are.
    return "\u{FEFF}" + ([columns] + lines).map { CSV.line($0) }.joined()
  }

  private static func themes(_ coding: Coding?) -> String {
    guard let coding else { return "" }
    return coding.themes.isEmpty ? CommentTheme.none : coding.themes.joined(separator: " ")
  }

  /// A file that came back, coded.
  struct Coded {
    private(set) var changes: [CodingChange] = []
    /// The line of each change.
    private(set) var lines: [Int] = []
    /// Lines that nobody has coded yet.
    private(set) var uncoded = 0
    private let name: String
    private let found: [LineFault]

    /// - Parameters:
    ///   - text: What the file holds.
    ///   - name: What the faults call it.
    ///   - frame: The themes there are.
    init(_ text: String, named name: String, frame: ThemeFrame) {
      let table = CSVTable(
        text, columns: ["id", "check", "themes", "quote", "released"],
        optional: ["survey", "question", "group", "words"])
      var found = table.faults
      if table.rows.count > CodingFile.mostLines {
        let words = "has \(table.rows.count) lines; \(CodingFile.mostLines) is the most, so part it"
        found.append(LineFault(line: 1, words: words))
      }
      var seen: [UUID: Int] = [:]
      for row in table.rows {
        var reader = CodingReader(row: row, frame: frame)
        let change = reader.change()
        if let change, let first = seen[change.comment] {
          reader.faults.append("the comment is on line \(first) already; leave one out")
        }
        found += reader.faults.map { LineFault(line: row.line, words: $0) }
        guard let change else { uncoded += reader.faults.isEmpty ? 1 : 0; continue }
        seen[change.comment] = row.line
        changes.append(change)
        lines.append(row.line)
      }
      (self.name, self.found) = (name, found)
    }

    /// Every fault of the file, in the order of its lines, with why some changes would not be kept.
    func faults(unkept: [Int: String] = [:]) -> [String] {
      let others = unkept.sorted { $0.key < $1.key }
        .map { LineFault(line: lines[$0.key], words: $0.value) }
      return (found + others).told(of: name)
    }
  }
}

/// Reads one line, and finds every fault of it.
private struct CodingReader {
  let row: CSVTable.Row
  let frame: ThemeFrame
  var faults: [String] = []

  init(row: CSVTable.Row, frame: ThemeFrame) { (self.row, self.frame) = (row, frame) }

  /// Nil where nobody coded it, or something is wrong.
  mutating func change() -> CodingChange? {
    guard let id = UUID(uuidString: row["id"]) else {
      faults.append("'\(row["id"].short)' is no comment's id; leave that column as it was")
      return nil
    }
    let quote = Self.unescaped(row["quote"])
    let isReleased = isReleased()
    guard let themes = themes() else {
      if !quote.isEmpty || isReleased {
        faults.append(
          "a comment that is quoted needs its themes first; \(CommentTheme.none) if none fits")
      }
      return nil
    }
    if quote.contains(where: \.isNewline) { faults.append("a quote must stand on one line") }
    return CodingChange(
      comment: id, themes: themes, quote: quote.isEmpty ? nil : quote, unchecked: unchecked,
      isReleased: isReleased)
  }

  /// Nil where nothing is written, so that nobody has coded it.
  private mutating func themes() -> [String]? {
    let written = row["themes"].split { " ,;".contains($0) }.map { $0.lowercased() }
    if written.isEmpty { return nil }
    if written == [CommentTheme.none] { return [] }
    let known = frame.themes.map(\.id)
    let group = Audience.Group(rawValue: row["group"])
    for theme in written {
      guard let found = frame.theme(theme) else {
        faults.append(unknown(theme, known))
        continue
      }
      if let group, !found.groups.contains(group) {
        let groups = found.groups.map(\.rawValue).joined(separator: ", ")
        faults.append("theme '\(theme)' is for \(groups), not for \(group.rawValue)")
      }
    }
    if Set(written).count < written.count { faults.append("a theme is there twice") }
    return written
  }

  private func unknown(_ theme: String, _ known: [String]) -> String {
    if theme == CommentTheme.none {
      return "\(CommentTheme.none) stands beside a theme; write one or the other"
    }
    let near = known.nearest(to: theme)
    return "there is no theme '\(theme.short)'; "
      + (near.map { "did you mean '\($0)'?" } ?? "see 'heard comments themes'")
  }

  private mutating func isReleased() -> Bool {
    let written = row["released"].lowercased()
    if !["", "yes", "no"].contains(written) {
      faults.append("released is '\(written.short)'; write yes, or leave it empty")
    }
    return written == "yes"
  }

  private var unchecked: [String] {
    row["check"].split(separator: ";").map { Self.unescaped(String($0).trimmingSpaces) }
      .filter { !$0.isEmpty }
  }

  /// Without the apostrophe that keeps a spreadsheet from taking words for a formula.
  private static func unescaped(_ field: String) -> String {
    guard field.first == "'", let next = field.dropFirst().first, "=+-@".contains(next) else {
      return field
    }
    return String(field.dropFirst())
  }
}
