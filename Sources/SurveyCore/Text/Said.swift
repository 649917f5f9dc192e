import Foundation

/// What somebody texted as a row of words, less everything that people vary without meaning it:
/// capitals, accents, punctuation, emoji, letters held down ("stoooop").
struct Said: Hashable, Sendable {
  let words: [String]

  init(_ text: String) {
    words = Phrase(Self.folded(text)).words.map(Self.released)
  }

  /// Whether `phrase` stands anywhere in it, as whole words.
  func contains(_ phrase: [String]) -> Bool {
    guard let first = phrase.first, phrase.count <= words.count else { return false }
    return words.indices.contains { index in
      words[index] == first && words[index...].starts(with: phrase)
    }
  }

  /// Without accents, and with the letters of Arabic that are written either way written one way.
  private static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
      switch scalar.value {
      case 0x300...0x36F, 0x653...0x655: continue
      default: folded.append(alike[scalar] ?? scalar)
      }
    }
    return String(folded)
  }

  private static let alike: [Unicode.Scalar: Unicode.Scalar] = [
    "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i", "ə": "e",
    // Arabic: final h, the undotted y, and the letters of Persian and Urdu keyboards.
    "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ٱ": "ا",
  ]

  /// A letter three times or more is one that was held down.
  private static func released(_ word: String) -> String {
    var kept: [Unicode.Scalar] = []
    let scalars = Array(word.unicodeScalars)
    var index = 0
    while index < scalars.count {
      var end = index + 1
      while end < scalars.count, scalars[end] == scalars[index] { end += 1 }
      let isHeld = end - index > 2 && scalars[index].properties.numericType == nil
      kept += scalars[index..<(isHeld ? index + 1 : end)]
      index = end
    }
    return String(String.UnicodeScalarView(kept))
  }
}
