/// A request to or from a gateway, whole and without a connection: what an HTTP client is given,
/// and what a server hands on.
///
/// It holds numbers and secrets, so that neither printing nor dumping it shows more than its size.
public struct WireRequest: Sendable, Hashable {
  public enum Method: String, Sendable, Hashable {
    case get = "GET"
    case post = "POST"
  }

  public var method: Method
  /// A full address where we send it; where it came in, the request target exactly as it was sent,
  /// query included, because Twilio signs that.
  public var target: String
  public var headers: [WireHeader]
  public var body: [UInt8]

  public init(
    _ method: Method, _ target: String, headers: [WireHeader] = [], body: [UInt8] = []
  ) {
    (self.method, self.target, self.headers, self.body) = (method, target, headers, body)
  }

  /// The first value of a header field, in any case of letters.
  public func header(_ name: String) -> String? { headers.first(name) }

  /// The most bytes of body that are read of a gateway: the longest text message, in the most
  /// wasteful encoding, needs a tenth of it.
  public static let bodyLimit = 65_536
}

/// An answer from a gateway, or ours to one.
public struct WireResponse: Sendable, Hashable {
  public var status: Int
  public var headers: [WireHeader]
  public var body: [UInt8]

  public init(_ status: Int, headers: [WireHeader] = [], body: [UInt8] = []) {
    (self.status, self.headers, self.body) = (status, headers, body)
  }

  /// An answer of a kind, with these words as its body.
  public init(_ status: Int, type: String, _ words: String = "") {
    self.init(status, headers: [WireHeader("Content-Type", type)], body: Array(words.utf8))
  }

  /// The first value of a header field, in any case of letters.
  public func header(_ name: String) -> String? { headers.first(name) }

  /// What a gateway is told when its message could not be stored: it comes again later.
  public static let comeAgain = WireResponse(503, type: "text/plain; charset=utf-8")
}

/// A header field.
public struct WireHeader: Sendable, Hashable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
}

/// What came of sending a request to a gateway.
public enum WireAnswer: Sendable, Hashable {
  case response(WireResponse)
  /// Nothing of the request left us: no such host, refused, no encrypted connection.
  case notReached
  /// It left, and no whole answer came: nobody knows whether it was acted upon.
  case lost
}

/// Why a gateway's bytes say nothing we can use. Carries names of fields, never what was in them.
public enum WireFault: Error, Sendable, Hashable {
  case tooLarge(limit: Int)
  case notJSON
  case notUTF8
  /// A character set we do not know, or data that is no text at all.
  case unknownEncoding
  case missing(field: String)
  case wrongType(field: String)
  /// A field whose value is none of those documented.
  case unknownValue(field: String)
  /// Neither a message nor a receipt.
  case neither
}

extension [WireHeader] {
  fileprivate func first(_ name: String) -> String? {
    first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

extension WireRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String {
    "\(method.rawValue), \(headers.count) headers, \(body.count) bytes"
  }

  public var debugDescription: String { description }

  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension WireResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "\(status), \(headers.count) headers, \(body.count) bytes" }

  public var debugDescription: String { description }

  public var customMirror: Mirror { Mirror(self, children: []) }
}
