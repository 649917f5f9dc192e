/// Draws in a part of a frame and never outside it.
struct Canvas {
  private(set) var frame: Frame
  /// Where it may draw.
  var clip: Area

  init(_ size: Size) { self.init(Frame(size)) }

  /// Draws on what is there.
  init(_ frame: Frame) {
    self.frame = frame
    clip = Area(x: 0, y: 0, width: frame.size.width, height: frame.size.height)
  }

  mutating func put(_ character: Character, _ x: Int, _ y: Int, _ style: Style) {
    put(Glyph(character), character.width, x, y, style)
  }

  /// A glyph that takes `width` columns.
  private mutating func put(_ glyph: Glyph, _ width: Int, _ x: Int, _ y: Int, _ style: Style) {
    guard width > 0, clip.contains(Place(x: x, y: y)),
      width == 1 || clip.contains(Place(x: x + 1, y: y))
    else { return }
    // No half of a wide character stays behind.
    if frame[x, y].glyph.isEmpty { frame[x - 1, y].glyph = .space }
    if frame[x + width, y].glyph.isEmpty { frame[x + width, y].glyph = .space }
    // What keeps words together looks like any other space.
    frame[x, y] = Cell(glyph: glyph == .holding ? .space : glyph, style: style)
    if width == 2 { frame[x + 1, y] = Cell(glyph: .none, style: style) }
  }

  /// One line of text, cut at the edge.
  mutating func text(_ text: String, _ x: Int, _ y: Int, _ style: Style = .plain) {
    var x = x
    for character in text {
      let width = character.width
      put(Glyph(character), width, x, y, style)
      x += width
    }
  }

  mutating func centred(_ text: String, in area: Area, row: Int, _ style: Style = .plain) {
    self.text(text, area.x + max(0, area.width - text.width) / 2, area.y + row, style)
  }

  mutating func fill(_ area: Area, _ style: Style) { fill(area, " ", style) }

  mutating func fill(_ area: Area, _ character: Character, _ style: Style) {
    guard area.width > 0, area.height > 0 else { return }
    let (glyph, width) = (Glyph(character), character.width)
    for y in area.y..<area.y + area.height {
      for x in area.x..<area.x + area.width { put(glyph, width, x, y, style) }
    }
  }

  mutating func box(_ area: Area, _ border: Border, _ style: Style) {
    guard area.width >= 2, area.height >= 2 else { return }
    let (right, low) = (area.x + area.width - 1, area.y + area.height - 1)
    let marks = border.marks
    let inside = area.inset(1, 1)
    for y in [area.y, low] {
      fill(Area(x: inside.x, y: y, width: inside.width, height: 1), marks[1], style)
    }
    for x in [area.x, right] {
      fill(Area(x: x, y: inside.y, width: 1, height: inside.height), marks[3], style)
    }
    put(marks[0], area.x, area.y, style)
    put(marks[2], right, area.y, style)
    put(marks[4], area.x, low, style)
    put(marks[5], right, low, style)
  }

  mutating func showCursor(_ x: Int, _ y: Int) {
    if clip.contains(Place(x: x, y: y)) { frame.cursor = Place(x: x, y: y) }
  }
}

/// Borders that can be told apart without colour.
enum Border {
  case round, heavy, double

  /// Upper left, level, upper right, upright, lower left, lower right.
  fileprivate var marks: [Character] {
    switch self {
    case .round: ["╭", "─", "╮", "│", "╰", "╯"]
    case .heavy: ["┏", "━", "┓", "┃", "┗", "┛"]
    case .double: ["╔", "═", "╗", "║", "╚", "╝"]
    }
  }
}

/// Two pixels to a cell, one above the other, by block elements.
struct Pixels {
  let width: Int
  let height: Int
  private var lit: [Bool]

  init(width: Int, height: Int) {
    (self.width, self.height) = (max(0, width), max(0, height))
    lit = Array(repeating: false, count: self.width * self.height)
  }

  subscript(x: Int, y: Int) -> Bool {
    get { x >= 0 && y >= 0 && x < width && y < height && lit[y * width + x] }
    set { if x >= 0, y >= 0, x < width, y < height { lit[y * width + x] = newValue } }
  }

  /// The block for the two pixels of a cell.
  func block(_ x: Int, _ row: Int) -> Character {
    switch (self[x, 2 * row], self[x, 2 * row + 1]) {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): " "
    }
  }
}
