import Foundation
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// What `Registrar` promises: editions, collections, backup, verification.
@Suite struct RunningTests {
  @Test(arguments: Engine.allCases)
  func `the same content twice is the same edition`(engine: Engine) throws {
    let store = try engine.open()
    let first = try store.publish(Fixture.survey(), on: Fixture.day)
    let again = try store.publish(Fixture.survey(), on: Fixture.at(2026, 8, 1))
    let second = try store.publish(Fixture.survey(about: "Else"), on: Fixture.at(2026, 8, 1))
    let other = try store.publish(Fixture.survey("other"), on: Fixture.day)
    #expect(first == again)
    #expect((first.number, second.number, other.number) == (1, 2, 1))
    #expect(first.survey == Fixture.survey() && first.hash == Fixture.survey().fingerprint)
    #expect(try store.editions(of: "visit") == [first, second])
    #expect(try store.newestEdition(of: "visit") == second)
    #expect(try store.newestEdition(of: "nothing") == nil)
    #expect(try store.editions() == [other, first, second])
    #expect(try store.edition(second.id) == second)
    #expect(try store.edition(99) == nil)
  }

  @Test(arguments: Engine.allCases)
  func `a value that would be counted as one of ours is not published`(engine: Engine) throws {
    let store = try engine.open()
    var survey = Fixture.survey()
    survey.questions[0].answers["12-17"]?[0].value = ":answered"
    #expect(throws: StoreError.self) { try store.publish(survey, on: Fixture.day) }
    #expect(try store.editions() == [])
  }

  @Test(arguments: Engine.allCases)
  func `a collection is what it was opened as`(engine: Engine) throws {
    let store = try engine.open()
    let links = [Fixture.token(), Fixture.token()]
    let first = try store.openCollection(at: "School", audience: "12-17", links: links)
    let second = try store.openCollection(at: "School", isSingleUse: true)
    let all = try store.collections()
    #expect(all.map(\.id) == [first, second])
    #expect(
      all[0]
        == Collection(
          id: first, edition: 1, place: "School", audience: "12-17", isSingleUse: false,
          promise: .anonymous, state: .open, opened: Fixture.day))
    #expect(try store.collection(second) == all[1])
    #expect(try store.collection(99) == nil)
    #expect(
      try store.link(links[1]) == Link(collection: first, isSpent: false, session: nil))
    #expect(throws: StoreError.self) { try store.openCollection(links: links) }
    #expect(try store.collections() == all)
  }

  @Test(arguments: Engine.allCases)
  func `a backup holds everything but journeys under way and is never written over`(
    engine: Engine
  ) throws {
    let store = try engine.open()
    let folder = try TemporaryFolder()
    let backup = folder.path("backup.heard")
    let collection = try store.openCollection()
    for _ in 0..<5 { _ = store.walk(Fixture.response(collection)) }
    store.carry(Fixture.journey(collection))
    try store.settle()
    try store.backup(to: backup)
    #expect(throws: StoreError.self) { try store.backup(to: backup) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 1)
    let mode = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try SQLiteStore.restore(backup, to: folder.store).responses == 5)
    #expect(throws: StoreError.self) { try SQLiteStore.restore(backup, to: folder.store) }
    let restored = try SQLiteStore.open(in: folder)
    #expect(try restored.verify() == store.verify())
    #expect(try restored.number("SELECT count(*) FROM journeys") == 0)
    #expect(restored.walk(Fixture.response(collection)) == .success(.stored))
    try restored.close()
  }

  @Test func `who only reads sees what is written and writes nothing`() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore.open(in: folder)
    let collection = try store.openCollection()
    let reader = try SQLiteStore.readOnly(folder.store)
    #expect(try reader.journeysCounted() == 0)
    _ = store.walk(Fixture.response(collection))
    #expect(try reader.journeysCounted() == 1)
    #expect(try reader.collection(collection)?.state == .open)
    _ = try store.close(collection, to: .closed)
    #expect(try reader.collection(collection)?.state == .closed)
    let refusal = SQLiteStore.isForReading
    #expect(throws: refusal) { try reader.publish(Fixture.survey("x"), on: Fixture.day) }
    let journey = Fixture.journey(collection)
    reader.carry(journey)
    reader.leave(journey.session, on: Fixture.day)
    #expect(try reader.session(journey.session) == .unknown)
    let kept = reader.finishNow(journey.session, with: Fixture.response(collection))
    #expect(kept == .failure(refusal))
    try reader.close()
    try store.close()
    #expect(throws: StoreError.self) { try SQLiteStore.readOnly(folder.path("nothing")) }
  }

  @Test func `one process holds a folder`() throws {
    let folder = try TemporaryFolder()
    do {
      let lock = try FolderLock(folder.url.path, for: "heard serve")
      let holder = "heard serve, process \(ProcessInfo.processInfo.processIdentifier)"
      #expect(throws: FolderLock.Refusal.held(by: holder)) {
        _ = try FolderLock(folder.url.path, for: "heard backup")
      }
      withExtendedLifetime(lock) {}
    }
    _ = try FolderLock(folder.url.path, for: "heard backup")
    #expect(throws: FolderLock.Refusal.unusable) {
      _ = try FolderLock(folder.path("nowhere"), for: "heard serve")
    }
  }
}
