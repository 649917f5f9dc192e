/// Reads `measures.yaml`.
struct MeasureReader {
  let faults: FaultList

  static let twinCoreItems = [
    "L1a", "L1b", "L1c", "L2", "L3", "L4a", "L4b", "L4c", "L4d", "L5a", "L5b", "L5c", "L6", "L7",
    "L8", "L9",
  ]

  func measures(_ root: Piece) -> [Measure] {
    let read = FileReader(faults: faults)
    let fields = read.fields(root, "the file", known: [], required: ["measures"])
    guard let field = fields?["measures"], let pieces = read.list(field) else { return [] }
    var first: [String: Int] = [:]
    return pieces.compactMap { piece in
      guard let (measure, line) = measure(piece, read) else { return nil }
      if let earlier = first[measure.id] {
        faults.add(line, .key(.duplicate("id", id: measure.id, first: earlier)))
      }
      first[measure.id] = line
      return measure
    }
  }

  private func measure(_ piece: Piece, _ read: FileReader) -> (Measure, line: Int)? {
    let required = ["id", "title", "favourable", "domain", "category", "source"]
    guard let fields = read.fields(piece, "a measure", known: ["twin-core"], required: required)
    else { return nil }
    let id = read.id(fields["id"])
    let words = WordsReader(read: read, wanted: .any, audiences: [], promise: nil)
    let rule = WordsRule(key: "title", limit: 100)
    let title = fields["title"].map { words.localized($0, rule).text }
    let favourable = fields["favourable"].map { self.favourable($0, read) }
    let category = read.oneOf(fields["category"], Measure.Category.self)
    let domain = read.text(fields["domain"])
    let source = read.text(fields["source"])
    for text in [domain, source] where text?.value.isEmpty == true {
      faults.add(text?.line ?? piece.line, .words(.empty("domain or source")))
    }
    let twinCore = self.twinCore(fields["twin-core"], read)
    guard let id, let favourable, let category else { return nil }
    let measure = Measure(
      id: id.value, title: title ?? [:], favourable: favourable, twinCore: twinCore,
      domain: domain?.value ?? "", category: category.value, source: source?.value ?? "")
    return (measure, id.line)
  }

  private func twinCore(_ field: Field?, _ read: FileReader) -> String? {
    guard let item = read.text(field) else { return nil }
    if !Self.twinCoreItems.contains(item.value) {
      faults.add(item.line, .key(.badTwinCore(item.value)))
    }
    return item.value
  }

  /// `{5: 4, 3: 3}`: the highest score of a scale, and the lowest score on it that is favourable.
  private func favourable(_ field: Field, _ read: FileReader) -> [Int: Int] {
    guard let fields = read.mapping(field.value, "favourable") else { return [:] }
    if fields.isEmpty { read.check(count: 0, field, 1...20) }
    var favourable: [Int: Int] = [:]
    for field in fields {
      guard let highest = FileReader.wholeNumber(field.key), (2...20).contains(highest) else {
        faults.add(field.line, .score(.badFavourable(field.key)))
        continue
      }
      favourable[highest] = read.number(field, in: 2...highest)?.value
    }
    return favourable
  }
}
