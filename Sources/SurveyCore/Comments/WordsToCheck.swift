/// Finds words in a comment that may name a person or a place, for whoever decides what is quoted.
///
/// It offers too much rather than too little, and still not everything: a name in small letters, or
/// in a script without capitals such as Arabic, looks like any other word. So it never replaces
/// reading the comment, and a second person reads it again.
public struct WordsToCheck: Sendable {
  /// Names that are known, such as those of places, in small letters.
  private let names: [[String]]

  /// - Parameter names: Names to find however they are written: places, teams, the authority.
  public init(names: [String]) {
    self.names = Set(names).map { Self.tokens($0).map(\.key) }
      .filter { !$0.isEmpty && !$0.allSatisfy(OrdinaryWords.all.contains) }
      .sorted { ($0.count, $0.joined()) > ($1.count, $1.joined()) }
  }

  /// What to check, each once, in the order of reading.
  public func found(in comment: String) -> [String] {
    let tokens = Self.tokens(comment)
    let plain = Set(tokens.filter { !$0.isCapital }.map(\.key))
    var found: [String] = []
    var index = 0
    while index < tokens.count {
      let length = nameLength(tokens[index...]) ?? suspects(tokens, from: index, plain)
      let words = tokens[index..<index + length].map(\.text).joined(separator: " ")
      if length > 0, !found.contains(words) { found.append(words) }
      index += max(1, length)
    }
    return found
  }

  /// How many of the next words are a name that is known; nil for none.
  private func nameLength(_ rest: ArraySlice<CommentWord>) -> Int? {
    names.first { rest.prefix($0.count).map(\.key) == $0 }?.count
  }

  /// How many words from `index` on belong to one suspicion: "Sarah Jones" is one name.
  private func suspects(_ tokens: [CommentWord], from index: Int, _ plain: Set<String>) -> Int {
    var end = index
    while end < tokens.count, end == index || !tokens[end].beginsSentence,
      isSuspect(tokens[end], after: end > 0 ? tokens[end - 1] : nil, plain)
    {
      end += 1
    }
    return end - index
  }

  private func isSuspect(_ token: CommentWord, after before: CommentWord?, _ plain: Set<String>)
    -> Bool
  {
    if token.holdsDigit || token.text.contains("@") { return true }
    if let before, !token.beginsSentence, OrdinaryWords.titles.contains(before.key) { return true }
    if OrdinaryWords.titles.contains(token.key) && token.isCapital { return true }
    guard token.isCapital, !OrdinaryWords.all.contains(token.key) else { return false }
    // The first word of a sentence is in capitals anyway; where the same word stands elsewhere in
    // small letters it is no name.
    return !token.beginsSentence || !plain.contains(token.key)
  }
}

/// A word of a comment.
private struct CommentWord {
  let text: String
  /// The word in small letters, without the possessive.
  let key: String
  let beginsSentence: Bool

  var isCapital: Bool { text.first?.isUppercase == true }
  var holdsDigit: Bool { text.contains(where: \.isNumber) }
}

extension WordsToCheck {
  private static func tokens(_ text: String) -> [CommentWord] {
    var tokens: [CommentWord] = []
    var beginsSentence = true
    for piece in text.split(whereSeparator: \.isWhitespace) {
      let word = Self.bare(piece)
      if !word.isEmpty {
        tokens.append(
          CommentWord(text: word, key: Self.key(word), beginsSentence: beginsSentence))
        beginsSentence = false
      }
      if let last = piece.last(where: { !"\"')]”’".contains($0) }), ".!?:;\u{2026}".contains(last) {
        beginsSentence = true
      }
    }
    return tokens
  }

  /// Without the marks around it.
  private static func bare(_ piece: Substring) -> String {
    let isInner = { (character: Character) in character.isLetter || character.isNumber }
    guard let first = piece.firstIndex(where: isInner), let last = piece.lastIndex(where: isInner)
    else { return "" }
    return String(piece[first...last])
  }

  private static func key(_ word: String) -> String {
    let small = word.lowercased().replacing("\u{2019}", with: "'")
    return small.hasSuffix("'s") ? String(small.dropLast(2)) : small
  }
}
