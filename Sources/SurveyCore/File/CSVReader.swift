/// Reads CSV (RFC 4180), forgivingly: a byte order mark, any line end, and lines with nothing on
/// them are passed over, and spaces around a field are left out.
public struct CSVReader: Sendable {
  /// One record, and the line it begins on.
  public struct Record: Sendable, Hashable {
    public let line: Int
    public let fields: [String]
  }

  public private(set) var records: [Record] = []
  /// The line of a quote that is never closed; nil when all are.
  public private(set) var unclosed: Int?

  private var fields: [String] = []
  private var field = String.UnicodeScalarView()
  private var line = 1
  private var begun = 1

  public init(_ text: String) {
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    read(&scalars)
    endRecord()
  }

  private mutating func read(_ rest: inout Substring.UnicodeScalarView) {
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"" where field.allSatisfy(Self.isSpace):
        field = String.UnicodeScalarView()
        readQuoted(&rest)
      case ",": endField()
      case "\r", "\n":
        if scalar == "\r", rest.first == "\n" { rest.removeFirst() }
        endRecord()
        line += 1
        begun = line
      default: field.append(scalar)
      }
    }
  }

  /// Reads up to the closing quote; a doubled one stands for itself.
  private mutating func readQuoted(_ rest: inout Substring.UnicodeScalarView) {
    let opened = line
    var last: Unicode.Scalar?
    while let scalar = rest.popFirst() {
      if scalar == "\"" {
        guard rest.first == "\"" else { return }
        rest.removeFirst()
      }
      if scalar == "\r" || (scalar == "\n" && last != "\r") { line += 1 }
      field.append(scalar)
      last = scalar
    }
    unclosed = opened
  }

  private mutating func endField() {
    fields.append(Question.tidy(String(field)))
    field = String.UnicodeScalarView()
  }

  private mutating func endRecord() {
    endField()
    if fields.contains(where: { !$0.isEmpty }) {
      records.append(Record(line: begun, fields: fields))
    }
    fields = []
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
}

/// A CSV file whose first record names its columns: every fault is found, each with its line.
public struct CSVTable: Sendable {
  /// One line below the first.
  public struct Row: Sendable {
    public let line: Int
    private let values: [String: String]

    init(line: Int, values: [String: String]) { (self.line, self.values) = (line, values) }

    /// What stands in a column; empty where nothing does, or there is no such column.
    public subscript(column: String) -> String { values[column] ?? "" }
  }

  public private(set) var rows: [Row] = []
  public private(set) var faults: [LineFault] = []

  /// - Parameters:
  ///   - text: What the file holds.
  ///   - columns: Those that must be there.
  ///   - optional: Those that may be there.
  public init(_ text: String, columns: [String], optional: [String] = []) {
    let reader = CSVReader(text)
    if let line = reader.unclosed {
      let words = "a quote is opened and never closed; put a \" at the field's end"
      faults = [LineFault(line: line, words: words)]
      return
    }
    let begin = "begin with '\(columns.joined(separator: ","))'"
    guard let first = reader.records.first else {
      faults = [LineFault(line: 1, words: "is empty; \(begin)")]
      return
    }
    let header = first.fields.map { $0.lowercased() }
    let wrong: [String]
    if let mark = Self.otherMark(in: text, header) {
      wrong = ["fields are parted by \(mark); save the file as CSV with commas"]
    } else if !header.contains(where: (columns + optional).contains) {
      wrong = ["the first line must name the columns; \(begin)"]
    } else {
      wrong = Self.faults(inHeader: header, columns, optional)
    }
    faults = wrong.map { LineFault(line: first.line, words: $0) }
    if !faults.isEmpty { return }
    for record in reader.records.dropFirst() { add(record, header) }
  }

  private mutating func add(_ record: CSVReader.Record, _ header: [String]) {
    let (count, wanted) = (record.fields.count, header.count)
    // A spreadsheet leaves commas behind for columns that were emptied.
    let extra = record.fields.dropFirst(wanted)
    guard count >= wanted, extra.allSatisfy(\.isEmpty) else {
      let remedy =
        count < wanted
        ? "put a comma for each field that is empty" : "put \" around a field that holds a comma"
      let words = "has \(count) fields where the first line has \(wanted); \(remedy)"
      faults.append(LineFault(line: record.line, words: words))
      return
    }
    let values = Dictionary(zip(header, record.fields)) { first, _ in first }
    rows.append(Row(line: record.line, values: values))
  }

  /// What a file's fields are parted by, where that is no comma; nil where it is.
  private static func otherMark(in text: String, _ header: [String]) -> String? {
    guard header.count == 1 else { return nil }
    let lines = text.split(maxSplits: 1, whereSeparator: \.isNewline)
    let first = lines.first ?? ""
    return [(";", "semicolons"), ("\t", "tabs"), ("|", "bars")]
      .first { first.contains($0.0) }?.1
  }

  private static func faults(
    inHeader header: [String], _ columns: [String], _ optional: [String]
  ) -> [String] {
    let known = columns + optional
    let named = header.filter { !$0.isEmpty }
    let unknown = named.filter { !known.contains($0) }.map { column in
      "unknown column '\(Say.short(column))'; "
        + Say.meant(column, known, else: "the columns are \(known.joined(separator: ", "))")
    }
    let missing = columns.filter { !header.contains($0) }
    let all = missing.joined(separator: "', '")
    let which = missing.count == 1 ? "column '\(all)' is" : "columns '\(all)' are"
    let twice = Set(named.filter { name in named.count { $0 == name } > 1 }).sorted()
    return unknown
      + (missing.isEmpty ? [] : ["\(which) missing from the first line"])
      + twice.map { "column '\($0)' is there twice; take one out" }
  }
}

/// What is wrong with a line of a file, and what to write instead.
public struct LineFault: Sendable, Hashable {
  public let line: Int
  public let words: String

  public init(line: Int, words: String) { (self.line, self.words) = (line, words) }
}

extension [LineFault] {
  /// `file:line: fault; remedy`, in the order of the lines.
  public func told(of file: String) -> [String] {
    enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map { "\(file):\($0.element.line): \($0.element.words)" }
  }
}
