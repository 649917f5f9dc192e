public import Foundation
import GRDB
public import SurveyCore

extension SQLiteStore: Registrar {
  public func publish(_ survey: Survey, on day: Day) throws(StoreError) -> Edition {
    let content = survey.canonical
    let id = try write { try $0.publish(survey, as: content, on: day) }
    guard let edition = try edition(id) else { throw .broken("an edition vanished") }
    return edition
  }

  public func newestEdition(of survey: String) throws(StoreError) -> Edition? {
    try editions(of: survey).last
  }

  public func editions() throws(StoreError) -> [Edition] {
    try read { database in
      try Int.fetchAll(database, sql: "SELECT id FROM editions ORDER BY survey, number")
        .compactMap { try self.shelf.codebook($0, from: database)?.edition }
    }
  }

  public func open(_ opening: Opening) throws(StoreError) -> Int {
    try write { try $0.open(opening) }
  }

  public func collections() throws(StoreError) -> [Collection] {
    try read { try Self.collections(in: $0, where: "true") }
  }

  public func close(_ collection: Int, to state: Collection.State) throws(StoreError) -> Bool {
    let isThere = try write { try $0.close(collection, to: state) }
    known.with { known in
      known.version += 1
      known.collections = [:]
    }
    return isThere
  }

  public func unheardConcerns() throws(StoreError) -> [Concern] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT id, collection, day, question, answer FROM concerns WHERE heard IS NULL
          ORDER BY day, id
          """
      ).map { row in
        guard let id = UUID(stored: try row.get(0)), let day = Day(try row.get(2, as: String.self))
        else { throw StoreError.broken("a concern cannot be read") }
        return Concern(
          id: id, collection: try row.get(1), day: day, question: try row.get(3),
          answer: try row.get(4))
      }
    }
  }

  public func wipeJourneys(
    untouchedSince instant: Date, on day: Day
  ) throws(StoreError) -> Int {
    let seconds = Int(instant.timeIntervalSince1970)
    var total = 0
    while true {
      let wiped = try write { [sessions] ledger in
        try ledger.wipe(before: seconds, on: day) { sessions.isUnwritten($0) }
      }
      for session in wiped { sessions.end(session) }
      total += wiped.count
      if wiped.isEmpty { return total }
    }
  }

  static func collections(in database: Database, where rule: String) throws -> [Collection] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT collections.id, edition, places.name, audience, single_use, promise, state, opened
        FROM collections JOIN places ON places.id = place WHERE \(rule) ORDER BY collections.id
        """
    ).map { row in
      guard let promise = Promise(rawValue: try row.get(5)),
        let opened = Day(try row.get(7, as: String.self)),
        let state = Collection.State(rawValue: try row.get(6))
      else { throw StoreError.broken("a collection cannot be read") }
      return Collection(
        id: try row.get(0), edition: try row.get(1), place: try row.get(2),
        audience: try row.get(3), isSingleUse: try row.get(4), promise: promise, state: state,
        opened: opened)
    }
  }
}

extension UUID {
  /// Nil unless there are sixteen bytes.
  init?(stored bytes: Data) {
    let bytes = Array(bytes)
    guard bytes.count == 16 else { return nil }
    self.init(
      uuid: (
        bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8],
        bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
      ))
  }
}

extension SQLiteStore {
  /// Proves that a write reaches the disk now, for readiness checks.
  public func proveWritable() throws(StoreError) { try write { _ in } }
}
