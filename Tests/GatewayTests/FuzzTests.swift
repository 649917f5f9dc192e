import Foundation
import SurveyCore
import Testing

/// Whatever is sent to them, the gateways' readers answer, and never with a crash.
@Suite struct FuzzTests {
  static let seeds =
    [
      NotifyIncomingTests.message, NotifyIncomingTests.receipt, TwilioTests.sms,
      TwilioTests.calling, "id=1&smsc=F&coding=2&charset=UTF-16BE",
      "ref=1&state=16&answer=NACK/0x0b",
      #"{"notifications":[{"id":"1","reference":null,"status":"sent"}]}"#,
      #"{"received_text_messages":[],"links":{"next":"x"}}"#, #"{"code":21610,"sid":"SM1"}"#,
    ].map { Array($0.utf8) }

  static let pieces = [
    "%", "%%", "%0", "%C3%28", "\0", "&", "=", "{", "}", "[", "\"", "\\u", "\\ud800", "null", "-",
    "1e999", "99999999999999999999", "é", "😀", "://", ":", "?", "#", "/", "\r\n", "true", "+",
    "UTF-16BE",
  ].map { Array($0.utf8) }

  static func mutated(_ chance: inout Chance) -> [UInt8] {
    var bytes = seeds.randomElement(using: &chance) ?? []
    for _ in 0..<Int.random(in: 0...5, using: &chance) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &chance)
      switch Int.random(in: 0..<4, using: &chance) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &chance)
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + 9))
      case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
      default: bytes.insert(contentsOf: pieces.randomElement(using: &chance) ?? [], at: at)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<4)
  func `whatever comes in is read, quarantined or turned away`(_ seed: UInt64) throws {
    var chance = Chance(state: seed)
    let gateways: [any TextGateway] = [Made.kannel, try Made.notify(), Made.twilio()]
    for _ in 0..<3000 {
      let query = String(decoding: Self.mutated(&chance), as: UTF8.self)
      let request = WireRequest(
        Bool.random(using: &chance) ? .post : .get, "/text/kannel/s3cret%2Fpart?\(query)",
        headers: [
          WireHeader("Authorization", "Bearer a-bearer-token"),
          WireHeader("X-Twilio-Signature", "YUsS2iGOkpXp48Akaoog1KrVl6k="),
          WireHeader("X-Kannel-From", query), WireHeader("X-Kannel-Time", query),
          WireHeader("Content-Type", "text/plain; charset=\(query)"),
        ], body: Self.mutated(&chance))
      for gateway in gateways {
        let arrival = gateway.read(request)
        let status = gateway.answer(to: arrival).status
        if case .stranger = arrival { #expect(status == 403) } else { #expect(status == 200) }
        if case .text(let text) = arrival { _ = try? PhoneNumber(text.from, isFromGateway: true) }
      }
    }
  }

  @Test(arguments: 0..<4)
  func `whatever a gateway answers means something`(_ seed: UInt64) throws {
    var chance = Chance(state: seed)
    let notify = try Made.notify()
    let gateways: [any TextGateway] = [Made.kannel, notify, Made.twilio()]
    for _ in 0..<3000 {
      let answer = WireAnswer.response(
        WireResponse(Int.random(in: -1...700, using: &chance), body: Self.mutated(&chance)))
      for gateway in gateways { _ = gateway.outcome(of: answer, at: Made.noon) }
      _ = notify.lookup(of: answer, for: Made.reference)
      var poll = NotifyPoll(seen: [])
      try? poll.take(answer)
      #expect(notify.request(polling: poll, at: Made.noon) == nil || !poll.isFinished)
    }
  }

  @Test func `whatever is written is sent whole or refused`() throws {
    var chance = Chance(state: 8)
    let gateways: [any TextGateway] = [Made.kannel, try Made.notify(), Made.twilio()]
    for _ in 0..<3000 {
      let body = String(decoding: Self.mutated(&chance), as: UTF8.self)
      for gateway in gateways {
        guard let request = try? gateway.request(sending: Made.text(body), at: Made.noon) else {
          continue
        }
        #expect(!request.body.isEmpty)
        for header in request.headers { #expect(!header.value.contains { $0.isNewline }) }
      }
    }
  }
}
