import Foundation
import SurveyCore

/// Gateways set up as in the published examples, and what they are handed.
enum Made {
  static let reference = id("740e5834-3a29-46b4-9a6f-16142fde533a")
  static let template = id("f33517ff-2a88-4f6e-b855-c550268ce08a")
  static let number = "+447700900123"
  /// 21 November 2026, 12:00 in UTC.
  static let noon = Date(timeIntervalSince1970: 1_795_262_400)
  static let apiKey =
    "my_test_key-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0"

  static func id(_ text: String) -> UUID { UUID(uuidString: text) ?? UUID() }

  static func text(_ body: String, to: String = number) -> OutgoingText {
    OutgoingText(reference: reference, to: to, body: body)
  }

  static let kannel = KannelGateway(
    KannelGateway.Settings(
      sending: "http://127.0.0.1:13013/cgi-bin/sendsms", username: "tester",
      password: Secret("foobar"), sender: "07700900456", secret: Secret("s3cret/part"),
      ours: "http://127.0.0.1:8080/text/kannel"))

  static func notify(sender: UUID? = nil) throws -> NotifyGateway {
    guard let key = NotifyKey(apiKey) else { throw Missing() }
    return NotifyGateway(
      NotifyGateway.Settings(
        key: key, template: template, sender: sender, bearer: Secret("a-bearer-token")))
  }

  static func twilio(
    token: String = "12345", ours: String = "https://feedback.example.gov.uk",
    answersStop: Bool = true
  ) -> TwilioGateway {
    TwilioGateway(
      TwilioGateway.Settings(
        account: "AC00000000000000000000000000000001", token: Secret(token),
        sender: "+447700900456", ours: ours, answersStop: answersStop))
  }

  struct Missing: Error {}

  static func answer(_ status: Int, _ body: String = "", headers: [WireHeader] = []) -> WireAnswer {
    .response(WireResponse(status, headers: headers, body: Array(body.utf8)))
  }
}

extension WireRequest {
  var words: String { String(decoding: body, as: UTF8.self) }
}

/// Chance that can be repeated: the same seed gives the same bytes (SplitMix64).
struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
