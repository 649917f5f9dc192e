/// What the English words of a question may do to the person who reads them.
///
/// The rules are cheap and look at words, not at sense. Where a rule cannot tell, it is silent: a
/// warning nobody believes is worse than none.
struct EnglishRules {
  let audience: Audience

  /// Looks at the question itself; `hint` is what is said to help with it.
  func facts(ask: String, hint: String) -> [Warning.Fact] {
    var found = Self.sentences(ask).flatMap { facts(sentence: $0) }
    if ask.filter({ $0 == "?" }).count > 1 { found.append(.twoQuestions(at: "?")) }
    if isYounger, Phrase(ask).contains(Phrase("alone")) {
      let all = Phrase(ask + " " + hint)
      if !PlainWords.explainsAlone.contains(where: all.contains) { found.append(.alone) }
    }
    return found
  }

  /// Looks at any words, answers and hints among them.
  func factsOfAny(_ text: String) -> [Warning.Fact] {
    if audience.group == .worker || audience.group == .partner { return [] }
    let said = Phrase(text)
    var facts: [Warning.Fact] = []
    for (phrase, plainer) in PlainWords.jargon where said.contains(phrase) {
      facts.append(.jargon(phrase.words.joined(separator: " "), plainer: plainer))
    }
    for (index, word) in said.words.enumerated() where word == "contact" {
      if index == 0 || !PlainWords.beforeVerb.contains(said.words[index - 1]) {
        facts.append(.jargon("contact", plainer: "seeing your family"))
      }
    }
    let known = Set(PlainWords.jargon.flatMap(\.phrase.words))
    for word in Self.acronyms(text) where !known.contains(word.lowercased()) {
      facts.append(.acronym(word))
    }
    return facts
  }

  /// Whether the audience is children under 11 or so, who are given short questions.
  private var isYounger: Bool { audience.group == .child && audience.limits.words <= 12 }

  private func facts(sentence: String) -> [Warning.Fact] {
    let said = Phrase(sentence)
    var facts: [Warning.Fact] = []
    if let place = Self.secondClause(said.words) { facts.append(.twoQuestions(at: place)) }
    let leading = PlainWords.leading.first { said.words.starts(with: $0.words) }
    if let leading { facts.append(.leading(Self.opening(sentence, leading.words.count))) }
    facts += Self.negatives(Array(said.words.dropFirst(leading == nil ? 0 : 1)))
    if let phrase = Self.passive(said.words) { facts.append(.passive(phrase)) }
    for (index, word) in said.words.enumerated() where PlainWords.vague.contains(word) {
      // "How often" asks for the very thing.
      if index == 0 || said.words[index - 1] != "how" { facts.append(.vague(word)) }
    }
    return facts
  }

  private static func sentences(_ text: String) -> [String] {
    text.split { ".!?\n".contains($0) }.map(String.init)
  }

  private static func opening(_ sentence: String, _ count: Int) -> String {
    sentence.split(whereSeparator: \.isWhitespace).prefix(count).joined(separator: " ")
  }

  private static func secondClause(_ words: [String]) -> String? {
    for (index, word) in words.enumerated().dropFirst() where word == "and" || word == "or" {
      guard index + 1 < words.count, PlainWords.clauseStarts.contains(words[index + 1]) else {
        continue
      }
      return "\(word) \(words[index + 1])"
    }
    return nil
  }

  private static func negatives(_ words: [String]) -> [Warning.Fact] {
    guard
      let first = words.indices.first(where: { index in
        let isOrNot = words[index] == "not" && index > 0 && words[index - 1] == "or"
        return PlainWords.negatives.contains(words[index]) && !isOrNot
      })
    else { return [] }
    if let second = words[(first + 1)...].first(where: PlainWords.alsoNegative.contains) {
      return [.doubleNegative(words[first], second)]
    }
    return [.negative(words[first])]
  }

  private static func passive(_ words: [String]) -> String? {
    for (index, word) in words.enumerated() where PlainWords.being.contains(word) {
      var next = index + 1
      if next < words.count, PlainWords.between.contains(words[next]) { next += 1 }
      guard next < words.count, isParticiple(words[next]) else { continue }
      return words[index...next].joined(separator: " ")
    }
    return nil
  }

  private static func isParticiple(_ word: String) -> Bool {
    if PlainWords.feelings.contains(word) { return false }
    return PlainWords.participles.contains(word) || (word.hasSuffix("ed") && word.count > 4)
  }

  private static func acronyms(_ text: String) -> [String] {
    let words = text.split { !$0.isLetter }.map(String.init)
    let shouted = words.filter { $0.count > 1 && $0.allSatisfy(\.isUppercase) }
    // A text that is all in capitals shouts; it does not abbreviate.
    if shouted.count > 1, shouted.count == words.filter({ $0.count > 1 }).count { return [] }
    return shouted.filter { !PlainWords.acronymsEverybodyKnows.contains($0) }
  }
}
