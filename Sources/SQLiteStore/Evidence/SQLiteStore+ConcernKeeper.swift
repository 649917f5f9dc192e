public import Foundation
import GRDB
public import SurveyCore

extension SQLiteStore: ConcernKeeper {
  public func concerns(closed: Bool) throws(StoreError) -> [StandingConcern] {
    try read { database in
      let rule = closed ? "IS NOT NULL" : "IS NULL"
      return try Row.fetchAll(
        database, sql: "\(Concerns.standing) WHERE closed \(rule) ORDER BY raised, id"
      ).map(StandingConcern.init(row:))
    }
  }

  public func hear(_ concern: UUID, on day: Day) throws(StoreError) -> Bool {
    try write { try $0.hear(concern, on: day) }
  }

  public func agree(
    _ action: ConcernAction, about concern: UUID, on day: Day
  ) throws(StoreError) -> ConcernChange {
    try write { ledger in
      if try ledger.isClosed(concern) { return .wasClosed }
      guard try ledger.hear(concern, on: day) else { return .absent }
      try ledger.database.execute(
        sql: "INSERT OR REPLACE INTO concern_actions VALUES (?, ?, ?, ?, ?)",
        arguments: [
          Data(concern.bytes), "\(day)", action.words, action.owner, "\(action.due)",
        ])
      return .done
    }
  }

  public func close(
    _ concern: UUID, outcome: String?, on day: Day
  ) throws(StoreError) -> ConcernChange {
    try write { ledger in
      let wasClosed = try ledger.isClosed(concern)
      guard try ledger.hear(concern, on: day) else { return .absent }
      let key = Data(concern.bytes)
      try ledger.database.execute(
        sql: """
          UPDATE text_concerns SET closed = coalesce(closed, ?), number = NULL WHERE id = ?
          """, arguments: ["\(day)", key])
      try ledger.database.execute(
        sql: """
          INSERT INTO concern_ends VALUES (
            ?1, coalesce((SELECT closed FROM text_concerns WHERE id = ?1), ?2), ?3)
          ON CONFLICT (concern) DO UPDATE SET outcome = coalesce(excluded.outcome, outcome)
          """, arguments: [key, "\(day)", outcome])
      return wasClosed ? .wasClosed : .done
    }
  }
}

extension Ledger {
  /// Marks a concern as heard, wherever it stands; false when there is none with this id.
  fileprivate func hear(_ concern: UUID, on day: Day) throws -> Bool {
    for table in ["concerns", "text_concerns"] {
      try database.execute(
        sql: "UPDATE \(table) SET heard = coalesce(heard, ?) WHERE id = ?",
        arguments: ["\(day)", Data(concern.bytes)])
      if database.changesCount == 1 { return true }
    }
    return false
  }

  fileprivate func isClosed(_ concern: UUID) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT closed IS NOT NULL FROM (\(Concerns.standing)) WHERE id = ?",
      arguments: [Data(concern.bytes)]) ?? false
  }
}

/// Concerns of both tables, each with what was agreed about it last and how it ended.
enum Concerns {
  /// Its columns are named, so that it can stand within another statement.
  static let standing = """
    SELECT * FROM (
      SELECT found.id AS id, collection, found.day AS raised, question, answer, heard,
        action, owner, due, coalesce(ends.day, found.closed) AS closed, outcome
      FROM (
          SELECT id, collection, day, question, answer, heard, NULL AS closed FROM concerns
          UNION ALL
          SELECT id, collection, day, NULL, NULL, heard, closed FROM text_concerns) AS found
        LEFT JOIN concern_ends AS ends ON ends.concern = found.id
        LEFT JOIN concern_actions AS latest ON latest.concern = found.id AND latest.day = (
          SELECT max(day) FROM concern_actions WHERE concern = found.id))
    """

  /// Concerns as they stood on the last day of a quarter, counted. What was written down later does
  /// not count, so the counts of a quarter that has ended do not change, but for what a kiosk hands
  /// in late.
  static let counts = """
    WITH agreed AS (
        SELECT concern, due FROM concern_actions AS one WHERE day = (
          SELECT max(day) FROM concern_actions
          WHERE concern = one.concern AND day <= :last)),
      stood AS (
        SELECT raised >= :first AS mine, coalesce(heard <= :last, 0) AS heard, due,
          coalesce(closed <= :last, 0) AS closed
        FROM (\(raised)) AS every LEFT JOIN agreed ON agreed.concern = every.id
        WHERE raised <= :last),
      marked AS (
        SELECT mine, heard, closed, closed = 0 AS open, heard AND (closed OR due IS NOT NULL) AS agreed,
          closed = 0 AND coalesce(due <= :last, 0) AS overdue FROM stood)
    SELECT coalesce(sum(mine), 0), coalesce(sum(mine AND heard), 0),
      coalesce(sum(mine AND agreed), 0), coalesce(sum(mine AND closed), 0),
      coalesce(sum(mine AND overdue), 0), coalesce(sum(NOT mine AND open), 0),
      coalesce(sum(NOT mine AND overdue), 0)
    FROM marked
    """

  private static let raised = """
    SELECT id, day AS raised, heard, ends.closed AS closed FROM concerns
      LEFT JOIN (SELECT concern, day AS closed FROM concern_ends) AS ends ON ends.concern = id
    UNION ALL SELECT id, day, heard, closed FROM text_concerns
    """
}

extension StandingConcern {
  fileprivate init(row: Row) throws {
    func day(_ column: Int) throws -> Day? {
      guard let text = try row.get(column, as: String?.self) else { return nil }
      guard let day = Day(text) else { throw StoreError.broken("a concern cannot be read") }
      return day
    }
    guard let id = UUID(stored: try row.get(0)), let raised = try day(2) else {
      throw StoreError.broken("a concern cannot be read")
    }
    let (question, value) = (try row.get(3, as: String?.self), try row.get(4, as: String?.self))
    let source = question.flatMap { question in
      value.map { Source.answer(question: question, value: $0) }
    }
    let (words, owner) = (try row.get(6, as: String?.self), try row.get(7, as: String?.self))
    var action: ConcernAction?
    if let words, let owner, let due = try day(8) {
      action = ConcernAction(words: words, owner: owner, due: due)
    }
    self.init(
      id: id, collection: try row.get(1), day: raised, source: source ?? .text,
      heard: try day(5), action: action, closed: try day(9), outcome: try row.get(10))
  }
}
