import Crypto

/// A secret of 130 random bits, written as 26 letters and digits that are hard to mix up.
///
/// The alphabet is Crockford's base 32: no I, L, O or U. What people type is read forgivingly:
/// small letters, spaces and hyphens are fine, O is zero, I and L are one.
public struct Token: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  public static let length = 26

  public init(using chance: inout some RandomNumberGenerator) {
    var letters: [UInt8] = []
    for _ in 0..<Self.length { letters.append(Self.alphabet[Int(chance.next() & 31)]) }
    text = String(decoding: letters, as: UTF8.self)
  }

  public init() {
    var chance = SystemRandomNumberGenerator()
    self.init(using: &chance)
  }

  /// Reads what somebody typed or followed; nil when it cannot be a token.
  public init?(_ typed: String) {
    var letters: [UInt8] = []
    for byte in typed.utf8 {
      if byte == 0x20 || byte == 0x2D { continue }
      guard let letter = Self.letter(byte), letters.count < Self.length else { return nil }
      letters.append(letter)
    }
    guard letters.count == Self.length else { return nil }
    text = String(decoding: letters, as: UTF8.self)
  }

  public var description: String { text }

  /// What may be stored of it.
  public var fingerprint: Fingerprint { Fingerprint(of: Array(text.utf8)) }

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  private static func letter(_ byte: UInt8) -> UInt8? {
    let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    switch small {
    case UInt8(ascii: "o"): return UInt8(ascii: "0")
    case UInt8(ascii: "i"), UInt8(ascii: "l"): return UInt8(ascii: "1")
    default: return alphabet.contains(small) ? small : nil
    }
  }
}

/// A SHA-256 digest: how secrets are stored and how content is known.
public struct Fingerprint: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let bytes: [UInt8]

  public init(of content: [UInt8]) { bytes = Array(SHA256.hash(data: content)) }

  /// Nil unless there are 32 bytes.
  public init?(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    guard self.bytes.count == 32 else { return nil }
  }

  public var description: String { bytes.map(Self.hex).joined() }

  public static func < (one: Fingerprint, other: Fingerprint) -> Bool {
    one.bytes.lexicographicallyPrecedes(other.bytes)
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
