import SurveyCore

/// A state and the screen for it, which have been shown; shared, since both are large.
final class Shown {
  let state: KioskState
  let view: View

  init(_ state: KioskState, _ view: View) { (self.state, self.view) = (state, view) }
}

/// What most keys do is move the focus or choose an answer. Then only what looks different is
/// drawn again, on the screen as it stands; the same comes of it as of composing it anew.
extension KioskState {
  /// The screen for what the state is now; `shown` is what was shown before it.
  func view(after shown: Shown?) -> View {
    guard let shown, let focus, isFramed(as: shown.state) else { return view }
    if isSamePage(as: shown.state) { return shown.view.redrawn(focus: focus) ?? view }
    let page = page
    return shown.view.redrawn(for: page, focus: focus) ?? composed(page)
  }

  /// Whether what stands round the page is the same, and the part of it that is shown.
  private func isFramed(as other: KioskState) -> Bool {
    screen == other.screen && size == other.size && part == other.part
      && language == other.language && bundle?.place == other.bundle?.place
  }

  /// Whether the page is the same, wherever the focus is and whoever moved it when.
  private func isSamePage(as other: KioskState) -> Bool {
    var other = other
    (other.focus, other.lastTouch, other.chord) = (focus, lastTouch, chord)
    return self == other
  }
}

extension View {
  /// This screen with other answers chosen, and perhaps another focus; nil where more than that is
  /// different.
  fileprivate func redrawn(for page: Page, focus: Action) -> View? {
    guard page.isLaidOut(as: self.page) else { return nil }
    var (new, changed) = (self, Set<Int>())
    for (old, control) in zip(self.page.controls, page.controls) where old != control {
      for index in spots.indices where spots[index].control == old {
        new.spots[index].control = control
        changed.insert(index)
      }
    }
    new.page = page
    return new.redrawn(changed, focus: focus)
  }

  /// This screen with another focus, and these of its spots drawn again besides; nil where the focus
  /// is on another part, or something can only be drawn with all the rest.
  fileprivate func redrawn(_ changed: Set<Int> = [], focus: Action) -> View? {
    var (pen, isThere) = (Pen(Canvas(frame), focus: focus), false)
    for (index, spot) in spots.enumerated() {
      let action = spot.control.action
      if action == focus { isThere = true }
      if (action == focus) == (action == focused), !changed.contains(index) { continue }
      guard pen.redraw(spot) else { return nil }
    }
    guard isThere else { return nil }
    var new = self
    (new.frame, new.focused) = (pen.canvas.frame, focus)
    return new
  }
}

extension Pen {
  /// Draws it over what is there of it; false where that cannot be done.
  fileprivate mutating func redraw(_ spot: Spot) -> Bool {
    let (control, area) = (spot.control, spot.area)
    canvas.clip = spot.clip
    switch spot.look {
    case .button(let label): draw(button: control, label, area)
    case .point: draw(point: control, area)
    case .tab(let label): tab(control, label, area)
    case .card(let lines, let isBoxed): draw(card: control, lines, isBoxed: isBoxed, area)
    case .face(let lines): draw(around: control, lines, area)
    case .other: return false
    }
    return true
  }
}

extension Page {
  /// Whether it differs in nothing but what has been chosen.
  fileprivate func isLaidOut(as other: Page) -> Bool { unchosen == other.unchosen }

  private var unchosen: Page {
    var page = self
    page.pieces = pieces.map { piece in
      switch piece {
      case .cards(let controls): .cards(controls.map(\.unchosen))
      case .faces(let controls): .faces(controls.map(\.unchosen))
      case .line(let low, let high, let points):
        .line(low: low, high: high, points.map(\.unchosen))
      case .words, .quiet, .fault, .section, .field, .keys, .said, .heard, .fact, .digits: piece
      }
    }
    return page
  }
}

extension Control {
  fileprivate var unchosen: Control {
    var control = self
    control.isChosen = false
    return control
  }
}
