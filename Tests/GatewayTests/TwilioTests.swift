import Foundation
import SurveyCore
import Testing

/// Against Twilio's documentation; signatures as its Python library 9.13.0 computes them
/// (`RequestValidator.compute_signature`).
@Suite struct TwilioTests {
  static let sms = """
    MessageSid=SM00000000000000000000000000000001&SmsSid=SM00000000000000000000000000000001\
    &AccountSid=AC00000000000000000000000000000001&From=%2B447700900123&To=%2B447700900456\
    &Body=Yes+%E2%80%93+%C2%A35+%F0%9F%98%80+%26+more&NumMedia=0&NumSegments=1
    """

  static let calling =
    "CallSid=CA1234567890ABCDE&Digits=1234&From=%2B14158675309&To=%2B18005551212&Caller=%2B14158675309"

  static func post(
    _ body: String, _ signature: String?, target: String = "/text/twilio",
    _ more: [WireHeader] = []
  ) -> WireRequest {
    WireRequest(
      .post, target,
      headers: more + (signature.map { [WireHeader("x-twilio-signature", $0)] } ?? []),
      body: Array(body.utf8))
  }

  static func isStranger(_ arrival: Arrival) -> Bool {
    if case .stranger = arrival { return true }
    return false
  }

  @Test(arguments: [
    ("https://mycompany.com", "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
    ("http://mycompany.com:1234", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="),
    // Signed with the port and called without, or the other way round.
    ("https://mycompany.com", "kvajT1Ptam85bY51eRf/AJRuM3w="),
    ("https://mycompany.com:443", "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
    ("https://mycompany.com:1234", "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
    ("http://mycompany.com", "0ZXoZLH/DfblKGATFgpif+LLRf4="),
  ])
  func `the library's own vectors verify, with the port and without`(
    _ ours: String, _ signature: String
  ) {
    let request = Self.post(Self.calling, signature, target: "/myapp.php?foo=1&bar=2")
    #expect(!Self.isStranger(Made.twilio(ours: ours).read(request)))
    for other in ["https://mycompany.org", "https://mycompany.com/x"] {
      #expect(Made.twilio(ours: other).read(request) == .stranger(.wrong))
    }
    #expect(Made.twilio(token: "12346", ours: ours).read(request) == .stranger(.wrong))
  }

  @Test func `a field sent twice counts each of its values once, in order`() {
    let body = "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234"
    let twilio = Made.twilio(ours: "https://mycompany.com")
    let request = Self.post(
      body, "IK+Dwps556ElfBT0I3Rgjkr1wJU=", target: "/myapp.php?foo=1&bar=2")
    #expect(twilio.read(request) == .unreadable(.neither))
  }

  @Test(arguments: [
    (sms, "YUsS2iGOkpXp48Akaoog1KrVl6k="),
    (sms.replacing(#/Body=[^&]*/#, with: "Body="), "3oz5ngK94cWqI29NhX78plHwJKU="),
  ])
  func `a text's signature verifies, and no byte of it may change`(
    _ body: String, _ signature: String
  ) {
    let twilio = Made.twilio()
    #expect(!Self.isStranger(twilio.read(Self.post(body, signature, target: "/sms/twilio"))))
    for at in body.indices where !"=&+%".contains(body[at]) {
      var changed = body
      changed.replaceSubrange(at...at, with: body[at] == "0" ? "1" : "0")
      #expect(Self.isStranger(twilio.read(Self.post(changed, signature, target: "/sms/twilio"))))
    }
    #expect(Self.isStranger(twilio.read(Self.post(body, signature, target: "/sms/twilio?a"))))
  }

  @Test func `without a signature, or with a broken one, nobody is let in`() {
    let twilio = Made.twilio()
    #expect(twilio.read(Self.post(Self.sms, nil)) == .stranger(.nameless))
    for signature in ["", "=", "YUsS2iGOkpXp48Akaoog1KrVl6k", String(repeating: "A", count: 28)] {
      let arrival = twilio.read(Self.post(Self.sms, signature, target: "/sms/twilio"))
      #expect(arrival == .stranger(.wrong))
      #expect(twilio.answer(to: arrival).status == 403)
    }
  }

  @Test func `a signature with SHA-256 is taken where the request says so`() {
    let signature = "pav8TLRHqvxr7qAscwp+jLRAiFbfc6oq1lp0s0+0c0A="
    let name = "X-Twilio-Webhooks-Signature-Settings"
    let header = WireHeader(name, "key=webhooks_sharedkey_1, algorithm=HMAC_SHA256")
    let twilio = Made.twilio()
    #expect(!Self.isStranger(twilio.read(Self.post(Self.sms, signature, [header]))))
    #expect(Self.isStranger(twilio.read(Self.post(Self.sms, signature))))
    let unknown = WireHeader(name, "algorithm=HMAC_MD5")
    #expect(Self.isStranger(twilio.read(Self.post(Self.sms, signature, [unknown]))))
  }

  @Test func `of a body that is no form the address holds the digest`() {
    let target =
      "/text/twilio?bodySHA256=015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"
    let signature = "947+Dx+lyJ4xYn3RvcHTO9STGWc="
    let twilio = Made.twilio()
    #expect(
      twilio.read(Self.post(#"{"a":1}"#, signature, target: target)) == .unreadable(.neither))
    #expect(
      twilio.read(Self.post(#"{"a":2}"#, signature, target: target)) == .stranger(.wrong))
  }

  @Test func `a message goes out, to be forgotten by Twilio`() throws {
    let request = try Made.twilio()
      .request(sending: Made.text("Yes £5 😀 & more"), at: Made.noon)
    #expect(
      request.target
        == "https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json"
    )
    #expect(
      request.header("authorization")
        == "Basic QUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMToxMjM0NQ==")
    #expect(request.header("content-type") == "application/x-www-form-urlencoded")
    #expect(
      request.words == "To=%2B447700900123&From=%2B447700900456"
        + "&Body=Yes%20%C2%A35%20%F0%9F%98%80%20%26%20more"
        + "&StatusCallback=https%3A%2F%2Ffeedback.example.gov.uk%2Ftext%2Ftwilio%3Fref%3D"
        + "740e5834-3a29-46b4-9a6f-16142fde533a"
        + "&ContentRetention=discard&AddressRetention=obfuscate")
    #expect(throws: UnsendableText.tooLong(.characters(1600))) {
      let long = String(repeating: "a", count: 1601)
      return try Made.twilio().request(sending: Made.text(long), at: Made.noon)
    }
  }

  static let outcomes: [(WireAnswer, SendOutcome)] = [
    (
      Made.answer(201, #"{"sid":"SM1","status":"queued","num_segments":"1"}"#), .accepted(id: "SM1")
    ),
    (Made.answer(201, ""), .accepted(id: nil)),
    (Made.answer(400, #"{"code":21610,"message":"+447700900123"}"#), .optedOut),
    (Made.answer(400, #"{"code":21211}"#), .refused(.wrongNumber)),
    (Made.answer(400, #"{"code":21602}"#), .refused(.rejected(code: "21602"))),
    (Made.answer(404, ""), .refused(.rejected(code: "404"))),
    (Made.answer(401, #"{"code":20003}"#), .hold(.credentials, seconds: 300)),
    (Made.answer(429, #"{"code":20429}"#), .hold(.tooFast, seconds: 10)),
    (Made.answer(400, #"{"code":20429}"#), .hold(.tooFast, seconds: 10)),
    (
      Made.answer(429, headers: [WireHeader("retry-after", "42")]),
      .hold(.tooFast, seconds: 42)
    ),
    (
      Made.answer(429, headers: [WireHeader("Retry-After", "-99999999999999999999")]),
      .hold(.tooFast, seconds: 10)
    ),
    (Made.answer(500), .perhaps), (Made.answer(503), .perhaps), (.lost, .perhaps),
    (.notReached, .notReached),
  ]

  @Test(arguments: outcomes)
  func `an answer means one thing`(_ answer: WireAnswer, _ outcome: SendOutcome) {
    #expect(Made.twilio().outcome(of: answer, at: Made.noon) == outcome)
  }
}
