/// Looks for what may make a survey hard to read or to answer, for each audience it is asked of.
///
/// Rules about words are for English alone; other languages get counts.
struct Readability {
  let file: String
  let draft: Draft

  /// In the order of the file; what holds for several audiences is said once.
  var warnings: [Warning] {
    var found = aboutSurvey + TextMeasures(draft).warnings
    for audience in draft.survey.audiences {
      let asked = draft.questions.filter { $0.audiences.contains(audience.id) }
      found += asked.flatMap { aboutWords($0, audience) + aboutAnswers($0, audience) }
      found += aboutAll(asked, audience)
    }
    var seen: Set<Warning> = []
    let once = found.map { Warning(file: file, line: $0.line, fact: $0.fact) }
      .filter { seen.insert($0).inserted }
    return once.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  private typealias Found = (line: Int, fact: Warning.Fact)

  private var aboutSurvey: [Found] {
    let drafts = draft.survey.drafts
    return drafts.isEmpty ? [] : [(draft.languagesLine ?? 1, .draft(drafts))]
  }

  private func aboutWords(_ question: QuestionDraft, _ audience: Audience) -> [Found] {
    guard let ask = question.ask[audience.id] else { return [] }
    let limit = audience.limits.words
    var found: [Found] = []
    for language in draft.survey.languages {
      let count = Self.count(ask.text[language] ?? "")
      if count > limit {
        let fact = Warning.Fact.tooManyWords(
          count, limit: limit, audience: audience.id, language)
        found.append((ask.line(of: language), fact))
      }
    }
    guard let english = ask.text[.english] else { return found }
    let rules = EnglishRules(audience: audience)
    let hint = question.hint[audience.id]
    let line = ask.line(of: .english)
    let facts =
      rules.facts(ask: english, hint: hint?.text[.english] ?? "") + rules.factsOfAny(english)
    found += facts.map { (line, $0) }
    let others = [hint].compactMap { $0 } + (question.answers[audience.id] ?? []).map(\.words)
    for words in others {
      let line = words.line(of: .english)
      found += rules.factsOfAny(words.text[.english] ?? "").map { (line, $0) }
    }
    return found
  }

  private func aboutAnswers(_ question: QuestionDraft, _ audience: Audience) -> [Found] {
    let options = question.answers[audience.id] ?? []
    guard let first = options.first else { return [] }
    let line = first.value.line
    var found: [Found] = []
    let limit = audience.limits.answers
    if options.count > limit, question.kind?.value != .scale {
      let fact = Warning.Fact.tooManyAnswers(options.count, limit: limit, audience: audience.id)
      found.append((line, fact))
    }
    if audience.group == .child, options.contains(where: Self.isAgreement) {
      found.append((line, .agreement))
    }
    if let lean = Self.lean(options) { found.append((line, lean)) }
    if audience.young, let middle = Self.middle(question, options) { found.append(middle) }
    return found
  }

  private func aboutAll(_ questions: [QuestionDraft], _ audience: Audience) -> [Found] {
    var found: [Found] = []
    let line = questions.first?.line ?? 1
    let limit = audience.limits.questions
    if questions.count > limit {
      let fact = Warning.Fact.tooManyQuestions(
        questions.count, limit: limit, audience: audience.id)
      found.append((line, fact))
    }
    if let fact = Self.grade(questions, audience) { found.append((line, fact)) }
    return found + Self.flips(questions, audience)
  }

  /// Words as white space divides them, if there is a letter or a digit in them.
  static func count(_ text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace)
      .filter { $0.contains { $0.isLetter || $0.isNumber } }.count
  }
}

extension Readability {
  private static func isAgreement(_ option: QuestionDraft.Option) -> Bool {
    let words = Phrase(option.words.text[.english] ?? "").words
    return words.contains("agree") || words.contains("disagree")
  }

  /// Whether there is more to choose on one side of the middle of the scale than on the other.
  private static func lean(_ options: [QuestionDraft.Option]) -> Warning.Fact? {
    let scores = options.compactMap(\.score?.value)
    guard let highest = scores.max() else { return nil }
    let above = scores.filter { $0 * 2 > highest + 1 }.count
    let below = scores.filter { $0 * 2 < highest + 1 }.count
    return above == below ? nil : .unbalanced(above: above, below: below)
  }

  private static func middle(
    _ question: QuestionDraft, _ options: [QuestionDraft.Option]
  ) -> Found? {
    if question.kind?.value == .scale {
      return (question.line, .middle("the middle of the line"))
    }
    guard let highest = options.compactMap(\.score?.value).max(),
      let middle = options.first(where: { $0.score.map { $0.value * 2 == highest + 1 } ?? false }),
      let words = middle.words.text[.english],
      PlainWords.neutral.contains(where: Phrase(words).contains)
    else { return nil }
    return (middle.words.line(of: .english), .middle(words))
  }

  private static func grade(_ questions: [QuestionDraft], _ audience: Audience) -> Warning.Fact? {
    guard audience.group == .child || audience.group == .parent else { return nil }
    var reading = ReadingGrade()
    for question in questions {
      reading.add(question.ask[audience.id]?.text[.english] ?? "")
      reading.add(question.hint[audience.id]?.text[.english] ?? "")
    }
    // The shorter the questions an audience is given, the plainer the words.
    let aim = audience.limits.words <= 12 ? 3 : audience.limits.words <= 15 ? 5 : 6
    guard reading.words >= ReadingGrade.least, let grade = reading.grade, grade > Double(aim)
    else { return nil }
    return .grade(
      tenths: Int((grade * 10).rounded()), aim: aim, audience: audience.id)
  }

  /// Lists of answers that run the other way from the first. A line has its low end first always.
  private static func flips(_ questions: [QuestionDraft], _ audience: Audience) -> [Found] {
    var first: (id: String, isFalling: Bool)?
    var found: [Found] = []
    for question in questions where question.kind?.value != .scale {
      let options = question.answers[audience.id] ?? []
      let scores = options.compactMap(\.score?.value)
      guard let start = scores.first, let end = scores.last, start != end else { continue }
      if let first, first.isFalling != (start > end) {
        found.append((options[0].value.line, .flipped(from: first.id)))
      } else if first == nil {
        first = (question.id?.value ?? "", start > end)
      }
    }
    return found
  }
}
