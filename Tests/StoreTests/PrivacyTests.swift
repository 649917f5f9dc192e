import Foundation
import GRDB
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// What may not be kept, held against the schema and against what is really in the tables.
@Suite struct PrivacyTests {
  @Test func `tables that hold what people said have no row numbers`() throws {
    let store = try Engine.memory.open()
    let rowless = try store.read { database in
      try String.fetchSet(
        database, sql: "SELECT name FROM pragma_table_list WHERE wr = 1 AND schema = 'main'")
    }
    let expected: Set = [
      "links", "responses", "answers", "unsorted", "comments", "concerns", "dropouts", "journeys",
      "kiosks", "invitations", "signs",
      "arrivals", "recent_texts", "conversations", "outbox", "silenced", "misses", "remarks",
      "text_concerns", "parked",
      "items", "asked", "readings", "codings", "concern_actions", "concern_ends",
      "released_documents", "frozen_counts", "frozen_dropouts", "frozen_comments",
      "frozen_askings", "frozen_concerns",
    ]
    #expect(rowless == expected)
    let lax = try store.number(
      """
      SELECT count(*) FROM pragma_table_list
      WHERE strict = 0 AND schema = 'main' AND name NOT LIKE 'sqlite_%'
      """)
    #expect(lax == 0)
  }

  @Test func `nothing kept after a journey is finer than the day`() throws {
    let store = try Engine.memory.open()
    try Self.live(in: store)
    // Every whole number and every text in the file, with the second of the journeys' touching
    // nowhere among them, whole or as a part.
    for (table, column, value) in try Self.values(in: store) {
      let place = "\(table).\(column)"
      switch value.storage {
      case .int64(let number):
        #expect(number < 100_000_000 || number % 86400 == 0, "\(place) may be a time")
      case .string(let text):
        #expect(
          text.wholeMatch(of: /.*\d\d:\d\d.*/) == nil && !text.contains("17840"),
          "\(place) may be a time")
      case .double: Issue.record("\(place) is no whole number")
      case .blob, .null: break
      }
    }
  }

  @Test func `numbers of slices do not tell which was met first`() throws {
    let store = try Engine.memory.open()
    let collection = try store.openCollection()
    for month in 1...12 {
      _ = store.keepNow([HandedIn(Fixture.response(collection, day: Fixture.at(2026, month, 1)))])
    }
    let numbers = try store.read {
      try Int.fetchAll($0, sql: "SELECT id FROM slices ORDER BY month")
    }
    #expect(numbers.count == 12)
    #expect(numbers != numbers.sorted())
  }

  @Test func `a finished session shares nothing with its response`() throws {
    let store = try Engine.memory.open()
    try Self.live(in: store)
    var telling: [String: Set<Data>] = [:]
    for (table, _, value) in try Self.values(in: store) {
      if case .blob(let bytes) = value.storage { telling[table, default: []].insert(bytes) }
    }
    let said = ["responses", "answers", "unsorted", "comments"].flatMap { telling[$0] ?? [] }
    for table in ["journeys", "links", "concerns"] {
      #expect(telling[table]?.isEmpty == false)
      #expect(telling[table]?.isDisjoint(with: said) == true)
    }
    #expect(telling["journeys"]?.isDisjoint(with: telling["links"] ?? []) == true)
    let columns = try store.read {
      try String.fetchAll($0, sql: "SELECT name FROM pragma_table_info('concerns')")
    }
    #expect(columns == ["id", "collection", "day", "question", "answer", "heard"])
    let left = try store.number(
      """
      SELECT count(*) FROM journeys
      WHERE coalesce(link, channel, answers, sealed, helped) IS NOT NULL
      """)
    #expect(left == 0)
  }

  @Test func `errors say nothing that anybody said`() throws {
    let store = try Engine.memory.open()
    let collection = try store.openCollection()
    let secret = "kestrel-4711"
    for answers: [String: Answer] in [
      ["safe": .chosen(secret)], [secret: .skipped], ["safe": .text(secret)],
      ["change": .text(String(repeating: secret, count: 100))],
    ] {
      let kept = store.walk(
        Fixture.response(collection, audience: "12-17", answers: answers),
        raising: [
          Concern(
            id: UUID(), collection: collection, day: Fixture.day, question: secret, answer: secret)
        ])
      #expect(kept.failure != nil)
      #expect(!"\(kept)".contains(secret))
    }
    let failed = Result { try store.write { try $0.commands.addConcern.run(.text(secret)) } }
    #expect(!"\(failed)".contains(secret))
  }

  /// One journey by a single-use link and one by an open link, with comment and concern, finished.
  private static func live(in store: SQLiteStore) throws {
    let link = Fixture.token()
    let single = try store.openCollection(links: [link], isSingleUse: true)
    let open = try store.openCollection(links: [Fixture.token()])
    for (collection, link) in [(single, link), (open, nil)] {
      let concern = Concern(
        id: UUID(), collection: collection, day: Fixture.day, question: "safe", answer: "no")
      let kept = store.walk(Fixture.response(collection), link: link, raising: [concern])
      #expect(kept == .success(.stored))
    }
    try store.settle()
  }

  private static func values(
    in store: SQLiteStore
  ) throws -> [(table: String, column: String, value: DatabaseValue)] {
    try store.read { database in
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
      return try tables.flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table)").flatMap { row in
          row.map { (table, $0, $1) }
        }
      }
    }
  }
}
