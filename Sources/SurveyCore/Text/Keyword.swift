/// What a text asks of us rather than answers.
///
/// The words of every language are in force always: somebody in trouble may fall back on any of
/// them. A keyword is a whole message; case, accents, punctuation and emoji do not matter.
enum Keyword: Sendable, Hashable {
  case start, help, skip, back, wrong
  /// "I don't understand".
  case unclear
  /// A wish for another language; nil asks which there are.
  case language(Language?)

  /// The keyword that `text` is; nil when it is none. Stopping has rules of its own: `Stopping`.
  static func said(in text: String, of languages: [Language]) -> Keyword? {
    let said = Said(text)
    if said.words.isEmpty {
      let marks = text.filter { !$0.isWhitespace }
      return !marks.isEmpty && marks.allSatisfy { "?؟".contains($0) } ? .unclear : nil
    }
    if let plain = KeywordLists.plain[said.words] { return plain }
    let isAboutNumber = said.words.count <= 12 && KeywordLists.wrong.contains(where: said.contains)
    return isAboutNumber ? .wrong : language(said.words, languages)
  }

  private static func language(_ words: [String], _ languages: [Language]) -> Keyword? {
    let isWish = KeywordLists.language.contains(words.first ?? "")
    if isWish, words.count == 1 { return .language(nil) }
    let name = isWish ? Array(words.dropFirst()) : words
    let named = languages.first { language in
      Said(language.ownName).words == name || (isWish && [language.code] == name)
        || (LanguageNames.all[language.code] ?? []).contains { Said($0).words == name }
    }
    if let named { return .language(named) }
    return isWish && name.count == 1 ? .language(nil) : nil
  }
}

/// Whether and how a text asks us to stop.
enum Stopping: Sendable, Hashable {
  /// One word and nothing else.
  case word
  /// Said in more words than one: we stop, and what was said is kept.
  case asked
  /// It begins with a word for stop and goes on: it may be about somebody, not about us.
  case sentence

  /// Nil when the text does not speak of stopping.
  init?(_ text: String) {
    let words = Said(text).words
    guard let first = words.first else { return nil }
    let isPolite = words.allSatisfy {
      KeywordLists.stop.contains($0) || KeywordLists.politeness.contains($0)
    }
    if words.count == 1, KeywordLists.stop.contains(first) {
      self = .word
    } else if isPolite, words.contains(where: KeywordLists.stop.contains) {
      self = .asked
    } else if KeywordLists.optingOut.contains(where: Said(text).contains) {
      self = .asked
    } else if KeywordLists.stopVerbs.contains(first) {
      self = .sentence
    } else {
      return nil
    }
  }

  /// The words that gateways which answer STOP by themselves act on, alone in a message
  /// (Twilio's default list).
  static let gatewayWords: Set<String> = [
    "stop", "stopall", "unsubscribe", "cancel", "end", "quit",
  ]
}
