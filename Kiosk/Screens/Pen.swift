import SurveyCore

/// Draws what can be used, and notes where it is.
///
/// What is in focus has a heavy border and arrows, what is chosen a double border and a mark: both
/// can be seen without any colour.
struct Pen {
  var canvas: Canvas
  var spots: [Spot] = []
  var focus: Action?

  init(_ size: Size) { self.init(Canvas(size)) }

  init(_ canvas: Canvas, focus: Action? = nil) { (self.canvas, self.focus) = (canvas, focus) }

  func isFocused(_ control: Control) -> Bool { control.action == focus }

  /// How a control looks inside.
  private func ground(_ control: Control) -> Style {
    switch control.role {
    case .main: Style(ink: .onAccent, paper: .accent, isBold: true, isReversed: true)
    case .help: Style(ink: .onHelp, paper: .help, isBold: true, isReversed: true)
    case _ where control.isChosen:
      Style(ink: .onChosen, paper: .chosen, isBold: true, isReversed: true)
    default: Style(paper: .raised, isBold: isFocused(control))
    }
  }

  private mutating func border(_ control: Control, _ area: Area, on ground: Style) {
    let isFocused = isFocused(control)
    let kind: Border = isFocused ? .heavy : control.isChosen ? .double : .round
    var style = ground
    style.isBold = isFocused
    style.isReversed = false
    if !ground.isReversed { style.ink = isFocused ? .accent : .line }
    canvas.box(area, kind, style)
  }

  mutating func note(_ control: Control, _ area: Area, _ look: Spot.Look = .other) {
    spots.append(spot(control, area, look))
  }

  func spot(_ control: Control, _ area: Area, _ look: Spot.Look) -> Spot {
    Spot(area: area, control: control, look: look, clip: canvas.clip)
  }

  /// A button with a box round it, or in one row between brackets.
  mutating func button(_ control: Control, _ label: String, _ area: Area) {
    note(control, area, .button(label))
    draw(button: control, label, area)
  }

  /// A place on a line between two statements.
  mutating func point(_ control: Control, _ area: Area) {
    note(control, area, .point)
    draw(point: control, area)
  }

  mutating func draw(point control: Control, _ area: Area) {
    let mark = control.isChosen ? "(•)" : control.number.map { "\($0 % 10)" } ?? "•"
    draw(button: control, mark, area)
  }

  mutating func draw(button control: Control, _ label: String, _ area: Area) {
    let ground = ground(control)
    let isFocused = isFocused(control)
    if area.height >= 3 {
      canvas.fill(area.inset(1, 1), ground)
      border(control, area, on: ground)
    } else {
      canvas.fill(area, ground)
      canvas.text(isFocused ? "┃" : "[", area.x, area.y, ground)
      canvas.text(isFocused ? "┃" : "]", area.x + area.width - 1, area.y, ground)
    }
    let row = area.height / 2
    canvas.centred(label, in: area, row: row, ground)
    guard isFocused, area.width >= label.width + 4 else { return }
    let x = area.x + (area.width - label.width) / 2
    canvas.text("►", x - 2, area.y + row, ground)
    canvas.text("◄", x + label.width + 1, area.y + row, ground)
  }

  /// Help and leaving, in the head; noted by whoever draws them, in the order of the focus.
  mutating func tab(_ control: Control, _ label: String, _ area: Area) {
    let isHelp = control.role == .help
    let ground = isHelp ? ground(control) : Style(paper: .raised, isBold: true)
    canvas.fill(area.inset(1, 0), ground)
    canvas.centred(label, in: area, row: area.height / 2, ground)
    guard isFocused(control) else { return }
    canvas.text("►", area.x + 1, area.y + area.height / 2, ground)
    canvas.text("◄", area.x + area.width - 2, area.y + area.height / 2, ground)
  }

  /// An answer: its number, a mark, its words.
  mutating func card(_ control: Control, lines: [String], isBoxed: Bool, _ area: Area) {
    note(control, area, .card(lines, isBoxed: isBoxed))
    draw(card: control, lines, isBoxed: isBoxed, area)
  }

  mutating func draw(card control: Control, _ lines: [String], isBoxed: Bool, _ area: Area) {
    let ground = ground(control)
    canvas.fill(isBoxed ? area.inset(1, 1) : area, ground)
    if isBoxed { border(control, area, on: ground) }
    let top = area.y + (isBoxed ? 1 : 0)
    let x = area.x + (isBoxed ? 2 : 1)
    canvas.text(isFocused(control) ? "►" : " ", x, top, ground)
    canvas.text(control.number.map { "\($0 % 10)" } ?? " ", x + 2, top, ground)
    canvas.text(mark(control), x + 4, top, ground)
    for (row, line) in lines.enumerated() { canvas.text(line, x + Self.indent, top + row, ground) }
  }

  /// From the edge of a card's inside to its words.
  static let indent = 8

  private func mark(_ control: Control) -> String {
    switch control.role {
    case .several: control.isChosen ? "[√]" : "[ ]"
    default: control.isChosen ? "(•)" : "( )"
    }
  }

  mutating func face(
    _ control: Control, _ face: Face, hasHalves: Bool, lines: [String], _ area: Area
  ) {
    note(control, area, .face(lines))
    let inner = area.inset(1, 1)
    let width = min(inner.width - 2, 2 * (inner.height - lines.count))
    let even = max(0, width - width % 2)
    canvas.face(
      face, inner.x + (inner.width - even) / 2, inner.y, width: even, hasHalves: hasHalves)
    draw(around: control, lines, area)
  }

  /// All of a face but the picture itself, which is always the same.
  mutating func draw(around control: Control, _ lines: [String], _ area: Area) {
    border(control, area, on: .plain)
    let inner = area.inset(1, 1)
    let below = inner.y + inner.height - lines.count
    let ground = control.isChosen ? ground(control) : Style(isBold: true)
    let isFocused = isFocused(control)
    canvas.fill(Area(x: inner.x, y: below, width: inner.width, height: lines.count), ground)
    for (row, line) in lines.enumerated() {
      canvas.centred(
        line, in: Area(x: inner.x, y: below, width: inner.width, height: 1), row: row, ground)
    }
    // The picture leaves a column free on either side.
    let (middle, style) = (inner.y + (inner.height - lines.count) / 2, Style(isBold: isFocused))
    canvas.text(isFocused ? "►" : " ", inner.x, middle, style)
    canvas.text(isFocused ? "◄" : " ", inner.x + inner.width - 1, middle, style)
    if control.isChosen {
      canvas.text("(•)", area.x + 2, area.y, Style(ink: .accent, isBold: true))
    }
  }
}
