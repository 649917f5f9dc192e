import Markup

/// A report as a workbook for accessible publishing, after the checklist of the Government Analysis
/// Function: a cover, contents and notes; one table a sheet, from column A, with one header row, a
/// name, and nothing merged, empty, hidden or below it.
struct Workbook {
  let document: Document
  let outline: Outline

  init(_ document: Document) {
    self.document = document
    outline = Outline(document)
  }

  var sheets: [Sheet] {
    [cover] + [findings, contents, notes, symbols].compactMap(\.self) + tables
  }

  private var cover: Sheet {
    let madeUp = document.isMadeUp ? [WriterWords.madeUp] : []
    return Sheet(
      name: WriterWords.cover,
      lines: [document.title, document.authority, document.period, document.edition] + madeUp
        + [WriterWords.information + "."] + WriterWords.workbook,
      columns: [], rows: [])
  }

  private var contents: Sheet {
    Sheet(
      name: WriterWords.contents, lines: [WriterWords.contents, WriterWords.contentsLead],
      columns: [WriterWords.sheet, WriterWords.title, WriterWords.seeSection].map(
        Table.Column.words),
      rows: outline.tables.map { number, table, section in
        [
          SheetCell(cell: .words(Self.name(number)), link: Self.name(number)),
          .words(table.title), .words(titles[section] ?? section),
        ]
      })
  }

  /// The section's number and title by its number.
  private var titles: [String: String] {
    let all = outline.parts.flatMap { [$0] + $0.parts }
    return Dictionary(
      all.map { ($0.number, "\($0.number) \($0.section.title)") },
      uniquingKeysWith: { one, _ in one })
  }

  private var findings: Sheet? {
    if document.findings.isEmpty { return nil }
    let numbers = outline.numbers
    return Sheet(
      name: WriterWords.findingsSheet, lines: [WriterWords.findings],
      columns: [
        .words(WriterWords.about), .words(WriterWords.finding), .words(WriterWords.seeSection),
      ],
      rows: document.findings.map { finding in
        let number = numbers[finding.section] ?? finding.section
        return [.words(finding.about), .words(finding.words), .words(titles[number] ?? number)]
      })
  }

  private var notes: Sheet? {
    if document.notes.isEmpty { return nil }
    return Sheet(
      name: WriterWords.notes, lines: [WriterWords.notes],
      columns: [.words(WriterWords.number), .words(WriterWords.noteWords)],
      rows: document.notes.enumerated().map { index, note in
        [.words(WriterWords.note(index + 1)), .words(note)]
      })
  }

  private var symbols: Sheet {
    Sheet(
      name: WriterWords.symbolsSheet, lines: [WriterWords.symbols],
      columns: [.words(WriterWords.symbol), .words(WriterWords.symbolMeaning)],
      rows: Symbol.allCases.map { [.words($0.rawValue), .words(WriterWords.meaning($0))] })
  }

  private var tables: [Sheet] {
    outline.tables.map { number, table, section in
      let notes = table.notes.map(WriterWords.note).joined(separator: " ")
      return Sheet(
        name: Self.name(number),
        lines: [
          "\(WriterWords.table(number)): \(table.title)",
          "\(WriterWords.information). \(notes)".trimmed,
          "\(WriterWords.seeSection) \(titles[section] ?? section). \(document.period).",
        ],
        columns: table.columns, rows: table.rows.map { $0.map { SheetCell(cell: $0) } })
    }
  }

  static func name(_ number: Int) -> String { "Table_\(number)" }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
