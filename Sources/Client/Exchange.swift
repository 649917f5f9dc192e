/// What is asked of a server.
public struct Request: Sendable, Hashable {
  public enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
  }

  public var method: Method
  /// The whole address, `http:` or `https:`.
  public var url: String
  public var headers: [Header]
  /// Sent with a POST only.
  public var body: [UInt8]

  public init(_ method: Method, _ url: String, headers: [Header] = [], body: [UInt8] = []) {
    (self.method, self.url, self.headers, self.body) = (method, url, headers, body)
  }
}

/// What a server replied, whatever its status: nothing is followed and nothing is judged here.
public struct Reply: Sendable, Hashable {
  public var status: Int
  public var headers: [Header]
  public var body: [UInt8]

  public init(status: Int, headers: [Header] = [], body: [UInt8] = []) {
    (self.status, self.headers, self.body) = (status, headers, body)
  }

  /// The first value of a header, by its name in any case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

public struct Header: Sendable, Hashable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
}

/// Why there is no reply. The text in a case is the library's own, and holds nothing sent.
public enum Failure: Error, Sendable, Hashable {
  /// No connection was made, so the server has seen nothing.
  case unreachable(String)
  /// The server could not prove who it is, and has seen nothing.
  case untrusted(String)
  /// It took too long. The server may have done what was asked.
  case timedOut
  /// The connection broke. The server may have done what was asked.
  case cut(String)
  /// The reply was larger than is taken.
  case tooLarge
  /// The request can be sent to nobody: a bad address, header or setting.
  case misuse(String)
}
