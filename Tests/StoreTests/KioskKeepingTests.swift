import Foundation
import GRDB
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// What storage promises of kiosks, on every engine.
@Suite struct KioskKeepingTests {
  private static let now = Date(timeIntervalSince1970: 1_784_100_000)

  @Test(arguments: Engine.allCases)
  func `a code enrols one device within a quarter of an hour`(engine: Engine) throws {
    let store = try engine.open()
    let code = try store.inviteKiosk(at: Self.now)
    let first = Self.newcomer(at: Self.now)
    let enrolled = try #require(try store.enrolNow(first, by: code).get())
    #expect(enrolled.device.place == "Waiting room" && enrolled.device.id == first.id)
    #expect(enrolled.pin.isMet(by: "402957"))
    // The same device, whose answer was lost, gets it again; another gets nothing.
    var again = first
    again.id = UUID()
    #expect(try store.enrolNow(again, by: code).get()?.device.id == first.id)
    #expect(try store.enrolNow(Self.newcomer(at: Self.now), by: code).get() == nil)
    #expect(try store.enrolNow(Self.newcomer(at: Self.now), by: Fixture.token()).get() == nil)
    let late = try store.inviteKiosk(at: Self.now)
    let after = Self.now.addingTimeInterval(900)
    #expect(try store.enrolNow(Self.newcomer(at: after), by: late).get() == nil)
    #expect(try store.kiosks().count == 1)
    #expect(try store.number("SELECT count(*) FROM invitations") == 0)
  }

  @Test(arguments: Engine.allCases)
  func `a visit is kept once, with its signs, its concerns and its number`(engine: Engine) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    let device = try store.enrolKiosk()
    let visit = Self.visit(collection, number: 3, signs: [.fast, .same])
    #expect(
      store.keepNow([visit, visit], from: device) == [.success(.stored), .success(.already)])
    #expect(store.keepNow([visit], from: device) == [.success(.already)])
    #expect(try store.number("SELECT count(*) FROM signs") == 2)
    #expect(try store.verify().concerns == 1)
    #expect(try store.verify().responses == 1)
    #expect(try store.verify().faults == [])
    #expect(try store.kiosks()[0].received.description == "3")
    #expect(try store.kiosks()[0].missing == [1...2])
  }

  @Test(arguments: Engine.allCases)
  func `a repeat after midnight is the same visit, other words are a conflict`(
    engine: Engine
  ) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    let device = try store.enrolKiosk()
    let id = UUID()
    let first = Self.visit(collection, id: id, day: Fixture.at(2026, 7, 31))
    let next = Self.visit(collection, id: id, day: Fixture.at(2026, 8, 1))
    let other = Self.visit(
      collection, id: id, day: Fixture.at(2026, 7, 31), answers: ["safe": .skipped])
    #expect(
      store.keepNow([first, next, other], from: device)
        == [.success(.stored), .success(.already), .failure(.conflict)])
    #expect(try store.number("SELECT day FROM responses") == 31)
    #expect(try store.verify().faults == [])
  }

  @Test(arguments: Engine.allCases)
  func `one that was thanked for is kept after closing, and what cannot be leaves the others`(
    engine: Engine
  ) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    let elsewhere = try store.openCollection(at: "Elsewhere")
    let single = try store.openCollection(links: [Fixture.token()], isSingleUse: true)
    let device = try store.enrolKiosk()
    _ = try store.close(collection, to: .closed)
    let outcomes = store.keepNow(
      [
        Self.visit(elsewhere, number: 1), Self.visit(collection, number: 2),
        Self.visit(single, number: 3), Self.visit(99, number: 4),
        Self.visit(collection, number: 5, answers: ["nonsense": .skipped]),
        Self.visit(collection, number: 6),
      ], from: device)
    #expect(outcomes.map { $0.failure == nil } == [false, true, false, false, false, true])
    #expect(try store.verify().responses == 2)
    #expect(try store.kiosks()[0].received.description == "1-6")
    #expect(store.keepNow([Self.visit(collection)], from: UUID())[0].failure != nil)
  }

  @Test(arguments: Engine.allCases)
  func `somebody who stopped is counted once however often it is sent`(engine: Engine) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    let device = try store.enrolKiosk()
    let visit = KioskVisit(
      number: 7,
      remains: .dropout(
        .init(
          collection: collection, audience: "12-17", language: .english, day: Fixture.day,
          wasHelped: false, last: "safe")))
    #expect(
      store.keepNow([visit, visit], from: device) == [.success(.stored), .success(.already)])
    #expect(store.keepNow([visit], from: device) == [.success(.already)])
    #expect(try store.number("SELECT sum(number) FROM dropouts") == 1)
    #expect(try store.number("SELECT count(*) FROM responses") == 0)
  }

  @Test(arguments: Engine.allCases)
  func `a heartbeat is what the list shows, and a revoked kiosk is not silent`(
    engine: Engine
  ) throws {
    let store = try engine.open()
    let device = try store.enrolKiosk()
    let heartbeat = KioskWire.Heartbeat(
      waiting: 4, setAside: 1, next: 9, version: "0.2", free: 1 << 30, wrongPINs: 2)
    for _ in 0..<2 {
      let box = Box<Result<Bool, StoreError>>()
      store.note(heartbeat, clockDifference: -86400, of: device, at: Self.now) { box.put($0) }
      #expect(box.take() == .success(true))
    }
    let standing = try #require(try store.kiosks().first)
    #expect(standing.heartbeat?.waiting == 4 && standing.heartbeat?.setAside == 1)
    #expect(standing.version == "0.2" && standing.clockDifference == -86400)
    #expect(standing.wrongPINs == 4 && standing.lastContact == Self.now)
    let later = Self.now.addingTimeInterval(5 * 3600)
    #expect(standing.hoursSilent(over: 4, at: later) == 5)
    #expect(standing.hoursSilent(over: 6, at: later) == nil)
    #expect(try store.revoke(device, on: Fixture.day))
    #expect(try store.revoke(UUID(), on: Fixture.day) == false)
    #expect(try store.kiosks()[0].hoursSilent(over: 4, at: later) == nil)
    #expect(try store.kiosk(device)?.revoked == Fixture.day)
    let box = Box<Result<Bool, StoreError>>()
    store.note(heartbeat, clockDifference: 0, of: UUID(), at: Self.now) { box.put($0) }
    #expect(box.take() == .success(false))
  }

  @Test func `a full disk keeps no visit half`() throws {
    let store = try Engine.file.open()
    let collection = try store.openCollection()
    let device = try store.enrolKiosk()
    try store.database.writeWithoutTransaction { database in
      let used = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(used)")
    }
    let long = Fixture.answers.merging(
      ["change": .text(String(repeating: "x", count: 1000))], uniquingKeysWith: { $1 })
    let visits = (1...50).map { Self.visit(collection, number: $0, answers: long) }
    #expect(Set(store.keepNow(visits, from: device)) == [.failure(.full)])
    #expect(try store.kiosks()[0].received.ranges.isEmpty)
    #expect(try store.verify().responses == 0)
    try store.database.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = 100000")
    }
    #expect(Set(store.keepNow(visits, from: device)) == [.success(.stored)])
    #expect(try store.verify().faults == [])
  }

  @Test func `nothing kept of a visit is a time or joins its number to it`() throws {
    let store = try Engine.memory.open()
    let collection = try store.openCollection()
    let device = try store.enrolKiosk()
    _ = store.keepNow((1...5).map { Self.visit(collection, number: $0) }, from: device)
    let before = try store.kiosks()[0].lastContact
    #expect(before == Self.now)
    let times = try store.read { database in
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
      return try tables.flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table)").flatMap { row in
          row.compactMap { column, value -> String? in
            guard case .int64(let number) = value.storage, number > 100_000_000 else { return nil }
            return "\(table).\(column)"
          }
        }
      }
    }
    // When somebody installed it, which is forgotten soon, and when it was heard of.
    #expect(Set(times) == ["kiosks.contact", "invitations.until"])
    let columns = try store.read {
      try String.fetchAll($0, sql: "SELECT name FROM pragma_table_info('signs')")
    }
    #expect(columns == ["response", "sign"])
  }

  @Test func `a store from before kiosks is taken on as it is`() throws {
    let folder = try TemporaryFolder()
    try Disk.makePrivateFile(folder.store)
    let old = try DatabaseQueue(path: folder.store)
    try old.writeWithoutTransaction { database in
      try database.execute(sql: Schema.steps[0])
      try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try database.execute(sql: "PRAGMA user_version = 1")
      try database.execute(sql: "INSERT INTO places (name) VALUES ('Waiting room')")
    }
    try old.close()
    #expect(try SQLiteStore.isOlder(folder.store))
    let store = try SQLiteStore.open(in: folder)
    #expect(try !SQLiteStore.isOlder(folder.store))
    #expect(try store.number("PRAGMA user_version") == Schema.steps.count)
    let collection = try store.openCollection()
    let device = try store.enrolKiosk()
    #expect(store.keepNow([Self.visit(collection)], from: device) == [.success(.stored)])
    #expect(try store.verify().faults == [])
    #expect(try store.verify().kiosks == 1)
  }

  @Test func `a backup brings kiosks back and no code`() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore.open(in: folder)
    _ = try store.enrolKiosk()
    _ = try store.inviteKiosk(at: Date())
    try store.backup(to: folder.path("backup"))
    _ = try SQLiteStore.restore(folder.path("backup"), to: folder.path("restored"))
    let restored = try SQLiteStore.readOnly(folder.path("restored"))
    #expect(try restored.kiosks() == store.kiosks())
    #expect(try restored.number("SELECT count(*) FROM invitations") == 0)
    try restored.close()
  }

  @Test func `verify sees numbers and signs that cannot be`() throws {
    let store = try Engine.memory.open()
    let collection = try store.openCollection()
    _ = try store.enrolKiosk()
    _ = store.keepNow([HandedIn(Fixture.response(collection))])
    try store.write {
      try $0.database.execute(sql: "INSERT INTO signs SELECT id, 'fast' FROM responses")
    }
    #expect(try store.verify().faults.contains { $0.contains("no kiosk") })
    try store.write { try $0.database.execute(sql: "UPDATE kiosks SET received = 'all'") }
    #expect(try store.verify().faults.contains { $0.contains("cannot be read") })
  }

  fileprivate static func newcomer(at instant: Date) -> KioskNewcomer {
    KioskNewcomer(
      id: UUID(), key: DeviceKey().publicKey, sealingKey: SealingKey().publicKey, version: "0.1",
      instant: instant, day: Fixture.day)
  }

  private static func visit(
    _ collection: Int, number: Int = 1, id: UUID = UUID(), day: Day = Fixture.day,
    answers: [String: Answer] = Fixture.answers, signs: Set<Misuse> = []
  ) -> KioskVisit {
    let response = Fixture.response(
      collection, id: id, channel: .kiosk, day: day, answers: answers)
    let concern = Concern(
      id: UUID(), collection: collection, day: day, question: "safe", answer: "no")
    return KioskVisit(
      number: number, remains: .response(HandedIn(response, raising: [concern]), signs: signs))
  }
}

extension SQLiteStore {
  /// Hands out a code.
  fileprivate func inviteKiosk(at now: Date) throws -> Fingerprint {
    let code = Fixture.token()
    try invite(
      KioskInvitation(
        code: code, place: "Waiting room",
        pin: try StaffPIN("402957", salt: Data([7]), rounds: 10), made: now,
        until: now.addingTimeInterval(900)))
    return code
  }

  fileprivate func enrolNow(
    _ newcomer: KioskNewcomer, by code: Fingerprint
  ) -> Result<EnrolledKiosk?, StoreError> {
    let box = Box<Result<EnrolledKiosk?, StoreError>>()
    enrol(newcomer, by: code) { box.put($0) }
    return box.take() ?? .failure(.broken("no answer"))
  }

  /// Enrols a device in the waiting room; gives its id.
  fileprivate func enrolKiosk() throws -> UUID {
    let now = Date(timeIntervalSince1970: 1_784_100_000)
    let code = try inviteKiosk(at: now)
    guard let kiosk = try enrolNow(KioskKeepingTests.newcomer(at: now), by: code).get() else {
      throw StoreError.broken("not enrolled")
    }
    return kiosk.device.id
  }

  fileprivate func keepNow(
    _ visits: [KioskVisit], from device: UUID
  ) -> [Result<Kept, StoreError>] {
    let box = Box<[Result<Kept, StoreError>]>()
    keep(visits, from: device) { box.put($0) }
    return box.take() ?? []
  }
}
