import Foundation
import HTTP
import SQLiteStore
import SurveyCore
import TestSupport
import Testing

@testable import Web

/// A site with kiosks on a real store.
final class KioskSite {
  final class Keys: @unchecked Sendable {
    var key: SealingKey?
  }

  let store: SQLiteStore
  let site: Site
  let clock = TestSite.Clock()
  let sealing = SealingKey()
  let keys = Keys()
  let day: Day
  let collection: Int

  init() throws {
    store = try SQLiteStore.inMemory()
    let (clock, keys) = (clock, keys)
    keys.key = sealing
    day = Day(clock.now, in: .gmt)
    site = Site(
      keeper: store, kiosks: KioskAccess(keeper: store, sealingKey: { keys.key }),
      authority: TestSite.authority, zone: .gmt, clock: { clock.now })
    let edition = try store.publish(Package.survey("how-was-today"), on: day)
    collection = try store.open(
      Opening(
        edition: edition.id, place: "Here", audience: nil, isSingleUse: false,
        promise: .anonymous, links: [], day: day))
  }

  func invite() throws -> String {
    var chance = SystemRandomNumberGenerator()
    let code = EnrolmentCode(using: &chance)
    try store.invite(
      KioskInvitation(
        code: code.fingerprint, place: "Here",
        pin: try StaffPIN("402957", salt: Data([7]), rounds: 10), made: clock.now,
        until: clock.now.addingTimeInterval(900)))
    return "\(code)"
  }

  func enrol(_ code: String, _ key: DeviceKey, from client: String = "192.0.2.1") throws -> Answered
  {
    let body = try Self.json(
      KioskWire.Enrolling(code: code, key: key.publicKey, version: "0.1"))
    return try send(
      .post, "/kiosk/v1/enrol", [("Content-Type", "application/json")], body, client: client)
  }

  func kiosk(wall: Int = 1_790_000_000) throws -> TestKiosk {
    let key = DeviceKey()
    let told = try enrol(invite(), key).read(KioskWire.Enrolled.self)
    return TestKiosk(self, told.device, key, wall: wall)
  }

  func send(
    _ method: Request.Method, _ target: String, _ headers: [(name: String, value: String)],
    _ body: [UInt8], client: String = ""
  ) throws -> Answered {
    guard let request = Request(method, target, headers: headers, body: body, client: client)
    else { throw StoreError.broken("no request") }
    switch site.respond(to: request) {
    case .now(let response): return Answered(response)
    case .later(let start):
      let done = DispatchSemaphore(value: 0)
      let keys = Answers()
      start {
        keys.response = $0
        done.signal()
      }
      done.wait()
      return Answered(keys.response ?? .text("no answer", status: 500))
    }
  }

  private final class Answers: @unchecked Sendable {
    var response: HTTP.Response?
  }

  static func json(_ content: some Encodable) throws -> [UInt8] {
    try [UInt8](JSONEncoder().encode(content))
  }
}

/// What came back.
struct Answered {
  let status: Int
  let body: Data
  private let response: HTTP.Response

  init(_ response: HTTP.Response) {
    (status, self.response) = (response.status, response)
    if case .bytes(let bytes) = response.body { body = Data(bytes) } else { body = Data() }
  }

  func header(_ name: String) -> String? { response.header(name) }

  func read<Content: Decodable>(_ type: Content.Type) throws -> Content {
    try JSONDecoder().decode(type, from: body)
  }

  /// The end of the problem's type.
  var problem: String? {
    struct Body: Decodable { var type: String }
    return (try? read(Body.self))?.type.split(separator: "#").last.map(String.init)
  }
}

/// A kiosk as far as the server can tell.
final class TestKiosk {
  let id: UUID
  private let site: KioskSite
  private let key: DeviceKey
  private let wall: Int
  var time = 1_790_000_000
  var boot = "b0"
  var elapsed = 5000

  init(_ site: KioskSite, _ id: UUID, _ key: DeviceKey, wall: Int) {
    (self.site, self.id, self.key, self.wall) = (site, id, key, wall)
  }

  private var moment: KioskMoment { KioskMoment(boot: boot, elapsed: elapsed, wall: wall) }

  func send(
    _ method: Request.Method, _ path: String, _ body: [UInt8] = [],
    type: String = "application/json", as other: UUID? = nil, with otherKey: DeviceKey? = nil,
    at otherTime: Int? = nil, extra: [(name: String, value: String)] = []
  ) throws -> Answered {
    let target = "/kiosk/v1/" + path
    let now = otherTime ?? max(time, elapsed > 5000 ? Int(site.clock.now.timeIntervalSince1970) : 0)
    let signature = try KioskSignature(
      of: .init(method: method == .get ? "GET" : "POST", target: target, body: body),
      as: other ?? id, at: now, clock: moment, with: otherKey ?? key)
    return try site.send(
      method, target, signature.fields + [("Content-Type", type)] + extra, body)
  }

  func beat(waiting: Int = 0, version: String = "0.1") -> KioskWire.Heartbeat {
    .init(waiting: waiting, setAside: 0, next: 1, version: version, free: 1, wrongPINs: 0)
  }

  func heartbeat() throws -> [UInt8] { try KioskSite.json(beat()) }

  /// A visit that was sent by its person now.
  func item(
    _ number: Int, id: UUID = UUID(), answers: [String: Answer]? = nil, seconds: Int = 60,
    sinceLast: Int? = nil, wall: Int? = nil, sealedTo other: SealingKey? = nil
  ) throws -> KioskWire.Item {
    let survey = try Package.survey("how-was-today")
    let audience = try #require(survey.audiences.first?.id)
    let first = try #require(survey.questions.first { $0.audiences.contains(audience) })
    var finished = moment
    if let wall { finished.wall = wall }
    let record = KioskRecord(
      id: id, number: number, finished: finished, seconds: seconds, sinceLast: sinceLast,
      collection: site.collection, audience: audience, language: .english, wasHelped: false,
      ending: .sent, answers: answers ?? [first.id: .skipped])
    return KioskWire.Item(
      id: id, sealed: try Envelope.seal(record, to: (other ?? site.sealing).publicKey))
  }

  func upload(_ items: [KioskWire.Item]) throws -> [KioskWire.Result] {
    let answer = try send(.post, "responses", KioskSite.json(items))
    guard answer.status == 201 else { throw StoreError.broken("\(answer.status)") }
    return try answer.read([KioskWire.Result].self)
  }
}
