import Foundation
import SurveyCore
import Testing

/// The callbacks and pages of GOV.UK Notify, as documented.
@Suite struct NotifyIncomingTests {
  let notify: NotifyGateway

  init() throws { notify = try Made.notify() }

  static let message = """
    {"id":"b51f638b-4295-46e0-a06e-cd41eee7c33b","source_number":"447700900123",\
    "destination_number":"07700900456","message":"5 – she listens 😀",\
    "date_received":"2026-11-20T16:05:11.000000Z"}
    """

  static let receipt = """
    {"id":"740e5834-3a29-46b4-9a6f-16142fde533a",\
    "reference":"f33517ff-2a88-4f6e-b855-c550268ce08a","to":"+447700900123",\
    "status":"permanent-failure","created_at":"2026-11-20T16:05:12.000000Z",\
    "completed_at":"2026-11-20T16:05:15.000000Z","sent_at":"2026-11-20T16:05:12.000000Z",\
    "notification_type":"sms","template_id":"f33517ff-2a88-4f6e-b855-c550268ce08a",\
    "template_version":3}
    """

  static func post(
    _ body: String, authorization: String? = "Bearer a-bearer-token"
  ) -> WireRequest {
    WireRequest(
      .post, "/text/notify",
      headers: authorization.map { [WireHeader("authorization", $0)] } ?? [],
      body: Array(body.utf8))
  }

  private func text(_ body: String) throws -> IncomingText {
    guard case .text(let text) = notify.read(Self.post(body)) else { throw Made.Missing() }
    return text
  }

  @Test func `a received text comes in whole`() throws {
    let text = try text(Self.message)
    #expect(text.id == "b51f638b-4295-46e0-a06e-cd41eee7c33b")
    #expect(text.body == "5 – she listens 😀")
    #expect(text.sent == Date(timeIntervalSince1970: 1_795_190_711))
    #expect((try? PhoneNumber(text.from, isFromGateway: true))?.e164 == "+447700900123")
    #expect(text.to == "07700900456")
  }

  @Test func `the documentation's own example comes in`() throws {
    let text = try text(
      """
      {"id":"x","source_number":"447700912345","destination_number":"07700987654",\
      "message":"Hello Notify!","date_received":"2017-05-14T12:15:30.000000Z"}
      """)
    #expect(text.sent == Date(timeIntervalSince1970: 1_494_764_130))
  }

  @Test(arguments: ["Vodafone", "60777", "", "+", "00"])
  func `a sender that is no number is stored and has no one to answer`(_ sender: String) throws {
    let text = try text(Self.message.replacing("447700900123", with: sender))
    #expect(text.from == sender)
    #expect((try? PhoneNumber(text.from, isFromGateway: true)) == nil)
  }

  @Test func `1500 characters, NUL and all, are kept`() throws {
    let words = String(repeating: "é", count: 1500)
    #expect(try text(Self.message.replacing("5 – she", with: words)).body.hasPrefix(words))
    #expect(try text(Self.message.replacing("5 – she", with: "\\u0000\\n")).body.hasPrefix("\0\n"))
  }

  @Test func `a date nobody can read does not lose the message`() throws {
    #expect(try text(Self.message.replacing("2026-11-20T16", with: "yesterday")).sent == nil)
  }

  @Test(arguments: [
    (message.replacing("\"message\"", with: "\"massage\""), WireFault.missing(field: "message")),
    (message.replacing("\"5 – she listens 😀\"", with: "5"), .wrongType(field: "message")),
    (message.replacing("\"5 – she listens 😀\"", with: "null"), .wrongType(field: "message")),
    (
      message.replacing("\"447700900123\"", with: "447700900123"),
      .wrongType(field: "source_number")
    ),
    ("", .notJSON), ("{", .notJSON), ("[]", .notJSON), ("null", .notJSON), ("{}", .neither),
    (message + message, .notJSON), ("{\"other\":1}", .neither),
    (message.replacing("😀", with: "\\ud83d"), .notJSON),
    (receipt.replacing("permanent-failure", with: "lost-in-space"), .unknownValue(field: "status")),
    (receipt.replacing("\"sms\"", with: "\"email\""), .unknownValue(field: "notification_type")),
    (receipt.replacing("\"permanent-failure\"", with: "7"), .wrongType(field: "status")),
    (String(repeating: "[", count: 60_000), .notJSON),
    (String(repeating: "x", count: 65_537), .tooLarge(limit: 65_536)),
  ])
  func `what cannot be understood is kept and acknowledged, never refused`(
    _ body: String, _ fault: WireFault
  ) {
    let arrival = notify.read(Self.post(body))
    #expect(arrival == .unreadable(fault))
    #expect(notify.answer(to: arrival).status == 200)
  }

  @Test(arguments: [
    (nil as String?, 401), ("Bearer wrong", 403), ("Bearer ", 403), ("", 403),
    ("Basic a-bearer-token", 403), ("a-bearer-token", 403), ("Bearer a-bearer-token ", 403),
    ("Bearer a-bearer-toke", 403),
  ])
  func `a stranger is turned away, whatever the body`(_ shown: String?, _ status: Int) {
    for body in [Self.message, "{"] {
      let arrival = notify.read(Self.post(body, authorization: shown))
      #expect(arrival == .stranger(shown == nil ? .nameless : .wrong))
      #expect(notify.answer(to: arrival).status == status)
      #expect(notify.answer(to: arrival).body.isEmpty)
    }
  }

  @Test func `an empty bearer lets nobody in`() throws {
    let key = try #require(NotifyKey(Made.apiKey))
    let open = NotifyGateway(
      NotifyGateway.Settings(key: key, template: Made.template, bearer: Secret("")))
    #expect(open.read(Self.post(Self.message, authorization: "Bearer  ")) == .stranger(.wrong))
  }

  @Test(arguments: [
    ("delivered", TextDelivery.delivered, nil as TextReceipt.Failure?),
    ("permanent-failure", .refused, .permanent), ("temporary-failure", .undelivered, .temporary),
    ("technical-failure", .undelivered, .technical), ("sent", .sent, nil), ("sending", .sent, nil),
  ])
  func `a receipt says how far it got`(
    _ status: String, _ delivery: TextDelivery, _ failure: TextReceipt.Failure?
  ) {
    let body = Self.receipt.replacing("permanent-failure", with: status)
    #expect(
      notify.read(Self.post(body))
        == .receipt(
          TextReceipt(
            reference: Made.template, id: "740e5834-3a29-46b4-9a6f-16142fde533a",
            delivery: delivery, failure: failure)))
  }

  @Test(arguments: ["null", "\"theirs\""])
  func `a receipt without a reference of ours is no fault`(_ reference: String) {
    let body = Self.receipt.replacing(
      "\"f33517ff-2a88-4f6e-b855-c550268ce08a\",\"to\"", with: "\(reference),\"to\"")
    guard case .receipt(let receipt) = notify.read(Self.post(body)) else {
      Issue.record("no receipt")
      return
    }
    #expect(receipt.reference == nil)
    #expect(receipt.id == "740e5834-3a29-46b4-9a6f-16142fde533a")
  }

  @Test func `the acknowledgement is empty`() {
    #expect(notify.answer(to: notify.read(Self.post(Self.message))).body.isEmpty)
  }
}

@Suite struct NotifyPollTests {
  let notify: NotifyGateway

  init() throws { notify = try Made.notify() }

  static func page(_ ids: [String], next: Bool) -> WireAnswer {
    let items = ids.map {
      """
      {"id":"\($0)","user_number":"447700900123","notify_number":"07700900456",\
      "created_at":"2026-11-20T16:05:11.000000Z","service_id":"s","content":"words of \($0)"}
      """
    }
    let older = next ? #","next":"https://x/v2/received-text-messages?older_than=y""# : ""
    return Made.answer(
      200,
      #"{"received_text_messages":[\#(items.joined(separator: ","))],"links":{"current":"x"\#(older)}}"#
    )
  }

  @Test func `pages are asked for until one brings nothing new, and nothing comes twice`() throws {
    var poll = NotifyPoll(seen: ["3"])
    let first = try #require(notify.request(polling: poll, at: Made.noon))
    #expect(
      first.target == "https://api.notifications.service.gov.uk/v2/received-text-messages")
    try poll.take(Self.page(["6", "5"], next: true))
    #expect(
      notify.request(polling: poll, at: Made.noon)?.target.hasSuffix("?older_than=5") == true)
    try poll.take(Self.page(["5", "4", "3"], next: true))
    try poll.take(Self.page(["3"], next: true))
    #expect(poll.isFinished)
    #expect(notify.request(polling: poll, at: Made.noon) == nil)
    #expect(poll.found.map(\.id) == ["4", "5", "6"])
    #expect(poll.found.first?.body == "words of 4")
    #expect(poll.found.first?.from == "447700900123")
  }

  @Test func `the last page ends it, and so does an empty one`() throws {
    var poll = NotifyPoll(seen: [])
    try poll.take(Self.page(["1"], next: false))
    #expect(poll.isFinished)
    var empty = NotifyPoll(seen: [])
    try empty.take(Self.page([], next: true))
    #expect(empty.isFinished && empty.found.isEmpty)
  }

  @Test func `an answer that is no page ends it, with what was found before`() throws {
    var poll = NotifyPoll(seen: [])
    try poll.take(Self.page(["2"], next: true))
    #expect(throws: NotifyPoll.Fault.noAnswer) { try poll.take(Made.answer(500)) }
    #expect(poll.isFinished && poll.found.count == 1)
    for answer in [WireAnswer.lost, .notReached] {
      var poll = NotifyPoll(seen: [])
      #expect(throws: NotifyPoll.Fault.noAnswer) { try poll.take(answer) }
    }
    var broken = NotifyPoll(seen: [])
    #expect(throws: NotifyPoll.Fault.wire(.missing(field: "received_text_messages"))) {
      try broken.take(Made.answer(200, "{}"))
    }
  }

  @Test func `a full page of 250 long messages is read`() throws {
    let long = String(repeating: "x", count: 1500)
    var poll = NotifyPoll(seen: [])
    try poll.take(Self.page((0..<250).map { "\($0)-\(long)" }, next: false))
    #expect(poll.found.count == 250)
  }
}
