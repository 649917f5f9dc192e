import Markup

/// A table under its number and title, with what must be known to read it below.
struct TableMarkup {
  let table: Table
  let number: Int
  let prose: Prose

  /// From so many columns a phone shows each row as a list of its own.
  private static let wide = 4
  /// From so many columns numbers stand close, to leave room for words.
  private static let dense = 6
  /// Up to so many rows are kept on one page of paper.
  private static let short = 8

  var markup: HTML {
    """
    <div class="table\(table.rows.count <= Self.short ? " short" : HTML())" \
    id="\(table.id.printable)">
    <table\(layout)>
    <caption><span class="no">\(WriterWords.table(number))</span> \
    \(table.title.printable)</caption>
    <thead\(role("rowgroup"))><tr\(role("row"))>\(heads)</tr></thead>
    <tbody\(role("rowgroup"))>
    \(table.rows.map(row))</tbody>
    </table>
    <p class="under">\(WriterWords.information).\(notes)</p>
    </div>

    """
  }

  // Shown as lists, elements of a table would lose their meaning without their roles. A title has
  // none to keep, and so holds no links.
  private var layout: HTML {
    switch table.columns.count {
    case Self.dense...: " class=\"stacks dense\" role=\"table\""
    case Self.wide...: " class=\"stacks\" role=\"table\""
    default: HTML()
    }
  }

  private func role(_ name: String) -> HTML {
    table.columns.count >= Self.wide ? " role=\"\(name)\"" : HTML()
  }

  private var heads: HTML {
    table.columns.map { column -> HTML in
      """
      <th scope="col"\(role("columnheader"))\(kind(column))>\(prose.markup(column.title))</th>
      """
    }.joined()
  }

  private func kind(_ column: Table.Column) -> HTML {
    column.alignment == .numbers ? " class=\"n\"" : HTML()
  }

  private func row(_ cells: [Cell]) -> HTML {
    let marked = zip(table.columns, cells).enumerated().map { index, pair -> HTML in
      let (column, cell) = pair
      if index == 0 {
        return "<th scope=\"row\"\(role("rowheader"))>\(prose.markup(cell.words))</th>"
      }
      let label: HTML =
        table.columns.count >= Self.wide ? " data-label=\"\(column.title.printable)\"" : HTML()
      return "<td\(role("cell"))\(label)\(kind(column))>\(words(cell))</td>"
    }
    return "<tr\(role("row"))>\(marked)</tr>\n"
  }

  private func words(_ cell: Cell) -> HTML {
    guard case .symbol(let symbol) = cell else { return "<span>\(prose.markup(cell.words))</span>" }
    return "<abbr title=\"\(WriterWords.name(symbol))\">\(symbol.rawValue)</abbr>"
  }

  private var notes: HTML {
    table.notes.map { number -> HTML in " \(prose.markup(WriterWords.note(number)))" }.joined()
  }
}
