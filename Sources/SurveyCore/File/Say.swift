/// Turns of phrase that the words for faults and warnings share.
enum Say {
  static func list(_ items: [String], last: String = " and ") -> String {
    guard let end = items.last else { return "none" }
    let start = items.dropLast()
    return start.isEmpty ? end : start.joined(separator: ", ") + last + end
  }

  /// Asks whether the nearest of `known` was meant, or says something else when none is near.
  static func meant(_ word: String, _ known: [String], else other: String) -> String {
    Nearest.to(word, in: known).map { "did you mean '\($0)'?" } ?? other
  }

  /// Not more of what was written than fits in a message of one line.
  static func short(_ text: String) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count > 60 ? line.prefix(57) + "…" : line
  }

  static func hexadecimal(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Names the characters that make a text cost more; nothing when there are none.
  static func costly(_ characters: [String]) -> String {
    characters.isEmpty ? "" : " (\(characters.joined(separator: " ")) cost more)"
  }
}
