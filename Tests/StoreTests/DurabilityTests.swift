import Foundation
import GRDB
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// Thanked means stored, whatever happens to the process or the disk.
@Suite struct DurabilityTests {
  @Test func `the writer waits for the disk and readers never checkpoint`() throws {
    let store = try Engine.file.open()
    let writer = try store.database.writeWithoutTransaction(Self.settings)
    #expect(writer["synchronous"] == "2")
    #expect(writer["journal_mode"] == "wal")
    #expect(writer["wal_autocheckpoint"] != "0")
    let reader = try store.database.read(Self.settings)
    #expect(reader["wal_autocheckpoint"] == "0")
    for settings in [writer, reader] {
      #expect(settings["foreign_keys"] == "1")
      #expect(settings["secure_delete"] == "1")
      #expect(settings["trusted_schema"] == "0")
      #expect(settings["cell_size_check"] == "1")
      #expect(settings["mmap_size"] == "0")
    }
  }

  private static func settings(_ database: Database) throws -> [String: String] {
    var settings: [String: String] = [:]
    for name in [
      "synchronous", "journal_mode", "wal_autocheckpoint", "foreign_keys", "secure_delete",
      "trusted_schema", "cell_size_check", "mmap_size",
    ] {
      let row = try Row.fetchOne(database, sql: "PRAGMA \(name)")
      settings[name] = row.flatMap { ($0[0] as DatabaseValue).storage.value.map { "\($0)" } }
    }
    return settings
  }

  @Test func `a copy taken midway holds every response thanked for before it`() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore.open(in: folder)
    let collection = try store.openCollection()
    let thanked = Locked<[UUID]>([])
    let isOver = Locked(false)
    let group = DispatchGroup()
    for _ in 0..<4 {
      group.enter()
      Thread {
        while !isOver.with({ $0 }) {
          let response = Fixture.response(collection)
          if store.walk(response) == .success(.stored) { thanked.with { $0.append(response.id) } }
        }
        group.leave()
      }.start()
    }
    for round in 0..<12 {
      let copy = folder.path("copy-\(round)")
      var before: [UUID] = []
      // While this reads, the log is not begun anew, so that the two copies belong together.
      try store.database.read { database in
        _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM editions")
        before = thanked.with { $0 }
        try FileManager.default.copyItem(atPath: folder.store, toPath: copy)
        try FileManager.default.copyItem(atPath: folder.store + "-wal", toPath: copy + "-wal")
      }
      let crashed = try SQLiteStore.open(copy)
      #expect(try crashed.verify().faults == [])
      let kept = try crashed.read { try Data.fetchSet($0, sql: "SELECT id FROM responses") }
      for id in before { #expect(kept.contains(Data(id.bytes))) }
      try crashed.close()
    }
    isOver.with { $0 = true }
    group.wait()
    #expect(thanked.with { $0.count } > 0)
  }

  @Test(arguments: Engine.allCases)
  func `a full disk refuses everything whole and writing goes on when there is room`(
    engine: Engine
  ) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    let journey = Fixture.journey(collection)
    store.carry(journey)
    try store.settle()
    try store.setRoom(pages: 3)
    var stored = 0
    var refused = 0
    while refused < 3, stored < 10_000 {
      let long = Fixture.answers.merging(
        ["change": .text(String(repeating: "x", count: 900))], uniquingKeysWith: { $1 })
      switch store.keepNow([HandedIn(Fixture.response(collection, answers: long))])[0] {
      case .success: stored += 1
      case .failure(let error):
        #expect(error == .full)
        refused += 1
      }
    }
    let late = Fixture.journey(
      collection, answers: ["change": .text(String(repeating: "y", count: 1000))])
    store.carry(late)
    #expect(throws: StoreError.full) {
      _ = try store.openCollection(
        Fixture.survey("other", about: String(repeating: "z", count: 9999)))
    }
    #expect(try store.session(late.session) == .under(late))
    try store.setRoom(pages: 1_000_000)
    #expect(
      store.finishNow(journey.session, with: Fixture.response(collection)) == .success(.stored))
    // What was carried meanwhile was not lost.
    #expect(store.finishNow(late.session, with: Fixture.response(collection)) == .success(.stored))
    #expect(
      try store.verify()
        == Verification(
          responses: stored + 2, editions: 1, collections: 1, concerns: 0, faults: []))
  }

  @Test(arguments: Engine.allCases)
  func `a combination first met by what the disk refused is made again`(engine: Engine) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    let long = Fixture.response(
      collection, audience: "parent-carer", language: Language("cy"),
      answers: ["change": .text(String(repeating: "x", count: 1000))])
    try store.setRoom(pages: 0)
    // The slice has room in a page that is there; the words have none.
    while store.keepNow([HandedIn(Fixture.response(collection))]) == [.success(.stored)] {}
    #expect(store.keepNow([HandedIn(long)]) == [.failure(.full)])
    try store.setRoom(pages: 1000)
    #expect(store.keepNow([HandedIn(long)]) == [.success(.stored)])
    #expect(try store.verify().faults == [])
  }

  @Test func `in one commit a job that breaks a rule leaves the others`() throws {
    let store = try Engine.file.open()
    let collection = try store.openCollection()
    let link = Fixture.token()
    _ = try store.openCollection(links: [link], isSingleUse: true)
    let held = DispatchSemaphore(value: 0)
    Thread { _ = try? store.write { _ in held.wait() } }.start()
    let good = (0..<10).map { _ in Fixture.response(collection) }
    let outcomes = Locked<[Result<Kept, StoreError>]>([])
    let done = DispatchSemaphore(value: 0)
    for response in good {
      for handedIn in [response, Fixture.response(99)] {
        store.keep([HandedIn(handedIn)]) { kept in
          outcomes.with { $0 += kept }
          done.signal()
        }
      }
    }
    let broken = Thread {
      // A link that is there already breaks a rule of the schema after other rows were written.
      #expect(throws: StoreError.self) {
        _ = try store.openCollection(at: "Nowhere", links: [Fixture.token(), link])
      }
      done.signal()
    }
    broken.start()
    held.signal()
    for _ in 0..<21 { done.wait() }
    #expect(outcomes.with { $0.filter { $0 == .success(.stored) }.count } == 10)
    #expect(try store.verify().responses == 10)
    #expect(try store.number("SELECT count(*) FROM places WHERE name = 'Nowhere'") == 0)
    #expect(try store.number("SELECT count(*) FROM links") == 1)
  }

  @Test func `closing writes what waits and refuses what comes later`() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore.open(in: folder)
    let collection = try store.openCollection()
    let journeys = (0..<50).map { _ in Fixture.journey(collection) }
    for journey in journeys { store.carry(journey) }
    try store.close()
    let kept = store.finishNow(journeys[0].session, with: Fixture.response(collection))
    #expect(kept.failure != nil)
    let again = try SQLiteStore.open(in: folder)
    #expect(try again.number("SELECT count(*) FROM journeys") == 50)
    try again.close()
  }

  @Test func `when it has been quiet the log is emptied`() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore.open(in: folder)
    _ = store.walk(Fixture.response(try store.openCollection()))
    var size = -1
    for _ in 0..<50 where size != 0 {
      Thread.sleep(forTimeInterval: 0.1)
      let file = try FileManager.default.attributesOfItem(atPath: folder.store + "-wal")
      size = file[.size] as? Int ?? -1
    }
    #expect(size == 0)
    #expect(try store.journeysCounted() == 1)
  }
}

extension SQLiteStore {
  /// Makes room for only so many more pages.
  func setRoom(pages: Int) throws {
    try database.writeWithoutTransaction { database in
      let used = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(used + pages)")
    }
  }
}
