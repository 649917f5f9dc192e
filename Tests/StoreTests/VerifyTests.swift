import Foundation
import GRDB
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// What may happen to a file, and what must be seen of it.
@Suite struct VerifyTests {
  private static let unsort = """
    INSERT INTO unsorted SELECT response, slice, json_group_array(option) FROM answers GROUP BY response;
    DELETE FROM answers;
    """

  /// Ways to change one thing behind the store's back, and words of the fault that must be found.
  private static let changes = [
    (
      "DELETE FROM answers WHERE (slice, option, response) IN (SELECT * FROM answers LIMIT 1)",
      "handed in"
    ),
    (
      "UPDATE answers SET slice = (SELECT max(id) FROM slices) WHERE slice = (SELECT min(id) FROM slices)",
      "counted where"
    ),
    (unsort + "UPDATE unsorted SET options = '[1]'", "handed in"),
    (unsort + "DELETE FROM unsorted", "handed in"),
    ("UPDATE comments SET body = 'Ask me last.'", "handed in"),
    ("DELETE FROM comments", "handed in"),
    ("UPDATE responses SET day = day + 1", "handed in"),
    ("UPDATE responses SET digest = zeroblob(32)", "handed in"),
    ("UPDATE slices SET audience = 'parent-carer'", "handed in"),
    ("UPDATE slices SET month = '2026-08' WHERE id = (SELECT min(id) FROM slices)", "handed in"),
    ("DELETE FROM responses WHERE id = (SELECT min(id) FROM responses)", "not there"),
    ("DELETE FROM collections", "not there"),
    ("UPDATE editions SET content = CAST(replace(content, 'visit', 'visiT') AS BLOB)", "published"),
    ("DELETE FROM options WHERE value = '3'", "lacks an option"),
    ("UPDATE options SET value = 'other' WHERE value = 'yes'", "lacks an option"),
  ]

  @Test(arguments: changes)
  func `verify sees what was changed behind the store's back`(
    sql: String, words: String
  ) throws {
    let folder = try TemporaryFolder()
    try Self.fill(folder)
    try Self.change(folder.store, sql)
    let store = try SQLiteStore.readOnly(folder.store)
    let faults = try store.verify().faults
    #expect(faults.contains { $0.contains(words) }, "\(faults)")
    try store.close()
    #expect(throws: StoreError.self) {
      try SQLiteStore.restore(folder.store, to: folder.path("restored"))
    }
  }

  @Test func `verify sees a flipped byte wherever something is said`() throws {
    let folder = try TemporaryFolder()
    try Self.fill(folder)
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder.store))
    for word in ["Ask me first", "12-17", "CREATE TABLE answers"] {
      var broken = whole
      let place = try #require(broken.range(of: Data(word.utf8)))
      broken[place.lowerBound + 3] ^= 0x01
      try broken.write(to: URL(fileURLWithPath: folder.store))
      let faults = Result {
        let store = try SQLiteStore.readOnly(folder.store)
        defer { try? store.close() }
        return try store.verify().faults
      }
      let isFound = (try? faults.get().isEmpty) != true
      #expect(isFound, "\(word)")
    }
  }

  @Test func `a file that is no store or of a later version is left alone`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("other")
    try Data("This is no database, but it is long enough to be looked at.".utf8)
      .write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.self) { try SQLiteStore.open(path) }
    let foreign = folder.path("foreign")
    let queue = try DatabaseQueue(path: foreign)
    try queue.write { try $0.execute(sql: "CREATE TABLE t (a)") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: foreign))
    #expect(throws: StoreError.broken("the file is not a Heard store")) {
      try SQLiteStore.open(foreign)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: foreign)) == before)
    try Self.fill(folder)
    try Self.change(folder.store, "PRAGMA user_version = 99")
    #expect(throws: StoreError.broken("the store was made by a later Heard (version 99)")) {
      try SQLiteStore.open(folder.store)
    }
  }

  @Test func `a shipped step of the schema never changes`() {
    let shipped = [
      "fc927a9f819445ce36d08b1b8b6b224fa7cf6607a8792bd3d5fd9c590d5648e6",
      "b51b8dc050f6ff5aa8f2e75cc33649a67f1a7c33a8668c01701dd0969a578c5b",
      "3c64f445eca8f23af1ae44c365f6009666abea891bd60091776f453ec508239c",
      "55df94e92ed649a51fad3dfd71a150d1bf053fe74a3d01879ef881e9cefe0f04",
      "741f57696626ab4b6f2c66ed20cdae688644ae86fe4a70bf62b8e6f6cb6defc8",
    ]
    #expect(Schema.steps.map { "\(Fingerprint(of: Array($0.utf8)))" } == shipped)
  }

  private static func fill(_ folder: TemporaryFolder) throws {
    let store = try SQLiteStore.open(in: folder)
    let collection = try store.openCollection()
    for month in [6, 7] {
      for _ in 0..<3 {
        _ = store.walk(Fixture.response(collection, day: Fixture.at(2026, month, 15)))
      }
    }
    #expect(try store.verify().faults == [])
    try store.write { try $0.sortIn() }
    #expect(try store.verify().faults == [])
    try store.close()
  }

  private static func change(_ path: String, _ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }
}
