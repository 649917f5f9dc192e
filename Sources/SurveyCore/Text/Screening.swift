/// Looks for words that may tell of harm: so that a person looks sooner, and we fall silent.
///
/// It is a help and no safeguard. It knows some words of some languages, misses whatever is said
/// between the lines, and is meant to find too much rather than too little: "I am not scared" is
/// found too. What it does not find is read by a person all the same, within the time we say; what
/// it finds is never called safe by the program. Words of every language are looked for always.
public enum Screening {
  /// Whether anything in `text` sounds as if somebody might be harmed, afraid or in danger.
  public static func finds(in text: String) -> Bool {
    if text.unicodeScalars.contains(where: signs.contains) { return true }
    let words = Said(text).words
    return words.indices.contains { index in
      readings(of: words[index]).contains { begins($0, words[(index + 1)...]) }
    }
  }

  /// Pictures that need no words.
  private static let signs: Set<Unicode.Scalar> = ["🔪", "🔫", "🩸", "🆘", "⚰", "🪦", "☠", "💀", "🗡"]

  /// Arabic writes "and" and "so" on to the word that follows.
  private static func readings(of word: String) -> [String] {
    guard let first = word.unicodeScalars.first, ["و", "ف"].contains(first),
      word.unicodeScalars.count > 3
    else { return [word] }
    return [word, String(word.dropFirst())]
  }

  private static func begins(_ first: String, _ rest: ArraySlice<String>) -> Bool {
    guard let letter = first.unicodeScalars.first else { return false }
    return (patterns[letter] ?? []).contains { $0.matches(first, rest) }
  }

  /// By the first letter, so that a text is looked through once.
  private static let patterns: [Unicode.Scalar: [Pattern]] = {
    let all = ScreeningWords.all.flatMap { $0 }.compactMap(Pattern.init)
    return Dictionary(grouping: all) { $0.letter }
  }()
}

/// Words in a row; one that is written `hit*` stands for every word that begins so.
private struct Pattern: Sendable {
  struct Part: Sendable {
    let word: String
    let isStem: Bool

    func matches(_ said: String) -> Bool { isStem ? said.hasPrefix(word) : said == word }
  }

  let letter: Unicode.Scalar
  private let first: Part
  private let rest: [Part]

  init?(_ written: String) {
    let parts = written.split(separator: " ").flatMap { word in
      Said(String(word)).words.map { Part(word: $0, isStem: word.hasSuffix("*")) }
    }
    guard let first = parts.first, let letter = first.word.unicodeScalars.first else { return nil }
    (self.letter, self.first, rest) = (letter, first, Array(parts.dropFirst()))
  }

  func matches(_ word: String, _ following: ArraySlice<String>) -> Bool {
    first.matches(word) && following.count >= rest.count
      && zip(rest, following).allSatisfy { part, said in part.matches(said) }
  }
}
