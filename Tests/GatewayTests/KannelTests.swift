import Foundation
import SurveyCore
import Testing

/// Against what Kannel 1.4.5 was seen to send and take.
@Suite struct KannelTests {
  let kannel = Made.kannel

  static func post(
    _ body: [UInt8], _ query: String = "id=0b6f&smsc=FAKE&coding=0&charset=UTF-8",
    from: String? = "+447700900123", secret: String = "s3cret%2Fpart", _ more: [WireHeader] = []
  ) -> WireRequest {
    let headers = [
      WireHeader("content-type", "text/plain; charset=\"UTF-8\""),
      WireHeader("X-Kannel-To", "07700900456"),
      WireHeader("X-Kannel-Time", "2026-11-20 16:05:11"),
    ]
    return WireRequest(
      .post, "/text/kannel/\(secret)?\(query)",
      headers: headers + (from.map { [WireHeader("X-KANNEL-FROM", $0)] } ?? []) + more, body: body)
  }

  static func receipt(_ query: String) -> WireRequest {
    WireRequest(.get, "/text/kannel/s3cret%2Fpart?\(query)")
  }

  @Test
  func `a message goes out in a body and headers, with our reference in the receipt's address`()
    throws
  {
    let request = try kannel.request(sending: Made.text("Don’t worry – 1"), at: Made.noon)
    #expect(request.method == .post)
    #expect(request.target == "http://127.0.0.1:13013/cgi-bin/sendsms")
    #expect(request.words == "Don't worry - 1")
    #expect(
      Dictionary(uniqueKeysWithValues: request.headers.map { ($0.name, $0.value) }) == [
        "Content-Type": "text/plain; charset=UTF-8",
        "X-Kannel-Username": "tester", "X-Kannel-Password": "foobar",
        "X-Kannel-To": "+447700900123", "X-Kannel-From": "07700900456",
        "X-Kannel-Coding": "0", "X-Kannel-DLR-Mask": "27",
        "X-Kannel-DLR-URL": "http://127.0.0.1:8080/text/kannel/s3cret%2Fpart"
          + "?ref=740e5834-3a29-46b4-9a6f-16142fde533a&state=%d&answer=%A",
      ])
    #expect(!request.target.contains("900123"))
  }

  @Test(arguments: [
    ("£é€[]@_ñ", "0"), ("Hi {A} [1] ~", "0"), ("wait… 1–5", "0"), ("a\u{A0}b", "0"),
    ("Diolch yn fawr, tŷ", "2"), ("شكرا", "2"), ("5 😀", "2"), ("Dziękuję", "2"),
  ])
  func `the coding is 2 where the short alphabet will not do`(_ body: String, _ coding: String)
    throws
  {
    let request = try kannel.request(sending: Made.text(body), at: Made.noon)
    #expect(request.header("x-kannel-coding") == coding)
  }

  @Test func `what Kannel would cut off is not sent`() throws {
    let most = String(repeating: "a", count: 918)
    #expect(try kannel.request(sending: Made.text(most), at: Made.noon).body.count == 918)
    #expect(throws: UnsendableText.tooLong(.parts(6))) {
      try kannel.request(sending: Made.text(most + "a"), at: Made.noon)
    }
    let wide = String(repeating: "ш", count: 402)
    #expect(try !kannel.request(sending: Made.text(wide), at: Made.noon).body.isEmpty)
    #expect(throws: UnsendableText.tooLong(.parts(6))) {
      try kannel.request(sending: Made.text(wide + "ш"), at: Made.noon)
    }
  }

  @Test(arguments: ["", "Vodafone", "88440", "+447700900123\r\nX-Kannel-From: 1", "+4477009001"])
  func `nobody who is not a number is written to`(_ to: String) {
    #expect(throws: UnsendableText.notANumber) {
      try kannel.request(sending: Made.text("Hello", to: to), at: Made.noon)
    }
  }

  @Test(arguments: ["", " ", "\n\t", "\u{200B}"])
  func `an empty message is not sent`(_ body: String) {
    #expect(throws: UnsendableText.empty) {
      try kannel.request(sending: Made.text(body), at: Made.noon)
    }
  }

  static let outcomes: [(WireAnswer, SendOutcome)] = [
    (Made.answer(202, "0: Accepted for delivery"), .accepted(id: nil)),
    (Made.answer(202, "3: Queued for later delivery"), .accepted(id: nil)),
    (Made.answer(403, "Authorization failed for sendsms"), .hold(.credentials, seconds: 300)),
    (Made.answer(404, "Unknown request."), .hold(.credentials, seconds: 300)),
    (Made.answer(400, "Empty receiver number not allowed"), .refused(.rejected(code: "400"))),
    (Made.answer(503, "Temporal failure, try again later."), .retry(after: nil)),
    (Made.answer(500), .perhaps), (.lost, .perhaps), (.notReached, .notReached),
  ]

  @Test(arguments: outcomes)
  func `an answer means one thing`(_ answer: WireAnswer, _ outcome: SendOutcome) {
    #expect(kannel.outcome(of: answer, at: Made.noon) == outcome)
  }

  @Test func `a message comes in whole`() {
    let arrival = kannel.read(Self.post(Array("5 – she listens 😀 ".utf8)))
    #expect(
      arrival
        == .text(
          IncomingText(
            id: "0b6f", from: "+447700900123", to: "07700900456", body: "5 – she listens 😀 ",
            sent: Date(timeIntervalSince1970: 1_795_190_711))))
    #expect(kannel.answer(to: arrival).status == 200)
  }

  @Test(arguments: [
    ("charset=UTF-16BE", [0xD8, 0x3D, 0xDE, 0x00] as [UInt8], "😀"),
    ("charset=iso-8859-1", [0xA3, 0x35], "£5"), ("charset=", Array("£".utf8), "£"),
    ("coding=2&charset=UTF-8", Array("شكرا".utf8), "شكرا"), ("id=", [], ""), ("", [0], "\0"),
  ])
  func `words come in as they are, in any character set`(
    _ query: String, _ body: [UInt8], _ words: String
  ) {
    guard case .text(let text) = kannel.read(Self.post(body, query)) else {
      Issue.record("no message")
      return
    }
    #expect(text.body == words)
    #expect(text.id == nil)
  }

  @Test func `a part whose others never came says so, and a sender may be a name`() {
    let part = Self.post(
      Array("part".utf8), from: "Vodafone", [WireHeader("X-Kannel-UDH", "050003")])
    guard case .text(let text) = kannel.read(part) else {
      Issue.record("no message")
      return
    }
    #expect(text.isFragment)
    #expect((try? PhoneNumber(text.from, isFromGateway: true)) == nil)
  }

  @Test(arguments: [
    (post([0xFF]), WireFault.notUTF8), (post([1], "charset=UTF-16BE"), .notUTF8),
    (post([1], "charset=EBCDIC"), .unknownEncoding), (post([1], "coding=1"), .unknownEncoding),
    (post([1], from: nil), .missing(field: "X-Kannel-From")),
    (post(Array(repeating: 0x61, count: 65_537)), .tooLarge(limit: 65_536)),
    (receipt("state=1"), .missing(field: "ref")), (receipt("ref=1"), .missing(field: "state")),
    (receipt("ref=1&state=3"), .unknownValue(field: "state")),
  ])
  func `what cannot be understood is kept and acknowledged`(
    _ request: WireRequest, _ fault: WireFault
  ) {
    let arrival = kannel.read(request)
    #expect(arrival == .unreadable(fault))
    #expect(kannel.answer(to: arrival).status == 200)
  }

  @Test(arguments: [
    "", "s3cret", "s3cret%2fpart", "S3CRET%2FPART", "s3cret%2Fpart/x", "s3cret%2Fpart%00",
  ])
  func `a stranger is turned away`(_ secret: String) {
    let arrival = kannel.read(Self.post(Array("5".utf8), secret: secret))
    #expect(arrival == .stranger(.wrong))
    #expect(kannel.answer(to: arrival).status == 403)
  }

  @Test(arguments: [
    ("state=1&answer=", TextDelivery.delivered, nil as TextReceipt.Failure?),
    ("state=2&answer=", .undelivered, .temporary), ("state=4", .sent, nil),
    ("state=8&answer=ACK%2F", .sent, nil),
    ("state=16&answer=NACK%2F0x0000000b%2FInvalid+Destination+Address", .refused, .permanent),
    ("state=16&answer=NACK/0x00000058/Throttling", .refused, .technical),
  ])
  func `a receipt comes with our reference`(
    _ query: String, _ delivery: TextDelivery, _ failure: TextReceipt.Failure?
  ) {
    let arrival = kannel.read(Self.receipt("ref=740e5834-3a29-46b4-9a6f-16142fde533a&\(query)"))
    #expect(
      arrival
        == .receipt(
          TextReceipt(
            reference: Made.reference, id: nil, delivery: delivery, failure: failure)))
  }

  @Test func `an acknowledgement says nothing that would be texted, or redirected`() {
    for arrival in [kannel.read(Self.post([0x35])), kannel.read(Self.post([0xFF]))] {
      let answer = kannel.answer(to: arrival)
      #expect(answer.body.isEmpty)
      #expect(answer.headers == [WireHeader("Content-Type", "text/plain; charset=utf-8")])
    }
  }
}
