import Foundation

/// How many messages a text is cut into on its way to a phone, and which of its characters make it
/// so many.
///
/// 3GPP TS 23.038 and 23.040: 160 septets in one message or 153 in each of several, where the
/// basic alphabet has every character; 70 or 67 units of 16 bits otherwise. A character of two
/// units is never cut in half.
public struct Segments: Sendable, Hashable {
  public enum Alphabet: Sendable, Hashable {
    case gsm7
    case ucs2

    /// Units in a message that stands alone.
    public var alone: Int { self == .gsm7 ? 160 : 70 }
    /// Units in each of several.
    public var each: Int { self == .gsm7 ? 153 : 67 }
  }

  public let alphabet: Alphabet
  /// Septets, or units of 16 bits.
  public let units: Int
  /// How many messages; none for no text.
  public let count: Int
  /// The characters that the basic alphabet lacks, each once, in order. A single one of them
  /// brings a message down from 160 characters to 70.
  public let outside: [Character]
  /// The characters that take two septets, each once, in order.
  public let doubled: [Character]

  /// Measures `text` as it stands: nothing is replaced first.
  public init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    let outside = Self.once(scalars.filter { GSM7.septets($0) == nil })
    alphabet = outside.isEmpty ? .gsm7 : .ucs2
    let isPlain = outside.isEmpty
    let costs = scalars.map { scalar in
      isPlain ? GSM7.septets(scalar) ?? 0 : scalar.value > 0xFFFF ? 2 : 1
    }
    units = costs.reduce(0, +)
    count = Self.count(costs, alphabet)
    self.outside = outside
    doubled = Self.once(scalars.filter { GSM7.septets($0) == 2 })
  }

  private static func count(_ costs: [Int], _ alphabet: Alphabet) -> Int {
    let units = costs.reduce(0, +)
    if units <= alphabet.alone { return units == 0 ? 0 : 1 }
    var count = 1
    var room = alphabet.each
    for cost in costs {
      if cost > room { (count, room) = (count + 1, alphabet.each) }
      room -= cost
    }
    return count
  }

  private static func once(_ scalars: [Unicode.Scalar]) -> [Character] {
    var seen: Set<Unicode.Scalar> = []
    return scalars.filter { seen.insert($0).inserted }.map(Character.init)
  }
}

extension Segments {
  /// The same words in cheaper signs: typewriter quotes and hyphens, plain spaces, letters with
  /// their accents joined on, and nothing that has no width unless the script needs it.
  ///
  /// Everything that is sent goes through this once, before it is measured.
  public static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      plain += replacement[scalar] ?? String(scalar)
    }
    // A joiner means something in Persian and in an emoji, but nothing among plain letters.
    let bare = String(String.UnicodeScalarView(plain.unicodeScalars.filter { !isInvisible($0) }))
    return Segments(bare).alphabet == .gsm7 ? bare : plain
  }

  private static let replacement: [Unicode.Scalar: String] = [
    "\u{2018}": "'", "\u{2019}": "'", "\u{201A}": "'", "\u{201B}": "'", "\u{2BC}": "'",
    "\u{2032}": "'", "\u{B4}": "'", "\u{201C}": "\"", "\u{201D}": "\"", "\u{201E}": "\"",
    "\u{2033}": "\"", "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-",
    "\u{2014}": "-", "\u{2015}": "-", "\u{2212}": "-", "\u{2026}": "...", "\u{A0}": " ",
    "\u{2002}": " ", "\u{2003}": " ", "\u{2009}": " ", "\u{202F}": " ", "\t": " ",
    "\u{2022}": "-",
  ]

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x2060, 0xFEFF, 0xAD, 0xFE0F: true
    default: false
    }
  }
}

/// The basic alphabet of text messages and its extension, from 3GPP TS 23.038, 6.2.1.
enum GSM7 {
  /// What a character costs; nil when the alphabet lacks it.
  static func septets(_ scalar: Unicode.Scalar) -> Int? {
    basic.contains(scalar) ? 1 : extended.contains(scalar) ? 2 : nil
  }

  private static let basic = Set(
    """
    @£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡\
    ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà
    """.unicodeScalars)

  /// Each is sent as an escape and a septet.
  private static let extended = Set("\u{C}^{}\\[~]|€".unicodeScalars)
}
