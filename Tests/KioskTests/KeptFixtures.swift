import Client
import Foundation
import SurveyCore
import Synchronization
import TestSupport

@testable import Kiosk

/// A clock that is moved by hand.
final class HandClock: Sendable {
  let clock: Clock
  private let moved: Moved

  init(boot: String = "b007-1", wall: Int = 1_800_000_000, elapsed: Double = 1000) {
    let moved = Moved(elapsed)
    self.moved = moved
    clock = Clock(boot: boot, wall: wall) { moved.now }
  }

  func pass(_ seconds: Double) { moved.pass(seconds) }
}

private final class Moved: Sendable {
  private let value: Mutex<Double>

  init(_ value: Double) { self.value = Mutex(value) }

  var now: Double { value.withLock { $0 } }
  func pass(_ seconds: Double) { value.withLock { $0 += seconds } }
}

/// A kiosk in a folder of its own, whose server is a function.
final class TestKiosk {
  let folder: TemporaryFolder
  let hand: HandClock
  let device: Device
  let key = DeviceKey()
  let sealing = SealingKey()
  let queue: Queue
  let pins: PINGuard
  let report = Report()
  let shelf: BundleShelf
  let desk: LiveDesk
  let server: TestServer
  let sender: Sender

  var home: String { folder.url.path }

  init(in folder: TemporaryFolder? = nil, server: TestServer = TestServer()) throws {
    self.folder = try folder ?? TemporaryFolder()
    self.server = server
    let home = self.folder.url.path
    hand = HandClock()
    device = Device(
      server: "https://heard.example", device: UUID(), place: "Riverside",
      sealingKey: sealing.publicKey,
      pin: try StaffPIN("402957", salt: Data(repeating: 1, count: 16), rounds: 2))
    queue = try Queue(home: home)
    pins = PINGuard(home: home, device.pin, clock: hand.clock)
    shelf = BundleShelf(home: home)
    desk = LiveDesk(device, queue, shelf, pins, report, clock: hand.clock) {}
    let upstream = Upstream(device: device, key: key, clock: hand.clock) {
      request throws(Failure) in try server.answer(request)
    }
    sender = Sender(
      home: home, queue, upstream, shelf, pins, report, clock: hand.clock, pulse: 300,
      chance: { 0.5 })
  }

  @discardableResult
  func keep(_ answer: String = "fine") throws -> UUID {
    let id = UUID()
    try desk.keep(visit(id, answer))
    return id
  }

  func visit(_ id: UUID, _ answer: String = "fine") -> Visit {
    Visit(
      id: id, collection: 1, audience: "12-17", language: .english, wasHelped: false,
      ending: .sent, answers: ["words": .text(answer)], seconds: 40)
  }

  /// Lets `times` steps be taken, with all the time between them that the sender asks for.
  func run(_ times: Int) {
    for _ in 0..<times { hand.pass(sender.step(isNew: false)) }
  }

  /// The names of files in the queue, by number.
  func files() throws -> [String] {
    try Disk.names(in: home + "/queue").compactMap(Queued.init).sorted().map(\.name)
  }
}

/// A server that keeps what it is sent, unless a test says otherwise.
final class TestServer {
  /// Every id stored, in the order it came.
  var stored: [UUID] = []
  /// The ids in each upload.
  var uploads: [[UUID]] = []
  var beats: [KioskWire.Heartbeat] = []
  var requests: [Request] = []
  var tag = "\"1\""
  var now = 1_800_000_000
  /// Stands in the way of uploads; nil lets them through.
  var trouble: (([KioskWire.Item]) throws(Failure) -> Reply?)?
  var outcome: (UUID) -> KioskWire.Result.Outcome = { _ in .stored }

  func answer(_ request: Request) throws(Failure) -> Reply {
    requests.append(request)
    let body = Data(request.body)
    switch request.url {
    case "https://heard.example/kiosk/v1/heartbeat":
      guard let beat = try? JSONDecoder().decode(KioskWire.Heartbeat.self, from: body) else {
        return Reply(status: 400)
      }
      beats.append(beat)
      return json(200, KioskWire.Heard(now: now, bundle: tag))
    case "https://heard.example/kiosk/v1/bundle":
      let authority = Authority(
        name: "Test", readers: [:], contacts: [], leaveTo: "", isMadeUp: true)
      var reply = json(200, KioskBundle(place: "Riverside", authority: authority, asked: []))
      reply.headers = [Header("Etag", tag)]
      return reply
    default:
      let items = (try? JSONDecoder().decode([KioskWire.Item].self, from: body)) ?? []
      uploads.append(items.map(\.id))
      if let reply = try trouble?(items) { return reply }
      return json(201, items.map { take($0.id) })
    }
  }

  func json(_ status: Int, _ value: some Encodable) -> Reply {
    Reply(status: status, body: (try? JSONEncoder().encode(value)).map(Array.init) ?? [])
  }

  private func take(_ id: UUID) -> KioskWire.Result {
    let outcome = outcome(id)
    guard outcome == .stored else {
      return KioskWire.Result(id: id, outcome: outcome, reason: "a reason")
    }
    if stored.contains(id) { return KioskWire.Result(id: id, outcome: .already) }
    stored.append(id)
    return KioskWire.Result(id: id, outcome: .stored)
  }
}
