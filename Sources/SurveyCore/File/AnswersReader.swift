/// Reads what may be chosen: lists of answers, and the points of a scale.
struct AnswersReader {
  static let rule = WordsRule(key: "answers", limit: 100)
  static let scores = 1...20
  static let points = 5...11
  static let standardPoints = 7

  let read: FileReader
  let words: WordsReader

  /// One list for all audiences, or a list for each.
  func readAnswers(_ field: Field?, _ kind: Question.Kind, _ draft: inout QuestionDraft) {
    guard let field else { return read.faults.add(draft.line, .key(.missing("answers"))) }
    switch field.value.shape {
    case .text: read.faults.add(field.line, .key(.wrongShape("answers", wanted: .list)))
    case .list:
      let options = options(field, kind, nil)
      for audience in draft.audiences { draft.answers[audience] = options }
    case .mapping(let fields):
      let asked = draft.audiences
      draft.answers = words.split(fields, "answers", asked: asked) { part, audience in
        options(part, kind, audience)
      }
      // Where no key names an audience, each key was noted already, and that is enough.
      guard fields.contains(where: words.isAudience) else { return }
      for audience in asked where draft.answers[audience] == nil {
        let fact = Fault.WordsFact.missing("answers", audience: audience, [])
        read.faults.add(field.line, .words(fact))
      }
    }
  }

  func readScale(_ fields: [String: Field], _ draft: inout QuestionDraft) {
    let points = points(fields["points"])
    let worrying = (read.texts(fields["worrying"]) ?? []).compactMap { text -> String? in
      if let number = FileReader.wholeNumber(text.value), (1...points).contains(number) {
        return text.value
      }
      let fact = Fault.KeyFact.notNumber("worrying", found: text.value, 1...points)
      read.faults.add(text.line, .key(fact))
      return nil
    }
    for audience in draft.audiences {
      draft.answers[audience] = (1...points).map { point in
        option(point, line: draft.line, isWorrying: worrying.contains(String(point)))
      }
    }
    guard let ends = fields["ends"] else {
      return read.faults.add(draft.line, .key(.missing("ends")))
    }
    guard let parts = read.fields(ends.value, "ends", known: [], required: ["low", "high"])
    else { return }
    draft.low = end(parts["low"], "low", draft.audiences)
    draft.high = end(parts["high"], "high", draft.audiences)
  }

  private func end(_ field: Field?, _ key: String, _ audiences: [String]) -> [String: Worded] {
    guard let field else { return [:] }
    return words.byAudience(field, WordsRule(key: key, limit: 100), asked: audiences)
  }

  private func points(_ field: Field?) -> Int {
    guard let points = read.number(field, in: Self.points) else { return Self.standardPoints }
    if points.value.isMultiple(of: 2) {
      read.faults.add(points.line, .key(.even("points", found: points.value)))
    }
    return points.value
  }

  /// A point on a line: its number is its value, its score and its words in every language.
  private func option(_ point: Int, line: Int, isWorrying: Bool) -> QuestionDraft.Option {
    let number = String(point)
    var words = Worded(line: line)
    for language in self.words.wanted.known { words.text[language] = number }
    return QuestionDraft.Option(
      value: Noted(value: number, line: line), words: words,
      score: Noted(value: point, line: line), isWorrying: isWorrying)
  }
}

extension AnswersReader {
  private func options(
    _ field: Field, _ kind: Question.Kind, _ audience: String?
  ) -> [QuestionDraft.Option] {
    guard let pieces = read.list(field) else { return [] }
    let range = kind == .faces ? 2...5 : 2...10
    if !range.contains(pieces.count) {
      read.faults.add(field.line, .key(.count("answers", found: pieces.count, range)))
    }
    let options = pieces.compactMap { option($0, audience) }
    noteTwins(options)
    return options
  }

  private func option(_ piece: Piece, _ audience: String?) -> QuestionDraft.Option? {
    guard let fields = read.mapping(piece, "answers") else { return nil }
    let own = ["value", "score", "worrying"]
    let parts = Dictionary(fields.map { ($0.key, $0) }) { first, _ in first }
    let worded = fields.filter { !own.contains($0.key) }
    let words = wording(worded, own, line: piece.line, audience)
    guard let value = read.text(parts["value"]) else {
      if parts["value"] == nil { read.faults.add(piece.line, .key(.missing("value"))) }
      return nil
    }
    if !FileReader.isValue(value.value) {
      read.faults.add(value.line, .key(.badValue(value.value)))
    }
    return QuestionDraft.Option(
      value: value, words: words, score: read.number(parts["score"], in: Self.scores),
      isWorrying: read.yesOrNo(parts["worrying"]))
  }

  /// What is left of an answer is its words; a key that is no language is one mistyped.
  private func wording(
    _ fields: [Field], _ own: [String], line: Int, _ audience: String?
  ) -> Worded {
    let isLanguage = { (field: Field) in Language(field.key).isWellFormed }
    for field in fields where !isLanguage(field) {
      let known = own + words.wanted.known.map(\.code)
      read.faults.add(field.line, .key(.unknown(field.key, known: known)))
    }
    return words.inline(fields.filter(isLanguage), Self.rule, line: line, for: audience)
  }

  /// Answers with the same value, or that read the same in some language.
  private func noteTwins(_ options: [QuestionDraft.Option]) {
    var values: [String: Int] = [:]
    var said: [Language: [Phrase: Int]] = [:]
    for option in options {
      let (value, line) = (option.value.value, option.value.line)
      if let first = values[value] {
        read.faults.add(line, .key(.duplicate("value", id: value, first: first)))
      }
      values[value] = values[value] ?? line
      for (language, text) in option.words.text {
        let phrase = Phrase(text)
        if phrase.words.isEmpty { continue }
        if let first = said[language]?[phrase] {
          let line = option.words.lines[language] ?? line
          read.faults.add(line, .words(.same(text, language, first: first)))
        } else {
          said[language, default: [:]][phrase] = option.words.lines[language] ?? line
        }
      }
    }
  }
}
