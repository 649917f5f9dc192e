import Foundation
import SurveyCore

extension KioskState {
  /// Does what a control is for. What is not on the screen now does nothing.
  mutating func perform(
    _ action: Action, at now: Double, minting mint: () -> UUID
  ) -> [Effect] {
    switch action {
    case .help: isHelping = true
    case .closeHelp: isHelping = false
    case .leave: return screen == .attract && !isHelping ? [] : leave(at: now)
    case .more: part = min(part + 1, view.parts - 1)
    case .before: part = max(0, min(part, view.parts - 1) - 1)
    case .stay: break
    case _ where isHelping: return []
    case .begin(let language): begin(in: language)
    case .survey(let collection): pick(collection)
    case .audience(let id): beAudience(id)
    case .start: start(at: now)
    case .answer, .field, .letter, .delete, .layer: write(action)
    case .goOn: goOn(minting: mint)
    case .skip: record(.skipped, minting: mint)
    case .unclear: record(.notUnderstood, minting: mint)
    case .back: goBack()
    case .change(let id): if underWay?.way.question(id) != nil { show(.question(id)) }
    case .helped: underWay?.wasHelped.toggle()
    case .send: return send(at: now)
    case .done: return leave(at: now)
    case .digit, .tryPIN, .stop: return staff(action)
    }
    if action == .help || action == .closeHelp { (part, focus) = (0, nil) }
    return []
  }

  /// Shows another screen, as somebody meets it who has done nothing there yet.
  mutating func show(_ screen: Screen) {
    if case .question(let id) = self.screen { underWay?.drafts[id] = draft }
    (self.screen, part, focus, draft) = (screen, 0, nil, Draft())
    underWay?.couldNotKeep = false
    if case .question(let id) = screen {
      draft = underWay?.drafts[id] ?? Draft(underWay?.answers[id])
      draft.why = nil
    }
  }
}

/// Before the first question.
extension KioskState {
  private mutating func begin(in language: Language) {
    guard screen == .attract, hasRoom, languages.contains(language) else { return }
    self.language = language
    if offered.count > 1 {
      show(.surveys)
    } else if let only = offered.first {
      pick(only.collection)
    }
  }

  private mutating func pick(_ collection: Int) {
    guard screen == .attract || screen == .surveys,
      let asked = offered.first(where: { $0.collection == collection })
    else { return }
    let spoken = Self.languages(of: asked.survey)
    if !spoken.contains(language), let first = spoken.first { language = first }
    underWay = UnderWay(asked: asked)
    let audiences = underWay?.audiences ?? []
    if audiences.count > 1 {
      show(.audiences)
    } else if let only = audiences.first {
      beAudience(only.id)
    }
  }

  private mutating func beAudience(_ id: String) {
    guard underWay?.answers.isEmpty == true,
      let audience = underWay?.audiences.first(where: { $0.id == id })
    else { return }
    underWay?.audience = audience
    show(.welcome)
  }

  private mutating func start(at now: Double) {
    guard screen == .welcome, let visit = underWay else { return }
    if visit.began == nil { underWay?.began = now }
    showNext()
  }
}

/// The end, and staff.
extension KioskState {
  private mutating func send(at now: Double) -> [Effect] {
    guard screen == .check, underWay?.way.current == nil,
      let visit = underWay?.visit(true, in: language, at: now)
    else { return [] }
    return [.keep(visit)]
  }

  /// The disk has it: all of the visit goes, and what is left is the thanks.
  mutating func thank(_ isOnline: Bool, at now: Double) -> [Effect] {
    guard screen == .check, let visit = underWay else { return [] }
    let thanks = Thanks(reader: reader, promise: visit.asked.promise, isOnline: isOnline)
    let language = language
    clear(at: now)
    (screen, self.language) = (.thanks(thanks), language)
    return [.wipe]
  }

  mutating func openStaff(at now: Double) -> [Effect] {
    let effects = leave(at: now)
    screen = .pin(PINEntry())
    return effects
  }

  mutating func tried(_ outcome: PINOutcome) -> [Effect] {
    guard case .pin = screen else { return [] }
    guard outcome == .right else {
      screen = .pin(PINEntry(outcome: outcome))
      return []
    }
    show(
      .staff(Standing(place: "", waiting: 0, setAside: 0, isOnline: false, version: "", free: 0)))
    return [.tellStanding]
  }

  mutating func deleteDigit(_ action: Action) {
    guard case .pin(var entry) = screen, action == .delete, !entry.digits.isEmpty else { return }
    entry.digits.removeLast()
    screen = .pin(entry)
  }

  private mutating func staff(_ action: Action) -> [Effect] {
    switch (screen, action) {
    case (.pin(var entry), .digit(let digit)) where entry.digits.count < PINEntry.length:
      entry.digits += String(digit)
      screen = .pin(entry)
      if entry.digits.count == PINEntry.length { focus = .tryPIN }
    case (.pin(let entry), .tryPIN) where entry.digits.count == PINEntry.length:
      return [.tryPIN(entry.digits)]
    case (.staff, .stop): return [.wipe, .stop]
    default: break
    }
    return []
  }
}

extension Draft.Layer {
  var next: Self {
    switch self {
    case .letters: .capitals
    case .capitals: .numbers
    case .numbers: .letters
    }
  }
}
