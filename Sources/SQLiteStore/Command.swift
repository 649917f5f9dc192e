import Foundation
import GRDB
import SurveyCore

/// A value to bind to a statement.
enum Value {
  case null
  case int(Int)
  case text(String)
  case bytes([UInt8])

  static func text(_ text: String?) -> Value { text.map { .text($0) } ?? .null }
  static func bytes(_ bytes: [UInt8]?) -> Value { bytes.map { .bytes($0) } ?? .null }
  static func flag(_ flag: Bool) -> Value { .int(flag ? 1 : 0) }

  fileprivate var stored: DatabaseValue {
    switch self {
    case .null: .null
    case .int(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .bytes(let bytes): Data(bytes).databaseValue
    }
  }
}

/// A statement of the writer, prepared once.
final class Command {
  private let sql: String
  private let database: Database
  /// Nil after a failure: SQLite cannot take a statement that failed back to its start, and GRDB
  /// stops the program where one is run again.
  private var statement: Statement?

  init(_ sql: String, on database: Database) throws {
    (self.sql, self.database) = (sql, database)
    statement = try database.makeStatement(sql: sql)
  }

  func run(_ values: Value...) throws {
    try attempt(values) { try $0.execute() }
  }

  /// The first row, read by `read`; nil when there is none.
  func first<Result>(_ values: Value..., read: (Row) throws -> Result) throws -> Result? {
    try attempt(values) { statement in
      let rows = try Row.fetchCursor(statement)
      guard let row = try rows.next() else { return nil }
      let result = try read(row)
      while try rows.next() != nil {}
      return result
    }
  }

  /// Every row, read by `read`.
  func all<Result>(_ values: Value..., read: (Row) throws -> Result) throws -> [Result] {
    try attempt(values) { statement in
      var results: [Result] = []
      let rows = try Row.fetchCursor(statement)
      while let row = try rows.next() { results.append(try read(row)) }
      return results
    }
  }

  private func attempt<Result>(
    _ values: [Value], _ work: (Statement) throws -> Result
  ) throws -> Result {
    let statement = try statement ?? database.makeStatement(sql: sql)
    self.statement = statement
    // Optionals, because GRDB takes anything else by a key path, which is made anew each time.
    let stored = values.map { $0.stored as (any DatabaseValueConvertible)? }
    statement.setUncheckedArguments(StatementArguments(stored))
    do {
      return try work(statement)
    } catch {
      self.statement = nil
      throw error
    }
  }
}
