/// One request, whole: a plain value that outlives the connection it came by.
///
/// What is costly to work out is worked out when it is asked for.
public struct Request: Sendable {
  /// HEAD comes as `get`: the answer's body is left out on the way, so that a site answers both
  /// alike. `isHead` tells them apart.
  public enum Method: Sendable, Equatable {
    case get
    case post
    case other(String)
  }

  public let method: Method
  public let isHead: Bool
  /// What came after `?`, decoded.
  public let query: Form
  public let body: [UInt8]
  /// The client's numeric address: the peer's, or where the peer is a trusted proxy, the one it
  /// speaks for. It is for limits while answering, and must not be kept.
  public let client: String
  /// Whether the client came by TLS, to us or to a trusted proxy.
  public let isSecure: Bool
  let head: Head

  /// The request target exactly as it was sent, query included (gateways sign it).
  public var target: String {
    String(decoding: head.bytes[..<head.targetEnd], as: UTF8.self)
  }

  /// The path as it was sent, still percent-encoded.
  public var path: String {
    String(decoding: head.bytes[..<head.pathEnd], as: UTF8.self)
  }

  /// The path between its slashes, each part decoded: `/a/b%20c` is `["a", "b c"]`, and `/` is
  /// empty. A last slash gives a last empty segment. `%2F` stays inside its segment.
  public var segments: [String] {
    Request.segments(of: head) ?? []
  }

  /// The first value of a header field, in any case of letters.
  public func header(_ name: String) -> String? {
    var found: String?
    head.each(name) { value in
      found = String(decoding: value, as: UTF8.self)
      return false
    }
    return found
  }

  /// Every value of a header field, in the order sent.
  public func headers(_ name: String) -> [String] {
    var found: [String] = []
    head.each(name) { value in
      found.append(String(decoding: value, as: UTF8.self))
      return true
    }
    return found
  }

  /// The value of a cookie; the first, where a client sends two of one name.
  public func cookie(_ name: String) -> String? {
    var found: String?
    head.each("cookie") { line in
      for part in line.split(separator: UInt8(ascii: ";")) where found == nil {
        let pair = part.drop { $0 == 0x20 || $0 == 0x09 }
        guard let equals = pair.firstIndex(of: UInt8(ascii: "=")),
          pair[..<equals].elementsEqual(name.utf8)
        else { continue }
        found = String(decoding: pair[(equals + 1)...], as: UTF8.self)
      }
      return found == nil
    }
    return found
  }

  /// The decoded segments, or nil where the path holds what no path may: a bad escape, a control
  /// character, bytes that are not UTF-8, or a `.` or `..` segment however it is written.
  static func segments(of head: Head) -> [String]? {
    guard head.pathEnd > 1 else { return [] }
    var segments: [String] = []
    let parts = head.bytes[1..<head.pathEnd]
      .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for part in parts {
      guard let text = try? Percent.decode(part, as: .path), text != ".", text != ".." else {
        return nil
      }
      segments.append(text)
    }
    return segments
  }
}

extension Request {
  /// A request that came by no socket, for calling a site as a function.
  /// - Returns: nil where a server would have answered 400 before the site saw it.
  public init?(
    _ method: Method, _ target: String, headers: [(name: String, value: String)] = [],
    body: [UInt8] = [], client: String = "", isSecure: Bool = false, isHead: Bool = false
  ) {
    var head = Head()
    head.begin(target: target.utf8)
    for (name, value) in headers { head.add(name: name.utf8, value: value.utf8) }
    guard let query = Request.checked(head) else { return nil }
    self.init(
      method: method, isHead: isHead, query: query, body: body, client: client,
      isSecure: isSecure, head: head)
  }

  /// The query of a head whose target can be understood; nil where it cannot.
  static func checked(_ head: Head) -> Form? {
    guard head.isClean, head.pathIsPlain || segments(of: head) != nil else { return nil }
    guard head.pathEnd < head.targetEnd else { return Form() }
    return try? Form(parsing: head.bytes[(head.pathEnd + 1)..<head.targetEnd])
  }
}
