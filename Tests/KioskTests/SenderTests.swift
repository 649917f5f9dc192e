import Client
import Foundation
import SurveyCore
import TestSupport
import Testing

@testable import Kiosk

/// The sender against a server that is a function: what it removes, and what it never does.
struct SenderTests {
  @Test func `visits go oldest first, in batches, and are removed when they are stored`() throws {
    let kiosk = try TestKiosk()
    let ids = try (0..<120).map { _ in try kiosk.keep() }
    kiosk.run(4)
    #expect(kiosk.server.stored == ids)
    #expect(kiosk.server.uploads.allSatisfy { $0.count <= Plan.most })
    #expect(try kiosk.files() == [])
    #expect(kiosk.desk.standing.isOnline)
    #expect(kiosk.desk.standing.lastSent != nil)
  }

  @Test func `large visits are split so that no body is too large`() throws {
    let kiosk = try TestKiosk()
    let long = String(repeating: "x", count: 10_000)
    for _ in 0..<10 { try kiosk.keep(long) }
    kiosk.run(5)
    #expect(kiosk.server.stored.count == 10)
    #expect(kiosk.server.requests.allSatisfy { $0.body.count < 64 << 10 })
  }

  @Test func `what the server has already is removed as well`() throws {
    let kiosk = try TestKiosk()
    kiosk.server.outcome = { _ in .already }
    try kiosk.keep()
    kiosk.run(1)
    #expect(kiosk.queue.count == 0)
  }

  @Test func `conflict and refused are set aside and the others go on`() throws {
    let kiosk = try TestKiosk()
    let ids = try (0..<4).map { _ in try kiosk.keep() }
    kiosk.server.outcome = { $0 == ids[1] ? .conflict : $0 == ids[2] ? .refused : .stored }
    kiosk.run(1)
    #expect(kiosk.server.stored == [ids[0], ids[3]])
    #expect((kiosk.queue.count, kiosk.queue.setAside) == (0, 2))
  }

  static let troubles: [(String, Trouble.Answer)] = [
    ("a portal's page", .reply(Reply(status: 200, body: Array("<html>Hello".utf8)))),
    ("a portal's 201", .reply(Reply(status: 201, body: Array("<html>Hello".utf8)))),
    ("a redirect", .reply(Reply(status: 302, headers: [Header("Location", "https://x")]))),
    ("a portal's 401", .reply(Reply(status: 401))),
    ("not found", .reply(Reply(status: 404))), ("too large", .reply(Reply(status: 413))),
    ("broken", .reply(Reply(status: 500))), ("busy", .reply(Reply(status: 503))),
    ("nothing done", .reply(Reply(status: 201, body: Array("[]".utf8)))),
    ("another form", .reply(Reply(status: 201, body: Array("{}".utf8)))),
    ("no network", .failure(.unreachable("no"))), ("another server", .failure(.untrusted("no"))),
    ("cut", .failure(.cut("cut"))), ("slow", .failure(.timedOut)),
    ("endless", .failure(.tooLarge)),
  ]

  @Test(arguments: troubles.indices)
  func `whatever stands in the way, nothing is lost, and it goes on by itself`(
    index: Int
  ) throws {
    let (name, answer) = Self.troubles[index]
    let kiosk = try TestKiosk()
    let ids = try (0..<60).map { _ in try kiosk.keep() }
    kiosk.server.trouble = { _ throws(Failure) in try answer.get() }
    kiosk.run(40)
    #expect(kiosk.queue.count == 60, "\(name)")
    #expect(try kiosk.files().count == 60, "\(name)")
    #expect(kiosk.server.stored.isEmpty)
    #expect(!kiosk.report.isOnline || kiosk.server.uploads.count > 1)
    kiosk.server.trouble = nil
    kiosk.run(120)
    #expect(Set(kiosk.server.stored) == Set(ids), "\(name)")
    #expect(kiosk.server.stored.count == 60, "\(name)")
    #expect(try kiosk.files() == [])
  }

  @Test func `an answer that was lost on the way is asked for again and nothing is doubled`() throws
  {
    let kiosk = try TestKiosk()
    let ids = try (0..<3).map { _ in try kiosk.keep() }
    let server = kiosk.server
    server.trouble = { items throws(Failure) in
      for item in items where !server.stored.contains(item.id) { server.stored.append(item.id) }
      throw .cut("after it was stored")
    }
    kiosk.run(3)
    server.trouble = nil
    kiosk.run(10)
    #expect(server.stored == ids)
    #expect(kiosk.queue.count == 0)
  }

  @Test func `results for other visits, or fewer of them, are not believed`() throws {
    let kiosk = try TestKiosk()
    try kiosk.keep()
    try kiosk.keep()
    let server = kiosk.server
    let stored = { KioskWire.Result(id: $0, outcome: .stored) }
    let liars: [([KioskWire.Item]) -> [KioskWire.Result]] = [
      { items in items.map { _ in stored(UUID()) } },
      { items in items.dropLast().map { stored($0.id) } },
      { items in items.map { stored($0.id) } + [stored(UUID())] },
    ]
    for liar in liars {
      server.trouble = { items throws(Failure) in server.json(201, liar(items)) }
      kiosk.run(3)
      #expect(kiosk.queue.count == 2)
    }
  }

  @Test func `a poisonous visit holds up no other`() throws {
    let kiosk = try TestKiosk()
    let ids = try (0..<10).map { _ in try kiosk.keep() }
    kiosk.server.trouble = { items throws(Failure) in
      items.contains { $0.id == ids[0] } ? Reply(status: 500) : nil
    }
    kiosk.run(40)
    #expect(kiosk.server.stored == Array(ids.dropFirst()))
    #expect(kiosk.queue.oldest(5).map(\.id) == [ids[0]])
    let before = kiosk.server.uploads.count
    kiosk.run(10)
    #expect(kiosk.server.uploads.count > before, "it is tried again for ever")
    // What comes later goes past it.
    let late = try kiosk.keep()
    kiosk.run(10)
    #expect(kiosk.server.stored.last == late)
    #expect(kiosk.queue.count == 1)
  }

  @Test func `visits marked when the program died are tried one by one`() throws {
    let folder = try TemporaryFolder()
    let first = try TestKiosk(in: folder)
    let ids = try (0..<4).map { _ in try first.keep() }
    first.server.trouble = { _ throws(Failure) in throw .unreachable("dies here") }
    first.run(1)
    #expect(Mark(home: first.home).read() == ids)
    let second = try TestKiosk(in: folder)
    second.run(5)
    #expect(second.server.uploads == ids.map { [$0] })
    #expect(Mark(home: first.home).read() == [])
  }

  @Test func `it waits longer each time, up to five minutes, and a new visit does not wait`() throws
  {
    let kiosk = try TestKiosk()
    try kiosk.keep()
    kiosk.server.trouble = { _ throws(Failure) in throw .unreachable("no") }
    var waits: [Double] = []
    for _ in 0..<14 {
      let rest = kiosk.sender.step(isNew: false)
      waits.append(rest)
      kiosk.hand.pass(rest)
    }
    #expect(waits.prefix(5) == [0.75, 1.5, 3, 6, 12])
    #expect(waits.allSatisfy { $0 <= 300 })
    let tries = kiosk.server.uploads.count
    try kiosk.keep()
    kiosk.hand.pass(2)
    _ = kiosk.sender.step(isNew: true)
    #expect(kiosk.server.uploads.count == tries + 1)
  }

  @Test(arguments: ["revoked", "unknown-device", "signature"])
  func `a kiosk that is not taken any more keeps everything and asks seldom`(
    kind: String
  ) throws {
    let kiosk = try TestKiosk()
    try kiosk.keep()
    let body = Array("{\"type\":\"/kiosk/v1/problems#\(kind)\",\"status\":401}".utf8)
    kiosk.server.trouble = { _ throws(Failure) in Reply(status: 401, body: body) }
    _ = kiosk.sender.step(isNew: false)
    #expect(kiosk.report.trouble != nil)
    for _ in 0..<20 {
      try kiosk.keep()
      kiosk.hand.pass(2)
      _ = kiosk.sender.step(isNew: true)
    }
    #expect(kiosk.server.uploads.count == 1)
    #expect(kiosk.queue.count == 21)
    kiosk.server.trouble = nil
    kiosk.hand.pass(300)
    kiosk.run(3)
    #expect(kiosk.queue.count == 0)
  }

  @Test func `a wrong clock is put right by the server and the request made again`() throws {
    let kiosk = try TestKiosk()
    try kiosk.keep()
    let server = kiosk.server
    let now = 1_900_000_000
    server.now = now
    server.trouble = { _ throws(Failure) in
      let time = server.requests.last?.headers.first { $0.name == "Heard-Time" }?.value ?? ""
      guard let time = Int(time), abs(time - now) < 300 else {
        let body = "{\"type\":\"/kiosk/v1/problems#clock\",\"status\":401,\"now\":\(now)}"
        return Reply(status: 401, body: Array(body.utf8))
      }
      return nil
    }
    // The first heartbeat would teach it the time as well.
    kiosk.hand.pass(1)
    kiosk.run(1)
    #expect(kiosk.queue.count == 0)
    #expect(server.uploads.count <= 2)
  }

  @Test func `heartbeats come whatever else fails, and fetch what is asked when it changed`() throws
  {
    let kiosk = try TestKiosk()
    try kiosk.keep()
    kiosk.server.trouble = { _ throws(Failure) in Reply(status: 500) }
    kiosk.run(60)
    let beats = kiosk.server.beats
    #expect(beats.count >= 5)
    #expect(beats.last?.waiting == 1 && beats.last?.next == 2)
    let fetches = { kiosk.server.requests.count { $0.url.hasSuffix("/bundle") } }
    #expect(fetches() == 1)
    #expect(kiosk.desk.bundle?.place == "Riverside")
    kiosk.server.tag = "\"2\""
    kiosk.hand.pass(300)
    kiosk.run(2)
    #expect(fetches() == 2)
    #expect(BundleShelf(home: kiosk.home).tag == "\"2\"")
  }

  @Test func `every request is signed by the device`() throws {
    let kiosk = try TestKiosk()
    try kiosk.keep()
    kiosk.run(2)
    for request in kiosk.server.requests {
      let target = String(request.url.dropFirst("https://heard.example".count))
      let signature = try #require(
        KioskSignature { name in request.headers.first { $0.name == name }?.value })
      let message = KioskSignature.Message(
        method: request.method.rawValue, target: target, body: request.body)
      #expect(signature.isOf(message, by: kiosk.key.publicKey))
      #expect(signature.device == kiosk.device.device)
    }
  }
}

extension Trouble {
  /// What a test has the network do.
  enum Answer: Sendable {
    case reply(Reply)
    case failure(Failure)

    func get() throws(Failure) -> Reply {
      switch self {
      case .reply(let reply): return reply
      case .failure(let failure): throw failure
      }
    }
  }
}
