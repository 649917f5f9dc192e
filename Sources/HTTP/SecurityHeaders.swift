/// The header fields every answer carries unless it sets its own of that name.
public let securityHeaders: [Response.Header] = StandingHeader.all.map(\.header)

/// Sent only to who came by TLS: by plain HTTP it would be ignored, or wrong.
public let strictTransport: Response.Header = StandingHeader.strictTransport.header

/// A header field known when the program is built, in the text the library takes uncopied.
struct StandingHeader: Sendable {
  let name: StaticString
  let value: StaticString

  var header: Response.Header { .init("\(name)", "\(value)") }

  static let strictTransport = StandingHeader(
    name: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains")

  static let all: [StandingHeader] = [
    .init(
      name: "Content-Security-Policy",
      value: """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
        media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; \
        base-uri 'none'; frame-ancestors 'none'; object-src 'none'
        """),
    .init(name: "X-Content-Type-Options", value: "nosniff"),
    .init(name: "Referrer-Policy", value: "no-referrer"),
    .init(name: "Cross-Origin-Opener-Policy", value: "same-origin"),
    .init(name: "Cross-Origin-Resource-Policy", value: "same-origin"),
    .init(
      name: "Permissions-Policy",
      value: """
        camera=(), microphone=(), geolocation=(), payment=(), usb=(), \
        serial=(), hid=(), midi=(), display-capture=(), browsing-topics=()
        """),
    .init(name: "X-Robots-Tag", value: "noindex"),
    .init(name: "Cache-Control", value: "no-store"),
  ]

  /// Whether an answer sets this field itself.
  func isSet(in response: Response) -> Bool {
    for header in response.headers where header.name.utf8.count == name.utf8CodeUnitCount {
      if header.isNamed("\(name)"), header.isSendable { return true }
    }
    return false
  }
}
