/// Knows what the terminal shows, and says how to make it show something else.
struct Painter {
  private let theme: Theme
  private let abilities: Abilities
  private var shown: Frame?

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
    var text = "\u{1B}[?2026h\u{1B}[?25l"
    let known = shown?.size == frame.size ? shown : nil
    var style: Style?
    if known == nil { text += sgr(.plain, &style) + "\u{1B}[H\u{1B}[2J" }
    for y in 0..<frame.size.height { paint(row: y, of: frame, over: known, &style, into: &text) }
    text += "\u{1B}[0m"
    if let cursor = frame.cursor {
      text += "\u{1B}[\(cursor.y + 1);\(cursor.x + 1)H\u{1B}[?25h"
    }
    text += "\u{1B}[?2026l"
    shown = frame
    return Array(text.utf8)
  }

  private func paint(
    row y: Int, of frame: Frame, over known: Frame?, _ style: inout Style?, into text: inout String
  ) {
    // Where the terminal's own cursor stands in this row, where that is sure.
    var cursor: Int?
    for x in 0..<frame.size.width {
      let cell = frame[x, y]
      // The right half goes with its left; a changed left half paints both.
      if cell.text.isEmpty { continue }
      let isWide = x + 1 < frame.size.width && frame[x + 1, y].text.isEmpty
      if let known, known[x, y] == cell, !isWide || known[x + 1, y] == frame[x + 1, y] { continue }
      if cursor != x { text += "\u{1B}[\(y + 1);\(x + 1)H" }
      text += sgr(cell.style, &style) + abilities.shown(cell.text)
      // How far a terminal moves after any but the plainest character is its own affair.
      let isPlain = cell.text.unicodeScalars.count == 1 && !isWide
      cursor = isPlain ? x + 1 : nil
    }
  }

  private func sgr(_ style: Style, _ last: inout Style?) -> String {
    if style == last { return "" }
    last = style
    return "\u{1B}[\(theme.sgr(style, isFine: abilities.hasFineColours))m"
  }
}
