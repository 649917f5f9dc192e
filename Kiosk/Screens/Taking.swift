import Foundation
import SurveyCore

extension KioskState {
  /// Takes what happened at `now` (seconds on a clock that never goes back), and says what is to
  /// be done about it. `mint` makes the id of a visit; `seen` is the screen for the state as it is,
  /// where somebody has it already.
  mutating func take(
    _ event: Event, at now: Double, seeing seen: View? = nil, minting mint: () -> UUID
  ) -> [Effect] {
    switch event {
    case .input(let input):
      // Whether anybody is still there is answered by any touch, which then does nothing else.
      lastTouch = now
      if askedAt != nil, input != .key(.escape) {
        askedAt = nil
        return []
      }
      return take(input, at: now, seeing: seen, minting: mint)
    case .action(let action):
      lastTouch = now
      askedAt = nil
      return perform(action, at: now, minting: mint)
    case .reply(let words):
      lastTouch = now
      askedAt = nil
      read(words)
    case .resized(let size): (self.size, part) = (size, 0)
    case .passed: return pass(to: now)
    case .offer(let bundle, let hasRoom): look(at: bundle, hasRoom)
    case .kept(let isOnline): return thank(isOnline, at: now)
    case .notKept: underWay?.couldNotKeep = true
    case .pin(let outcome): return tried(outcome)
    case .standing(let standing):
      if case .staff = screen { screen = .staff(standing) }
    }
    return []
  }

  /// Only the first screen looks: a visit ends with what it began with.
  private mutating func look(at bundle: KioskBundle?, _ hasRoom: Bool) {
    guard screen == .attract else { return }
    (self.bundle, self.hasRoom) = (bundle, hasRoom)
    if !languages.contains(language) { language = firstLanguage }
  }

  private mutating func take(
    _ input: Input, at now: Double, seeing seen: View?, minting mint: () -> UUID
  ) -> [Effect] {
    switch input {
    case .release: return []
    case .press(let place): return press(place, at: now, seeing: seen, minting: mint)
    case .key(.escape), .key(.function(10)): return perform(.leave, at: now, minting: mint)
    case .key(.function(1)):
      return perform(isHelping ? .closeHelp : .help, at: now, minting: mint)
    case .key(.control("x")):
      guard chord.pressed(at: now) else { return [] }
      return openStaff(at: now)
    case .key(let key):
      guard let action = meaning(of: key, seeing: seen) else { return [] }
      return perform(action, at: now, minting: mint)
    }
  }

  private mutating func press(
    _ place: Place, at now: Double, seeing seen: View?, minting mint: () -> UUID
  ) -> [Effect] {
    if screen == .attract, !isHelping, let isLast = chord.touched(place, of: size, at: now) {
      return isLast ? openStaff(at: now) : []
    }
    if let spot = (seen ?? view).spots.first(where: { $0.area.contains(place) }) {
      focus = spot.control.action
      return perform(spot.control.action, at: now, minting: mint)
    }
    // The first and the last screen are one large button.
    switch screen {
    case .attract where !isHelping: return perform(.begin(language), at: now, minting: mint)
    case .thanks where !isHelping: return perform(.done, at: now, minting: mint)
    default: return []
    }
  }

  /// What a key does where the focus is; nil when it only moved the focus, or does nothing.
  private mutating func meaning(of key: Key, seeing seen: View?) -> Action? {
    switch key {
    case .typed(let scalar): return meaning(ofTyped: scalar, seeing: seen)
    case .enter:
      focus = (seen ?? view).focused
      return focus == .field ? .goOn : focus
    case .backspace: return .delete
    case .pageUp: return .before
    case .pageDown: return .more
    case .tab, .right: focus = (seen ?? view).neighbour(1)
    case .backTab, .left: focus = (seen ?? view).neighbour(-1)
    case .down: focus = (seen ?? view).below(1)
    case .up: focus = (seen ?? view).below(-1)
    case .home: focus = (seen ?? view).spots.first?.control.action
    case .end: focus = (seen ?? view).spots.last?.control.action
    case .escape, .function, .control: break
    }
    return nil
  }

  private mutating func meaning(ofTyped scalar: Unicode.Scalar, seeing seen: View?)
    -> Action?
  {
    if case .question(let id) = screen, !isHelping, underWay?.survey.question(id)?.kind == .text {
      return .letter(Character(scalar))
    }
    if scalar == " " {
      focus = (seen ?? view).focused
      return focus
    }
    guard scalar.properties.numericType == .decimal,
      let digit = scalar.properties.numericValue.map({ Int($0) })
    else { return nil }
    if case .pin = screen { return .digit(digit) }
    let number = digit == 0 ? 10 : digit
    let action = (seen?.page ?? page).controls.first { $0.number == number }?.action
    if case .answer = action { focus = .goOn }
    return action
  }
}

/// What the passing of time does.
extension KioskState {
  /// At least 20 seconds, so that somebody slow can answer.
  static let grace = 30.0
  static let thanksLast = 45.0
  /// Before anybody has said who they are.
  static let usualIdle = 60.0

  private var idle: Double { underWay?.audience.map { Double($0.idle) } ?? Self.usualIdle }

  /// Whether the first screen is as the next person should find it.
  private var isPristine: Bool {
    language == firstLanguage && !isHelping && focus == nil && part == 0
  }

  /// When `passed` must be said next; nil when nothing waits for time.
  func wakes(after now: Double) -> Double? {
    if let askedAt {
      let left = askedAt + Self.grace - now
      return left <= 0 ? now : now + left - (left.rounded(.up) - 1)
    }
    switch screen {
    case .attract: return isPristine ? nil : lastTouch + Self.usualIdle
    case .thanks: return lastTouch + Self.thanksLast
    default: return lastTouch + idle
    }
  }

  /// Seconds left to say that one is still there.
  func secondsLeft(at now: Double) -> Int {
    askedAt.map { max(1, Int(($0 + Self.grace - now).rounded(.up))) } ?? 0
  }

  private mutating func pass(to now: Double) -> [Effect] {
    if let askedAt {
      clock = now
      return now >= askedAt + Self.grace ? leave(at: now) : []
    }
    switch screen {
    case .attract:
      if !isPristine, now >= lastTouch + Self.usualIdle { clear(at: now) }
    case .thanks where now >= lastTouch + Self.thanksLast: return leave(at: now)
    case .pin where now >= lastTouch + idle, .staff where now >= lastTouch + idle:
      return leave(at: now)
    case .thanks, .pin, .staff: break
    default:
      if now >= lastTouch + idle { (askedAt, clock) = (now, now) }
    }
    return []
  }

  /// Ends the visit, whatever it is doing: what the survey keeps of it is kept, and all is cleared.
  mutating func leave(at now: Double) -> [Effect] {
    let visit = underWay?.visit(false, in: language, at: now)
    clear(at: now)
    return (visit.map { [.keep($0)] } ?? []) + [.wipe]
  }
}
