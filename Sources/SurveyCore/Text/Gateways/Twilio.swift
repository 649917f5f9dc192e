public import Foundation

/// Twilio: where texts must carry every script.
public struct TwilioGateway: TextGateway {
  public struct Settings: Sendable {
    /// `AC` and 32 digits.
    public var account: String
    public var token: Secret
    /// Our number, or the messaging service (`MG…`) that has several.
    public var sender: String
    /// Our own address as Twilio was told it, without a path: what it signs starts with this.
    public var ours: String
    /// Our address for receipts, after `ours`, such as `/text/twilio`.
    public var path: String
    /// Twilio's address.
    public var address: String
    /// Whether its own answers to STOP are on, as they are from the start.
    public var answersStop: Bool

    public init(
      account: String, token: Secret, sender: String, ours: String, path: String = "/text/twilio",
      address: String = "https://api.twilio.com", answersStop: Bool = true
    ) {
      (self.account, self.token, self.sender) = (account, token, sender)
      (self.ours, self.path, self.address) = (ours, path, address)
      self.answersStop = answersStop
    }
  }

  let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public var traits: GatewayTraits {
    GatewayTraits(
      name: "twilio", alphabet: .unicode, longest: .characters(1600),
      answersStop: settings.answersStop, idsAreStable: true, perSecond: 10)
  }

  /// Twilio is asked to forget the words and blur the number once they are sent.
  public func request(
    sending text: OutgoingText, at now: Date
  ) throws(UnsendableText) -> WireRequest {
    let (to, body) = try checked(text)
    let from = settings.sender.hasPrefix("MG") ? "MessagingServiceSid" : "From"
    let callback =
      "\(settings.ours)\(settings.path)?ref=\(text.reference.uuidString.lowercased())"
    let form = WireForm.encode([
      "To": to.e164, from: settings.sender, "Body": body, "StatusCallback": callback,
      "ContentRetention": "discard", "AddressRetention": "obfuscate",
    ])
    let login = Data("\(settings.account):\(settings.token.text)".utf8).base64EncodedString()
    return WireRequest(
      .post,
      "\(settings.address)/2010-04-01/Accounts/\(WireForm.escape(settings.account))/Messages.json",
      headers: [
        WireHeader("Authorization", "Basic \(login)"),
        WireHeader("Content-Type", "application/x-www-form-urlencoded"),
      ],
      body: Array(form.utf8))
  }

  public func outcome(of answer: WireAnswer, at now: Date) -> SendOutcome {
    switch answer {
    case .notReached: return .notReached
    case .lost: return .perhaps
    case .response(let response):
      if (200..<300).contains(response.status) {
        return .accepted(id: try? WireJSON.read(Accepted.self, from: response.body).sid)
      }
      let code = try? WireJSON.read(Failed.self, from: response.body).code
      if response.status == 429 || code == Code.tooManyRequests {
        let seconds = response.header("Retry-After").flatMap { Int($0) } ?? 10
        return .hold(.tooFast, seconds: min(max(seconds, 1), 3600))
      }
      switch response.status {
      case 401, 403: return .hold(.credentials, seconds: 300)
      case 500...: return .perhaps
      default: return Code.outcome(code, response.status)
      }
    }
  }

  /// TwiML that does nothing: anything else Twilio reports as an error.
  public func answer(to arrival: Arrival) -> WireResponse {
    switch arrival {
    case .stranger(.nameless), .stranger(.wrong):
      WireResponse(403, type: "text/plain; charset=utf-8")
    case .text, .receipt, .unreadable:
      WireResponse(
        200, type: "text/xml", #"<?xml version="1.0" encoding="UTF-8"?><Response/>"#)
    }
  }

  private struct Accepted: Decodable { var sid: String }

  private struct Failed: Decodable { var code: Int }

  /// Twilio's numbers for what went wrong.
  enum Code {
    static let tooManyRequests = 20429
    static let optedOut = 21610
    /// Not a number; no mobile number; a landline; unknown to the network; a landline or beyond
    /// reach.
    static let wrongNumber: Set = [21211, 21614, 21635, 30005, 30006]
    /// The phone is off, or full; the network has trouble.
    static let temporary: Set = [30003, 30008]

    static func outcome(_ code: Int?, _ status: Int) -> SendOutcome {
      guard let code else { return .refused(.rejected(code: String(status))) }
      if code == optedOut { return .optedOut }
      if wrongNumber.contains(code) { return .refused(.wrongNumber) }
      return .refused(.rejected(code: String(code)))
    }
  }
}
