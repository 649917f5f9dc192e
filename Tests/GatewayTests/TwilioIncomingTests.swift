import Crypto
import Foundation
import SurveyCore
import Testing

/// Forms as Twilio sends them. Where the signature is not one its library computed, the test signs.
@Suite struct TwilioIncomingTests {
  private func text(
    _ changes: KeyValuePairs<String, String> = [:], answersStop: Bool = true
  ) throws -> IncomingText {
    let all = ["MessageSid", "From", "To", "Body", "NumMedia"]
    let usual = ["SM1", "+447700900123", "+447700900456", "5", "0"]
    let fields = zip(all, usual).filter { field in !changes.contains { $0.key == field.0 } }
    let form = fields + changes.map { ($0.key, $0.value) }
    guard case .text(let text) = Made.twilio(answersStop: answersStop).read(Self.signed(form))
    else { throw Made.Missing() }
    return text
  }

  static func signed(_ form: [(String, String)], target: String = "/text/twilio") -> WireRequest {
    let signed = form.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
      .map { $0.0 + $0.1 }.joined()
    let code = HMAC<Insecure.SHA1>.authenticationCode(
      for: Data(("https://feedback.example.gov.uk" + target + signed).utf8),
      using: SymmetricKey(data: Data("12345".utf8)))
    let body = form.map { "\(escape($0.0))=\(escape($0.1))" }.joined(separator: "&")
    return TwilioTests.post(body, Data(code).base64EncodedString(), target: target)
  }

  private static func escape(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  @Test(arguments: [
    (
      TwilioTests.sms, "YUsS2iGOkpXp48Akaoog1KrVl6k=", "/sms/twilio", "Yes – £5 😀 & more",
      nil as String?
    ),
    (
      TwilioTests.sms.replacing(#/Body=[^&]*/#, with: "Body=%D8%B4%D9%83%D8%B1%D8%A7+%D9%A4")
        + "&OptOutType=STOP",
      "K6mYJPr3oM1+aXJZH9LkZRSRGfk=", "/text/twilio", "شكرا ٤", "STOP"
    ),
    (
      TwilioTests.sms.replacing(#/Body=[^&]*/#, with: "Body=a%0D%0Ab%2Bc%2520d%3De%26f"),
      "tiaKNGJf14kYJLgPFpIO3Bh8IJg=", "/text/twilio", "a\r\nb+c%20d=e&f", nil
    ),
  ])
  func `a message signed by Twilio's library comes in whole`(
    _ form: String, _ signature: String, _ target: String, _ body: String, _ optOut: String?
  ) {
    let arrival = Made.twilio().read(TwilioTests.post(form, signature, target: target))
    #expect(
      arrival
        == .text(
          IncomingText(
            id: "SM00000000000000000000000000000001", from: "+447700900123", to: "+447700900456",
            body: body, sent: nil, optOut: optOut)))
  }

  @Test func `pictures are told of, and not fetched`() {
    let form =
      TwilioTests.sms.replacing(#/Body=[^&]*/#, with: "Body=").replacing("Media=0", with: "Media=2")
      + "&MediaUrl0=https%3A%2F%2Fexample.com%2Fa+b"
    let arrival = Made.twilio().read(TwilioTests.post(form, "dgOBJgEdhTUBQwV9hWWaqmKF8zw="))
    guard case .text(let text) = arrival else {
      Issue.record("no message")
      return
    }
    #expect(text.hasMedia && text.body.isEmpty)
  }

  @Test(arguments: [
    ("STOP", "STOP" as String?), (" stop\n", "STOP"), ("Unsubscribe", "STOP"), ("QUIT", "STOP"),
    ("END", "STOP"), ("CANCEL", "STOP"), ("STOPALL", "STOP"), ("start", "START"),
    ("UNSTOP", "START"), ("help", "HELP"), ("INFO", "HELP"), ("YES", nil), ("STOP PLEASE", nil),
    ("stop hitting me", nil), ("STOP.", nil), ("5", nil),
  ])
  func `what Twilio answers by itself is said, also where it does not say so`(
    _ body: String, _ optOut: String?
  ) throws {
    #expect(try text(["Body": body]).optOut == optOut)
    #expect(try text(["Body": body], answersStop: false).optOut == nil)
  }

  @Test func `its own word goes first`() throws {
    #expect(try text(["Body": "Arrêt", "OptOutType": "STOP"]).optOut == "STOP")
    #expect(try text(["Body": "x", "OptOutType": "stop"], answersStop: false).optOut == "STOP")
  }

  @Test func `a long message in base 64 is decoded, and what only looks like it is not`() throws {
    let long =
      "She listens to me, and she came when she said she would. 10/10 – more of her please."
    #expect(try text(["Body": Data(long.utf8).base64EncodedString()]).body == long)
    let broken = Data(long.utf8).base64EncodedString(options: .lineLength64Characters)
    #expect(try text(["Body": broken]).body == long)
    let others = [
      String(repeating: "a", count: 60), String(repeating: "ha", count: 40),
      Data("short".utf8).base64EncodedString(), String(repeating: "AAAA", count: 20),
      Data(String(repeating: "شكرا ", count: 20).utf8).base64EncodedString(),
      Data(long.utf8).base64EncodedString() + " ok",
    ]
    for other in others { #expect(try text(["Body": other]).body == other) }
  }

  @Test func `a receipt comes with our reference in the address`() {
    let form = """
      MessageSid=SM00000000000000000000000000000009&MessageStatus=undelivered&ErrorCode=30005\
      &To=%2B447700900123&From=%2B447700900456&AccountSid=AC00000000000000000000000000000001
      """
    let request = TwilioTests.post(
      form, "1FcQ4Inmw/gr4bFgsXq9MRHnRiI=",
      target: "/text/twilio?ref=740e5834-3a29-46b4-9a6f-16142fde533a")
    #expect(
      Made.twilio().read(request)
        == .receipt(
          TextReceipt(
            reference: Made.reference, id: "SM00000000000000000000000000000009",
            delivery: .refused, failure: .permanent)))
  }

  @Test(arguments: [
    ("queued", "", TextDelivery.sent, nil as TextReceipt.Failure?), ("sending", "", .sent, nil),
    ("sent", "", .sent, nil), ("delivered", "", .delivered, nil),
    ("undelivered", "30003", .undelivered, .temporary), ("failed", "21610", .refused, .optedOut),
    ("failed", "30007", .undelivered, .technical), ("failed", "", .undelivered, .technical),
  ])
  func `a status says how far it got`(
    _ status: String, _ code: String, _ delivery: TextDelivery, _ failure: TextReceipt.Failure?
  ) {
    let form = [("MessageSid", "SM9"), ("MessageStatus", status), ("ErrorCode", code)]
    #expect(
      Made.twilio().read(Self.signed(form))
        == .receipt(
          TextReceipt(reference: nil, id: "SM9", delivery: delivery, failure: failure)))
  }

  @Test func `what is signed and cannot be understood is kept and acknowledged`() {
    let cases: [([(String, String)], WireFault)] = [
      ([("MessageStatus", "lost")], .unknownValue(field: "MessageStatus")),
      ([("Body", "5")], .neither), ([], .neither),
    ]
    for (form, fault) in cases {
      let arrival = Made.twilio().read(Self.signed(form))
      #expect(arrival == .unreadable(fault))
      #expect(Made.twilio().answer(to: arrival).status == 200)
    }
  }

  @Test func `the acknowledgement is a TwiML that does nothing`() throws {
    let answer = Made.twilio().answer(to: .text(try text()))
    #expect(answer.status == 200)
    #expect(answer.header("content-type") == "text/xml")
    #expect(
      String(decoding: answer.body, as: UTF8.self)
        == #"<?xml version="1.0" encoding="UTF-8"?><Response/>"#)
  }
}
