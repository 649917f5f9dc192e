import Markup

/// A sheet of the workbook: lines of words from A1 down, and right below them one table.
struct Sheet {
  /// For the tab: letters, digits and underscores.
  let name: String
  /// The first is the sheet's title.
  let lines: [String]
  let columns: [Table.Column]
  let rows: [[SheetCell]]

  /// The table's corner and end, such as `Table_3.A4:Table_3.D12`.
  fileprivate var range: String {
    let first = "\(name).A\(lines.count + 1)"
    return "\(first):\(name).\(Self.letters(columns.count))\(lines.count + 1 + rows.count)"
  }

  /// Names the table for whoever jumps to it, and for programs that read it.
  var databaseRange: HTML? {
    if columns.isEmpty { return nil }
    return """
      <table:database-range table:name="\(name)" table:target-range-address="\(range)" \
      table:contains-header="true" table:display-filter-buttons="false"/>

      """
  }

  var namedRange: HTML? {
    if columns.isEmpty { return nil }
    let parts = range.split(separator: ":").map { $0.split(separator: ".") }
    let address = parts.map { "$\($0[0]).\(Self.absolute($0[1]))" }.joined(separator: ":")
    return """
      <table:named-range table:name="range_\(name)" table:base-cell-address="$\(name).$A$1" \
      table:cell-range-address="\(address)"/>

      """
  }

  /// The name of a column by its number from 1: 28 is AB.
  static func letters(_ number: Int) -> String {
    let (before, letter) = ((number - 1) / 26, (number - 1) % 26)
    let last = String(UnicodeScalar(UInt8(65 + letter)))
    return before == 0 ? last : letters(before) + last
  }

  /// `D12` as `$D$12`.
  private static func absolute(_ cell: Substring) -> String {
    let letters = cell.prefix { $0.isLetter }
    return "$\(letters)$\(cell.dropFirst(letters.count))"
  }
}

/// What stands in a cell, and where it leads.
struct SheetCell {
  let cell: Cell
  /// The sheet it leads to, if any.
  var link: String?

  static func words(_ words: String) -> SheetCell { SheetCell(cell: .words(words)) }
}
