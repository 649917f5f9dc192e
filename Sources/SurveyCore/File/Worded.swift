/// The same words in each language, with the line of each.
struct Worded {
  var text: Localized = [:]
  var lines: [Language: Int] = [:]
  var line: Int

  func line(of language: Language) -> Int { lines[language] ?? line }
}

/// The languages words must be there in.
enum WantedLanguages {
  /// Each of these, and no other.
  case these([Language])
  /// At least one.
  case any
  /// The survey does not say properly, which is noted already.
  case unknown

  var known: [Language] {
    if case .these(let languages) = self { return languages }
    return []
  }
}

/// What a wording may be.
struct WordsRule {
  let key: String
  let limit: Int
  var mayBreakLines = false
}
