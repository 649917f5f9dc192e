import SurveyCore

/// Lays a page out on a screen: a head and a foot that never move, and between them a column with
/// as much air as there is room for.
struct Composer {
  let page: Page
  let size: Size
  let hasHalves: Bool
  let words: Words
  let place: String?
  let part: Int
  let focus: Action?
  /// The width of the column.
  let width: Int

  init(
    _ page: Page, size: Size, hasHalves: Bool, focus: Action?, part: Int, words: Words,
    place: String?
  ) {
    (self.page, self.size, self.hasHalves, self.part) = (page, size, hasHalves, part)
    (self.words, self.place) = (words, place)
    width = min(size.width - 6, max(74, size.width * 4 / 5), 150)
    let known = page.controls.map(\.action) + [.more, .before]
    self.focus = focus.flatMap { known.contains($0) ? $0 : nil } ?? page.focus
  }

  private var left: Int { (size.width - width) / 2 }
  private var isTall: Bool { size.height >= 36 }
  private var notice: [String] { page.notice?.wrapped(to: size.width - 4) ?? [] }
  private var headRows: Int { (isTall ? 3 : 1) + notice.count + 1 }
  private var footRows: Int { isTall ? 2 : 1 }

  /// The buttons may be wider than the column where that keeps them in one row.
  private func barWidth(_ buttons: [Control]) -> Int {
    let wanted = ButtonBar.width(of: buttons)
    return wanted > width && wanted <= size.width - 4 ? size.width - 4 : width
  }

  var view: View {
    // The most generous that is whole; where none is, the most generous of the fewest parts.
    var best = Plan(blocks: [], density: Density(), parts: [])
    let hasKeys = page.pieces.contains { if case .keys = $0 { true } else { false } }
    for density in hasKeys ? Density.typing : Density.all where suits(density) {
      guard let plan = plan(density) else { continue }
      if best.parts.isEmpty || plan.parts.count < best.parts.count { best = plan }
      if best.parts.count == 1 { break }
    }
    return draw(best)
  }

  private func suits(_ density: Density) -> Bool {
    if density.scale == .half, !hasHalves { return false }
    // Where there is much to read, air between the lines is worth more than a large heading.
    return density.scale == nil || density.gap > 0 || page.progress != nil
  }

  /// The blocks of a page, and which of them stand on which part.
  private struct Plan {
    var blocks: [Block]
    var density: Density
    var parts: [Range<Int>]
  }

  private func room(_ density: Density, isInParts: Bool) -> Int {
    let buttons = buttons(part: isInParts ? 1 : 0, of: isInParts ? 3 : 1)
    let bar = ButtonBar(buttons, density, barWidth(buttons))
    return size.height - headRows - footRows - bar.rows - (density.gap > 0 ? 2 : 1)
  }

  /// Nil where the letters of this density cannot be had.
  private func plan(_ density: Density) -> Plan? {
    var room = room(density, isInParts: false)
    guard var blocks = blocks(density, room: room) else { return nil }
    if Self.rows(of: blocks[...]) <= room {
      return Plan(blocks: blocks, density: density, parts: [0..<blocks.count])
    }
    room = self.room(density, isInParts: true)
    blocks = self.blocks(density, room: room) ?? blocks
    // No more parts than must be, and then of about the same length.
    let fewest = Self.parts(of: blocks, room: room)
    let even = (1...max(1, room)).lazy.map { Self.parts(of: blocks, room: $0) }
      .first { $0.count == fewest.count && Self.fits(blocks, $0, room) }
    return Plan(blocks: blocks, density: density, parts: even ?? fewest)
  }

  private static func parts(of blocks: [Block], room: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    while start < blocks.count {
      var end = start + 1
      while end < blocks.count, rows(of: blocks[start...end]) <= room { end += 1 }
      parts.append(start..<end)
      start = end
    }
    return parts
  }

  private static func fits(_ blocks: [Block], _ parts: [Range<Int>], _ room: Int) -> Bool {
    parts.allSatisfy { rows(of: blocks[$0]) <= room }
  }

  private static func rows(of blocks: ArraySlice<Block>) -> Int {
    let gaps = blocks.dropLast().reduce(0) { $0 + $1.gap }
    return blocks.reduce(gaps) { $0 + $1.rows }
  }

  /// What stands at the foot of part `part`.
  private func buttons(part: Int, of parts: Int) -> [Control] {
    guard parts > 1 else { return page.buttons }
    let kiosk = words.kiosk
    let isLast = part == parts - 1
    let main = page.isReadFirst && !isLast ? [] : page.buttons.filter { $0.role == .main }
    var buttons = page.buttons.filter { $0.role != .main }
    if part > 0 {
      // One way back is enough.
      buttons.removeAll { page.isReadFirst && $0.role == .back }
      buttons.insert(Control(action: .before, words: kiosk.before, role: .back), at: 0)
    }
    if !isLast {
      let role: Control.Role = main.isEmpty ? .main : .other
      buttons.append(Control(action: .more, words: kiosk.more, role: role))
    }
    return buttons + main
  }
}

/// Drawing.
extension Composer {
  private func draw(_ plan: Plan) -> View {
    let part = min(max(0, part), plan.parts.count - 1)
    let shown = plan.blocks[plan.parts[part]]
    let buttons = buttons(part: part, of: plan.parts.count)
    var pen = Pen(size)
    pen.focus = focused(among: shown.flatMap(\.controls) + buttons + page.top)
    let barWidth = barWidth(buttons)
    let bar = ButtonBar(buttons, plan.density, barWidth)
    let top = headRows
    let bottom = size.height - footRows - bar.rows
    let spare = bottom - top - Self.rows(of: shown)
    var y = top + max(spare > 0 ? 1 : 0, plan.parts.count > 1 ? 0 : spare / 3)
    for block in shown {
      pen.canvas.clip = Area(x: 0, y: top, width: size.width, height: max(0, bottom - top))
      block.draw(&pen, Area(x: left, y: y, width: width, height: block.rows))
      y += block.rows + block.gap
    }
    pen.canvas.clip = Area(x: 0, y: 0, width: size.width, height: size.height)
    bar.draw(
      &pen, Area(x: (size.width - barWidth) / 2, y: bottom, width: barWidth, height: bar.rows))
    drawHead(&pen)
    drawFoot(&pen, hasNumbers: shown.flatMap(\.controls).contains { $0.number != nil })
    return View(page: page, pen, parts: plan.parts.count)
  }

  /// The focus, where it is on this part; otherwise what leads on.
  private func focused(among controls: [Control]) -> Action? {
    if let focus, controls.contains(where: { $0.action == focus }) { return focus }
    return controls.first { $0.action == page.focus }?.action
      ?? controls.first { $0.role == .main }?.action ?? controls.first?.action
  }

  private func drawHead(_ pen: inout Pen) {
    let row = isTall ? 1 : 0
    let ground = Style(ink: .ink, paper: .raised, isBold: true)
    pen.canvas.fill(Area(x: 0, y: 0, width: size.width, height: isTall ? 3 : 1), ground)
    var x = size.width - 2
    var spots: [Spot] = []
    for control in page.top.reversed() {
      let key = control.role == .leave ? "Esc" : "F1"
      let label = "\(control.words) · \(key)"
      x -= label.width + 6
      let area = Area(x: x, y: 0, width: label.width + 6, height: isTall ? 3 : 1)
      pen.tab(control, label, area)
      spots.insert(pen.spot(control, area, .tab(label)), at: 0)
    }
    pen.spots += spots
    let name = words.frame.service
    pen.canvas.clip = Area(x: 0, y: 0, width: max(0, x - 2), height: size.height)
    pen.canvas.text("█ " + name, 2, row, Style(ink: .accent, paper: .raised, isBold: true))
    if let place { pen.canvas.text("· " + place, 5 + name.width, row, Style(paper: .raised)) }
    pen.canvas.clip = Area(x: 0, y: 0, width: size.width, height: size.height)
    for (index, line) in notice.enumerated() {
      pen.canvas.text(line, 2, (isTall ? 3 : 1) + index, Style(ink: .fault, isBold: true))
    }
    pen.canvas.fill(
      Area(x: 0, y: headRows - 1, width: size.width, height: 1), "─", Style(ink: .line))
  }

  private func drawFoot(_ pen: inout Pen, hasNumbers: Bool) {
    let keys = words.kiosk.keys
    var told = ["← → \(keys.move)", "Enter \(keys.press)"]
    if hasNumbers { told.append("1 2 3 \(keys.answer)") }
    if isTall {
      let rule = Area(x: 0, y: size.height - 2, width: size.width, height: 1)
      pen.canvas.fill(rule, "─", Style(ink: .line))
    }
    pen.canvas.centred(
      told.joined(separator: "   "),
      in: Area(x: 0, y: size.height - 1, width: size.width, height: 1), row: 0, .quiet)
  }
}
