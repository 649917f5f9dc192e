import GRDB
public import SurveyCore

extension SQLiteStore {
  public func concerns(
    quarter: Month, frozenBy release: Release?
  ) throws(StoreError) -> ConcernCounts {
    try read { database in
      guard let release else { return try ConcernCounts.count(in: database, quarter: quarter) }
      return try ConcernCounts.frozen(by: release.id, in: database) ?? ConcernCounts()
    }
  }
}

extension ConcernCounts {
  /// How those kept now stood when a quarter ended.
  fileprivate static func count(in database: Database, quarter: Month) throws -> ConcernCounts {
    let last = quarter.adding(2)
    let row = try Row.fetchOne(
      database, sql: Concerns.counts,
      arguments: ["first": "\(quarter)-01", "last": "\(last)-\(last.lastDay)"])
    return try row.map { try ConcernCounts(row: $0) } ?? ConcernCounts()
  }

  /// Nil where the release froze none.
  fileprivate static func frozen(by release: Int, in database: Database) throws -> ConcernCounts? {
    try Row.fetchOne(
      database,
      sql: """
        SELECT raised, heard, agreed, closed, overdue, earlier, earlier_overdue
        FROM frozen_concerns WHERE release = ?
        """, arguments: [release]
    ).map { try ConcernCounts(row: $0) }
  }

  private init(row: Row) throws {
    self.init(
      raised: try row.get(0), heard: try row.get(1), agreed: try row.get(2),
      closed: try row.get(3), overdue: try row.get(4), earlier: try row.get(5),
      earlierOverdue: try row.get(6))
  }
}

extension Ledger {
  /// Fewer that came late than this are left out of another issue: between the two, their number
  /// would tell what few people said.
  private static let fewLate = 10

  /// Freezes the concerns of a release's quarter. Of those that a kiosk handed in after an older
  /// issue, few stay out as they did then.
  func freezeConcerns(of release: Int, quarter: Month, upon older: Int?) throws {
    var counts = try ConcernCounts.count(in: database, quarter: quarter)
    if let older, let before = try ConcernCounts.frozen(by: older, in: database),
      counts.raised - before.raised < Self.fewLate
    {
      counts = before
    }
    try database.execute(
      sql: "INSERT INTO frozen_concerns VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        release, counts.raised, counts.heard, counts.agreed, counts.closed, counts.overdue,
        counts.earlier, counts.earlierOverdue,
      ])
  }
}
