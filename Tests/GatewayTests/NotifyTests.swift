import Foundation
import Testing

@testable import SurveyCore

/// Against the published documentation of GOV.UK Notify; tokens as its Python client 13.0.0 makes
/// them.
@Suite struct NotifyTests {
  let notify: NotifyGateway

  init() throws { notify = try Made.notify() }

  @Test(arguments: [
    (
      Made.apiKey, 1_568_818_578,
      "eyJpc3MiOiIyNjc4NWEwOS1hYjE2LTRlYjAtODQwNy1hMzc0OTdhNTc1MDYiLCJpYXQiOjE1Njg4MTg1Nzh9"
        + ".YlLRluAeKD8aULjyZVgSwNwmUxolUmcv5g2k84o7ZTU"
    ),
    (
      Made.apiKey, 1_795_276_800,
      "eyJpc3MiOiIyNjc4NWEwOS1hYjE2LTRlYjAtODQwNy1hMzc0OTdhNTc1MDYiLCJpYXQiOjE3OTUyNzY4MDB9"
        + ".RlYO2yCOSWQib_w5pf58WkWWc9LUG4TP330puFaNWVs"
    ),
    (
      Made.apiKey, 1,
      "eyJpc3MiOiIyNjc4NWEwOS1hYjE2LTRlYjAtODQwNy1hMzc0OTdhNTc1MDYiLCJpYXQiOjF9"
        + ".-FKS8K-aVAF8WCggQWztZuptpDM5nIZhxBAyc-ECSvw"
    ),
    (
      "a-b--c d-11111111-2222-4333-8444-555555555555-AAAAAAAA-bbbb-4ccc-8ddd-eeeeeeeeeeee",
      1_795_276_800,
      "eyJpc3MiOiIxMTExMTExMS0yMjIyLTQzMzMtODQ0NC01NTU1NTU1NTU1NTUiLCJpYXQiOjE3OTUyNzY4MDB9"
        + ".gVkBjqqq6OqVqAmk26ZPNKR3QZNwRNv-Xo-YN1ok1F8"
    ),
  ])
  func `a token is byte for byte the official client's`(
    _ key: String, _ seconds: Int, _ token: String
  ) throws {
    let key = try #require(NotifyKey(key))
    // A part of a second is cut off: a token from the future is refused.
    let now = Date(timeIntervalSince1970: Double(seconds) + 0.75)
    #expect(key.token(at: now) == "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9." + token)
  }

  @Test func `the other order of the token's header signs as documented`() throws {
    let key = try #require(NotifyKey(Made.apiKey))
    let now = Date(timeIntervalSince1970: 1_568_818_578)
    #expect(
      key.token(header: #"{"typ":"JWT","alg":"HS256"}"#, at: now)
        == "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9."
        + "eyJpc3MiOiIyNjc4NWEwOS1hYjE2LTRlYjAtODQwNy1hMzc0OTdhNTc1MDYiLCJpYXQiOjE1Njg4MTg1Nzh9"
        + ".YT_aQYNif0l3HaPwy62Cj9g0qsYzjnj1K5pLwkELiFw")
  }

  @Test(arguments: [
    "", "key", "26785a09-ab16-4eb0-8407-a37497a57506", Made.apiKey + "0",
    Made.apiKey.replacing("26785a09", with: "26785a0x"), String(repeating: "-", count: 73),
    "😀" + String(repeating: "é", count: 40),
  ])
  func `what is no key is not taken for one`(_ text: String) {
    #expect(NotifyKey(text) == nil)
  }

  @Test func `a message goes out as one placeholder of a template`() throws {
    let sender = Made.id("8e222534-7f05-4972-86e3-17c5d9f894e2")
    let request = try Made.notify(sender: sender)
      .request(sending: Made.text("Yes – £5 / \"ok\"", to: "07700 900123"), at: Made.noon)
    #expect(request.method == .post)
    #expect(
      request.target == "https://api.notifications.service.gov.uk/v2/notifications/sms")
    #expect(request.header("content-type") == "application/json")
    let token = try #require(NotifyKey(Made.apiKey)).token(at: Made.noon)
    #expect(request.header("authorization") == "Bearer \(token)")
    #expect(
      request.words
        == #"{"personalisation":{"m":"Yes - £5 / \"ok\""},"phone_number":"+447700900123","#
        + #""reference":"740e5834-3a29-46b4-9a6f-16142fde533a","#
        + #""sms_sender_id":"8e222534-7f05-4972-86e3-17c5d9f894e2","#
        + #""template_id":"f33517ff-2a88-4f6e-b855-c550268ce08a"}"#)
    let plain = try notify.request(sending: Made.text("Yes"), at: Made.noon)
    #expect(!plain.words.contains("sms_sender_id"))
  }

  @Test func `918 characters are sent and 919 are not`() throws {
    let most = String(repeating: "a", count: 918)
    #expect(try !notify.request(sending: Made.text(most), at: Made.noon).body.isEmpty)
    #expect(throws: UnsendableText.tooLong(.characters(918))) {
      try notify.request(sending: Made.text(most + "a"), at: Made.noon)
    }
  }

  @Test(arguments: [
    ("5 😀😀", "😀"), ("شكرا", "شكرا"), ("Дякую", "Дякую"), ("a`b", "`"), ("👨‍👩‍👧", "👨👩👧"),
    ("a\u{301}\u{302}", "\u{302}"),
  ])
  func `what would become question marks is refused and named`(_ body: String, _ lost: String) {
    #expect(throws: UnsendableText.lost(Array(lost.unicodeScalars))) {
      try notify.request(sending: Made.text(body), at: Made.noon)
    }
  }

  static func errors(_ status: Int, _ kind: String) -> WireAnswer {
    Made.answer(
      status, #"{"status_code":\#(status),"errors":[{"error":"\#(kind)","message":"07700900123"}]}"#
    )
  }

  static let outcomes: [(WireAnswer, SendOutcome)] = [
    (
      Made.answer(
        201,
        #"{"id":"740e5834-0000-46b4-9a6f-16142fde533a","reference":null,"content":{"body":"x"}}"#),
      .accepted(id: "740e5834-0000-46b4-9a6f-16142fde533a")
    ),
    (Made.answer(201, "not JSON"), .accepted(id: nil)),
    (errors(400, "ValidationError"), .refused(.rejected(code: "ValidationError"))),
    (errors(400, "BadRequestError"), .refused(.rejected(code: "BadRequestError"))),
    (errors(400, "InvalidPhoneError"), .refused(.wrongNumber)),
    (errors(400, "07700900123"), .refused(.rejected(code: "400"))),
    (Made.answer(400, "<html>"), .refused(.rejected(code: "400"))),
    (errors(401, "AuthError"), .hold(.credentials, seconds: 300)),
    (errors(403, "AuthError"), .hold(.credentials, seconds: 300)),
    (errors(429, "RateLimitError"), .hold(.tooFast, seconds: 10)),
    (errors(429, "TooManyRequestsError"), .hold(.dailyLimit, seconds: 43_200)),
    (errors(500, "Exception"), .perhaps), (Made.answer(504), .perhaps),
    (.lost, .perhaps), (.notReached, .notReached),
  ]

  @Test(arguments: outcomes)
  func `an answer is told by its status and kind, never by its words`(
    _ answer: WireAnswer, _ outcome: SendOutcome
  ) {
    #expect(notify.outcome(of: answer, at: Made.noon) == outcome)
  }

  @Test func `Notify is asked by our reference`() {
    let request = notify.request(asking: Made.reference, at: Made.noon)
    #expect(request.method == .get)
    #expect(
      request.target == "https://api.notifications.service.gov.uk/v2/notifications"
        + "?reference=740e5834-3a29-46b4-9a6f-16142fde533a")
    #expect(request.header("authorization")?.hasPrefix("Bearer ey") == true)
    let found =
      #"{"notifications":[{"id":"n1","reference":"740e5834-3a29-46b4-9a6f-16142fde533a","#
      + #""status":"delivered","phone_number":"+447700900123"}],"links":{"current":"x"}}"#
    #expect(
      notify.lookup(of: Made.answer(200, found), for: Made.reference)
        == .found(id: "n1", .delivered))
    let none = Made.answer(200, #"{"notifications":[],"links":{}}"#)
    #expect(notify.lookup(of: none, for: Made.reference) == .notFound)
    #expect(notify.lookup(of: Made.answer(200, found), for: UUID()) == .notFound)
    for answer in [Made.answer(500), Made.answer(200, "{}"), .lost] {
      #expect(notify.lookup(of: answer, for: Made.reference) == .unknown)
    }
    #expect(notify.lookup(of: .notReached, for: Made.reference) == .notReached)
  }
}
