public import Foundation

/// Kannel 1.4.5, and the aggregators that copy it: `sendsms` to send, a POST of plain text for what
/// came in, a GET for a receipt.
///
/// Numbers and words travel in headers and bodies, never in addresses, which get logged.
public struct KannelGateway: TextGateway {
  public struct Settings: Sendable {
    /// The address of `sendsms`, such as `http://127.0.0.1:13013/cgi-bin/sendsms`.
    public var sending: String
    public var username: String
    public var password: Secret
    /// Our number. People write it in groups; a network takes it only without spaces.
    public var sender: String
    /// What the last part of our own address must be.
    public var secret: Secret
    /// Where Kannel reaches us, without the secret, such as `http://127.0.0.1:8080/text/kannel`.
    public var ours: String

    public init(
      sending: String, username: String, password: Secret, sender: String, secret: Secret,
      ours: String
    ) {
      (self.sending, self.username, self.password) = (sending, username, password)
      (self.sender, self.secret, self.ours) = (sender, secret, ours)
    }
  }

  let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  /// Six parts is what `max-messages = 6` sends: Kannel cuts the rest off and says nothing.
  public var traits: GatewayTraits {
    GatewayTraits(
      name: "kannel", alphabet: .unicode, longest: .parts(6), answersStop: false,
      idsAreStable: true, perSecond: 10)
  }

  public func request(
    sending text: OutgoingText, at now: Date
  ) throws(UnsendableText) -> WireRequest {
    let (to, body) = try checked(text)
    return WireRequest(
      .post, settings.sending,
      headers: [
        WireHeader("Content-Type", "text/plain; charset=UTF-8"),
        WireHeader("X-Kannel-Username", settings.username),
        WireHeader("X-Kannel-Password", settings.password.text),
        WireHeader("X-Kannel-To", to.e164),
        WireHeader("X-Kannel-From", settings.sender.filter { !$0.isWhitespace }),
        WireHeader("X-Kannel-Coding", Segments(body).alphabet == .gsm7 ? "0" : "2"),
        WireHeader("X-Kannel-DLR-Mask", String(Report.asked)),
        WireHeader("X-Kannel-DLR-URL", receiptAddress(text.reference)),
      ],
      body: Array(body.utf8))
  }

  /// `202` is yes: sent on, or queued while the line is down. There is no id: receipts come with
  /// our reference.
  public func outcome(of answer: WireAnswer, at now: Date) -> SendOutcome {
    switch answer {
    case .notReached: .notReached
    case .lost: .perhaps
    case .response(let response):
      switch response.status {
      case 200..<300: .accepted(id: nil)
      // Nothing at this address: a wrong setting, which must not lose what waits.
      case 401, 403, 404: .hold(.credentials, seconds: 300)
      case 503: .retry(after: nil)
      case 500...: .perhaps
      default: .refused(.rejected(code: String(response.status)))
      }
    }
  }

  /// Kannel fills in `%d`, what happened, and `%A`, the network's own word for it.
  private func receiptAddress(_ reference: UUID) -> String {
    let ours = "\(settings.ours)/\(WireForm.escape(settings.secret.text))"
    return "\(ours)?ref=\(reference.uuidString.lowercased())&state=%d&answer=%A"
  }

  /// What a receipt may report, as the bits of `dlr-mask`.
  enum Report: Int {
    case delivered = 1
    case undelivered = 2
    case queued = 4
    case accepted = 8
    case rejected = 16

    /// All but `queued`, which says no more than the 202 did.
    static let asked = 27
  }
}
