/// Crockford's base 32, for secrets that people read out and type: no I, L, O or U.
enum Crockford {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// So many letters drawn by `chance`, of five bits each.
  static func drawn(_ count: Int, using chance: inout some RandomNumberGenerator) -> String {
    let letters = (0..<count).map { _ in alphabet[Int(chance.next() & 31)] }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Reads what somebody typed forgivingly: small letters or capitals, spaces and hyphens anywhere,
  /// O for zero, I and L for one. Nil unless it comes to `count` letters.
  static func read(_ typed: String, _ count: Int) -> String? {
    var letters: [UInt8] = []
    for byte in typed.utf8 {
      if byte == 0x20 || byte == 0x2D { continue }
      guard let letter = letter(byte), letters.count < count else { return nil }
      letters.append(letter)
    }
    return letters.count == count ? String(decoding: letters, as: UTF8.self) : nil
  }

  private static func letter(_ byte: UInt8) -> UInt8? {
    let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    switch small {
    case UInt8(ascii: "o"): return UInt8(ascii: "0")
    case UInt8(ascii: "i"), UInt8(ascii: "l"): return UInt8(ascii: "1")
    default: return alphabet.contains(small) ? small : nil
    }
  }
}
