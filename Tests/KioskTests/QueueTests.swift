import Foundation
import SurveyCore
import TestSupport
import Testing

@testable import Kiosk

struct QueueTests {
  @Test func `a kept visit is on the disk, sealed, and opens with the server's key`() throws {
    let kiosk = try TestKiosk()
    let id = try kiosk.keep("a canary sang")
    let names = try kiosk.files()
    #expect(names == ["1-\(id.uuidString)"])
    let bytes = try #require(try Disk.read("\(kiosk.home)/queue/\(names[0])"))
    #expect(bytes.range(of: Data("canary".utf8)) == nil)
    let record = try Envelope.open(bytes, id, with: kiosk.sealing)
    #expect(record.number == 1)
    #expect(record.answers == ["words": .text("a canary sang")])
    #expect(record.finished == KioskMoment(boot: "b007-1", elapsed: 1000, wall: 1_800_000_000))
    #expect(record.sinceLast == nil)
  }

  @Test func `only the owner may read what is kept`() throws {
    let kiosk = try TestKiosk()
    try kiosk.keep()
    let files = FileManager.default.enumerator(atPath: kiosk.home)
    for case let name as String in try #require(files) {
      let path = "\(kiosk.home)/\(name)"
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      let mode = try #require(attributes[.posixPermissions] as? Int)
      #expect(mode & 0o077 == 0, "\(name)")
    }
  }

  @Test func `keeping a visit twice keeps it once, also when it was sent in between`() throws {
    let kiosk = try TestKiosk()
    let visit = kiosk.visit(UUID())
    try kiosk.desk.keep(visit)
    try kiosk.desk.keep(visit)
    #expect(try kiosk.files().count == 1)
    kiosk.run(1)
    #expect(kiosk.queue.count == 0)
    try kiosk.desk.keep(visit)
    #expect(kiosk.queue.count == 0)
    #expect(kiosk.queue.next == 2)
  }

  @Test func `the time since the visit before is told within one run`() throws {
    let kiosk = try TestKiosk()
    try kiosk.keep()
    kiosk.hand.pass(90)
    let id = try kiosk.keep()
    let bytes = try #require(try Disk.read("\(kiosk.home)/queue/2-\(id.uuidString)"))
    let record = try Envelope.open(bytes, id, with: kiosk.sealing)
    #expect(record.sinceLast == 90)
    #expect(record.finished.wall == 1_800_000_090)
  }

  @Test func `a number is never used again: not after sending, nor after a restart`() throws {
    let folder = try TemporaryFolder()
    for round in 0..<3 {
      let kiosk = try TestKiosk(in: folder)
      #expect(kiosk.queue.next == round * 2 + 1)
      try kiosk.keep()
      try kiosk.keep()
      kiosk.run(2)
      #expect(kiosk.queue.count == 0)
    }
    let kiosk = try TestKiosk(in: folder)
    try kiosk.keep()
    // Not sent, and no counter written since.
    #expect(try Queue(home: kiosk.home).next == 8)
  }

  @Test func `what was half written when the power went is cleared away`() throws {
    let folder = try TemporaryFolder()
    _ = try Queue(home: folder.url.path)
    let rubbish = ["queue/.new-reserve", "queue/.new-1-x", "aside/.new-y", ".new-number"]
    for name in rubbish {
      try Data("half".utf8).write(to: folder.url.appending(path: name))
    }
    let queue = try Queue(home: folder.url.path)
    #expect(queue.count == 0)
    for name in rubbish {
      #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: name).path))
    }
  }

  @Test func `names that are no visits are left alone`() throws {
    for name in ["1", "x-\(UUID())", "0-\(UUID())", "-1-\(UUID())", "01-\(UUID())", "1-abc"] {
      #expect(Queued(name: name) == nil, "\(name)")
    }
    let visit = Queued(number: 12, id: UUID())
    #expect(Queued(name: visit.name) == visit)
  }

  @Test func `room is set apart before a visit and used by it`() throws {
    let kiosk = try TestKiosk()
    #expect(kiosk.desk.hasRoom)
    let reserve = kiosk.home + "/queue/.new-reserve"
    #expect(FileManager.default.contents(atPath: reserve)?.count == Reserve.size)
    try kiosk.keep()
    #expect(!FileManager.default.fileExists(atPath: reserve))
    let file = try #require(try kiosk.files().first)
    let bytes = try #require(try Disk.read("\(kiosk.home)/queue/\(file)"))
    #expect(bytes.count < 1024)
  }

  @Test func `a visit set aside stays on the disk with its reason`() throws {
    let kiosk = try TestKiosk()
    kiosk.server.outcome = { _ in .conflict }
    let id = try kiosk.keep()
    kiosk.run(1)
    #expect((kiosk.queue.count, kiosk.queue.setAside) == (0, 1))
    #expect(try Disk.read("\(kiosk.home)/aside/\(id)") != nil)
    let reason = try #require(try Disk.read("\(kiosk.home)/aside/\(id).reason"))
    #expect(String(decoding: reason, as: UTF8.self) == "number 1: conflict: a reason\n")
    #expect(try Queue(home: kiosk.home).setAside == 1)
    #expect(kiosk.desk.standing.setAside == 1)
  }
}
