extension Document {
  /// Every number of the report in tidy long form: one number a line. `codebook` says what the
  /// columns mean. What is withheld is `[c]` in `value`.
  public var csv: String {
    CSV.line(Observation.columns.map(\.name)) + observations.map(\.line).joined()
  }

  /// What the columns of `csv` and the words in them mean, as CSV; the same for every report.
  public static var codebook: String {
    CSV.line(["column", "value", "meaning"]) + Codebook.lines.map(CSV.line).joined()
  }
}

extension Observation {
  /// A column of the file, what it means, and what stands in it.
  struct Column: Sendable {
    let name: String
    let meaning: String
    let cell: @Sendable (Observation) -> Cell
  }

  static let columns = [
    Column(name: "from", meaning: Codebook.from) { .words("\($0.from)") },
    Column(name: "through", meaning: Codebook.through) { .words("\($0.through)") },
    Column(name: "item", meaning: Codebook.item) { .words($0.item) },
    Column(name: "measure", meaning: Codebook.measure) { .words($0.measure) },
    Column(name: "survey", meaning: Codebook.survey) { .words($0.survey) },
    Column(name: "question", meaning: Codebook.question) { .words($0.question) },
    Column(name: "editions", meaning: Codebook.editions) { .words($0.editions) },
    Column(name: "wording", meaning: Codebook.wording) { .words($0.wording) },
    Column(name: "group", meaning: Codebook.group) { .words($0.group) },
    Column(name: "breakdown", meaning: Codebook.breakdown) { .words($0.breakdown) },
    Column(name: "category", meaning: Codebook.category) { .words($0.category) },
    Column(name: "statistic", meaning: Codebook.statistic) { .words($0.statistic.rawValue) },
    Column(name: "options", meaning: Codebook.options) { .words($0.options) },
    Column(name: "value", meaning: Codebook.value) { $0.value },
    Column(name: "unit", meaning: Codebook.unit) { .words($0.unit) },
    Column(name: "note", meaning: Codebook.note) { .words($0.note) },
  ]

  fileprivate var line: String {
    Self.columns.map { CSV.field($0.cell(self)) }.joined(separator: ",") + "\r\n"
  }
}
