import Foundation
import GRDB
public import SurveyCore

extension SQLiteStore: ReleaseKeeper {
  public func freeze(_ quarter: Month, on day: Day) throws(StoreError) -> Release {
    let id = try write { try $0.freeze(quarter, on: day) }
    return try known(id)
  }

  public func release(
    _ draft: Release, with documents: [ReleasedDocument]
  ) throws(StoreError) -> Release {
    try write { try $0.release(draft, with: documents) }
    return try known(draft.id)
  }

  public func discard(_ draft: Release) throws(StoreError) {
    try write { try $0.discard(draft) }
  }

  public func releases() throws(StoreError) -> [Release] {
    try read { try Self.releases(in: $0, where: "draft = 0", []) }
  }

  public func isIntact(_ release: Release) throws(StoreError) -> Bool {
    try read { try Frozen.hash(of: release.id, in: $0) == release.counts }
  }

  public func release(of quarter: Month) throws(StoreError) -> Release? {
    try read { database in
      try Self.releases(in: database, where: "draft = 0 AND quarter = ?", ["\(quarter)"]).last
    }
  }

  public func counts(
    survey: String, frozenBy release: Release
  ) throws(StoreError) -> [Count] {
    try read { database in
      var tally = CountTally()
      let slices = try Row.fetchCursor(
        database, sql: Self.frozenSlices, arguments: [survey, release.id])
      while let row = try slices.next() { try tally.add(slice: row) }
      let counts = try Row.fetchCursor(
        database,
        sql: """
          SELECT slice, option, number FROM frozen_counts
          WHERE slice IN (SELECT id FROM frozen_slices WHERE release = ? AND edition IN (
            SELECT id FROM editions WHERE survey = ?))
          """, arguments: [release.id, survey])
      while let row = try counts.next() {
        tally.add(try row.get(2), to: try row.get(0), option: try row.get(1))
      }
      return try tally.counts { try self.shelf.codebook($0, from: database)?.meanings ?? [:] }
    }
  }

  public func turnouts(frozenBy release: Release) throws(StoreError) -> [Turnout] {
    try read { database in
      try [
        """
        SELECT edition, audience, channel, helped, name, month, NULL, responses
        FROM frozen_slices JOIN places ON places.id = place
        WHERE release = ? AND responses > 0
        """,
        """
        SELECT edition, audience, channel, helped, name, month, question, number
        FROM frozen_dropouts JOIN frozen_slices ON frozen_slices.id = slice
          JOIN places ON places.id = place
        WHERE release = ?
        """,
      ].flatMap { sql in
        try Row.fetchAll(database, sql: sql, arguments: [release.id]).map(Turnout.init)
      }
    }
  }

  private static let frozenSlices = """
    SELECT frozen_slices.id, edition, audience, channel, helped, name, month
    FROM frozen_slices JOIN places ON places.id = place
    WHERE edition IN (SELECT id FROM editions WHERE survey = ?) AND release = ?
    """

  private func known(_ id: Int) throws(StoreError) -> Release {
    let found = try read { try Self.releases(in: $0, where: "id = ?", [id]).first }
    guard let found else { throw .broken("a release vanished") }
    return found
  }

  private static func releases(
    in database: Database, where rule: String, _ arguments: StatementArguments
  ) throws -> [Release] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT id, quarter, issue, day, counts FROM releases WHERE \(rule)
        ORDER BY quarter, issue
        """, arguments: arguments
    ).map { row in
      let id = try row.get(0, as: Int.self)
      guard let quarter = Month(try row.get(1, as: String.self)),
        let day = Day(try row.get(3, as: String.self)),
        let counts = Fingerprint(bytes: try row.get(4, as: Data.self))
      else { throw StoreError.broken("a release cannot be read") }
      return Release(
        id: id, quarter: quarter, issue: try row.get(2), day: day, counts: counts,
        documents: try documents(of: id, in: database))
    }
  }

  private static func documents(
    of release: Int, in database: Database
  ) throws -> [ReleasedDocument] {
    try Row.fetchAll(
      database,
      sql: "SELECT name, hash FROM released_documents WHERE release = ? ORDER BY name",
      arguments: [release]
    ).map { row in
      guard let hash = Fingerprint(bytes: try row.get(1, as: Data.self)) else {
        throw StoreError.broken("a release cannot be read")
      }
      return ReleasedDocument(name: try row.get(0), hash: hash)
    }
  }

  /// Releases whose frozen counts are no longer what was frozen.
  func frozen(_ database: Database) throws -> [String] {
    try Self.releases(in: database, where: "true", []).compactMap { release in
      let hash = try Frozen.hash(of: release.id, in: database)
      return hash == release.counts
        ? nil
        : "the figures of \(release.quarter) to \(release.through), issue \(release.issue), are "
          + "not what was frozen"
    }
  }
}
