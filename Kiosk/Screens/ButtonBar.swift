/// The buttons at the foot: the way back on the left, the ways past in the middle and alike, the
/// way on at the right; in more rows where one is too narrow.
struct ButtonBar {
  private let rowsOfButtons: [[Control]]
  private let isBoxed: Bool

  init(_ buttons: [Control], _ density: Density, _ width: Int) {
    isBoxed = density.hasButtons
    let others = buttons.filter { $0.role == .other }
    if Self.width(of: buttons) <= width || others.isEmpty {
      rowsOfButtons = buttons.isEmpty ? [] : [buttons]
    } else {
      let ends = buttons.filter { $0.role != .other }
      rowsOfButtons = Self.flowed(others, width) + (ends.isEmpty ? [] : [ends])
    }
  }

  private static func flowed(_ buttons: [Control], _ width: Int) -> [[Control]] {
    buttons.reduce(into: []) { rows, button in
      if let row = rows.last, Self.width(of: row + [button]) <= width {
        rows[rows.count - 1] = row + [button]
      } else {
        rows.append([button])
      }
    }
  }

  private static func label(_ control: Control) -> String {
    switch control.role {
    case .back: "← " + control.words
    case .main where control.action == .goOn || control.action == .more: control.words + " →"
    default: control.words
    }
  }

  private static func width(of control: Control) -> Int { label(control).width + 6 }

  /// What they need to stand in one row.
  static func width(of controls: [Control]) -> Int {
    controls.reduce(controls.count - 1) { $0 + width(of: $1) }
  }

  var rows: Int { rowsOfButtons.count * (isBoxed ? 3 : 1) }

  func draw(_ pen: inout Pen, _ area: Area) {
    let height = isBoxed ? 3 : 1
    for (index, row) in rowsOfButtons.enumerated() {
      let line = Area(x: area.x, y: area.y + index * height, width: area.width, height: height)
      draw(row, &pen, line)
    }
  }

  private func draw(_ row: [Control], _ pen: inout Pen, _ line: Area) {
    // The way on stands at the right, opposite the way back; where there is none, in the middle.
    let left = row.filter { $0.role == .back }
    let middle = row.filter { $0.role == .other || ($0.role == .main && left.isEmpty) }
    let right = row.filter { $0.role == .main && !left.isEmpty }
    let leftEnd = line.x + Self.width(of: left) + (left.isEmpty ? 0 : 1)
    let rightStart = line.x + line.width - Self.width(of: right)
    let centre = line.x + (line.width - Self.width(of: middle)) / 2
    let furthest = rightStart - Self.width(of: middle) - 1
    draw(left, &pen, line, from: line.x)
    draw(middle, &pen, line, from: max(leftEnd, min(centre, furthest)))
    draw(right, &pen, line, from: rightStart)
  }

  private func draw(_ controls: [Control], _ pen: inout Pen, _ line: Area, from x: Int) {
    var x = x
    for control in controls {
      let width = Self.width(of: control)
      let area = Area(x: x, y: line.y, width: width, height: line.height)
      pen.button(control, Self.label(control), area)
      x += width + 1
    }
  }
}
