extension Warning: CustomStringConvertible {
  /// `file:line: warning: what; why, or what to write instead`.
  public var description: String { "\(file):\(line): warning: \(fact.words)" }
}

extension Warning.Fact {
  /// What it is, and why it matters or what to write instead.
  public var words: String {
    switch self {
    case .draft(let languages):
      "the words in \(Say.list(languages.map(\.code))) are a draft; have a native speaker approve "
        + "them, then take them out of 'drafts'"
    case .tooManyWords(let count, let limit, let audience, let language):
      "\(count) words in \(language.code), more than the \(limit) that suit \(audience); say it "
        + "in fewer"
    case .tooManyAnswers(let count, let limit, let audience):
      "\(count) answers, more than the \(limit) that suit \(audience); leave some out"
    case .tooManyQuestions(let count, let limit, let audience):
      "\(audience) may be asked \(count) questions, more than the \(limit) that suit them; leave "
        + "some out"
    case .grade(let tenths, let aim, let audience):
      "all the words for \(audience) together read at school grade \(tenths / 10).\(tenths % 10), "
        + "where \(aim) is the aim; a rough guide only: shorter words and sentences bring it down"
    case .agreement:
      "'agree' and 'disagree' are hard for children, who tend to agree; ask how it is and offer "
        + "answers such as 'Always' and 'Never'"
    case .unbalanced(let above, let below):
      "\(above) answers are above the middle of the scale and \(below) below it; offer as many of "
        + "each, or the scale leans"
    case .middle(let words):
      "'\(words)' is a middle that young children choose when they are unsure; leave it out"
    case .flipped(let question):
      "the best answer is at the other end from '\(question)'; keep one direction all through, or "
        + "people pick the wrong end"
    default: wordsOfTexts ?? wordsOfEnglish
    }
  }

  private var wordsOfTexts: String? {
    switch self {
    case .segments(let count, let audience, let language, let costly):
      "as a text for \(audience) in \(language.code) it takes \(count) messages"
        + Say.costly(costly) + "; write a shorter wording under 'text', or leave it if it is clear"
    case .networkWord(let words):
      "'\(words)' alone in a text is a command to telephone networks; say more, such as "
        + "'Yes, I have'"
    case .revealing(let phrase):
      "'\(phrase)' under 'text' tells whoever sees the phone why somebody is asked; leave it out"
    default: nil
    }
  }

  private var wordsOfEnglish: String {
    switch self {
    case .twoQuestions(let place):
      "this may be two questions in one (at '\(place)'); one answer cannot serve both: ask the "
        + "one that matters, or ask each"
    case .negative(let word):
      "'\(word)' in a question makes 'yes' and 'no' hard to tell apart; ask it the other way round"
    case .doubleNegative(let one, let other):
      "'\(one)' and '\(other)' together are a double negative; ask it the other way round"
    case .passive(let phrase):
      "'\(phrase)' hides who did it; say who, such as 'Did anyone tell you'"
    case .jargon(let word, let plainer): "'\(word)' is a word of the service; say '\(plainer)'"
    case .acronym(let word): "'\(word)' means nothing to people outside; write it in full"
    case .vague(let word):
      "'\(word)' means something else to everyone; ask how many times, or leave it to the answers"
    case .leading(let phrase):
      "'\(phrase)' suggests an answer; ask it so that either end is as easy"
    case .alone:
      "a younger child may not know what 'alone' means here; say 'just you, without your mum, dad "
        + "or carer'"
    default: ""
    }
  }
}
