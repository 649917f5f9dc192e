import Foundation
import GRDB
public import SurveyCore

extension SQLiteStore {
  /// Checks everything kept: the file's structure, that what is referred to is there, that every
  /// edition is what it was published as, and that every response is what was handed in.
  public func verify() throws(StoreError) -> Verification {
    try read { database in
      var faults: [String] = []
      for check in [structure, references, contents, responses, kiosks, texts, evidence, frozen] {
        do { faults += try check(database) } catch {
          faults.append(Self.words(for: StoreError(error)))
        }
      }
      // A file too broken to be counted has its faults above.
      func count(_ table: String) -> Int {
        (try? Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)")) ?? 0
      }
      return Verification(
        responses: count("responses"), editions: count("editions"),
        collections: count("collections"), concerns: count("concerns"),
        kiosks: count("kiosks"), faults: faults)
    }
  }

  private static func words(for error: StoreError) -> String {
    switch error {
    case .broken(let fact), .refused(let fact): fact
    case .full: "no room on the disk"
    case .busy: "the file is in use"
    case .conflict: "two responses have one id"
    }
  }

  private func structure(_ database: Database) throws -> [String] {
    try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
  }

  private func references(_ database: Database) throws -> [String] {
    var broken: [String: Int] = [:]
    let rows = try Row.fetchCursor(database, sql: "PRAGMA foreign_key_check")
    while let row = try rows.next() {
      let table = try row.get(0, as: String.self)
      let parent = try row.get(2, as: String.self)
      broken["\(table) of \(parent)", default: 0] += 1
    }
    return broken.sorted { $0.key < $1.key }
      .map { "\($0.value) rows in \($0.key) refer to something that is not there" }
  }

  private func contents(_ database: Database) throws -> [String] {
    var faults: [String] = []
    let rows = try Row.fetchCursor(database, sql: "SELECT id, hash, content FROM editions")
    while let row = try rows.next() {
      let id = try row.get(0, as: Int.self)
      let hash = Fingerprint(bytes: try row.get(1, as: Data.self))
      guard Fingerprint(of: [UInt8](try row.get(2, as: Data.self))) == hash else {
        faults.append("edition \(id) is not what was published")
        continue
      }
      guard let codebook = try shelf.codebook(id, from: database) else { continue }
      let meant = Codebook.rows(for: codebook.edition.survey).map { [$0.question, $0.value] }
      let kept = codebook.meanings.values.map { [$0.question, $0.value] }
      if Set(meant) != Set(kept) { faults.append("edition \(id) lacks an option") }
    }
    return faults
  }

  private func responses(_ database: Database) throws -> [String] {
    try ResponseCheck(database) { try self.shelf.codebook($0, from: database) }.faults()
  }

  private func kiosks(_ database: Database) throws -> [String] {
    let received = try String.fetchAll(database, sql: "SELECT received FROM kiosks")
    let unread = received.count { NumberRanges($0) == nil }
    let astray = try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM signs JOIN responses ON responses.id = response
          JOIN slices ON slices.id = slice
        WHERE channel <> 'kiosk'
        """)
    return (unread > 0 ? ["the numbers that \(unread) kiosks handed in cannot be read"] : [])
      + (astray ?? 0 > 0 ? ["\(astray ?? 0) signs of misuse are on answers from no kiosk"] : [])
  }
}
