extension Question {
  /// Reads what somebody typed, as in a text message: the number of an answer as it was shown, in
  /// the digits of any script, or its words, or its value.
  ///
  /// Several numbers may follow each other: `1 3`, `1,3`, `1 and 3`. For `choices`, a lone `0` is
  /// none of them. All it finds goes through `read(_:as:)`, which alone decides.
  public func read(typed: String, as audience: String, in language: Language) -> Reading {
    if kind == .text { return read([typed], as: audience) }
    let typed = Self.tidy(typed)
    // Sending nothing is not the same as choosing none.
    if typed.isEmpty { return .unclear(.nothing) }
    let offered = Offered(options(for: audience), language)
    if let value = offered.value(saidBy: typed) { return read([value], as: audience) }
    if let numbers = Self.numbers(in: typed) {
      if kind == .choices, numbers == [0] { return read([], as: audience) }
      return read(numbers.map { offered.value(numbered: $0) }, as: audience)
    }
    let parts = typed.split { ",;\n،؛".contains($0) }.map { Self.tidy(String($0)) }
    return read(
      parts.filter { !$0.isEmpty }.map { offered.value(saidBy: $0) ?? offered.value(at: $0) },
      as: audience)
  }

  /// The whole numbers typed, when there is nothing but numbers, punctuation and a word for "and".
  private static func numbers(in typed: String) -> [Int?]? {
    let words = Phrase(typed).words.filter { !and.contains($0) }
    guard !words.isEmpty, words.allSatisfy({ $0.unicodeScalars.allSatisfy(isDigit) }) else {
      return nil
    }
    return words.map(number)
  }

  /// Nil when the number is too large for any answer to have.
  fileprivate static func number(_ digits: String) -> Int? {
    var number = 0
    for scalar in digits.unicodeScalars {
      number = number * 10 + Int(scalar.properties.numericValue ?? 0)
      if number > 1000 { return nil }
    }
    return number
  }

  fileprivate static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
  }

  private static let and: Set<String> = ["and", "a", "ac", "و", "i", "y", "et", "und", "dhe", "ir"]
}

/// The answers offered, and how people may name them.
private struct Offered {
  let options: [Question.Option]
  let language: Language

  init(_ options: [Question.Option], _ language: Language) {
    (self.options, self.language) = (options, language)
  }

  /// The value whose words these are, in the language it was asked in; or which this is itself,
  /// unless it is a number, because a number is a place in the list.
  func value(saidBy typed: String) -> String? {
    let phrase = Phrase(typed)
    let isNumber = typed.unicodeScalars.allSatisfy(Question.isDigit)
    if isNumber { return nil }
    let said = options.first { option in
      let words = option.words.words(in: language)
      return phrase.words.isEmpty ? words == typed : Phrase(words) == phrase
    }
    return (said ?? options.first { Phrase($0.value) == phrase && !phrase.words.isEmpty })?.value
  }

  /// The value of answer `number`, counted from 1; otherwise something that is never a value, so
  /// that it is read as not offered.
  func value(numbered number: Int?) -> String {
    guard let number, options.indices.contains(number - 1) else { return "" }
    return options[number - 1].value
  }

  /// The value of the answer whose number this part of a reply is.
  func value(at part: String) -> String {
    let words = Phrase(part).words
    guard words.count == 1, words[0].unicodeScalars.allSatisfy(Question.isDigit) else { return "" }
    return value(numbered: Question.number(words[0]))
  }
}
