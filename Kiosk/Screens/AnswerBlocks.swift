import SurveyCore

/// The kinds of answer that have a shape of their own.
extension Composer {
  func faces(_ controls: [Control], _ density: Density) -> Block {
    let slot = min(width / max(1, controls.count), 40)
    let labels = controls.map { control in
      let number = control.number.map { "\($0) " } ?? ""
      return (number + control.words).wrapped(to: slot - 4)
    }
    let lines = labels.map(\.count).max() ?? 1
    let least = density.scale == .whole ? 15 : density.scale == .half ? 11 : 6
    let hasHalves = hasHalves
    return Block(rows: least + lines + 2, gap: density.gap, controls: controls) { pen, area in
      // As high as the room, and no higher than a face as wide as its place needs.
      let rows = min(area.height, (slot - 5) / 2 + lines + 2)
      let left = area.x + (area.width - slot * controls.count) / 2
      for (index, control) in controls.enumerated() {
        guard case .face(let face) = control.role else { continue }
        let padded = labels[index] + Array(repeating: "", count: lines - labels[index].count)
        let place = Area(x: left + index * slot, y: area.y, width: slot - 1, height: rows)
        pen.face(control, face, hasHalves: hasHalves, lines: padded, place)
      }
    }
  }

  /// Marks on a line, each a button: nothing to drag.
  func line(_ low: String, _ high: String, _ points: [Control], _ density: Density) -> Block {
    let third = width / 3
    let (lows, highs) = (low.wrapped(to: third), high.wrapped(to: third))
    let ends = max(lows.count, highs.count)
    let width = width
    return Block(rows: ends + 4, gap: density.gap, controls: points) { pen, area in
      for (row, line) in lows.enumerated() {
        pen.canvas.text(line, area.x, area.y + ends - lows.count + row, .bold)
      }
      for (row, line) in highs.enumerated() {
        pen.canvas.text(
          line, area.x + width - line.width, area.y + ends - highs.count + row, .bold)
      }
      let middle = Area(x: area.x + 1, y: area.y + ends + 2, width: width - 2, height: 1)
      pen.canvas.fill(middle, "━", Style(ink: .line))
      let each = min(9, (width - points.count) / max(1, points.count))
      for (index, point) in points.enumerated() {
        let x = area.x + (width - each) * index / max(1, points.count - 1)
        pen.point(point, Area(x: x, y: area.y + ends + 1, width: each, height: 3))
      }
    }
  }

  /// The box for one's own words: the end of them, where they are longer than it.
  func field(_ words: String, _ density: Density) -> Block {
    let control = Control(action: .field, words: words, role: .key)
    let measure = min(width, 84)
    return Block(rows: density.cards == .boxed ? 4 : 3, gap: 0, controls: [control]) { pen, area in
      let box = Area(x: area.x, y: area.y, width: measure, height: area.height)
      let isFocused = pen.isFocused(control)
      let ink: Style.Paint = isFocused ? .accent : .line
      pen.canvas.box(box, isFocused ? .heavy : .round, Style(ink: ink, isBold: isFocused))
      pen.note(control, box)
      // A space at the end is shown too, by where the cursor is.
      let lines = (words + "▏").wrapped(to: measure - 4)
      let shown = lines.suffix(max(1, area.height - 2))
      for (row, line) in shown.enumerated() {
        let isLast = row == shown.count - 1
        let text = isLast ? String(line.dropLast()) : line
        let gap = isLast && words.hasSuffix(" ") && !text.isEmpty ? 1 : 0
        pen.canvas.text(text, box.x + 2, box.y + 1 + row, .bold)
        if isLast { pen.canvas.showCursor(box.x + 2 + text.width + gap, box.y + 1 + row) }
      }
    }
  }

  func keys(_ rows: [[Control]], _ density: Density) -> Block {
    let height = density.hasLargeKeys ? 3 : 1
    let most = rows.map(\.count).max() ?? 1
    let wide = most < 6 ? 12 : max(6, min(8, min(width, 84) / most / 2 * 2))
    let width = width
    return Block(rows: rows.count * height, gap: density.gap, controls: rows.flatMap(\.self)) {
      pen, area in
      let left = most < 6 ? area.x + (width - most * wide) / 2 : area.x
      for (row, keys) in rows.enumerated() {
        // Keys with words share their row.
        let isWords = keys.contains { $0.words.count > 1 } && most >= 6
        let each = isWords ? most * wide / keys.count : wide
        for (index, key) in keys.enumerated() {
          let place = Area(
            x: left + index * each, y: area.y + row * height, width: each - 1, height: height)
          pen.button(key, key.words == "-" ? "–" : key.words, place)
        }
      }
    }
  }
}
