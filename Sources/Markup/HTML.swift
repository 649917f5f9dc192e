/// HTML and SVG that can only be put together safely.
///
/// A literal is markup as written; an interpolated `String` is text and is escaped; an
/// interpolated `HTML` is markup already. Forgetting to escape is therefore impossible:
///
///     let row: HTML = "<li>\(name)</li>"      // name is escaped
///     let list: HTML = "<ul>\(row)\(row)</ul>" // row is not
///
/// Attribute values must stand in double quotes. Everything goes into one buffer of UTF-8.
public struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  public private(set) var bytes: [UInt8]

  public init() { bytes = [] }

  public init(stringLiteral markup: String) { bytes = Array(markup.utf8) }

  public init(stringInterpolation parts: StringInterpolation) { bytes = parts.bytes }

  /// The text, escaped.
  public init(text: String) {
    bytes = []
    Self.escape(text, into: &bytes)
  }

  public mutating func append(_ more: HTML) { bytes += more.bytes }

  public static func += (html: inout HTML, more: HTML) { html.bytes += more.bytes }

  public var isEmpty: Bool { bytes.isEmpty }

  /// The markup as a string, for tests and for embedding elsewhere.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
    }

    public mutating func appendLiteral(_ markup: String) { bytes += markup.utf8 }

    public mutating func appendInterpolation(_ html: HTML) { bytes += html.bytes }

    /// Nothing at all for nil.
    public mutating func appendInterpolation(_ html: HTML?) {
      if let html { bytes += html.bytes }
    }

    public mutating func appendInterpolation(_ pieces: some Sequence<HTML>) {
      for piece in pieces { bytes += piece.bytes }
    }

    public mutating func appendInterpolation(_ text: String) { HTML.escape(text, into: &bytes) }

    public mutating func appendInterpolation(_ text: Substring) {
      HTML.escape(String(text), into: &bytes)
    }

    public mutating func appendInterpolation(_ number: Int) { bytes += String(number).utf8 }
  }

  /// Escapes byte by byte, never by Character: a quote followed by a combining mark is one
  /// Character that equals no quote, and would slip through.
  fileprivate static func escape(_ text: String, into bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
  }
}
