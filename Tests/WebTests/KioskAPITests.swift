import Foundation
import HTTP
import SQLiteStore
import SurveyCore
import TestSupport
import Testing

@testable import Web

/// The kiosks' API as a device meets it, on a real store, without a socket.
@Suite struct KioskAPITests {
  @Test func `a code gives a device what it needs, once`() throws {
    let site = try KioskSite()
    let code = try site.invite()
    let key = DeviceKey()
    let enrolled = try site.enrol(code, key)
    #expect(enrolled.status == 201)
    let told = try enrolled.read(KioskWire.Enrolled.self)
    #expect(told.place == "Here" && told.sealingKey == site.sealing.publicKey)
    #expect(told.pin.isMet(by: "402957") && told.now == 1_790_000_000)
    #expect(try site.enrol(code, key).read(KioskWire.Enrolled.self) == told)
    #expect(try site.enrol(code, DeviceKey()).status == 403)
    let late = try site.invite()
    site.clock.now += 901
    let answers = [
      try site.enrol(late, DeviceKey()), try site.enrol("AAAA-AAAA-AAAA", DeviceKey()),
      try site.enrol("rubbish", DeviceKey()),
    ]
    #expect(Set(answers.map(\.body)).count == 1)
    #expect(answers[0].status == 403 && answers[0].problem == "code")
  }

  @Test func `wrong codes are looked at a few times only, from where they come`() throws {
    let site = try KioskSite()
    let code = try site.invite()
    for _ in 0..<10 { #expect(try site.enrol("AAAA-AAAA-AAAA", DeviceKey()).status == 403) }
    let refused = try site.enrol(code, DeviceKey())
    #expect(refused.status == 429 && refused.header("retry-after") == "900")
    #expect(try site.enrol(code, DeviceKey(), from: "192.0.2.7").status == 201)
    site.clock.now += 901
    #expect(try site.enrol("AAAA-AAAA-AAAA", DeviceKey()).status == 403)
  }

  @Test func `the bundle holds what is asked here and is fetched once`() throws {
    let site = try KioskSite()
    let kiosk = try site.kiosk()
    let answer = try kiosk.send(.get, "bundle")
    #expect(answer.status == 200)
    let bundle = try answer.read(KioskBundle.self)
    #expect(bundle.place == "Here" && bundle.authority == TestSite.authority)
    #expect(bundle.asked.map(\.collection) == [site.collection])
    #expect(bundle.asked[0].survey == (try Package.survey("how-was-today")))
    #expect(bundle.asked[0].promise == .anonymous)
    let tag = try #require(answer.header("etag"))
    let again = try kiosk.send(.get, "bundle", extra: [("If-None-Match", tag)])
    #expect(again.status == 304 && again.body.isEmpty && again.header("etag") == tag)
    let heard = try kiosk.send(.post, "heartbeat", kiosk.heartbeat())
    #expect(try heard.read(KioskWire.Heard.self).bundle == tag)
    _ = try site.store.close(site.collection, to: .closed)
    let changed = try kiosk.send(.get, "bundle", extra: [("If-None-Match", tag)])
    #expect(try changed.read(KioskBundle.self).asked.isEmpty)
  }

  @Test func `visits are stored once, each by itself, and the rest is told apart`() throws {
    let site = try KioskSite()
    let kiosk = try site.kiosk()
    let good = try kiosk.item(1)
    let unopened = KioskWire.Item(id: UUID(), sealed: good.sealed)
    let other = try kiosk.item(2, sealedTo: SealingKey())
    let wrong = try kiosk.item(3, answers: ["nonsense": .skipped])
    let last = try kiosk.item(4)
    let sent = try kiosk.upload([good, unopened, other, wrong, last])
    #expect(sent.map(\.id) == [good.id, unopened.id, other.id, wrong.id, last.id])
    #expect(sent.map(\.outcome) == [.stored, .refused, .refused, .refused, .stored])
    #expect(sent.allSatisfy { $0.outcome != .refused || $0.reason != nil })
    #expect(try kiosk.upload([good, last]).map(\.outcome) == [.already, .already])
    let changed = try kiosk.item(1, id: good.id, answers: [:])
    #expect(try kiosk.upload([changed]).map(\.outcome) == [.conflict])
    #expect(try site.store.verify().responses == 2)
    #expect(try kiosk.upload([]).isEmpty)
  }

  @Test func `the day is the server's by the device's seconds, and stays at a repeat`() throws {
    let site = try KioskSite()
    let kiosk = try site.kiosk(wall: 5)
    site.clock.now += 86400 * 3
    kiosk.elapsed += 86400 * 3
    let item = try kiosk.item(1)
    site.clock.now += 86400
    kiosk.elapsed += 86400
    #expect(try kiosk.upload([item]).map(\.outcome) == [.stored])
    kiosk.boot = "0e"
    #expect(try kiosk.upload([item]).map(\.outcome) == [.already])
  }

  @Test func `who is not one of ours is told why`() throws {
    let site = try KioskSite()
    let kiosk = try site.kiosk()
    #expect(try kiosk.send(.get, "bundle", as: UUID()).problem == "unknown-device")
    #expect(try kiosk.send(.get, "bundle", with: DeviceKey()).problem == "signature")
    let browser = Browser(site.site)
    let unsigned = browser.get("/kiosk/v1/bundle")
    #expect(unsigned.status == 401 && unsigned.header("www-authenticate") != nil)
    site.clock.now += 301
    let stale = try kiosk.send(.get, "bundle")
    #expect(stale.status == 401 && stale.problem == "clock")
    let now = try stale.read(Clock.self).now
    #expect(try kiosk.send(.get, "bundle", at: now).status == 200)
    #expect(try kiosk.send(.get, "bundle", at: now + 301).problem == "clock")
    #expect(try site.store.revoke(kiosk.id, on: site.day))
    #expect(try kiosk.send(.get, "bundle", at: now).problem == "revoked")
    #expect(try kiosk.send(.post, "responses", Array("[]".utf8), at: now).problem == "revoked")
  }

  @Test func `a body that is none gets a problem and is never a fault of ours`() throws {
    let site = try KioskSite()
    let kiosk = try site.kiosk()
    let deep = Array(String(repeating: "[", count: 60_000).utf8)
    let items = try KioskSite.json([KioskWire.Item](repeating: kiosk.item(1), count: 51))
    for path in ["responses", "heartbeat", "enrol"] {
      for body in [[], Array("{".utf8), Array("null".utf8), [0xFF, 0], deep, Array("[1]".utf8)] {
        let answer = try kiosk.send(.post, path, body)
        #expect(answer.status == 400 && answer.problem == "unreadable")
        #expect(answer.header("content-type") == "application/problem+json")
      }
      #expect(try kiosk.send(.get, path).status == 405)
      #expect(try kiosk.send(.post, path, type: "text/plain").status == 415)
    }
    #expect(try kiosk.send(.post, "responses", items).problem == "too-many-items")
    for (waiting, version) in [(-1, "0.1"), (.max, "0.1"), (0, ""), (0, "a\u{1B}b")] {
      let body = try KioskSite.json(kiosk.beat(waiting: waiting, version: version))
      #expect(try kiosk.send(.post, "heartbeat", body).status == 400)
    }
    for path in ["", "bundle/more", "other"] { #expect(try kiosk.send(.get, path).status == 404) }
    let wild = Array(
      #"{"waiting":1e999,"setAside":0,"next":1,"version":"1","free":0,"wrongPINs":0}"#.utf8)
    #expect(try kiosk.send(.post, "heartbeat", wild).status == 400)
  }

  @Test func `numbers beyond all reason in a visit harm nobody`() throws {
    let site = try KioskSite()
    let kiosk = try site.kiosk()
    var items: [KioskWire.Item] = []
    for number in [Int.min, -1, 0, Int.max] {
      items.append(try kiosk.item(number, seconds: number, sinceLast: number, wall: number))
    }
    #expect(try kiosk.upload(items).map(\.outcome) == items.map { _ in .stored })
    #expect(try site.store.kiosks()[0].received.ranges.isEmpty)
  }

  @Test func `without the key nothing is refused for good`() throws {
    let site = try KioskSite()
    let kiosk = try site.kiosk()
    let item = try kiosk.item(1)
    site.keys.key = nil
    #expect(try kiosk.send(.post, "responses", KioskSite.json([item])).status == 503)
    #expect(try site.enrol(site.invite(), DeviceKey()).status == 503)
    site.keys.key = SealingKey()
    let answer = try kiosk.send(.post, "responses", KioskSite.json([item]))
    #expect(answer.status == 503 && answer.problem == "no-key")
    site.keys.key = site.sealing
    #expect(try kiosk.upload([item]).map(\.outcome) == [.stored])
  }

  @Test func `last contact is a heartbeat's and never an upload's`() throws {
    let site = try KioskSite()
    let kiosk = try site.kiosk()
    let enrolled = site.clock.now
    for _ in 0..<3 {
      site.clock.now += 60
      kiosk.time += 60
      _ = try kiosk.upload([kiosk.item(1)])
      #expect(try kiosk.send(.get, "bundle").status == 200)
    }
    #expect(try site.store.kiosks()[0].lastContact == enrolled)
    #expect(try kiosk.send(.post, "heartbeat", kiosk.heartbeat()).status == 200)
    #expect(try site.store.kiosks()[0].lastContact == site.clock.now)
  }

  private struct Clock: Decodable { var now: Int }
}
