/// Whether words may stand as a quote of a comment.
///
/// A quote is what was said: pieces of the comment in their order. What is left out is marked by
/// `…`, and what would name somebody by a word in brackets, such as `[name]`. A quote that begins
/// with `[translated]` cannot be held against the comment's own words, and is left to the second
/// person.
public struct QuoteRule: Sendable {
  /// Why words are no quote.
  public enum Fault: Error, Sendable, Hashable {
    case tooLong(characters: Int, limit: Int)
    /// There is nothing but brackets.
    case empty
    /// The comment does not say this, or not in this place.
    case notSaid(String)
    /// It holds something that was to be checked, and was left to be checked.
    case unchecked(String)
  }

  public static let limit = 500
  static let translated = "[translated]"

  let comment: String
  /// What may name somebody, and was not found harmless.
  let unchecked: [String]

  public init(comment: String, unchecked: [String]) {
    (self.comment, self.unchecked) = (comment, unchecked)
  }

  /// - Throws: the first reason why `quote` may not stand.
  public func check(_ quote: String) throws(Fault) {
    if quote.count > Self.limit { throw .tooLong(characters: quote.count, limit: Self.limit) }
    let pieces = Self.pieces(of: quote)
    if pieces.isEmpty { throw .empty }
    if !quote.hasPrefix(Self.translated) { try checkOrder(of: pieces) }
    let said = pieces.map(Self.plain).joined(separator: " | ")
    for word in unchecked where Self.holds(said, Self.plain(word)) { throw .unchecked(word) }
  }

  private func checkOrder(of pieces: [String]) throws(Fault) {
    var rest = Self.plain(comment)[...]
    for piece in pieces {
      let words = Self.plain(piece)
      if words.isEmpty { continue }
      guard let found = rest.firstRange(of: words) else { throw .notSaid(piece) }
      rest = rest[found.upperBound...]
    }
  }

  /// What stands between brackets and dots that stand for something left out.
  private static func pieces(of quote: String) -> [String] {
    var pieces = [""]
    var isInBrackets = false
    for character in quote.replacing("...", with: "\u{2026}") {
      switch character {
      case "[": isInBrackets = true
      case "]" where isInBrackets:
        isInBrackets = false
        pieces.append("")
      case "\u{2026}": pieces.append("")
      default: if !isInBrackets { pieces[pieces.count - 1].append(character) }
      }
    }
    return pieces.map(Question.tidy).filter { $0.contains { $0.isLetter || $0.isNumber } }
  }

  /// In small letters, with single spaces, straight quotes, and without marks at either end, so
  /// that a sentence cut short may end in a full stop.
  private static func plain(_ text: String) -> String {
    let words = text.lowercased()
      .replacing("\u{2019}", with: "'").replacing("\u{2018}", with: "'")
      .replacing("\u{201C}", with: "\"").replacing("\u{201D}", with: "\"")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isInner = { (character: Character) in character.isLetter || character.isNumber }
    guard let first = words.firstIndex(where: isInner), let last = words.lastIndex(where: isInner)
    else { return "" }
    return String(words[first...last])
  }

  /// Whether `text` holds `word` as whole words.
  private static func holds(_ text: String, _ word: String) -> Bool {
    guard !word.isEmpty else { return false }
    return text.ranges(of: word).contains { range in
      let isOpen =
        range.lowerBound == text.startIndex
        || !text[text.index(before: range.lowerBound)].isLetter
      let isClosed = range.upperBound == text.endIndex || !text[range.upperBound].isLetter
      return isOpen && isClosed
    }
  }
}
