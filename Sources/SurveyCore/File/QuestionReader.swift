/// A question as it was read, with the lines of everything a later check may object to.
struct QuestionDraft {
  struct Option {
    let value: Noted<String>
    var words: Worded
    var score: Noted<Int>?
    var isWorrying = false
  }

  struct Condition {
    let question: Noted<String>
    let values: [Noted<String>]
  }

  let line: Int
  var id: Noted<String>?
  var kind: Noted<Question.Kind>?
  var audiences: [String] = []
  var measure: Noted<String>?
  var source: String?
  var ask: [String: Worded] = [:]
  var hint: [String: Worded] = [:]
  var text: [String: Worded] = [:]
  var answers: [String: [Option]] = [:]
  var low: [String: Worded] = [:]
  var high: [String: Worded] = [:]
  var limit = Question.standardLimit
  var orders: Noted<[Noted<String>]>?
  var when: [Condition] = []
}

/// Reads one question.
struct QuestionReader {
  static let ask = WordsRule(key: "ask", limit: 300, mayBreakLines: true)
  static let hint = WordsRule(key: "hint", limit: 200, mayBreakLines: true)
  static let text = WordsRule(key: "text", limit: 300, mayBreakLines: true)
  static let sourceLimit = 300
  static let textLimit = 1...4000

  let read: FileReader
  let words: WordsReader
  /// The survey's audiences, by id.
  let asked: [String]
  let measures: [Measure]

  /// The question, as far as it can be read; nil when the piece is no mapping.
  func question(_ piece: Piece) -> QuestionDraft? {
    guard
      let fields = read.fields(
        piece, "a question", known: Self.ownKeys.keys + Self.commonKeys,
        required: ["id", "kind", "ask"])
    else { return nil }
    var draft = QuestionDraft(line: piece.line)
    draft.id = read.id(fields["id"])
    draft.kind = read.oneOf(fields["kind"], Question.Kind.self)
    draft.audiences = audiences(fields["audiences"])
    draft.source = source(fields["source"])
    if let ask = fields["ask"] {
      draft.ask = words.byAudience(ask, Self.ask, asked: draft.audiences)
    }
    if let hint = fields["hint"] {
      draft.hint = words.byAudience(hint, Self.hint, asked: draft.audiences, needsAll: false)
    }
    if let text = fields["text"] {
      draft.text = words.byAudience(text, Self.text, asked: draft.audiences, needsAll: false)
    }
    draft.when = conditions(fields["when"])
    readMeasure(fields, &draft)
    readKind(fields, &draft)
    return draft
  }

  private static let commonKeys = ["audiences", "hint", "measure", "source", "text", "when"]

  /// The keys that only some kinds have.
  private static let ownKeys: [String: [Question.Kind]] = [
    "answers": [.choice, .choices, .faces], "ends": [.scale], "points": [.scale],
    "worrying": [.scale], "limit": [.text], "orders": [.choice],
  ]

  private func readKind(_ fields: [String: Field], _ draft: inout QuestionDraft) {
    guard let kind = draft.kind?.value else { return }
    for (key, kinds) in Self.ownKeys where !kinds.contains(kind) {
      if let field = fields[key] { read.faults.add(field.line, .key(.ofOtherKind(key, kind))) }
    }
    let answers = AnswersReader(read: read, words: words)
    switch kind {
    case .choice, .choices, .faces:
      answers.readAnswers(fields["answers"], kind, &draft)
    case .scale:
      answers.readScale(fields, &draft)
    case .text:
      draft.limit =
        read.number(fields["limit"], in: Self.textLimit)?.value ?? Question.standardLimit
    }
    if kind == .choice, let field = fields["orders"], let ids = read.texts(field) {
      draft.orders = Noted(value: ids, line: field.line)
    }
  }

  private func readMeasure(_ fields: [String: Field], _ draft: inout QuestionDraft) {
    guard let measure = read.text(fields["measure"]) else { return }
    if draft.kind?.value == .text {
      read.faults.add(measure.line, .score(.onText))
    } else if fields["orders"] != nil {
      read.faults.add(measure.line, .score(.onOrders))
    } else if measures.contains(where: { $0.id == measure.value }) {
      draft.measure = measure
    } else {
      let known = measures.map(\.id)
      read.faults.add(measure.line, .score(.unknownMeasure(measure.value, known: known)))
    }
  }

  /// In the order of the survey, so that the order in which they are listed means nothing.
  private func audiences(_ field: Field?) -> [String] {
    guard let field, let ids = read.texts(field) else { return asked }
    read.check(count: ids.count, field, 1...20)
    for id in ids where !asked.contains(id.value) {
      if words.audiences.contains(id.value) {
        read.faults.add(id.line, .words(.needlessAudience("audiences", found: id.value)))
      } else {
        let fact = Fault.WordsFact.unknownAudience("audiences", found: id.value, known: asked)
        read.faults.add(id.line, .words(fact))
      }
    }
    return asked.filter { audience in ids.contains { $0.value == audience } }
  }

  private func source(_ field: Field?) -> String? {
    guard let source = read.text(field) else { return nil }
    if source.value.isEmpty { read.faults.add(source.line, .words(.empty("source"))) }
    if source.value.count > Self.sourceLimit {
      let fact = Fault.WordsFact.tooLong(
        "source", characters: source.value.count, limit: Self.sourceLimit)
      read.faults.add(source.line, .words(fact))
    }
    return source.value
  }

  private func conditions(_ field: Field?) -> [QuestionDraft.Condition] {
    guard let field, let fields = read.mapping(field.value, "when") else { return [] }
    if fields.isEmpty { read.check(count: 0, field, 1...10) }
    return fields.map { field in
      let values = read.texts(field)
      if let values { read.check(count: values.count, field, 1...10) }
      return QuestionDraft.Condition(
        question: Noted(value: field.key, line: field.line), values: values ?? [])
    }
  }
}
