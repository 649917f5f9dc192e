/// A question as it is texted: its words, its answers with the numbers to reply with, and how to
/// reply where that is not plain.
///
/// The words are the question's `text:` wording, or else `ask` and `hint`. The answers are always
/// listed here, so that the numbers are those that replies are read by.
public enum TextPrompt {
  /// `question` as this person meets it, which is how `Journey` gives it.
  public static func words(
    for question: Question, as audience: String, in language: Language
  ) -> String {
    var lines = [asked(question, audience, language)]
    if let ends = question.ends[audience] {
      let points = question.options(for: audience).count
      lines.append("1 = \(ends.low.words(in: language))")
      lines.append("\(points) = \(ends.high.words(in: language))")
    } else {
      for (index, option) in question.options(for: audience).enumerated() {
        lines.append("\(index + 1) \(option.words.words(in: language))")
      }
    }
    if let how = howToReply(to: question, as: audience, in: language) { lines.append(how) }
    return Segments.plain(lines.joined(separator: "\n"))
  }

  private static func asked(
    _ question: Question, _ audience: String, _ language: Language
  ) -> String {
    if let text = question.text?[audience] { return text.words(in: language) }
    let ask = question.ask[audience]?.words(in: language) ?? ""
    guard let hint = question.hint[audience]?.words(in: language) else { return ask }
    return ask + "\n" + hint
  }

  /// Left out in a language the program has no words in: a text is in one language.
  private static func howToReply(
    to question: Question, as audience: String, in language: Language
  ) -> String? {
    let words = Words.in(language)
    guard words.language == language else { return nil }
    switch question.kind {
    case .choice, .faces: return nil
    case .choices: return words.texts.several
    case .text: return words.texts.ownWords
    case .scale:
      return words.texts.scale([.total: String(question.options(for: audience).count)])
    }
  }
}
