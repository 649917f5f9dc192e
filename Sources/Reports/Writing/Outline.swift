/// A report's parts with the numbers that people call them by: section 2.1, table 3, chart 2.
///
/// Every writer uses the same numbers, so that "table 3" on paper is "table 3" in the workbook.
struct Outline {
  struct Part {
    /// Such as `2` or `2.1`.
    let number: String
    let section: Section
    let blocks: [Numbered]
    /// The parts of this part.
    var parts: [Part] = []
  }

  struct Numbered {
    let block: Block
    /// Of its table and its chart, counted through the report; nil where it has none.
    let table: Int?
    let chart: Int?
  }

  private(set) var parts: [Part] = []
  /// Every table with its number and the number of the section it stands in.
  private(set) var tables: [(number: Int, table: Table, section: String)] = []

  init(_ document: Document) {
    var charts = 0
    for section in document.sections {
      let isInside = section.level > 2 && !parts.isEmpty
      let number =
        isInside ? "\(parts.count).\(parts[parts.count - 1].parts.count + 1)" : "\(parts.count + 1)"
      let blocks = section.blocks.map { block in
        if case .chart = block { charts += 1 }
        guard let table = block.table else { return Numbered(block: block, table: nil, chart: nil) }
        tables.append((tables.count + 1, table, number))
        return Numbered(block: block, table: tables.count, chart: block.chart.map { _ in charts })
      }
      let part = Part(number: number, section: section, blocks: blocks)
      if isInside { parts[parts.count - 1].parts.append(part) } else { parts.append(part) }
    }
  }

  /// The notes that only tables refer to which paper leaves out.
  var notesOnScreen: Set<Int> {
    func notes(_ part: Part, _ isPrinted: Bool) -> [(notes: [Int], isPrinted: Bool)] {
      let isPrinted = isPrinted && part.section.isPrinted
      return part.blocks.compactMap { $0.block.table.map { ($0.notes, isPrinted) } }
        + part.parts.flatMap { notes($0, isPrinted) }
    }
    let all = parts.flatMap { notes($0, true) }
    func used(onPaper: Bool) -> Set<Int> {
      Set(all.filter { $0.isPrinted == onPaper }.flatMap(\.notes))
    }
    return used(onPaper: false).subtracting(used(onPaper: true))
  }

  /// The number of each section by its id.
  var numbers: [String: String] {
    let all = parts.flatMap { [$0] + $0.parts }
    return Dictionary(all.map { ($0.section.id, $0.number) }, uniquingKeysWith: { one, _ in one })
  }
}

extension Block {
  var table: Table? {
    switch self {
    case .table(let table), .chart(_, let table): table
    case .paragraph, .list, .notice, .facts, .quote: nil
    }
  }

  var chart: Chart? {
    guard case .chart(let chart, _) = self else { return nil }
    return chart
  }
}
