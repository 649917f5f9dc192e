/// One character as people see it, held in eight bytes of UTF-8 so that a screen of them is copied
/// and compared like numbers.
///
/// Of the few that are longer, which are pictures joined to one, the first picture is shown:
/// terminals differ in how wide they would draw the whole.
struct Glyph: Hashable, Sendable {
  /// UTF-8, the first byte lowest; no text that is drawn has a byte of nought.
  private let bits: UInt64

  /// The right half of a wide one.
  static let none = Glyph(bits: 0)
  static let space = Glyph(bits: 0x20)
  /// A space where no line may be broken.
  static let holding = Glyph("\u{A0}")

  private init(bits: UInt64) { self.bits = bits }

  init(_ character: Character) {
    let whole = Self.packed(character.utf8)
    bits = whole ?? character.unicodeScalars.first.flatMap { Self.packed(UTF8.encode($0)) } ?? 0
  }

  private static func packed(_ bytes: (some Sequence<UInt8>)?) -> UInt64? {
    guard let bytes else { return nil }
    var (bits, shift) = (UInt64(0), UInt64(0))
    for byte in bytes {
      if shift == 64 { return nil }
      bits |= UInt64(byte) << shift
      shift += 8
    }
    return bits
  }

  var isEmpty: Bool { bits == 0 }

  /// Whether it is one scalar and no more: then every terminal moves on by one column after it.
  var isPlain: Bool {
    switch bits & 0xFF {
    case 0..<0x80: bits < 1 << 8
    case ..<0xE0: bits < 1 << 16
    case ..<0xF0: bits < 1 << 24
    default: bits < 1 << 32
    }
  }

  func append(to bytes: inout [UInt8]) {
    var rest = bits
    while rest != 0 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
