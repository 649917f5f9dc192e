/// Reads `audiences.yaml`.
struct AudienceReader {
  let faults: FaultList

  func audiences(_ root: Piece) -> [Audience] {
    let read = FileReader(faults: faults)
    let fields = read.fields(root, "the file", known: [], required: ["audiences"])
    guard let field = fields?["audiences"], let pieces = read.list(field) else { return [] }
    read.check(count: pieces.count, field, 1...40)
    var first: [String: Int] = [:]
    return pieces.compactMap { piece in
      guard let (audience, line) = audience(piece, read) else { return nil }
      if let earlier = first[audience.id] {
        faults.add(line, .key(.duplicate("id", id: audience.id, first: earlier)))
      }
      first[audience.id] = line
      return audience
    }
  }

  private func audience(_ piece: Piece, _ read: FileReader) -> (Audience, line: Int)? {
    let required = ["id", "group", "title", "choose", "limits", "idle"]
    guard let fields = read.fields(piece, "an audience", known: ["young"], required: required)
    else { return nil }
    let id = value(fields["id"], read)
    let group = read.oneOf(fields["group"], Audience.Group.self)
    let words = WordsReader(read: read, wanted: .any, audiences: [], promise: nil)
    let rule = { (key: String) in WordsRule(key: key, limit: 100) }
    let title = fields["title"].map { words.localized($0, rule("title")).text }
    let choose = fields["choose"].map { words.localized($0, rule("choose")).text }
    let limits = fields["limits"].flatMap { self.limits($0.value, read) }
    let idle = read.number(fields["idle"], in: 10...3600)
    let young = read.yesOrNo(fields["young"])
    guard let id, let group, let limits, let idle else { return nil }
    let audience = Audience(
      id: id.value, group: group.value, title: title ?? [:], choose: choose ?? [:],
      limits: limits, idle: idle.value, young: young)
    return (audience, id.line)
  }

  /// An audience's id may begin with a digit, but must not look like a language.
  private func value(_ field: Field?, _ read: FileReader) -> Noted<String>? {
    guard let id = read.text(field) else { return nil }
    if !FileReader.isValue(id.value) { faults.add(id.line, .key(.badValue(id.value))) }
    if Language(id.value).isWellFormed { faults.add(id.line, .key(.likeLanguage(id.value))) }
    return id
  }

  private func limits(_ piece: Piece, _ read: FileReader) -> Audience.Limits? {
    let required = ["words", "answers", "questions"]
    guard let fields = read.fields(piece, "limits", known: [], required: required),
      let words = read.number(fields["words"], in: 1...100),
      let answers = read.number(fields["answers"], in: 2...20),
      let questions = read.number(fields["questions"], in: 1...60)
    else { return nil }
    return Audience.Limits(
      words: words.value, answers: answers.value, questions: questions.value)
  }
}
