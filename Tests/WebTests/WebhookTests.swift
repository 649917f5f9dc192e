import Foundation
import HTTP
import SQLiteStore
import SurveyCore
import TestSupport
import Testing

@testable import Web

/// What gateways send is known to be theirs, stored, and only then acknowledged.
@Suite struct WebhookTests {
  private static let secret = "S3CRET"

  private static let kannel = KannelGateway(
    .init(
      sending: "http://127.0.0.1:1/", username: "heard", password: Secret("p"),
      sender: "07700900456", secret: Secret(secret), ours: "http://127.0.0.1/text/kannel"))

  private static func notify() throws -> NotifyGateway {
    let key = NotifyKey(
      "k-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0")
    return NotifyGateway(
      .init(key: try #require(key), template: UUID(), bearer: Secret("a bearer of ours")))
  }

  private static let twilio = TwilioGateway(
    .init(
      account: "AC1", token: Secret("12345"), sender: "+447700900456",
      ours: "https://feedback.example.gov.uk"))

  private struct Rig {
    let store: SQLiteStore
    let site: Site
    let access: TextAccess

    init(_ gateway: any TextGateway) throws {
      store = try SQLiteStore.inMemory()
      let clock = Date(timeIntervalSince1970: 1_795_514_400)
      let house = TextHouse(
        key: try NumberKey(master: Array(0..<32)), authority: TestSite.authority,
        rules: TextRules(zone: .gmt), gateway: gateway.traits)
      access = TextAccess(gateway: gateway, keeper: SQLiteTexts(store, house))
      site = Site(
        keeper: store, texts: access, authority: TestSite.authority, zone: .gmt, clock: { clock })
    }

    func ask(
      _ method: Request.Method, _ target: String, _ headers: [(String, String)] = [],
      _ body: String = ""
    ) throws -> HTTP.Response {
      let request = try #require(
        Request(
          method, target, headers: headers.map { (name: $0.0, value: $0.1) },
          body: Array(body.utf8)))
      return Self.answer(site.respond(to: request))
    }

    private static func answer(_ outcome: Outcome) -> HTTP.Response {
      switch outcome {
      case .now(let response): return response
      case .later(let work):
        let box = Box()
        work { box.put($0) }
        return box.take()
      }
    }
  }

  private final class Box: @unchecked Sendable {
    private let arrived = DispatchSemaphore(value: 0)
    private var response = HTTP.Response(status: 599)

    func put(_ response: HTTP.Response) {
      self.response = response
      arrived.signal()
    }

    func take() -> HTTP.Response {
      _ = arrived.wait(timeout: .now() + 10)
      return response
    }
  }

  private static let from = [
    ("X-Kannel-From", "+447700900123"), ("X-Kannel-To", "07700900456"),
    ("Content-Type", "text/plain; charset=\"UTF-8\""),
  ]

  @Test func `kannel's text is stored, acknowledged with nothing, and answered by the outbox`()
    throws
  {
    let rig = try Rig(Self.kannel)
    let target = "/text/kannel/\(Self.secret)?id=m-1&coding=0&charset=UTF-8"
    let first = try rig.ask(.post, target, Self.from, "hello")
    #expect(first.status == 200 && first.length == 0)
    #expect(first.header("Content-Type") == "text/plain; charset=utf-8")
    let again = try rig.ask(.post, target, Self.from, "hello")
    #expect(again.status == 200)
    #expect(rig.access.counters.totals == [.heard: 1, .again: 1])
  }

  @Test(arguments: ["", "/", "/wrong", "/s3cret"])
  func `a wrong secret stores nothing`(path: String) throws {
    let rig = try Rig(Self.kannel)
    let response = try rig.ask(.post, "/text/kannel\(path)?id=m-1", Self.from, "hello")
    #expect([401, 403].contains(response.status))
    #expect(rig.access.counters.totals == [.stranger: 1])
  }

  @Test func `what cannot be read is kept and acknowledged, since a refusal would drop it`() throws
  {
    let rig = try Rig(Self.kannel)
    let response = try rig.ask(.post, "/text/kannel/\(Self.secret)?id=m-1", [], "hello")
    #expect(response.status == 200)
    #expect(rig.access.counters.totals == [.parked: 1])
  }

  @Test func `a gateway that is not ours has no address here`() throws {
    let rig = try Rig(Self.kannel)
    #expect(try rig.ask(.post, "/text/notify", [], "{}").status == 404)
    #expect(try rig.ask(.post, "/text", [], "").status == 404)
    #expect(try rig.ask(.other("PUT"), "/text/kannel/\(Self.secret)", [], "").status == 405)
    let bare = Site(keeper: rig.store, authority: TestSite.authority, zone: .gmt)
    let request = try #require(Request(.post, "/text/kannel/\(Self.secret)"))
    guard case .now(let response) = bare.respond(to: request) else {
      Issue.record("the answer waits for something")
      return
    }
    #expect(response.status == 404)
  }

  @Test func `when nothing can be stored the gateway is asked to come again`() throws {
    let rig = try Rig(Self.kannel)
    try rig.store.close()
    let response = try rig.ask(
      .post, "/text/kannel/\(Self.secret)?id=m-1", Self.from, "hello")
    #expect(response.status == 503)
    #expect(rig.access.counters.totals == [.failed: 1])
  }

  @Test func `notify's text and receipt are taken by their bearer`() throws {
    let rig = try Rig(Self.notify())
    let bearer = [("Authorization", "Bearer a bearer of ours")]
    let text = """
      {"id":"b51f638b-4295-46e0-a06e-cd41eee7c33b","source_number":"447700900123",\
      "destination_number":"07700900456","message":"5 – she listens 😀",\
      "date_received":"2026-11-20T16:05:11.000000Z"}
      """
    #expect(try rig.ask(.post, "/text/notify", bearer, text).status == 200)
    #expect(try rig.ask(.post, "/text/notify", bearer, text).status == 200)
    #expect(
      try rig.ask(.post, "/text/notify", [("Authorization", "Bearer no")], text).status == 403)
    #expect(try rig.ask(.post, "/text/notify", [], text).status == 401)
    let receipt = """
      {"id":"740e5834-3a29-46b4-9a6f-16142fde533a","reference":null,"to":"+447700900123",\
      "status":"delivered","created_at":"2026-11-20T16:05:12.000000Z",\
      "completed_at":null,"sent_at":null,"notification_type":"sms",\
      "template_id":"f33517ff-2a88-4f6e-b855-c550268ce08a","template_version":3}
      """
    #expect(try rig.ask(.post, "/text/notify/receipts", bearer, receipt).status == 200)
    #expect(try rig.ask(.post, "/text/notify", bearer, "{}").status == 200)
    #expect(
      rig.access.counters.totals
        == [.heard: 1, .again: 1, .stranger: 2, .receipt: 1, .parked: 1])
  }

  @Test func `twilio's signature covers the address as it was called`() throws {
    let rig = try Rig(Self.twilio)
    let form = """
      MessageSid=SM00000000000000000000000000000001&SmsSid=SM00000000000000000000000000000001\
      &AccountSid=AC00000000000000000000000000000001&From=%2B447700900123&To=%2B447700900456\
      &Body=Yes+%E2%80%93+%C2%A35+%F0%9F%98%80+%26+more&NumMedia=0&NumSegments=1
      """
    let type = ("Content-Type", "application/x-www-form-urlencoded")
    let forged = try rig.ask(.post, "/text/twilio", [type, ("X-Twilio-Signature", "AAAA")], form)
    #expect(forged.status == 403)
    #expect(try rig.ask(.post, "/text/twilio", [type], form).status == 403)
    #expect(rig.access.counters.totals == [.stranger: 2])
  }
}
