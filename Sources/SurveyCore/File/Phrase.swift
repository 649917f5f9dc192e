/// A text as a row of small-letter words, without punctuation, vowel marks or stretching.
struct Phrase: Hashable, Sendable {
  let words: [String]

  init(_ text: String) {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars where !Self.isIgnored(scalar) {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || Self.isMark(scalar)
      {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = .init()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    self.words = words
  }

  func contains(_ phrase: Phrase) -> Bool {
    guard let first = phrase.words.first, phrase.words.count <= words.count else { return false }
    return words.indices.contains { index in
      words[index] == first && words[index...].starts(with: phrase.words)
    }
  }

  /// Apostrophes, so that "don't" is one word; Arabic vowel marks and stretching; joiners.
  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x2019, 0x2BC, 0x640, 0x64B...0x652, 0x670, 0x200B...0x200F, 0xFE0F, 0x20E3: true
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
