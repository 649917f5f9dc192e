/// What a site answers: a status, header fields and a body.
///
/// The server adds the security headers, `Cache-Control: no-store` and what HTTP itself needs; a
/// field of the same name here takes the place of the server's. Content-Length, Connection and
/// Transfer-Encoding are the server's alone.
public struct Response: Sendable {
  public struct Header: Sendable, Equatable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public enum Body: Sendable {
    case bytes([UInt8])
    /// Sent from where it lies, however many ask for it at once.
    case shared(Payload)
  }

  /// From 200 to 599; anything else is answered as 500.
  public var status: Int { didSet { kept = nil } }
  /// In the order to be sent. A field that could break the message apart is dropped and logged.
  public var headers: [Header] { didSet { kept = nil } }
  public var body: Body { didSet { kept = nil } }
  /// The answer as the library wants it, where `keep()` has made it ready.
  private(set) var kept: Kept?

  public init(status: Int = 200, headers: [Header] = [], body: Body = .bytes([])) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// An answer of one content type, such as `text/html; charset=utf-8`.
  public init(status: Int = 200, type: String, _ body: [UInt8]) {
    self.init(status: status, headers: [Header("Content-Type", type)], body: .bytes(body))
  }

  /// Plain text in UTF-8.
  public static func text(_ text: String, status: Int = 200) -> Response {
    Response(status: status, type: "text/plain; charset=utf-8", Array(text.utf8))
  }

  /// "Look there instead", by GET: what follows a form that was taken in.
  public static func seeOther(_ address: String) -> Response {
    Response(status: 303, headers: [Header("Location", address)])
  }

  /// The same answer made ready once, for what is the same for everyone: sending it again costs
  /// no copying. Changing the answer undoes this.
  public func keep() -> Response {
    var copy = self
    copy.kept = Kept(self)
    return copy
  }

  /// The first value of a header field, in any case of letters.
  public func header(_ name: String) -> String? {
    headers.first { $0.isNamed(name) }?.value
  }

  /// How many bytes the body has.
  public var length: Int {
    switch body {
    case .bytes(let bytes): bytes.count
    case .shared(let payload): payload.count
    }
  }
}

extension Response.Header {
  func isNamed(_ other: String) -> Bool {
    name.utf8.count == other.utf8.count
      && zip(name.utf8, other.utf8).allSatisfy { lowered($0) == lowered($1) }
  }

  /// Whether it may be sent: a name of token characters, a value with no control character (a
  /// line break would let its writer add headers, or a whole answer), and a name that is not the
  /// server's own.
  var isSendable: Bool {
    !name.isEmpty && !value.isEmpty && name.utf8.allSatisfy(Response.Header.isTokenByte)
      && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      && !isNamed("Content-Length") && !isNamed("Connection") && !isNamed("Transfer-Encoding")
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
