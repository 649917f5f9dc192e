/// Reads words by language, and words by audience and language.
struct WordsReader {
  let read: FileReader
  let wanted: WantedLanguages
  /// Every audience there is, by id.
  let audiences: [String]
  /// The strongest promise the words may speak of; nil when it is not known.
  let promise: Promise?

  /// Words by language, or one bare text where there is one language.
  func localized(_ field: Field, _ rule: WordsRule, for audience: String? = nil) -> Worded {
    var words = Worded(line: field.line)
    switch field.value.shape {
    case .text(let text): takeBare(text, field, rule, &words)
    case .list: note(field.line, .key(.wrongShape(rule.key, wanted: .mapping)))
    case .mapping(let fields):
      for field in fields { take(field, rule, &words) }
      noteMissing(words, rule, audience)
    }
    return words
  }

  /// The fields of an answer or a contact whose keys are languages.
  func inline(_ fields: [Field], _ rule: WordsRule, line: Int, for audience: String?) -> Worded {
    var words = Worded(line: line)
    for field in fields { take(field, rule, &words) }
    noteMissing(words, rule, audience)
    return words
  }

  /// Words by audience, or words by language for all of `asked`.
  ///
  /// Which it is can be told from the keys. Keys may name several audiences: `8-11, 12-17`.
  func byAudience(
    _ field: Field, _ rule: WordsRule, asked: [String], needsAll: Bool = true
  ) -> [String: Worded] {
    guard case .mapping(let fields) = field.value.shape, let first = fields.first,
      isAudience(first)
    else {
      let words = localized(withoutAudiences(field, rule), rule)
      return Dictionary(uniqueKeysWithValues: asked.map { ($0, words) })
    }
    noteMixture(fields, rule)
    let found = split(fields.filter(isAudience), rule.key, asked: asked) { part, audience in
      localized(part, rule, for: audience)
    }
    if needsAll { noteMissing(found.keys, field.line, rule, asked) }
    return found
  }

  /// Reads what stands under each audience key, once for each audience it names.
  func split<Value>(
    _ fields: [Field], _ key: String, asked: [String], _ value: (Field, String) -> Value
  ) -> [String: Value] {
    var found: [String: Value] = [:]
    var first: [String: Int] = [:]
    for field in fields {
      for part in field.key.split(separator: ",", omittingEmptySubsequences: false) {
        let audience = Question.tidy(String(part))
        if !audiences.contains(audience) {
          let fact = Fault.WordsFact.unknownAudience(key, found: audience, known: audiences)
          note(field.line, .words(fact))
        } else if !asked.contains(audience) {
          note(field.line, .words(.needlessAudience(key, found: audience)))
        } else if let earlier = first[audience] {
          note(field.line, .key(.duplicate(key, id: audience, first: earlier)))
        } else {
          first[audience] = field.line
          found[audience] = value(field, audience)
        }
      }
    }
    return found
  }

  func note(_ line: Int, _ fact: Fault.Fact) { read.faults.add(line, fact) }

  /// Whether a key names audiences rather than a language. What is neither is told by what stands
  /// under it: a language has a text, an audience has something in it.
  func isAudience(_ field: Field) -> Bool {
    let parts = field.key.split(separator: ",").map { Question.tidy(String($0)) }
    if parts.contains(where: audiences.contains) { return true }
    if Language(field.key).isWellFormed { return false }
    if case .text = field.value.shape { return false }
    return true
  }
}

extension WordsReader {
  private func takeBare(_ text: String, _ field: Field, _ rule: WordsRule, _ words: inout Worded) {
    switch wanted {
    case .unknown: return
    case .any: note(field.line, .key(.wrongShape(rule.key, wanted: .mapping)))
    case .these(let languages):
      if languages.count == 1 {
        keep(text, languages[0], field.line, rule, &words)
      } else if !languages.isEmpty {
        note(field.line, .words(.oneText(rule.key, languages)))
      }
    }
  }

  private func take(_ field: Field, _ rule: WordsRule, _ words: inout Worded) {
    let language = Language(field.key)
    if case .these(let languages) = wanted, !languages.contains(language) {
      let fact = Fault.WordsFact.needlessLanguage(rule.key, found: field.key, known: languages)
      return note(field.line, .words(fact))
    }
    guard language.isWellFormed else { return note(field.line, .key(.badLanguage(field.key))) }
    guard case .text(let text) = field.value.shape else {
      // Present, if not readable: its absence must not be a second fault.
      words.lines[language] = field.line
      return note(field.line, .key(.wrongShape(field.key, wanted: .text)))
    }
    keep(text, language, field.line, rule, &words)
  }

  private func keep(
    _ raw: String, _ language: Language, _ line: Int, _ rule: WordsRule, _ words: inout Worded
  ) {
    if let broken = raw.unicodeScalars.first(where: Self.isBroken) {
      note(line, .words(.broken(rule.key, broken.value)))
    }
    let text = Question.tidy(raw)
    if text.isEmpty { note(line, .words(.empty(rule.key))) }
    if text.count > rule.limit {
      note(line, .words(.tooLong(rule.key, characters: text.count, limit: rule.limit)))
    }
    if !rule.mayBreakLines, text.contains("\n") { note(line, .words(.severalLines(rule.key))) }
    if let promise, let found = FalsePromises.firstUnkept(in: text, promise) {
      note(line, .words(.promise(found: found, promise)))
    }
    words.text[language] = text
    words.lines[language] = line
  }

  private func noteMissing(_ words: Worded, _ rule: WordsRule, _ audience: String?) {
    let missing = wanted.known.filter { words.lines[$0] == nil }
    if case .any = wanted, words.lines.isEmpty { note(words.line, .words(.empty(rule.key))) }
    if !missing.isEmpty {
      note(words.line, .words(.missing(rule.key, audience: audience, missing)))
    }
  }

  private func noteMissing(
    _ found: some Swift.Collection<String>, _ line: Int, _ rule: WordsRule, _ asked: [String]
  ) {
    for audience in asked where !found.contains(audience) {
      note(line, .words(.missing(rule.key, audience: audience, wanted.known)))
    }
  }

  private func withoutAudiences(_ field: Field, _ rule: WordsRule) -> Field {
    guard case .mapping(let fields) = field.value.shape else { return field }
    noteMixture(fields, rule)
    let kept = Piece(
      line: field.value.line, shape: .mapping(fields.filter { !isAudience($0) }))
    return Field(key: field.key, line: field.line, value: kept)
  }

  private func noteMixture(_ fields: [Field], _ rule: WordsRule) {
    guard let first = fields.first else { return }
    for field in fields where isAudience(field) != isAudience(first) {
      note(field.line, .words(.mixed(rule.key, found: field.key)))
    }
  }

  /// Control characters but a line break, and the two that turn the direction of all that follows.
  private static func isBroken(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n": false
    case "\u{202D}", "\u{202E}": true
    default: scalar.properties.generalCategory == .control
    }
  }
}
