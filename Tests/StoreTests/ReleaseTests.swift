import Foundation
import GRDB
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// What `ReleaseKeeper` promises: a quarter that was released stays as it was.
@Suite struct ReleaseTests {
  static let july = Fixture.month("2026-07")
  static let quarter = july...Fixture.month("2026-09")

  /// A store with answers of three quarters, in two places, and some who stopped.
  private static func filled(_ engine: Engine) throws -> (SQLiteStore, [Int]) {
    let store = try engine.open()
    let collections = try ["Library", "School"].map { try store.openCollection(at: $0) }
    var chance = SeededChance(5)
    let responses = (0..<200).map { _ in
      Fixture.response(
        collections.randomElement(using: &chance) ?? 0,
        channel: Channel.allCases.randomElement(using: &chance) ?? .web,
        day: Fixture.at(2026, Int.random(in: 5...10, using: &chance), 3),
        helped: Bool.random(using: &chance))
    }
    #expect(store.keepNow(responses.map { HandedIn($0) }).allSatisfy { $0 == .success(.stored) })
    for answers in [[:], ["safe": Answer.chosen("yes")], ["safe": .chosen("no")]] {
      let journey = Fixture.journey(collections[0], answers: answers)
      store.carry(journey)
      store.leave(journey.session, on: Fixture.day)
    }
    try store.settle()
    return (store, collections)
  }

  @Test(arguments: Engine.allCases)
  func `what was counted is frozen, and what comes later stays out`(engine: Engine) throws {
    let (store, collections) = try Self.filled(engine)
    let counts = try Set(store.counts(survey: "visit", months: Self.quarter))
    let turnouts = try Set(store.turnouts(months: Self.quarter))
    #expect(!counts.isEmpty && turnouts.contains { $0.reached == .stopped(after: "safe") })
    let draft = try store.freeze(Self.july, on: Fixture.at(2026, 10, 5))
    #expect(try Set(store.counts(survey: "visit", frozenBy: draft)) == counts)
    #expect(try Set(store.turnouts(frozenBy: draft)) == turnouts)
    #expect(try store.counts(survey: "another", frozenBy: draft) == [])
    _ = store.keepNow([HandedIn(Fixture.response(collections[1]))])
    #expect(try Set(store.counts(survey: "visit", frozenBy: draft)) == counts)
    #expect(try Set(store.turnouts(frozenBy: draft)) == turnouts)
    #expect(try Set(store.counts(survey: "visit", months: Self.quarter)) != counts)
    #expect(try store.verify().faults == [])
  }

  @Test(arguments: Engine.allCases)
  func `how many were asked is frozen, and who answers late does not change it`(
    engine: Engine
  ) throws {
    let store = try engine.open()
    let collections = try ["Library", "School", "Clinic"].map { try store.openCollection(at: $0) }
    // Of another quarter, and nobody answered it in this one.
    _ = try store.openCollection(at: "Office", day: Fixture.at(2026, 3, 1))
    try store.write { try $0.count(texted: 20, for: collections[0]) }
    _ = store.keepNow([
      HandedIn(Fixture.response(collections[0])),
      HandedIn(Fixture.response(collections[1], day: Fixture.at(2026, 6, 30))),
    ])
    let now = try store.askings(quarter: Self.july, frozenBy: nil)
      .mapValues { $0.filter { $0.place != "Office" } }
    #expect(now["visit"]?.map(\.texted) == [20, nil, nil])
    #expect(now["visit"]?.map(\.isAnswered) == [true, false, false])
    let draft = try store.freeze(Self.july, on: Fixture.at(2026, 10, 5))
    #expect(try store.askings(quarter: Self.july, frozenBy: draft) == now)
    try store.write { try $0.count(texted: 5, for: collections[0]) }
    _ = store.keepNow([HandedIn(Fixture.response(collections[1]))])
    _ = try store.openCollection(at: "Park")
    #expect(try store.askings(quarter: Self.july, frozenBy: draft) == now)
    let later = try #require(try store.askings(quarter: Self.july, frozenBy: nil)["visit"])
    #expect(later.map(\.texted) == [25, nil, nil, nil, nil])
    #expect(later.map(\.isAnswered) == [true, true, false, false, false])
    // Another issue keeps it: one who answered late by the school's would show between the two.
    let first = try store.release(draft, with: [])
    let again = try store.freeze(Self.july, on: Fixture.at(2026, 11, 5))
    #expect(again.counts != first.counts)
    #expect(try store.askings(quarter: Self.july, frozenBy: again) == now)
    #expect(try store.verify().faults == [])
    try store.discard(again)
    #expect(try store.number("SELECT count(*) FROM frozen_askings") == 3)
  }

  @Test(arguments: Engine.allCases)
  func `turnouts equal a recount of the responses`(engine: Engine) throws {
    let (store, _) = try Self.filled(engine)
    let turnouts = try store.turnouts(months: Self.quarter)
    let number = try store.number(
      "SELECT count(*) FROM responses JOIN slices ON slices.id = slice "
        + "WHERE month BETWEEN '2026-07' AND '2026-09'")
    let sent = turnouts.filter { $0.reached == .response }
    #expect(sent.reduce(0) { $0 + $1.number } == number && number > 50)
    // Nobody is told apart by more than figures are.
    let cells = sent.map { [$0.audience, $0.place, "\($0.channel) \($0.wasHelped) \($0.month)"] }
    #expect(Set(cells).count == sent.count)
    let stopped = turnouts.filter { $0.reached != .response }
    #expect(
      Dictionary(uniqueKeysWithValues: stopped.map { ($0.reached, $0.number) })
        == [.stopped(after: ""): 1, .stopped(after: "safe"): 2])
  }

  @Test(arguments: Engine.allCases)
  func `a draft is nothing until it is released, and the next takes its place`(
    engine: Engine
  ) throws {
    let (store, collections) = try Self.filled(engine)
    let first = try store.freeze(Self.july, on: Fixture.at(2026, 10, 5))
    #expect(first.issue == 1 && first.quarter == Self.july && first.documents == [])
    #expect(try store.release(of: Self.july) == nil && store.releases() == [])
    let draft = try store.freeze(Self.july, on: Fixture.at(2026, 10, 6))
    #expect(draft.issue == 1)
    #expect(try store.number("SELECT count(*) FROM releases") == 1)
    #expect(throws: StoreError.self) { try store.release(first, with: []) }
    let documents = [
      ReleasedDocument(name: "psw.html", hash: Fingerprint(of: [1])),
      ReleasedDocument(name: "psw.csv", hash: Fingerprint(of: [2])),
    ]
    let release = try store.release(draft, with: documents)
    #expect(release.day == Fixture.at(2026, 10, 6))
    #expect(Set(release.documents) == Set(documents))
    #expect(try store.release(of: Self.july) == release)
    #expect(try store.release(of: Fixture.month("2026-04")) == nil)
    #expect(throws: StoreError.self) { try store.release(draft, with: []) }

    let same = try store.freeze(Self.july, on: Fixture.at(2026, 11, 1))
    #expect(same.counts == release.counts)
    _ = store.keepNow([HandedIn(Fixture.response(collections[1]))])
    let again = try store.freeze(Self.july, on: Fixture.at(2026, 11, 1))
    #expect(again.issue == 2 && again.counts != release.counts)
    #expect(try store.release(of: Self.july) == release)
    // The draft before it, whose number it may have, is not there any more to be discarded.
    try store.discard(same)
    #expect(try store.number("SELECT count(*) FROM releases") == 2)
    try store.discard(again)
    #expect(try store.number("SELECT count(*) FROM releases") == 1)
    #expect(try store.number("SELECT count(DISTINCT release) FROM frozen_slices") == 1)
    // A release is not to be discarded.
    try store.discard(release)
    #expect(try store.releases() == [release])
    let second = try store.release(store.freeze(Self.july, on: Fixture.at(2026, 11, 2)), with: [])
    #expect(second.issue == 2)
    #expect(try store.release(of: Self.july) == second)
    #expect(try store.releases() == [release, second])
    #expect(try store.isIntact(release) && store.isIntact(second))
    // Of the second nothing was written yet.
    let written = second.written(on: Fixture.at(2026, 12, 1))
    let third = try store.release(written, with: [documents[0]])
    #expect(third.documents == [documents[0]] && third.day == Fixture.at(2026, 12, 1))
    #expect(throws: StoreError.self) { try store.release(written, with: documents) }
    #expect(try store.verify().faults == [])
  }

  @Test(arguments: [
    "UPDATE frozen_counts SET number = number + 1",
    "UPDATE frozen_slices SET responses = responses + 1",
    "DELETE FROM frozen_dropouts", "DELETE FROM frozen_counts",
    "UPDATE frozen_askings SET answered = 1 - answered",
  ])
  func `a frozen number that was changed is found`(change: String) throws {
    let (store, _) = try Self.filled(.memory)
    let release = try store.release(store.freeze(Self.july, on: Fixture.day), with: [])
    #expect(try store.isIntact(release))
    try store.write { try $0.database.execute(sql: change) }
    #expect(try !store.isIntact(release))
    #expect(
      try store.verify().faults == [
        "the figures of 2026-07 to 2026-09, issue 1, are not what was frozen"
      ])
  }

  @Test func `frozen slices are numbered by what they are, not by when they were met`() throws {
    let (store, _) = try Self.filled(.memory)
    _ = try store.freeze(Self.july, on: Fixture.day)
    let keys = try store.read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT edition || '/' || place || '/' || audience || '/' || channel || '/' || helped
            || '/' || month FROM frozen_slices ORDER BY id
          """)
    }
    #expect(keys == keys.sorted() && keys.count > 10)
  }

  @Test func `what is only read can be released by nobody, but its releases are seen`() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore.open(in: folder)
    _ = try store.openCollection()
    let release = try store.release(store.freeze(Self.july, on: Fixture.day), with: [])
    let reader = try SQLiteStore.readOnly(folder.store)
    #expect(try reader.releases() == [release])
    #expect(try reader.isIntact(release))
    #expect(throws: StoreError.self) { try reader.freeze(Self.july, on: Fixture.day) }
  }
}
