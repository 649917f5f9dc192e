public import Foundation
import GRDB
public import SurveyCore

extension SQLiteStore: CaseReader {
  public func log(_ reading: CommentReading) throws(StoreError) {
    try write { ledger in
      try ledger.database.execute(
        sql: "INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          Data(reading.id.bytes), reading.reader, reading.reason, reading.survey,
          "\(reading.from)", "\(reading.through)", "\(reading.day)",
        ])
    }
  }

  public func readings() throws(StoreError) -> [CommentReading] {
    try read { try Self.readings(in: $0, where: "true", []) }
  }

  public func comments(for reading: UUID) throws(StoreError) -> [WrittenComment] {
    try read { database in
      let logged = try Self.readings(in: database, where: "id = ?", [Data(reading.bytes)])
      guard let logged = logged.first else {
        throw StoreError.refused("comments are read only once it is logged who reads them and why")
      }
      return try Row.fetchAll(
        database, sql: Self.toRead,
        arguments: [logged.survey, "\(logged.from)", "\(logged.through)"]
      ).map(WrittenComment.init(row:))
    }
  }

  public func faults(
    in changes: [CodingChange], by name: String
  ) throws(StoreError) -> [Int: CodingFault] {
    try read { try Recoding(changes, by: name, in: $0).faults }
  }

  public func code(
    _ changes: [CodingChange], by name: String, on day: Day
  ) throws(StoreError) -> CodingOutcome {
    try write { try $0.code(changes, by: name, on: day) }
  }

  private static func readings(
    in database: Database, where rule: String, _ values: StatementArguments
  ) throws -> [CommentReading] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT id, reader, reason, survey, first, last, day FROM readings WHERE \(rule)
        ORDER BY day, id
        """, arguments: values
    ).map { row in
      guard let id = UUID(stored: try row.get(0)),
        let from = Month(try row.get(4, as: String.self)),
        let through = Month(try row.get(5, as: String.self)),
        let day = Day(try row.get(6, as: String.self))
      else { throw StoreError.broken("a logged reading cannot be read") }
      return CommentReading(
        id: id, reader: try row.get(1), reason: try row.get(2), survey: try row.get(3),
        from: from, through: through, day: day)
    }
  }

  /// By id, which was drawn by lot, so that their order says nothing.
  private static let toRead = """
    SELECT comments.id, editions.number, options.question, slices.audience, slices.language, body,
      themes, coder, quote, quoter, releaser
    FROM comments CROSS JOIN options ON options.id = comments.option
      JOIN editions ON editions.id = options.edition AND editions.survey = ?
      CROSS JOIN responses ON responses.id = comments.response
      JOIN slices ON slices.id = responses.slice AND slices.month BETWEEN ? AND ?
      LEFT JOIN codings ON codings.comment = comments.id
    ORDER BY comments.id
    """
}

extension WrittenComment {
  fileprivate init(row: Row) throws {
    guard let id = UUID(stored: try row.get(0)) else {
      throw StoreError.broken("a comment cannot be read")
    }
    self.init(
      id: id, edition: try row.get(1), question: try row.get(2), audience: try row.get(3),
      language: Language(try row.get(4)), words: try row.get(5),
      coding: try Coding(row: row, from: 6))
  }
}

extension Coding {
  /// What stands in five columns from `first` on; nil where a comment was not coded.
  fileprivate init?(row: Row, from first: Int) throws {
    guard let themes = try row.get(first, as: String?.self) else { return nil }
    self.init(
      themes: themes.split(separator: " ").map(String.init), coder: try row.get(first + 1),
      quote: try row.get(first + 2), quoter: try row.get(first + 3),
      releaser: try row.get(first + 4))
  }
}

/// What becomes of comments by what somebody says of them, before anything is written.
private struct Recoding {
  private(set) var faults: [Int: CodingFault] = [:]
  /// What is another coding than before.
  private(set) var written: [(comment: UUID, Coding)] = []
  private(set) var summary = CodingSummary()

  init(_ changes: [CodingChange], by name: String, in database: Database) throws {
    let find = try Command(Self.finding, on: database)
    for (index, change) in changes.enumerated() {
      let found = try find.first(.bytes(change.comment.bytes)) { row in
        (words: try row.get(0, as: String.self), before: try Coding(row: row, from: 1))
      }
      do throws(CodingFault) {
        guard let found else { throw .unknown }
        let coding = try change.applied(to: found.words, by: name, upon: found.before)
        summary.add(found.before, coding)
        if coding != found.before { written.append((change.comment, coding)) }
      } catch {
        faults[index] = error
      }
    }
  }

  private static let finding = """
    SELECT body, themes, coder, quote, quoter, releaser
    FROM comments LEFT JOIN codings ON codings.comment = comments.id WHERE comments.id = ?
    """
}

extension Ledger {
  /// Codes comments; where one may not be, a job has changed nothing.
  func code(
    _ changes: [CodingChange], by name: String, on day: Day
  ) throws -> CodingOutcome {
    let recoding = try Recoding(changes, by: name, in: database)
    guard recoding.faults.isEmpty else { return .refused(recoding.faults) }
    let add = try Command(Self.coding, on: database)
    for (comment, coding) in recoding.written { try write(coding, of: comment, on: day, by: add) }
    return .done(recoding.summary)
  }

  private func write(
    _ coding: Coding, of comment: UUID, on day: Day, by command: Command
  ) throws {
    try command.run(
      .bytes(comment.bytes), .text(coding.themes.joined(separator: " ")), .text(coding.coder),
      .text("\(day)"), .text(coding.quote), .text(coding.quoter), .text(coding.releaser))
  }

  private static let coding = """
    INSERT INTO codings
      (comment, slice, option, themes, coder, day, quote, quoter, releaser)
    SELECT comments.id, responses.slice, comments.option, ?2, ?3, ?4, ?5, ?6, ?7
    FROM comments JOIN responses ON responses.id = comments.response WHERE comments.id = ?1
    ON CONFLICT (comment) DO UPDATE SET themes = excluded.themes, coder = excluded.coder,
      day = excluded.day, quote = excluded.quote, quoter = excluded.quoter,
      releaser = excluded.releaser
    """
}
