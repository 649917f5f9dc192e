import SurveyCore

/// A part of a page that is never cut.
struct Block {
  var rows: Int
  /// Empty rows after it, where something follows.
  var gap: Int
  var controls: [Control] = []
  var draw: (inout Pen, Area) -> Void
}

extension Composer {
  /// The page as blocks; nil where its heading cannot be drawn in letters of this size.
  func blocks(_ density: Density, room: Int) -> [Block]? {
    guard let heading = heading(density) else { return nil }
    var blocks = [heading]
    if let progress = page.progress { blocks.insert(block(progress, density), at: 0) }
    var growing: Int?
    for piece in page.pieces {
      if case .faces = piece { growing = blocks.count }
      if case .field = piece { growing = blocks.count }
      blocks += self.blocks(piece, density)
    }
    // Faces, and the box for one's own words, take what room is left.
    guard let growing else { return blocks }
    let used = blocks.reduce(0) { $0 + $1.rows + $1.gap } - (blocks.last?.gap ?? 0)
    let most = page.pieces.contains { if case .field = $0 { true } else { false } } ? 10 : 22
    let extra = max(0, min(room - used, most - blocks[growing].rows))
    blocks[growing].rows += extra
    return blocks
  }

  private func heading(_ density: Density) -> Block? {
    let style = Style(isBold: true)
    if let scale = density.scale {
      guard let big = BigLetters(page.heading, within: width, scale) else { return nil }
      let accent = Style(ink: .accent, isBold: true)
      return Block(rows: big.rows, gap: max(1, density.gap)) { pen, area in
        big.draw(on: &pen.canvas, area.x, area.y, accent)
      }
    }
    let lines = page.heading.wrapped(to: width - 2)
    return Block(rows: lines.count, gap: max(1, density.gap)) { pen, area in
      for (row, line) in lines.enumerated() {
        pen.canvas.text("▌", area.x, area.y + row, Style(ink: .accent, isBold: true))
        pen.canvas.text(line, area.x + 2, area.y + row, style)
      }
    }
  }

  private func block(_ progress: Page.Progress, _ density: Density) -> Block {
    Block(rows: 1, gap: density.scale == nil ? density.gap : max(1, density.gap)) { pen, area in
      pen.canvas.text(progress.words, area.x, area.y, .quiet)
      guard let total = progress.total, (2...20).contains(total) else { return }
      var x = area.x + progress.words.width + 2
      for number in 1...total {
        let isDone = number <= progress.number
        let style = isDone ? Style(ink: .accent, isBold: true) : Style(ink: .line)
        pen.canvas.text(isDone ? "━━" : "──", x, area.y, style)
        x += 3
      }
    }
  }

  private func blocks(_ piece: Page.Piece, _ density: Density) -> [Block] {
    switch piece {
    case .words(let words): [text(words, density, .plain)]
    case .quiet(let words): [text(words, density, .quiet)]
    case .fault(let words): [text("! " + words, density, Style(ink: .fault, isBold: true))]
    case .section(let title, let words): [section(title, words, density)]
    case .cards(let controls): controls.map { card($0, density) }
    case .faces(let controls): [faces(controls, density)]
    case .line(let low, let high, let points): [line(low, high, points, density)]
    case .field(let words): [field(words, density)]
    case .keys(let rows): [keys(rows, density)]
    case .said(let asked, let said, let control): [self.said(asked, said, control, density)]
    case .heard(let you, let said, let we, let did):
      [section(you, said, density), section(we, did, density)]
    case .fact(let name, let value): [fact(name, value)]
    case .digits(let count, let most): [digits(count, most)]
    }
  }

  /// No line of text is longer than can be read with ease.
  private var measure: Int { min(width, 84) }

  private func text(_ words: String, _ density: Density, _ style: Style) -> Block {
    let lines = words.wrapped(to: measure)
    return Block(rows: lines.count, gap: density.gap) { pen, area in
      for (row, line) in lines.enumerated() {
        pen.canvas.text(line, area.x, area.y + row, style)
      }
    }
  }

  private func section(_ title: String, _ words: String, _ density: Density) -> Block {
    let lines = words.wrapped(to: measure - 2)
    return Block(rows: lines.count + 1, gap: density.gap) { pen, area in
      pen.canvas.fill(
        Area(x: area.x, y: area.y, width: 1, height: area.height), "│", Style(ink: .accent))
      pen.canvas.text(title, area.x + 2, area.y, .bold)
      for (row, line) in lines.enumerated() {
        pen.canvas.text(line, area.x + 2, area.y + 1 + row)
      }
    }
  }

  private func card(_ control: Control, _ density: Density) -> Block {
    let isBoxed = density.cards == .boxed
    let lines = control.words.wrapped(to: measure - Pen.indent - 5)
    let measure = measure
    let rows = lines.count + (isBoxed ? 2 : 0)
    let gap = density.gap > 1 || density.cards == .spaced ? 1 : 0
    return Block(rows: rows, gap: gap, controls: [control]) { pen, area in
      let card = Area(x: area.x, y: area.y, width: measure, height: area.height)
      pen.card(control, lines: lines, isBoxed: isBoxed, card)
    }
  }

  private func said(
    _ asked: String, _ said: String, _ control: Control, _ density: Density
  ) -> Block {
    let label = control.words
    let narrow = width - label.width - 10
    let (question, answer) = (asked.wrapped(to: narrow), said.wrapped(to: narrow))
    let gap = max(density.gap, 1)
    return Block(rows: question.count + answer.count, gap: gap, controls: [control]) { pen, area in
      for (row, line) in question.enumerated() {
        pen.canvas.text(line, area.x, area.y + row, .quiet)
      }
      for (row, line) in answer.enumerated() {
        pen.canvas.text(line, area.x + 2, area.y + question.count + row, .bold)
      }
      let width = label.width + 6
      let x = area.x + area.width - width
      pen.button(control, label, Area(x: x, y: area.y, width: width, height: 1))
    }
  }

  private func fact(_ name: String, _ value: String) -> Block {
    Block(rows: 1, gap: 0) { pen, area in
      pen.canvas.text(name, area.x, area.y, .quiet)
      pen.canvas.text(value, area.x + 30, area.y, .bold)
    }
  }

  private func digits(_ count: Int, _ most: Int) -> Block {
    Block(rows: 1, gap: 1) { pen, area in
      let dots = (0..<most).map { $0 < count ? "█" : "_" }.joined(separator: " ")
      pen.canvas.centred(dots, in: area, row: 0, .bold)
    }
  }
}
