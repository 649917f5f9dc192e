import SurveyCore

/// Something on the screen that can be touched, and where.
struct Spot: Equatable {
  /// How it is drawn, so that it can be drawn again by itself.
  enum Look: Equatable {
    case button(String)
    case point
    case tab(String)
    case card([String], isBoxed: Bool)
    case face([String])
    /// With more round it than it can draw.
    case other
  }

  var area: Area
  var control: Control
  var look: Look
  /// Where it may draw.
  var clip: Area
}

/// A screen as it stands: the picture, and what can be used on it.
struct View {
  var page: Page
  var frame: Frame
  /// In the order in which the focus goes through them.
  var spots: [Spot]
  /// How many parts the page was cut into to fit.
  var parts: Int
  var focused: Action?

  init(page: Page, _ pen: Pen, parts: Int) {
    (self.page, self.parts) = (page, parts)
    (frame, spots, focused) = (pen.canvas.frame, pen.spots, pen.focus)
  }

  /// What comes `step` places after the focus, round and round.
  func neighbour(_ step: Int) -> Action? {
    guard !spots.isEmpty else { return nil }
    let here = spots.firstIndex { $0.control.action == focused } ?? 0
    return spots[(here + step + spots.count) % spots.count].control.action
  }

  /// The nearest in the rows below (or above, for -1) that has any; where there is none, as
  /// `neighbour`, so that the two keys alone reach everything.
  func below(_ step: Int) -> Action? {
    guard let here = spots.firstIndex(where: { $0.control.action == focused }) else {
      return neighbour(step)
    }
    let from = spots[here].area
    let further = spots.filter { ($0.area.y - from.y) * step > 0 && $0.area.y != from.y }
    guard let row = further.map({ $0.area.y }).min(by: { ($0 - $1) * step < 0 }) else {
      return neighbour(step)
    }
    let middle = from.x * 2 + from.width
    return further.filter { $0.area.y == row }
      .min {
        abs($0.area.x * 2 + $0.area.width - middle) < abs($1.area.x * 2 + $1.area.width - middle)
      }?
      .control.action
  }
}

/// How generously a page is laid out. Tried from the most generous, and the first that fits is it.
struct Density {
  /// How answers stand: in boxes, in rows with air between, in rows.
  enum Cards { case boxed, spaced, tight }

  var scale: BigLetters.Scale?
  var cards = Cards.boxed
  /// Whether the buttons at the foot have boxes round them.
  var hasButtons = true
  /// Empty rows between things.
  var gap = 1

  /// Answers that are easy to touch come before large letters, and those before large buttons.
  static let all =
    boxed(.whole) + boxed(.half) + boxed(nil) + [
      Density(scale: .half, cards: .spaced), Density(cards: .spaced),
      Density(scale: .half, cards: .spaced, hasButtons: false),
      Density(cards: .spaced, hasButtons: false), Density(cards: .tight, hasButtons: false),
      Density(cards: .tight, hasButtons: false, gap: 0),
    ]

  /// Where there are keys to be touched, large ones come before everything else.
  static let typing = all.filter(\.hasLargeKeys) + all.filter { !$0.hasLargeKeys }

  var hasLargeKeys: Bool { cards == .boxed && hasButtons }

  private static func boxed(_ scale: BigLetters.Scale?) -> [Density] {
    [
      Density(scale: scale, gap: 2), Density(scale: scale), Density(scale: scale, gap: 0),
      Density(scale: scale, hasButtons: false), Density(scale: scale, hasButtons: false, gap: 0),
    ]
  }
}

extension KioskState {
  /// Below this nothing could be read, and the screen only says so.
  static let least = Size(width: 66, height: 20)

  /// The screen for what the state is now.
  var view: View { composed(page) }

  func composed(_ page: Page) -> View {
    guard size.width >= Self.least.width, size.height >= Self.least.height else {
      return small(page)
    }
    return Composer(
      page, size: size, hasHalves: hasHalves, focus: focus, part: part, words: words,
      place: bundle?.place
    ).view
  }

  private func small(_ page: Page) -> View {
    var canvas = Canvas(size)
    let lines = words.kiosk.tooSmall.wrapped(to: size.width)
    for (row, line) in lines.enumerated() {
      canvas.text(line, 0, max(0, size.height - lines.count) / 2 + row, .bold)
    }
    return View(page: page, Pen(canvas), parts: 1)
  }
}
