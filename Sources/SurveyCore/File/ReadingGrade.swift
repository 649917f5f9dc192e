/// The school grade at which English reads, after Flesch and Kincaid.
///
/// Such formulas say little about single questions and disagree with each other, so this is worked
/// out for a whole survey of at least `least` words, and is advice at most.
struct ReadingGrade {
  static let least = 100

  private(set) var words = 0
  private(set) var sentences = 0
  private(set) var syllables = 0

  init(words: Int = 0, sentences: Int = 0, syllables: Int = 0) {
    (self.words, self.sentences, self.syllables) = (words, sentences, syllables)
  }

  /// Adds a text whose end is the end of a sentence.
  mutating func add(_ text: String) {
    for sentence in text.split(whereSeparator: { ".!?\n".contains($0) }) {
      let words = sentence.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
      if words.isEmpty { continue }
      sentences += 1
      self.words += words.count
      for word in words { syllables += Self.syllables(in: String(word)) }
    }
  }

  /// Nil for no words at all.
  var grade: Double? {
    guard words > 0, sentences > 0 else { return nil }
    let length = Double(words) / Double(sentences)
    return 0.39 * length + 11.8 * Double(syllables) / Double(words) - 15.59
  }

  /// Groups of vowels, less an `e` at the end that is not spoken. Right for most plain words.
  static func syllables(in word: String) -> Int {
    let letters = Array(word.lowercased().filter(\.isLetter))
    var count = 0
    var wasVowel = false
    for letter in letters {
      let isVowel = "aeiouy".contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    let ending = String(letters.suffix(3))
    let isSilent =
      ending.hasSuffix("e") && !ending.hasSuffix("le") && !ending.hasSuffix("ee")
      || ending.hasSuffix("es") && !["ses", "ces", "zes", "xes", "ges", "hes"].contains(ending)
      || ending.hasSuffix("ed") && !["ted", "ded"].contains(ending)
    return max(1, isSilent && count > 1 ? count - 1 : count)
  }
}
