/// Knows what the terminal shows, and says how to make it show something else.
struct Painter {
  private let theme: Theme
  private let abilities: Abilities
  private var shown: Frame?
  /// The sequences that set styles, as far as they were needed yet.
  private var settings: [Style: [UInt8]] = [:]

  init(_ theme: Theme, _ abilities: Abilities) {
    self.theme = abilities.hasColours ? theme : .mono
    self.abilities = abilities
  }

  /// Nothing is known any more of what the terminal shows.
  mutating func forget() { shown = nil }

  /// The bytes that make the terminal show `frame`: only what changed, and nothing when nothing did.
  ///
  /// A terminal that knows synchronized updates shows them at once; others pass over the marks.
  mutating func paint(_ frame: Frame) -> [UInt8] {
    if frame == shown { return [] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4096)
    bytes += "\u{1B}[?2026h\u{1B}[?25l".utf8
    let known = shown?.size == frame.size ? shown : nil
    var style: Style?
    if known == nil {
      set(.plain, &style, into: &bytes)
      bytes += "\u{1B}[H\u{1B}[2J".utf8
    }
    for y in 0..<frame.size.height {
      paint(y, frame.rows[y], over: known?.rows[y], &style, into: &bytes)
    }
    bytes += "\u{1B}[0m".utf8
    if let cursor = frame.cursor {
      Self.move(to: cursor.x, cursor.y, into: &bytes)
      bytes += "\u{1B}[?25h".utf8
    }
    bytes += "\u{1B}[?2026l".utf8
    shown = frame
    return bytes
  }

  private mutating func paint(
    _ y: Int, _ row: [Cell], over known: [Cell]?, _ style: inout Style?, into bytes: inout [UInt8]
  ) {
    if row == known { return }
    // Where the terminal's own cursor stands in this row, where that is sure.
    var cursor: Int?
    for x in row.indices {
      let cell = row[x]
      // The right half goes with its left; a changed left half paints both.
      if cell.glyph.isEmpty { continue }
      let isWide = x + 1 < row.count && row[x + 1].glyph.isEmpty
      if let known, known[x] == cell, !isWide || known[x + 1] == row[x + 1] { continue }
      if cursor != x { Self.move(to: x, y, into: &bytes) }
      set(cell.style, &style, into: &bytes)
      if abilities.hasHalves {
        cell.glyph.append(to: &bytes)
      } else {
        bytes += abilities.shown(cell.text).utf8
      }
      // How far a terminal moves after any but the plainest character is its own affair.
      cursor = cell.glyph.isPlain && !isWide ? x + 1 : nil
    }
  }

  private mutating func set(_ style: Style, _ last: inout Style?, into bytes: inout [UInt8]) {
    if style == last { return }
    last = style
    if settings[style] == nil {
      let sequence = "\u{1B}[\(theme.sgr(style, isFine: abilities.hasFineColours))m"
      settings[style] = Array(sequence.utf8)
    }
    bytes += settings[style] ?? []
  }

  private static func move(to x: Int, _ y: Int, into bytes: inout [UInt8]) {
    bytes.append(0x1B)
    bytes.append(UInt8(ascii: "["))
    append(y + 1, to: &bytes)
    bytes.append(UInt8(ascii: ";"))
    append(x + 1, to: &bytes)
    bytes.append(UInt8(ascii: "H"))
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number > 9 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
