import Foundation
import GRDB
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// What `ConcernKeeper` promises: what was agreed about a concern, how it ended, and how many stood
/// where when a quarter ended.
@Suite struct ConcernTests {
  /// Raises a concern on each day of `days`, in order.
  private static func raise(_ days: [Day], in store: SQLiteStore) throws -> [UUID] {
    let collection = try store.openCollection()
    return days.map { day in
      let concern = Concern(
        id: UUID(), collection: collection, day: day, question: "safe", answer: "no")
      let response = Fixture.response(collection, day: day)
      #expect(store.keepNow([HandedIn(response, raising: [concern])]) == [.success(.stored)])
      return concern.id
    }
  }

  private static func action(_ words: String, due: Day = Fixture.at(2026, 8, 1)) -> ConcernAction {
    ConcernAction(words: words, owner: "Duty manager", due: due)
  }

  @Test(arguments: Engine.allCases)
  func `a concern stands open with its action until it is closed`(engine: Engine) throws {
    let store = try engine.open()
    let id = try #require(try Self.raise([Fixture.day], in: store).first)
    #expect(try store.concerns(closed: false).map(\.heard) == [nil])
    #expect(try store.agree(Self.action("Ring"), about: id, on: Fixture.day) == .done)
    let later = Fixture.at(2026, 7, 20)
    #expect(try store.agree(Self.action("Go there"), about: id, on: later) == .done)
    let open = try #require(try store.concerns(closed: false).first)
    #expect(open.heard == Fixture.day && open.action == Self.action("Go there"))
    #expect(open.source == .answer(question: "safe", value: "no") && open.closed == nil)
    #expect(
      open.isOverdue(on: Fixture.at(2026, 8, 2)) && !open.isOverdue(on: Fixture.at(2026, 8, 1)))
    #expect(try store.unheardConcerns().isEmpty)
    #expect(try store.close(id, outcome: nil, on: later) == .done)
    #expect(try store.close(id, outcome: "Safe", on: Fixture.at(2026, 9, 1)) == .wasClosed)
    #expect(try store.close(id, outcome: nil, on: Fixture.at(2026, 9, 1)) == .wasClosed)
    #expect(try store.concerns(closed: false).isEmpty)
    let closed = try #require(try store.concerns(closed: true).first)
    #expect(closed.closed == later && closed.outcome == "Safe")
    #expect(try store.agree(Self.action("More"), about: id, on: later) == .wasClosed)
    #expect(try store.verify().faults == [])
  }

  @Test func `what is not there cannot be acted on, and nothing is written`() throws {
    let store = try Engine.memory.open()
    #expect(try !store.hear(UUID(), on: Fixture.day))
    #expect(try store.agree(Self.action("Ring"), about: UUID(), on: Fixture.day) == .absent)
    #expect(try store.close(UUID(), outcome: "Safe", on: Fixture.day) == .absent)
    #expect(try store.number("SELECT count(*) FROM concern_actions") == 0)
    #expect(try store.number("SELECT count(*) FROM concern_ends") == 0)
  }

  @Test func `one raised by text loses its number at the end, and keeps its outcome`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    try rig.send()
    for body in ["1", "my dad hits me"] { try rig.say(body) }
    let id = try #require(try rig.store.concerns(closed: false).first?.id)
    #expect(try rig.store.agree(Self.action("Ring"), about: id, on: Fixture.day) == .done)
    #expect(try rig.store.openTextConcerns().map(\.isHeard) == [true])
    #expect(try rig.texts.read(id)?.number != nil)
    #expect(try rig.store.close(id, outcome: "Safe", on: Fixture.day) == .done)
    #expect(try rig.texts.read(id)?.number == nil)
    let closed = try #require(try rig.store.concerns(closed: true).first)
    #expect(closed.source == .text && closed.outcome == "Safe" && closed.closed == Fixture.day)
    #expect(try rig.store.verify().faults == [])
  }

  @Test func `what was written down goes with the concern`() throws {
    let store = try Engine.memory.open()
    let ids = try Self.raise([Fixture.day, Fixture.day], in: store)
    for id in ids {
      _ = try store.agree(Self.action("Ring"), about: id, on: Fixture.day)
      _ = try store.close(id, outcome: "Safe", on: Fixture.day)
    }
    try store.write {
      try $0.database.execute(
        sql: "DELETE FROM concerns WHERE id = ?", arguments: [Data(ids[0].bytes)])
    }
    #expect(try store.number("SELECT count(*) FROM concern_actions") == 1)
    #expect(try store.number("SELECT count(*) FROM concern_ends") == 1)
    try store.write {
      try $0.database.execute(
        sql: "INSERT INTO concern_ends VALUES (randomblob(16), '2026-07-01', NULL)")
    }
    #expect(try store.verify().faults == ["1 concerns that were acted on are not there"])
  }

  /// The third quarter of 2026, and what came before and after it.
  private static func year(in store: SQLiteStore) throws {
    let days = [
      Fixture.at(2026, 6, 30), Fixture.at(2026, 6, 1), Fixture.at(2026, 7, 1),
      Fixture.at(2026, 8, 5), Fixture.at(2026, 9, 30), Fixture.at(2026, 9, 30),
      Fixture.at(2026, 10, 1),
    ]
    let ids = try raise(days, in: store)
    // Raised before: one closed in time, one overdue.
    _ = try store.close(ids[0], outcome: nil, on: Fixture.at(2026, 9, 30))
    _ = try store.agree(
      action("Go", due: Fixture.at(2026, 6, 9)), about: ids[1], on: Fixture.at(2026, 6, 2))
    // Raised in it: closed; overdue on its last day, and put off only afterwards; heard on its last
    // day; heard and closed too late.
    _ = try store.close(ids[2], outcome: "Safe", on: Fixture.at(2026, 7, 2))
    _ = try store.agree(
      action("Go", due: Fixture.at(2026, 9, 30)), about: ids[3], on: Fixture.at(2026, 8, 6))
    _ = try store.agree(
      action("Go", due: Fixture.at(2026, 12, 1)), about: ids[3], on: Fixture.at(2026, 10, 1))
    _ = try store.hear(ids[4], on: Fixture.at(2026, 9, 30))
    _ = try store.close(ids[5], outcome: nil, on: Fixture.at(2026, 10, 1))
  }

  private static let stood = ConcernCounts(
    raised: 4, heard: 3, agreed: 2, closed: 1, overdue: 1, earlier: 1, earlierOverdue: 1)

  @Test(arguments: Engine.allCases)
  func `a quarter counts them as they stood on its last day`(engine: Engine) throws {
    let store = try engine.open()
    try Self.year(in: store)
    #expect(try store.concerns(quarter: ReleaseTests.july, frozenBy: nil) == Self.stood)
    let early = Fixture.month("2026-01")
    #expect(try store.concerns(quarter: early, frozenBy: nil) == ConcernCounts())
  }

  @Test func `a release freezes them, and few that come late stay out of the next`() throws {
    let store = try Engine.memory.open()
    try Self.year(in: store)
    let day = Fixture.at(2026, 10, 5)
    let first = try store.release(store.freeze(ReleaseTests.july, on: day), with: [])
    _ = try Self.raise(Array(repeating: Fixture.at(2026, 9, 1), count: 9), in: store)
    #expect(try store.concerns(quarter: ReleaseTests.july, frozenBy: first) == Self.stood)
    let second = try store.release(store.freeze(ReleaseTests.july, on: day), with: [])
    #expect(try store.concerns(quarter: ReleaseTests.july, frozenBy: second) == Self.stood)
    _ = try Self.raise([Fixture.at(2026, 9, 1)], in: store)
    let third = try store.release(store.freeze(ReleaseTests.july, on: day), with: [])
    #expect(try store.concerns(quarter: ReleaseTests.july, frozenBy: third).raised == 14)
    #expect(try store.isIntact(first) && store.isIntact(second))
    try store.write { try $0.database.execute(sql: "UPDATE frozen_concerns SET raised = 15") }
    #expect(try !store.isIntact(first))
  }
}
