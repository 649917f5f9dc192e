import SurveyCore

/// People to be invited, read from a CSV file: `number,language,audience`, and where wished `safe`.
struct InviteeFile {
  struct Row {
    let line: Int
    let number: PhoneNumber
    let language: Language
    let audience: String
    let isSafeToText: Bool
  }

  private(set) var rows: [Row] = []
  /// Every fault, by its line. They never quote a number.
  private(set) var faults: [String] = []

  private static let columns = ["number", "language", "audience", "safe"]

  /// - Parameters:
  ///   - text: What the file holds.
  ///   - name: What the faults call it.
  ///   - survey: What people are asked.
  ///   - asked: The one audience the collection asks; nil for all of the survey's.
  init(_ text: String, named name: String, for survey: Survey, asking asked: String?) {
    var seen: [PhoneNumber: Int] = [:]
    var header: [String]?
    let body = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let fields = Self.fields(String(line))
      if fields.allSatisfy(\.isEmpty) { continue }
      guard let columns = header else {
        header = fields.map { $0.lowercased() }
        if let fault = Self.fault(inHeader: fields.map { $0.lowercased() }) {
          faults.append("\(name):\(index + 1): \(fault)")
          return
        }
        continue
      }
      var reader = LineReader(fields, columns, survey, asked)
      let row = reader.row(index + 1)
      if let row, let first = seen[row.number] {
        reader.faults.append("the number is on line \(first) already; leave one out")
      }
      faults += reader.faults.map { "\(name):\(index + 1): \($0)" }
      guard let row, reader.faults.isEmpty else { continue }
      seen[row.number] = row.line
      rows.append(row)
    }
    if header == nil { faults.append("\(name):1: is empty; begin with 'number,language,audience'") }
  }

  private static func fault(inHeader header: [String]) -> String? {
    if let unknown = header.first(where: { !columns.contains($0) }) {
      return "unknown column \(shown(unknown)); the first line is 'number,language,audience', "
        + "and may have 'safe' as well"
    }
    let missing = columns.prefix(3).filter { !header.contains($0) }
    return missing.isEmpty ? nil : "column '\(missing.joined(separator: "', '"))' is missing"
  }

  /// The fields of one line; a quoted one may hold commas, and a doubled quote stands for itself.
  static func fields(_ line: String) -> [String] {
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var rest = line[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"" where isQuoted && rest.first == "\"":
        field.append("\"")
        rest.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        fields.append(field)
        field = ""
      default: field.append(character)
      }
    }
    return (fields + [field]).map { $0.trimmingSpaces }
  }
}

/// Reads one line, and finds every fault of it.
private struct LineReader {
  var faults: [String] = []
  private let values: [String: String]
  private let survey: Survey
  private let asked: String?

  init(_ fields: [String], _ header: [String], _ survey: Survey, _ asked: String?) {
    values = Dictionary(zip(header, fields)) { first, _ in first }
    (self.survey, self.asked) = (survey, asked)
    if fields.count != header.count {
      faults = ["has \(fields.count) fields where the first line has \(header.count)"]
    }
  }

  /// Nil where there is no number; the faults tell what else is wrong.
  mutating func row(_ line: Int) -> InviteeFile.Row? {
    guard faults.isEmpty else { return nil }
    let (number, language, audience, isSafe) = (number(), language(), audience(), isSafe())
    return number.map {
      InviteeFile.Row(
        line: line, number: $0, language: language, audience: audience, isSafeToText: isSafe)
    }
  }

  private mutating func number() -> PhoneNumber? {
    do throws(PhoneNumber.Fault) {
      let number = try PhoneNumber(values["number"] ?? "")
      if !number.mayBeMobile { faults.append("the number is no mobile; leave it out") }
      return number
    } catch {
      faults.append(error.words)
      return nil
    }
  }

  private mutating func language() -> Language {
    let language = Language((values["language"] ?? "").lowercased())
    if !survey.languages.contains(language) {
      let known = survey.languages.map(\.code).joined(separator: ", ")
      faults.append("the survey has no language \(shown(language.code)); it has \(known)")
    }
    return language
  }

  private mutating func audience() -> String {
    let audience = values["audience"] ?? ""
    if survey.audience(audience) == nil || (asked != nil && asked != audience) {
      let known = asked ?? survey.audiences.map(\.id).joined(separator: ", ")
      faults.append("audience \(shown(audience)) is not asked; asked is \(known)")
    }
    return audience
  }

  private mutating func isSafe() -> Bool {
    let safe = (values["safe"] ?? "").lowercased()
    if !["", "yes", "no"].contains(safe) {
      faults.append("safe is \(shown(safe)); write yes or no, or leave it empty for yes")
    }
    return safe != "no"
  }
}

/// A field as a fault may quote it: a number that stands in the wrong column is not.
private func shown(_ field: String) -> String {
  field.count(where: \.isNumber) < 6 ? "'\(field)'" : "(a number)"
}

extension String {
  /// Without spaces and tabs at either end.
  var trimmingSpaces: String {
    let head = drop { $0 == " " || $0 == "\t" }
    guard let last = head.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return String(head[...last])
  }
}

extension PhoneNumber.Fault {
  /// The words for whoever wrote the number.
  var words: String {
    switch self {
    case .empty: "the number is missing"
    case .notDigits: "the number holds something that is no digit"
    case .tooShort: "the number has too few digits"
    case .tooLong: "the number has too many digits"
    case .noCountry: "the number starts with a country's code that there is not"
    case .notUK: "the number is no number of the United Kingdom; write others with their + first"
    }
  }
}
