/// What a reply means to the question it replies to.
public enum Reading: Hashable, Sendable {
  case answer(Answer)
  case unclear(Unclear)
}

/// Why a reply could not be taken as an answer.
public enum Unclear: Hashable, Sendable {
  /// Nothing was chosen or written.
  case nothing
  /// Something that was not offered.
  case notOffered
  /// More than one answer where one was asked for.
  case tooMany
  /// Longer than the question allows, in characters.
  case tooLong(by: Int)
}

extension Question {
  /// Reads what a form or a key press sent: the values chosen, or the words written.
  ///
  /// Words are kept as they were said, less the white space round them and any control character
  /// but a line break. Characters are counted as people see them, so an emoji is one.
  public func read(_ reply: [String], as audience: String) -> Reading {
    switch kind {
    case .text: readWords(reply.joined(separator: "\n"))
    case .choices: readSeveral(reply, as: audience)
    case .choice, .faces, .scale: readOne(reply, as: audience)
    }
  }

  private func readOne(_ reply: [String], as audience: String) -> Reading {
    guard let value = reply.first else { return .unclear(.nothing) }
    guard reply.count == 1 else { return .unclear(.tooMany) }
    let isOffered = options(for: audience).contains { $0.value == value }
    return isOffered ? .answer(.chosen(value)) : .unclear(.notOffered)
  }

  private func readSeveral(_ reply: [String], as audience: String) -> Reading {
    let chosen = Set(reply)
    let values = options(for: audience).map(\.value).filter(chosen.contains)
    return values.count == chosen.count ? .answer(.several(values)) : .unclear(.notOffered)
  }

  private func readWords(_ reply: String) -> Reading {
    let words = Self.tidy(reply)
    if words.isEmpty { return .unclear(.nothing) }
    let over = words.count - limit
    return over > 0 ? .unclear(.tooLong(by: over)) : .answer(.text(words))
  }

  // CR, vertical tab, form feed, and Unicode's line and paragraph separators.
  private static let lineBreaks: Set<Unicode.Scalar> = [
    "\r", "\u{B}", "\u{C}", "\u{2028}", "\u{2029}",
  ]

  /// Line ends become `\n`, other control characters go, and so does white space at both ends.
  static func tidy(_ words: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in words.replacing("\r\n", with: "\n").unicodeScalars {
      if Self.lineBreaks.contains(scalar) { scalars.append("\n"); continue }
      if scalar.properties.generalCategory != .control || scalar == "\n" { scalars.append(scalar) }
    }
    let kept = String(scalars)
    let head = kept.drop { $0.isWhitespace }
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
