import Foundation
import SurveyCore

/// While questions are asked.
extension KioskState {
  /// The question on the screen, as this person meets it.
  var question: Question? {
    guard case .question(let id) = screen else { return nil }
    return underWay?.way.question(id)
  }

  mutating func showNext() {
    show(underWay?.way.current.map { .question($0.id) } ?? .check)
  }

  /// Choosing never goes on by itself: it leads to the button that does.
  mutating func write(_ action: Action) {
    if case .pin = screen { return deleteDigit(action) }
    if case .letter(let letter) = action { return type(letter) }
    guard let question, let audience = underWay?.audience else { return }
    switch action {
    case .answer(let value):
      guard question.options(for: audience.id).contains(where: { $0.value == value }) else {
        return
      }
      draft.choose(value, for: question.kind)
      if question.kind != .choices { focus = .goOn }
    case .delete where question.kind == .text:
      draft.why = nil
      if !draft.typed.isEmpty { draft.typed.removeLast() }
    case .layer: draft.layer = draft.layer.next
    case .field: focus = .field
    default: break
    }
  }

  /// Typing comes fast, so it looks at no more than it must.
  private mutating func type(_ letter: Character) {
    guard case .question(let id) = screen, let question = underWay?.survey.question(id),
      question.kind == .text
    else { return }
    draft.type(String(letter), limit: question.limit)
    if focus != .letter(letter) { focus = .field }
  }

  /// Reads what the plain mode was told; it is still to be gone on from.
  mutating func read(_ words: String) {
    guard let question, let audience = underWay?.audience else { return }
    switch question.read(typed: words, as: audience.id, in: language) {
    case .unclear(let why): draft.why = why
    case .answer(let answer): draft = Draft(answer)
    }
  }

  mutating func goOn(minting mint: () -> UUID) {
    guard let question, let audience = underWay?.audience else { return }
    switch question.read(draft.reply(to: question), as: audience.id) {
    case .unclear(let why): (draft.why, focus) = (why, nil)
    case .answer(let answer): record(answer, minting: mint)
    }
  }

  mutating func record(_ answer: Answer, minting mint: () -> UUID) {
    guard let question, underWay?.audience != nil else { return }
    if underWay?.id == nil { underWay?.id = mint() }
    underWay?.answers[question.id] = answer
    draft = Draft(answer)
    showNext()
  }

  mutating func goBack() {
    guard let visit = underWay else {
      if screen == .surveys { clear(at: lastTouch) }
      return
    }
    let done = visit.way.done.map(\.id)
    switch screen {
    case .question(let id):
      let place = done.firstIndex(of: id) ?? done.count
      show(place > 0 ? .question(done[place - 1]) : .welcome)
    case .check: show(done.last.map { .question($0) } ?? .welcome)
    // Whoever has answered says nothing as somebody else.
    case .welcome where !visit.answers.isEmpty: break
    case .welcome where visit.audiences.count > 1:
      underWay?.audience = nil
      show(.audiences)
    case .welcome, .audiences:
      underWay = nil
      if offered.count > 1 { show(.surveys) } else { clear(at: lastTouch) }
    default: break
    }
  }
}
