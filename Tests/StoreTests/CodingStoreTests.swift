import Foundation
import GRDB
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// What `CaseReader` promises: nothing is read that was not logged, nothing quoted by one alone.
struct CodingStoreTests {
  private let july = Fixture.month("2026-07")...Fixture.month("2026-07")

  private func reading(
    _ store: SQLiteStore, from: String = "2026-07", through: String = "2026-07"
  ) throws -> [WrittenComment] {
    let reading = CommentReading(
      id: UUID(), reader: "Asha", reason: "coding", survey: "visit", from: Fixture.month(from),
      through: Fixture.month(through), day: Fixture.day)
    try store.log(reading)
    #expect(try store.readings().contains(reading))
    return try store.comments(for: reading.id)
  }

  /// A store with a comment for each of `words`, from the audience and on the day beside it.
  private func store(
    _ engine: Engine, _ words: [(String, audience: String, Day)]
  ) throws -> SQLiteStore {
    let store = try engine.open()
    let collection = try store.openCollection()
    let kept = store.keepNow(
      words.map { words, audience, day in
        HandedIn(
          Fixture.response(
            collection, audience: audience, day: day, answers: ["change": .text(words)]))
      })
    #expect(kept.allSatisfy { $0 == .success(.stored) })
    return store
  }

  @Test(arguments: Engine.allCases)
  func `comments are read against a logged reading, and no other`(engine: Engine) throws {
    let store = try store(
      engine,
      [
        ("One", "12-17", Fixture.day), ("Two", "parent-carer", Fixture.day),
        ("Later", "12-17", Fixture.at(2026, 8, 1)),
      ])
    #expect(throws: StoreError.self) { try store.comments(for: UUID()) }
    let comments = try reading(store)
    #expect(Set(comments.map(\.words)) == ["One", "Two"])
    #expect(comments.allSatisfy { $0.coding == nil && $0.question == "change" && $0.edition == 1 })
    #expect(comments.map(\.id.uuidString) == comments.map(\.id.uuidString).sorted())
    #expect(try reading(store, through: "2026-09").count == 3)
  }

  @Test(arguments: Engine.allCases)
  func `themes are counted by audience, sorted in or not`(engine: Engine) throws {
    let words = (0..<9).map {
      ("Words \($0)", audience: $0 < 6 ? "12-17" : "parent-carer", Fixture.day)
    }
    let store = try store(engine, words)
    let comments = try reading(store)
    let children = comments.filter { $0.audience == "12-17" }
    let changes = children.enumerated().map { index, comment in
      CodingChange(
        comment: comment.id, themes: index < 4 ? ["time", "reliable"] : index < 5 ? ["time"] : [])
    }
    _ = try store.code(changes, by: "Asha", on: Fixture.day)
    func counted() throws -> Set<ThemeCount> {
      Set(try store.themeCounts(survey: "visit", months: july, frozenBy: nil))
    }
    func count(_ counted: ThemeCount.Counted, _ number: Int) -> ThemeCount {
      ThemeCount(
        edition: 1, question: "change", audience: "12-17", counted: counted, number: number)
    }
    let expected: Set = [
      count(.coded, 6), count(.theme("time"), 5), count(.theme("reliable"), 4),
    ]
    #expect(try counted() == expected)
    try store.write { try $0.sortIn() }
    #expect(try counted() == expected)
    #expect(try store.verify().faults == [])
    let august = Fixture.month("2026-08")...Fixture.month("2026-08")
    #expect(try store.themeCounts(survey: "visit", months: august, frozenBy: nil).isEmpty)
  }

  @Test(arguments: Engine.allCases)
  func `a release tells of comments that had come by then, whenever they are coded`(
    engine: Engine
  ) throws {
    let store = try store(engine, [("Ask me first", "12-17", Fixture.day)])
    let release = try store.freeze(Fixture.month("2026-07"), on: Fixture.at(2026, 10, 5))
    for words in ["Sam was late", "Nothing"] {
      _ = store.keepNow([
        HandedIn(Fixture.response(1, audience: "12-17", answers: ["change": .text(words)]))
      ])
    }
    for comment in try reading(store) {
      let change = CodingChange(comment: comment.id, themes: ["time"], quote: comment.words)
      _ = try store.code([change], by: "Asha", on: Fixture.at(2026, 10, 20))
      var released = change
      released.isReleased = true
      _ = try store.code([released], by: "Tom", on: Fixture.at(2026, 10, 21))
    }
    func told(_ release: Release?) throws -> (counts: [Int], quotes: [String]) {
      (
        try store.themeCounts(survey: "visit", months: july, frozenBy: release).map(\.number),
        try store.quotes(survey: "visit", months: july, frozenBy: release).map(\.words).sorted()
      )
    }
    #expect(try told(release) == ([1, 1], ["Ask me first"]))
    #expect(try told(nil) == ([3, 3], ["Ask me first", "Nothing", "Sam was late"]))
    #expect(try store.verify().faults == [])
    try store.discard(release)
    #expect(try store.number("SELECT count(*) FROM frozen_comments") == 0)
  }

  @Test(arguments: Engine.allCases)
  func `a quote goes out once a second person released it`(engine: Engine) throws {
    let store = try store(engine, [("Please ask me first, Sam", "12-17", Fixture.day)])
    let comment = try #require(try reading(store).first)
    var change = CodingChange(
      comment: comment.id, themes: ["involved"], quote: "ask me first, [name]",
      unchecked: ["Sam"])
    func quotes() throws -> [String] {
      try store.quotes(survey: "visit", months: july, frozenBy: nil).map(\.words)
    }
    guard case .done(let first) = try store.code([change], by: "Asha", on: Fixture.day) else {
      Issue.record("not coded")
      return
    }
    #expect(first.coded == 1 && first.proposed == 1 && first.released == 0)
    #expect(try quotes().isEmpty)
    change.isReleased = true
    let alone = try store.code([change], by: "asha", on: Fixture.day)
    #expect(alone == .refused([0: .releasedAlone("Asha")]))
    #expect(try quotes().isEmpty)
    _ = try store.code([change], by: "Tom", on: Fixture.day)
    #expect(try quotes() == ["ask me first, [name]"])
    change.isReleased = false
    _ = try store.code([change], by: "Kim", on: Fixture.day)
    #expect(try quotes().isEmpty, "a release can be taken back")
  }

  @Test func `one bad line leaves everything as it was`() throws {
    let store = try store(
      .memory, [("Ask me first", "12-17", Fixture.day), ("Sam was late", "12-17", Fixture.day)])
    let comments = try reading(store).sorted { $0.words < $1.words }
    let changes = [
      CodingChange(comment: comments[0].id, themes: ["involved"], quote: "Ask me"),
      CodingChange(comment: UUID(), themes: []),
      CodingChange(comment: comments[1].id, themes: [], quote: "Sam", unchecked: ["Sam"]),
    ]
    let faults: [Int: CodingFault] = [1: .unknown, 2: .quote(.unchecked("Sam"))]
    #expect(try store.faults(in: changes, by: "Asha") == faults)
    #expect(try store.faults(in: [changes[0]], by: "Asha") == [:])
    let outcome = try store.code(changes, by: "Asha", on: Fixture.day)
    #expect(outcome == .refused(faults))
    #expect(try reading(store).allSatisfy { $0.coding == nil })
  }

  @Test func `the schema itself refuses a release by one alone`() throws {
    let store = try store(.memory, [("Ask me first", "12-17", Fixture.day)])
    let comment = try #require(try reading(store).first)
    let change = CodingChange(comment: comment.id, themes: [], quote: "Ask me first")
    _ = try store.code([change], by: "Asha", on: Fixture.day)
    #expect(throws: StoreError.self) {
      try store.write { try $0.database.execute(sql: "UPDATE codings SET releaser = 'ASHA'") }
    }
    #expect(throws: StoreError.self) {
      try store.write { try $0.database.execute(sql: "UPDATE codings SET quote = NULL") }
    }
  }

  @Test func `verify finds a coding that is counted elsewhere`() throws {
    let store = try store(
      .memory, [("Ask me", "12-17", Fixture.day), ("You", "parent-carer", Fixture.day)])
    let comment = try #require(try reading(store).first { $0.audience == "12-17" })
    _ = try store.code(
      [CodingChange(comment: comment.id, themes: [])], by: "Asha", on: Fixture.day)
    #expect(try store.verify().faults == [])
    try store.write { ledger in
      try ledger.database.execute(
        sql: """
          UPDATE codings SET slice = (
            SELECT id FROM slices WHERE audience = 'parent-carer')
          """)
    }
    #expect(try store.verify().faults == ["1 comments are coded where they are not counted"])
  }
}
