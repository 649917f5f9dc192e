/// How a cell looks, by what it is for: a theme makes colours of it.
struct Style: Hashable, Sendable {
  /// What paint is for.
  enum Paint: UInt8, Sendable, CaseIterable {
    case paper, ink, quiet, line
    /// What can be pressed, and what is in focus.
    case accent, onAccent
    /// What has been chosen.
    case chosen, onChosen
    case help, onHelp, fault
    /// The faces, from very good to very bad, and unsure; and what they are drawn with.
    case face0, face1, face2, face3, face4, face5, feature
    /// Behind a button, a card or the edge of the screen.
    case raised
  }

  var ink = Paint.ink
  var paper = Paint.paper
  var isBold = false
  /// Said twice, for terminals without colour: shown in reverse there.
  var isReversed = false

  static let plain = Style()
  static let bold = Style(isBold: true)
  static let quiet = Style(ink: .quiet)
}

struct Cell: Hashable, Sendable {
  var glyph = Glyph.space
  var style = Style.plain

  /// One character as people see it; empty for the right half of a wide one.
  var text: String { glyph.text }
}

/// A whole screen, cell by cell.
///
/// Rows are apart, so that a copy shares with its original every row that is not changed, and the
/// two are found to be the same there without being read.
struct Frame: Hashable, Sendable {
  let size: Size
  private(set) var rows: [[Cell]]
  /// Where the cursor is shown; nil while nothing is typed.
  var cursor: Place?

  init(_ size: Size) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    let row = Array(repeating: Cell(), count: self.size.width)
    rows = Array(repeating: row, count: self.size.height)
  }

  /// A place outside is not written to; a wide character that would be cut is not either.
  subscript(x: Int, y: Int) -> Cell {
    get { contains(x, y) ? rows[y][x] : Cell() }
    set { if contains(x, y) { rows[y][x] = newValue } }
  }

  private func contains(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && y >= 0 && x < size.width && y < size.height
  }

  /// The lines as they read, without colours: what golden copies hold.
  var lines: [String] {
    (0..<size.height).map { y in
      let line = (0..<size.width).map { self[$0, y].text }.joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
