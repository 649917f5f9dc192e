import Markup

extension Sheet {
  /// The widths of its columns in millimetres: as wide as the words need, within reason.
  var widths: [Int] {
    let needed = columns.indices.map { index in
      let title = columns[index].title
      let longest = title.split(separator: " ").map(\.count).max() ?? 0
      let words = rows.map { $0[index].cell.words.count } + [longest, min(16, title.count * 2 / 3)]
      return (words.max() ?? 0) * 21 / 10 + 10
    }
    return needed.map { min(120, max(28, $0)) }
  }

  /// The table element. `columnStyles` are the names of the styles of `widths`.
  func markup(columnStyles: [String]) -> HTML {
    let styles = columns.isEmpty ? [Self.onlyColumn] : columnStyles
    let columns = styles.map { style -> HTML in
      "<table:table-column table:style-name=\"\(style)\"/>\n"
    }
    let words = lines.enumerated().map { index, line -> HTML in
      row([Self.text(line, style: style(ofLine: index))])
    }
    let body = rows.map { cells in
      row(zip(cells, self.columns).map { $0.markup(in: $1) })
    }
    return """
      <table:table table:name="\(name)" table:style-name="sheet">
      \(columns)\(words)\(heads)\(body)</table:table>

      """
  }

  private func style(ofLine index: Int) -> HTML {
    if index == 0 { return "Title" }
    return index == lines.count - 1 && !columns.isEmpty ? "LastLead" : "Lead"
  }

  static let onlyColumn = "column-160"

  private var heads: HTML {
    if columns.isEmpty { return HTML() }
    let cells = columns.map { column in
      Self.text(column.title, style: column.alignment == .numbers ? "HeadRight" : "Head")
    }
    return "<table:table-header-rows>\(row(cells))</table:table-header-rows>\n"
  }

  private func row(_ cells: [HTML]) -> HTML {
    "<table:table-row table:style-name=\"row\">\(cells)</table:table-row>\n"
  }

  fileprivate static func text(_ words: String, style: HTML, link: String? = nil) -> HTML {
    let paragraphs = words.printable.split(whereSeparator: \.isNewline).map { line -> HTML in
      guard let link else { return "<text:p>\(line)</text:p>" }
      return """
        <text:p><text:a xlink:type="simple" xlink:href="#\(link).A1">\(line)</text:a></text:p>
        """
    }
    return """
      <table:table-cell table:style-name="\(style)" office:value-type="string">\
      \(paragraphs)</table:table-cell>
      """
  }
}

extension SheetCell {
  fileprivate func markup(in column: Table.Column) -> HTML {
    let isRight = column.alignment == .numbers
    return switch cell {
    case .words(let words):
      Sheet.text(words, style: link != nil ? "Link" : isRight ? "WordsRight" : "Words", link: link)
    case .symbol: Sheet.text(cell.words, style: isRight ? "SymbolRight" : "Symbol")
    case .count: value("float", cell.plain, style: "Count")
    case .tenths: value("float", cell.plain, style: "Tenths")
    case .percentage(let number): value("percentage", Self.hundredths(number), style: "Percentage")
    case .day:
      """
      <table:table-cell table:style-name="Day" office:value-type="date" \
      office:date-value="\(cell.plain)"><text:p>\(cell.words)</text:p></table:table-cell>
      """
    }
  }

  private func value(_ type: HTML, _ value: String, style: HTML) -> HTML {
    """
    <table:table-cell table:style-name="\(style)" office:value-type="\(type)" \
    office:value="\(value)"><text:p>\(cell.words)</text:p></table:table-cell>
    """
  }

  /// 37 is `0.37`.
  static func hundredths(_ number: Int) -> String {
    let rest = abs(number) % 100
    return (number < 0 ? "-" : "") + "\(abs(number) / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
