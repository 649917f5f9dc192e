/// Reads a survey file's pieces into a survey, noting everything that is wrong on the way.
struct SurveyReader {
  static let questionCount = 1...60
  static let languageCount = 1...40
  static let title = WordsRule(key: "title", limit: 80)
  static let about = WordsRule(key: "about", limit: 300, mayBreakLines: true)

  let catalogue: Catalogue
  let file: String
  let faults: FaultList
  let read: FileReader

  init(_ catalogue: Catalogue, file: String, faults: FaultList) {
    (self.catalogue, self.file, self.faults) = (catalogue, file, faults)
    read = FileReader(faults: faults)
  }

  /// The survey and where its words stand; whole only if no fault was noted.
  func survey(_ root: Piece) -> Draft? {
    guard
      let fields = read.fields(
        root, "a survey", known: ["drafts", "partials", "text"],
        required: ["survey", "title", "about", "promise", "languages", "audiences", "questions"])
    else { return nil }
    let id = read.id(fields["survey"])
    checkName(id)
    let languages = languages(fields["languages"])
    let promise = read.oneOf(fields["promise"], Promise.self)?.value
    let audiences = audiences(fields["audiences"])
    let words = WordsReader(
      read: read, wanted: languages.map(WantedLanguages.these) ?? .unknown,
      audiences: catalogue.audiences.map(\.id), promise: promise)
    let questions = questions(fields["questions"], words, audiences?.map(\.id))
    let survey = Survey(
      id: id?.value ?? "",
      title: fields["title"].map { words.localized($0, Self.title).text } ?? [:],
      about: fields["about"].map { words.localized($0, Self.about).text } ?? [:],
      promise: promise ?? .named, languages: languages ?? [],
      drafts: drafts(fields["drafts"], languages), audiences: audiences ?? [],
      keepsPartials: read.oneOf(fields["partials"], Partials.self)?.value == .keep,
      isNotTexted: read.oneOf(fields["text"], Texting.self)?.value == .no ? true : nil,
      measures: measures(of: questions),
      questions: questions.map { $0.question(catalogue.measures, questions) })
    let draft = Draft(
      survey: survey, questions: questions, languagesLine: fields["languages"]?.line)
    TextMeasures(draft).note(in: faults)
    return draft
  }

  /// By id, so that the order of the measures in their own file means nothing.
  private func measures(of questions: [QuestionDraft]) -> [Measure] {
    let used = Set(questions.compactMap { $0.measure?.value })
    return catalogue.measures.filter { used.contains($0.id) }.sorted { $0.id < $1.id }
  }

  private func checkName(_ id: Noted<String>?) {
    guard let id, FileReader.isID(id.value), let name = file.split(separator: "/").last,
      let dot = name.lastIndex(of: "."), [".yaml", ".yml"].contains(name[dot...]),
      name[..<dot] != id.value
    else { return }
    faults.add(id.line, .file(.name(id: id.value, file: String(name))))
  }

  private func languages(_ field: Field?) -> [Language]? {
    guard let field, let codes = read.texts(field) else { return nil }
    read.check(count: codes.count, field, Self.languageCount)
    for code in codes where !Language(code.value).isWellFormed {
      faults.add(code.line, .key(.badLanguage(code.value)))
    }
    let languages = codes.map { Language($0.value) }
    // With a language wrong, none at all or far too many, nobody can say which words are missing.
    let isPlain = Self.languageCount.contains(languages.count)
    return isPlain && languages.allSatisfy(\.isWellFormed) ? languages : nil
  }

  private func drafts(_ field: Field?, _ languages: [Language]?) -> [Language] {
    let codes = read.texts(field) ?? []
    if let languages {
      for code in codes where !languages.contains(Language(code.value)) {
        let known = languages.map(\.code)
        faults.add(code.line, .key(.unknownID("drafts", found: code.value, known: known)))
      }
    }
    return codes.map { Language($0.value) }
  }

  private func audiences(_ field: Field?) -> [Audience]? {
    guard let field, let ids = read.texts(field) else { return nil }
    read.check(count: ids.count, field, 1...20)
    return ids.compactMap { id in
      if let audience = catalogue.audiences.first(where: { $0.id == id.value }) { return audience }
      let known = catalogue.audiences.map(\.id)
      faults.add(id.line, .key(.unknownID("audiences", found: id.value, known: known)))
      return nil
    }
  }

  private func questions(
    _ field: Field?, _ words: WordsReader, _ audiences: [String]?
  ) -> [QuestionDraft] {
    guard let field, let pieces = read.list(field) else { return [] }
    read.check(count: pieces.count, field, Self.questionCount)
    let reader = QuestionReader(
      read: read, words: words, asked: audiences ?? [], measures: catalogue.measures)
    let questions = pieces.prefix(200).compactMap(reader.question)
    let scores = ScoreCheck(faults: faults, measures: catalogue.measures)
    for question in questions { scores.check(question) }
    SurveyCheck(faults: faults, questions: questions).checkAll()
    return questions
  }
}

/// A survey that was read, and where its words stand.
struct Draft {
  let survey: Survey
  let questions: [QuestionDraft]
  let languagesLine: Int?
}

private enum Partials: String, CaseIterable { case discard, keep }

private enum Texting: String, CaseIterable { case yes, no }
