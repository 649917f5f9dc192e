import SurveyCore
import TestSupport
import Testing

@testable import Kiosk

/// A terminal that knows no more than the painter may use.
private struct ModelTerminal {
  private(set) var cells: [[String]]
  private(set) var written = 0

  init(_ size: Size) {
    cells = Array(repeating: Array(repeating: "?", count: size.width), count: size.height)
  }

  mutating func take(_ bytes: [UInt8]) {
    written = 0
    var place = Place(x: 0, y: 0)
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    while let character = rest.popFirst() {
      guard character == "\u{1B}" else {
        cells[place.y][place.x] = String(character)
        if character.width == 2 { cells[place.y][place.x + 1] = "" }
        place.x += character.width
        written += 1
        continue
      }
      rest = rest.dropFirst()
      let sequence = rest.prefix { !$0.isLetter }
      rest = rest.dropFirst(sequence.count)
      act(sequence, rest.popFirst() ?? " ", &place)
    }
  }

  private mutating func act(_ sequence: Substring, _ final: Character, _ place: inout Place) {
    switch final {
    case "H":
      let numbers = sequence.split(separator: ";").compactMap { Int($0) }
      place = numbers.count == 2 ? Place(x: numbers[1] - 1, y: numbers[0] - 1) : Place(x: 0, y: 0)
    case "J": cells = cells.map { $0.map { _ in " " } }
    default: break
    }
  }
}

struct PainterTests {
  private let size = Size(width: 30, height: 6)

  private func random(_ chance: inout SeededChance, like frame: Frame?) -> Frame {
    var canvas = Canvas(size)
    for y in 0..<size.height { canvas.text(frame?.lines[y] ?? "", 0, y) }
    let words = ["a", "Yes", "ŵ", "漢字", "🙂", "e\u{301}", "█▀", " "]
    for _ in 0..<Int.random(in: 0...6, using: &chance) {
      canvas.text(
        words.randomElement(using: &chance) ?? "", Int.random(in: -3..<32, using: &chance),
        Int.random(in: -1..<8, using: &chance), Bool.random(using: &chance) ? .bold : .plain)
    }
    return canvas.frame
  }

  @Test(arguments: 0..<30)
  func `what it writes makes the terminal show the frame`(seed: UInt64) {
    var chance = SeededChance(seed)
    var painter = Painter(.dark, Abilities())
    var terminal = ModelTerminal(size)
    var last: Frame?
    for _ in 0..<40 {
      let frame = random(&chance, like: last)
      terminal.take(painter.paint(frame))
      for y in 0..<size.height {
        #expect(terminal.cells[y] == (0..<size.width).map { frame[$0, y].text })
      }
      last = frame
    }
  }

  @Test func `only what changed is written, and nothing when nothing did`() {
    var painter = Painter(.light, Abilities())
    var canvas = Canvas(Size(width: 80, height: 24))
    canvas.text("Were people kind to you today?", 3, 3)
    _ = painter.paint(canvas.frame)
    #expect(painter.paint(canvas.frame).isEmpty)
    canvas.text("T", 3, 3)
    #expect(painter.paint(canvas.frame).count < 80)
  }

  @Test(arguments: Theme.allCases)
  func `without colour nothing is said by colour`(theme: Theme) {
    var abilities = Abilities()
    abilities.hasColours = false
    var painter = Painter(theme, abilities)
    var canvas = Canvas(size)
    canvas.text("Help", 0, 0, Style(ink: .onHelp, paper: .help, isReversed: true))
    let written = String(decoding: painter.paint(canvas.frame), as: UTF8.self)
    #expect(written.contains("\u{1B}[0;7m"))
    #expect(!written.contains(";38;") && !written.contains(";3") && !written.contains(";4"))
  }
}
