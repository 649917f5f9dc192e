import Foundation
import SurveyCore

/// All that the screens show and remember: a value, replaced whole when a visit ends, so that
/// nothing of one person can be met by the next.
struct KioskState: Equatable {
  enum Screen: Equatable {
    case attract, surveys, audiences, welcome
    case question(String)
    case check
    case thanks(Thanks)
    case pin(PINEntry)
    case staff(Standing)
  }

  /// What the thank-you says, which is nothing of what was said.
  struct Thanks: Equatable {
    var reader: Reader
    var promise: Promise
    var isOnline: Bool
  }

  struct PINEntry: Equatable {
    static let length = 6
    var digits = ""
    var outcome: PINOutcome?
  }

  var screen = Screen.attract
  var language: Language
  var underWay: UnderWay?
  var draft = Draft()
  var isHelping = false
  /// What is in focus; nil, or something that is not on the screen, for the screen's own choice.
  var focus: Action?
  /// Which part is shown of a page that is longer than the screen.
  var part = 0
  var size: Size
  /// Whether the terminal has half blocks to draw with.
  let hasHalves: Bool

  /// What is asked here, as it was when the visit began.
  var bundle: KioskBundle?
  /// Whether a visit could be kept when this one began.
  var hasRoom: Bool
  /// How many visits have ended: the next "you said, we did" is shown with each.
  var turn = 0

  /// When somebody last did something.
  var lastTouch: Double
  /// When "are you still there?" was asked; nil while it is not.
  var askedAt: Double?
  /// The time as the screen that asks it was last told.
  var clock = 0.0
  var chord = StaffChord()

  init(
    size: Size, hasHalves: Bool = true, bundle: KioskBundle?, hasRoom: Bool, at now: Double
  ) {
    (self.size, self.hasHalves) = (size, hasHalves)
    (self.bundle, self.hasRoom, lastTouch) = (bundle, hasRoom, now)
    language = Self.firstLanguage(of: bundle)
  }

  /// Starts from nothing, as if no one had ever been here.
  mutating func clear(at now: Double) {
    let turn = turn + 1
    self = KioskState(
      size: size, hasHalves: hasHalves, bundle: bundle, hasRoom: hasRoom, at: now)
    self.turn = turn
  }
}

/// What a terminal can show, and so what is offered at it.
extension KioskState {
  /// Terminals neither shape nor turn the languages written from right to left: they stay with
  /// the web.
  static func languages(of survey: Survey) -> [Language] {
    survey.languages.filter { !$0.isRightToLeft }
  }

  private static func firstLanguage(of bundle: KioskBundle?) -> Language {
    bundle?.asked.lazy.compactMap { languages(of: $0.survey).first }.first ?? .english
  }

  /// The collections that can be answered here.
  var offered: [KioskBundle.Asked] {
    bundle?.asked.filter { !Self.languages(of: $0.survey).isEmpty } ?? []
  }

  /// Every language in which something can be answered here, the first one first.
  var languages: [Language] {
    var all: [Language] = []
    for language in offered.flatMap({ Self.languages(of: $0.survey) })
    where !all.contains(language) {
      all.append(language)
    }
    return all
  }

  var firstLanguage: Language { Self.firstLanguage(of: bundle) }

  var words: Words { Words.in(language) }

  /// Who is being spoken to: whoever answers, or the youngest who may be reading.
  var reader: Reader {
    if case .thanks(let thanks) = screen { return thanks.reader }
    if let audience = underWay?.audience { return Reader(audience) }
    let mayAnswer = underWay.map { [$0.asked] } ?? offered
    let isForChildren = mayAnswer.contains { asked in
      asked.survey.audiences.contains { $0.group == .child && $0.id == asked.audience ?? $0.id }
    }
    return isForChildren ? .child : .adult
  }
}

/// Staff's way in: three times Ctrl-X, or the four corners of the first screen in turn.
struct StaffChord: Equatable {
  private static let seconds = 10.0
  private static let presses = 3

  private var times: [Double] = []
  private var corners = 0
  private var cornersBegan = 0.0

  /// Whether that was the last press of the chord.
  mutating func pressed(at now: Double) -> Bool {
    times = times.filter { now - $0 < Self.seconds } + [now]
    return times.count >= Self.presses
  }

  /// Whether that was the last corner; nil for a touch that was at no corner.
  mutating func touched(_ place: Place, of size: Size, at now: Double) -> Bool? {
    guard let corner = Self.corner(place, size) else {
      corners = 0
      return nil
    }
    if now - cornersBegan > Self.seconds { corners = 0 }
    if corner == 0 { cornersBegan = now }
    corners = corner == 0 ? 1 : corner == corners ? corners + 1 : 0
    return corners == 4
  }

  /// Clockwise from the upper left.
  private static func corner(_ place: Place, _ size: Size) -> Int? {
    let (isLeft, isRight) = (place.x < 6, place.x >= size.width - 6)
    let (isTop, isBottom) = (place.y < 2, place.y >= size.height - 2)
    switch (isLeft, isRight, isTop, isBottom) {
    case (true, _, true, _): return 0
    case (_, true, true, _): return 1
    case (_, true, _, true): return 2
    case (true, _, _, true): return 3
    default: return nil
    }
  }
}
