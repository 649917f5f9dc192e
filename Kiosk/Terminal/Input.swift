/// What a person did at the terminal: the only things that ever come out of its bytes.
enum Input: Hashable, Sendable {
  case key(Key)
  /// A touch, or the left button of a mouse.
  case press(Place)
  case release(Place)
}

enum Key: Hashable, Sendable {
  /// Something typed: never a control or a formatting character.
  case typed(Unicode.Scalar)
  case up, down, left, right, home, end, pageUp, pageDown
  case enter, tab, backTab, backspace, escape
  /// F1 is 1.
  case function(Int)
  /// A letter with the control key, as a small letter.
  case control(Character)
}

/// A cell of the screen, counted from the upper left corner, which is 0, 0.
struct Place: Hashable, Sendable {
  var x: Int
  var y: Int
}

struct Size: Hashable, Sendable {
  var width: Int
  var height: Int
}

struct Area: Hashable, Sendable {
  var x: Int
  var y: Int
  var width: Int
  var height: Int

  func contains(_ place: Place) -> Bool {
    place.x >= x && place.x < x + width && place.y >= y && place.y < y + height
  }

  func inset(_ columns: Int, _ rows: Int) -> Area {
    Area(x: x + columns, y: y + rows, width: width - 2 * columns, height: height - 2 * rows)
  }
}
