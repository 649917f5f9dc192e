public import Foundation
import GRDB
public import SurveyCore

extension SQLiteTexts: TextDesk {
  public func invite(
    _ invitations: [TextInvitation], to collection: Int, at now: Date
  ) throws(StoreError) -> [TextInvited] {
    let invited = try write(at: now) { book in
      guard try book.isOpenToText(collection) else {
        throw StoreError.refused("collection \(collection) takes no new answers by text")
      }
      if try book.isCrowded() { throw StoreError.busy }
      let row = try book.ledger.collection(collection)
      let invited = try invitations.map { try book.invite($0, to: collection, row) }
      try book.ledger.count(texted: invited.count { $0 == .invited }, for: collection)
      return invited
    }
    bell()
    return invited
  }

  public func read(_ concern: UUID) throws(StoreError) -> ConcernContent? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT content, number FROM text_concerns WHERE id = ?",
        arguments: [Data(concern.bytes)]
      ).map { row in
        let held = try self.house.key.open(
          row.get(0, as: Data.self), as: SealedConcern.self, in: "text_concerns", concern.bytes)
        let place = NumberKey.Place(table: "text_concerns.number", row: concern.bytes.hex)
        let number = try row.get(1, as: Data?.self)
          .map { try self.house.key.number(in: [UInt8]($0), for: place) }
        return ConcernContent(concern: held.concern, raised: held.raised, number: number)
      }
    }
  }

  public func lostNumbers() throws(StoreError) -> [LostNumber] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT number, reason, sealed FROM silenced WHERE sealed IS NOT NULL"
      ).map { row in
        let hash = [UInt8](try row.get(0, as: Data.self))
        let place = NumberKey.Place(table: "silenced", row: hash.hex)
        let number = try self.house.key.number(in: [UInt8](row.get(2, as: Data.self)), for: place)
        return LostNumber(number: number, isWrong: try row.get(1, as: String.self) == "wrong")
      }
    }
  }

  public func wipeTexts(at now: Date) throws(StoreError) -> TextsWiped {
    try write(at: now) { try $0.wipe() }
  }
}

extension TextBook {
  /// Deletes what has been kept long enough.
  func wipe() throws -> TextsWiped {
    let kept = house.retention
    var wiped = TextsWiped()
    func delete(_ rule: String, _ values: Int...) throws -> Int {
      try ledger.database.execute(
        sql: "DELETE FROM \(rule)", arguments: StatementArguments(values))
      return ledger.database.changesCount
    }
    let today = now.days
    _ = try delete("arrivals WHERE day < ?", today - kept.arrivals)
    _ = try delete(
      "recent_texts WHERE coalesce(heard, 0) < ? AND coalesce(answered, 0) < ?",
      now.milliseconds - 60_000, now.milliseconds - 86_400_000)
    wiped.conversations = try delete("conversations WHERE until <= ?", today)
    wiped.texts = try delete(
      "outbox WHERE state NOT IN ('waiting', 'doubtful', 'handed') AND coalesce(handed, due) < ?",
      now.milliseconds - kept.sent * 86_400_000)
    wiped.texts += try delete("parked WHERE day < ?", today - kept.numbers)
    _ = try delete("misses WHERE day < ?", today - kept.numbers)
    try ledger.database.execute(
      sql: "UPDATE silenced SET sealed = NULL, day = NULL WHERE day < ?",
      arguments: [today - kept.numbers])
    let oldest = Day(now.addingTimeInterval(-Double(kept.words) * 86_400), in: house.rules.zone)
    try ledger.database.execute(
      sql: "DELETE FROM remarks WHERE day < ?", arguments: ["\(oldest)"])
    wiped.words = ledger.database.changesCount
    return wiped
  }
}

extension SQLiteStore {
  /// Checks the text channel's tables as far as that goes without the key.
  func texts(_ database: Database) throws -> [String] {
    func count(_ rule: String) throws -> Int {
      try Int.fetchOne(database, sql: "SELECT count(*) FROM \(rule)") ?? 0
    }
    let sealed = [
      ("conversations", "sealed"), ("outbox", "sealed"), ("silenced", "sealed"),
      ("remarks", "sealed"), ("text_concerns", "content"), ("text_concerns", "number"),
      ("parked", "sealed"),
    ]
    return try sealed.compactMap { table, column -> String? in
      let open = try count("\(table) WHERE substr(\(column), 1, 1) <> x'01'")
      return open == 0 ? nil : "\(open) rows of \(table) are not sealed"
    }
  }
}

extension SQLiteStore {
  /// Whether anything kept can only be found or opened with the key of the numbers.
  public func needsNumberKey() throws(StoreError) -> Bool {
    try read { database in
      try ["silenced", "conversations", "text_concerns", "remarks", "parked"].contains { table in
        try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM \(table))") ?? false
      }
    }
  }

  /// Whether what is kept was sealed with `key`, as far as that can be told: true where nothing is
  /// sealed. A few rows are tried, since one may be damaged.
  public func mayBeSealed(with key: NumberKey) throws(StoreError) -> Bool {
    try read { database in
      var isAnySealed = false
      for (table, row, column) in [
        ("conversations", "number", "sealed"), ("text_concerns", "id", "content"),
        ("remarks", "id", "sealed"), ("parked", "id", "sealed"),
      ] {
        let rows = try Row.fetchAll(
          database, sql: "SELECT \(row), \(column) FROM \(table) LIMIT 5")
        for row in rows {
          isAnySealed = true
          let place = NumberKey.Place(table: table, row: [UInt8](try row.get(0, as: Data.self)).hex)
          let sealed = [UInt8](try row.get(1, as: Data.self))
          if (try? key.open(sealed, for: place)) != nil { return true }
        }
      }
      return !isAnySealed
    }
  }
}

extension SQLiteStore {
  /// Leaves out of a copy what must not be done twice: texts that wait would be sent once more from
  /// a restored store. Conversations go on there by their reminders.
  static func dropPassingTexts(_ database: Database) throws {
    try database.execute(sql: "DELETE FROM outbox; DELETE FROM recent_texts; DELETE FROM misses")
  }
}
