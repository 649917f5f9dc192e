import SurveyCore

extension Document {
  /// The whole report as JSON (RFC 8259): what it says, its tables and charts, and every number in
  /// tidy long form. Where there is no number, a table holds the symbol that says why, and an
  /// observation null with the symbol beside it.
  public var json: String { tree.text + "\n" }

  private var tree: JSON {
    .object([
      ("format", .text("heard-report/1")), ("kind", .text(kind)), ("title", .text(title)),
      ("authority", .text(authority)), ("madeUp", .truth(isMadeUp)),
      ("period", .object([("from", .text("\(from)")), ("through", .text("\(through)"))])),
      ("made", .text("\(made)")), ("issue", issue.map(JSON.number) ?? .null),
      ("changed", .truth(isChanged)),
      ("note", .text(WriterWords.information)),
      ("findings", .array(findings.map(\.tree))),
      ("sections", .array(Outline(self).parts.flatMap { [$0] + $0.parts }.map(\.tree))),
      ("notes", .array(notes.map(JSON.text))),
      ("symbols", .object(Symbol.allCases.map { ($0.rawValue, .text(WriterWords.meaning($0))) })),
      ("observations", .array(observations.map(\.tree))),
    ])
  }
}

extension Finding {
  fileprivate var tree: JSON {
    .object([("about", .text(about)), ("words", .text(words)), ("section", .text(section))])
  }
}

extension Outline.Part {
  fileprivate var tree: JSON {
    .object([
      ("id", .text(section.id)), ("number", .text(number)), ("title", .text(section.title)),
      ("level", .number(section.level)), ("blocks", .array(blocks.map(\.tree))),
    ])
  }
}

extension Outline.Numbered {
  fileprivate var tree: JSON {
    switch block {
    case .paragraph(let words): .object([("paragraph", .text(words))])
    case .list(let items): .object([("list", .array(items.map(JSON.text)))])
    case .notice(let words): .object([("notice", .text(words))])
    case .facts(let facts): .object([("facts", .array(facts.map(\.tree)))])
    case .table(let table): .object([("table", table.tree(number: self.table ?? 0))])
    case .chart(let chart, let table):
      .object([
        ("chart", chart.tree(number: self.chart ?? 0)),
        ("table", table.tree(number: self.table ?? 0)),
      ])
    case .quote(let words, let from):
      .object([("quote", .text(words)), ("from", .text(from))])
    }
  }
}

extension Fact {
  fileprivate var tree: JSON {
    .object([("label", .text(label)), ("value", value.tree), ("note", .text(note))])
  }
}

extension Table {
  fileprivate func tree(number: Int) -> JSON {
    .object([
      ("id", .text(id)), ("number", .number(number)), ("title", .text(title)),
      ("note", .text(WriterWords.information)), ("notes", .array(notes.map(JSON.number))),
      ("columns", .array(columns.map { .text($0.title) })),
      ("rows", .array(rows.map { .array($0.map(\.tree)) })),
    ])
  }
}

extension Chart {
  /// Only its words: its numbers are the table's.
  fileprivate func tree(number: Int) -> JSON {
    .object([("number", .number(number)), ("title", .text(title)), ("words", .text(words))])
  }
}

extension Cell {
  /// A symbol stands as its text: `[c]`.
  fileprivate var tree: JSON {
    switch self {
    case .words, .day, .symbol: .text(plain)
    case .count(let number), .percentage(let number): .number(number)
    case .tenths: .decimal(plain)
    }
  }
}

extension Observation {
  /// The fields that apply; a withheld value is null, with its symbol beside it.
  fileprivate var tree: JSON {
    var fields: [(String, JSON)] = []
    fields.reserveCapacity(Self.columns.count + 1)
    for column in Self.columns {
      let cell = column.cell(self)
      if case .symbol(let symbol) = cell {
        fields.append((column.name, .null))
        fields.append(("symbol", .text(symbol.rawValue)))
      } else if cell != .words("") {
        fields.append((column.name, cell.tree))
      }
    }
    return .object(fields)
  }
}
