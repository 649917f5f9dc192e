import Crypto

/// A secret of 130 random bits, written as 26 letters and digits that are hard to mix up.
///
/// The alphabet is Crockford's base 32. What people type is read forgivingly: capitals, spaces and
/// hyphens are fine, O is zero, I and L are one.
public struct Token: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  public static let length = 26

  public init(using chance: inout some RandomNumberGenerator) {
    text = Crockford.drawn(Self.length, using: &chance)
  }

  public init() {
    var chance = SystemRandomNumberGenerator()
    self.init(using: &chance)
  }

  /// Reads what somebody typed or followed; nil when it cannot be a token.
  public init?(_ typed: String) {
    guard let text = Crockford.read(typed, Self.length) else { return nil }
    self.text = text
  }

  public var description: String { text }

  /// What may be stored of it.
  public var fingerprint: Fingerprint { Fingerprint(of: Array(text.utf8)) }
}

/// A SHA-256 digest: how secrets are stored and how content is known.
public struct Fingerprint: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  public let bytes: [UInt8]

  public init(of content: [UInt8]) { bytes = Array(SHA256.hash(data: content)) }

  /// Nil unless there are 32 bytes.
  public init?(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    guard self.bytes.count == 32 else { return nil }
  }

  /// Reads 64 hexadecimal digits; nil for anything else.
  public init?(_ text: String) {
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard text.utf8.count == 64, digits.count == 64 else { return nil }
    bytes = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }

  public var description: String { bytes.map(Self.hex).joined() }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let found = Fingerprint(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a SHA-256 digest")
    }
    self = found
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  public static func < (one: Fingerprint, other: Fingerprint) -> Bool {
    one.bytes.lexicographicallyPrecedes(other.bytes)
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
