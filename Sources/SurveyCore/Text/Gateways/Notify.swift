public import Foundation

/// GOV.UK Notify: what an English council has.
///
/// A message is one placeholder of a template, because Notify sends nothing without one.
public struct NotifyGateway: AskableGateway {
  public struct Settings: Sendable {
    public var key: NotifyKey
    /// The template whose whole text is the placeholder.
    public var template: UUID
    /// The placeholder's name: `m` for `((m))`.
    public var placeholder: String
    /// The number it is sent from, where the service has several.
    public var sender: UUID?
    /// The bearer token we told Notify to show us.
    public var bearer: Secret
    /// Notify's address.
    public var address: String

    public init(
      key: NotifyKey, template: UUID, placeholder: String = "m", sender: UUID? = nil,
      bearer: Secret, address: String = "https://api.notifications.service.gov.uk"
    ) {
      (self.key, self.template, self.placeholder) = (key, template, placeholder)
      (self.sender, self.bearer, self.address) = (sender, bearer, address)
    }
  }

  let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  /// Its providers' second deliveries get ids of their own, and it leaves STOP to us. It allows 50
  /// messages a second; we stay well below.
  public var traits: GatewayTraits {
    GatewayTraits(
      name: "notify", alphabet: .gsm7AndWelsh, longest: .characters(918), answersStop: false,
      idsAreStable: false, perSecond: 10)
  }

  public func request(
    sending text: OutgoingText, at now: Date
  ) throws(UnsendableText) -> WireRequest {
    let (to, body) = try checked(text)
    let message = Message(
      phone_number: to.e164,
      template_id: settings.template.uuidString.lowercased(),
      personalisation: [settings.placeholder: body],
      reference: text.reference.uuidString.lowercased(),
      sms_sender_id: settings.sender?.uuidString.lowercased())
    return request(.post, "/v2/notifications/sms", at: now, body: WireJSON.write(message))
  }

  public func request(asking reference: UUID, at now: Date) -> WireRequest {
    request(.get, "/v2/notifications?reference=\(reference.uuidString.lowercased())", at: now)
  }

  func request(
    _ method: WireRequest.Method, _ path: String, at now: Date, body: [UInt8] = []
  ) -> WireRequest {
    let type = method == .post ? [WireHeader("Content-Type", "application/json")] : []
    return WireRequest(
      method, settings.address + path,
      headers: [WireHeader("Authorization", "Bearer \(settings.key.token(at: now))")] + type,
      body: body)
  }

  /// Notify's own field names.
  private struct Message: Encodable {
    var phone_number: String
    var template_id: String
    var personalisation: [String: String]
    var reference: String
    var sms_sender_id: String?
  }
}
