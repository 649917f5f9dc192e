import Foundation

/// Words in very large letters, made of blocks.
///
/// Only where every character has a shape: anything else is better read in the terminal's own.
struct BigLetters {
  /// How large: one pixel is half a cell, or two cells side by side.
  enum Scale: Int, Sendable {
    case half = 1
    case whole = 2
  }

  let scale: Scale
  private let lines: [[Shape]]
  private let space = 4

  /// Nil when a character has no shape or a word is wider than `columns`.
  init?(_ text: String, within columns: Int, _ scale: Scale) {
    var lines: [[Shape]] = [[]]
    let most = columns / scale.rawValue
    for word in text.split(separator: " ") {
      let shapes = word.compactMap(Self.shape)
      guard shapes.count == word.count, Self.width(shapes) <= most else { return nil }
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = shapes
      } else if Self.width(line) + space + Self.width(shapes) <= most {
        lines[lines.count - 1] = line + [Shape(rows: [], width: space - 2)] + shapes
      } else {
        lines.append(shapes)
      }
    }
    (self.lines, self.scale) = (lines, scale)
  }

  /// From one line to the next, in pixels.
  private static let pitch = 10
  /// Above the capitals, for accents.
  private static let above = 2

  private var top: Int {
    lines[0].contains { $0.accent != nil && !$0.isLow } ? 0 : Self.above
  }

  private var bottom: Int {
    lines[lines.count - 1].contains { $0.hangs } ? 0 : 2
  }

  private var pixelHeight: Int { Self.pitch * (lines.count - 1) + 11 - top - bottom }

  var rows: Int { scale == .half ? (pixelHeight + 1) / 2 : pixelHeight }

  private static func width(_ shapes: [Shape]) -> Int {
    max(0, shapes.reduce(0) { $0 + $1.width + 1 } - 1)
  }

  private var pixels: Pixels {
    let width = lines.map(Self.width).max() ?? 0
    var pixels = Pixels(width: width, height: pixelHeight + 1)
    for (number, line) in lines.enumerated() {
      var x = 0
      for shape in line {
        shape.draw(at: x, number * Self.pitch - top, above: Self.above, into: &pixels)
        x += shape.width + 1
      }
    }
    return pixels
  }

  func draw(on canvas: inout Canvas, _ x: Int, _ y: Int, _ style: Style) {
    let pixels = pixels
    for row in 0..<rows {
      for column in 0..<pixels.width {
        switch scale {
        case .half:
          let block = pixels.block(column, row)
          if block != " " { canvas.put(block, x + column, y + row, style) }
        case .whole where pixels[column, row]:
          canvas.text("██", x + 2 * column, y + row, style)
        case .whole: break
        }
      }
    }
  }
}

extension BigLetters {
  /// One character: its rows of pixels, and the mark above or below it.
  struct Shape {
    var rows: [[Bool]]
    var width: Int
    var accent: [[Bool]]?
    /// Whether it is as high as an x, so that its accent sits lower.
    var isLow = false
    var hangs = false

    fileprivate func draw(at x: Int, _ y: Int, above: Int, into pixels: inout Pixels) {
      Self.draw(rows, x, y + above, into: &pixels)
      guard let accent else { return }
      let wide = accent.first?.count ?? 0
      Self.draw(accent, x + (width - wide) / 2, y + (isLow ? 1 : 0), into: &pixels)
    }

    private static func draw(_ rows: [[Bool]], _ x: Int, _ y: Int, into pixels: inout Pixels) {
      for (down, row) in rows.enumerated() {
        for (across, isLit) in row.enumerated() where isLit { pixels[x + across, y + down] = true }
      }
    }
  }

  private static let shapes: [Character: Shape] = {
    var shapes: [Character: Shape] = [:]
    let lines = sheet.split(separator: "\n")
    for start in stride(from: 0, to: lines.count - 9, by: 10) {
      let names = lines[start].split(separator: " ")
      let rows = lines[start + 1...start + 9].map { $0.split(separator: " ") }
      for (index, name) in names.enumerated() {
        let shape = rows.map { $0[index].map { $0 == "#" } }
        shapes[Character(String(name))] = Shape(
          rows: shape, width: shape[0].count, isLow: !shape[0].contains(true),
          hangs: shape[7...8].contains { $0.contains(true) })
      }
    }
    return shapes
  }()

  // Circumflex, acute, grave, diaeresis, tilde, caron and dot.
  private static let accents: [Unicode.Scalar: [String]] = [
    "\u{302}": [".#.", "#.#"], "\u{301}": [".#", "#."], "\u{300}": ["#.", ".#"],
    "\u{308}": ["#.#"], "\u{303}": [".#.#", "#.#."], "\u{30C}": ["#.#", ".#."], "\u{307}": ["#"],
  ]

  private static func shape(_ character: Character) -> Shape? {
    if let shape = shapes[character] { return shape }
    let parts = Array(String(character).decomposedStringWithCanonicalMapping.unicodeScalars)
    guard parts.count == 2, let accent = accents[parts[1]],
      var shape = shapes[Character(parts[0])]
    else { return nil }
    // The dot makes room for the accent.
    if parts[0] == "i" || parts[0] == "j" {
      shape.rows[0] = shape.rows[0].map { _ in false }
      shape.isLow = true
    }
    // An i is narrower than what stands on it.
    let wider = (accent.first?.count ?? 0) - shape.width
    if wider > 0 {
      let left = Array(repeating: false, count: wider / 2)
      shape.rows = shape.rows.map { left + $0 + Array(repeating: false, count: wider - wider / 2) }
      shape.width += wider
    }
    shape.accent = accent.map { $0.map { $0 == "#" } }
    return shape
  }
}
