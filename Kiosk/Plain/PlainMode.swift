import Foundation
import Glibc
import SurveyCore

/// The same screens for screen readers and braille: one line after another, no colour, and no place
/// on the screen that matters. Works through a pipe too.
final class PlainMode {
  private static let longestLine = 16_384

  private let sitting: Sitting
  private let desk: any Desk
  private let waiting: Waiting
  private let speaker: Speaker?
  private var line: [UInt8] = []
  private var isEnded = false
  /// What was printed last, so that time passing prints nothing anew.
  private var shown: (screen: KioskState.Screen, isHelping: Bool, isAsking: Bool)?

  init(
    for desk: any Desk, waking: Int32, _ speaker: Speaker?, clock: @escaping () -> Double,
    mint: @escaping () -> UUID
  ) {
    (self.desk, self.speaker) = (desk, speaker)
    Terminal.takeLines()
    waiting = Waiting(on: Terminal.file, waking: waking)
    sitting = Sitting(
      at: desk, size: Size(width: 80, height: 24), clock: clock, mint: mint,
      wipe: { Self.print(Terminal.isScreen ? Terminal.clearing : "\n\n\n") })
  }

  func run() -> StopReason {
    defer { Restoring.restore() }
    show()
    while true {
      let woken = waiting.wait(sitting.patience)
      if Restoring.mustEnd { return .terminated }
      sitting.lookRound()
      for byte in woken.bytes { take(byte) }
      if woken.isEnd {
        sitting.take(.action(.leave))
        return .hungUp
      }
      sitting.take(.passed)
      if sitting.isStopped { return .staff }
      if isNew { show() }
    }
  }

  private func take(_ byte: UInt8) {
    guard byte == 0x0A || byte == 0x0D else {
      if line.count < Self.longestLine { line.append(byte) }
      return
    }
    let bytes = line
    line = []
    take(bytes)
    if !sitting.isStopped { showReply() }
  }

  private func take(_ bytes: [UInt8]) {
    // Staff's chord: three times Ctrl-X, in one line or in several.
    let chord = bytes.count { $0 == 0x18 }
    for _ in 0..<chord { sitting.take(.input(.key(.control("x")))) }
    if chord > 0 { return }
    if sitting.state.askedAt != nil { return sitting.take(.action(.stay)) }
    var text = String(decoding: bytes, as: UTF8.self)
    text.unicodeScalars.removeAll { $0.properties.generalCategory == .control }
    text = text.split(separator: " ").joined(separator: " ")
    reply(text)
  }

  private func reply(_ text: String) {
    let state = sitting.state
    let plain = PlainPage(page: state.page, words: state.words)
    let isAnswer = state.question != nil && !state.isHelping && !text.isEmpty
    if isAnswer, !text.hasPrefix(".") { return sitting.take(.reply(text)) }
    if case .pin = state.screen, !text.isEmpty, !text.hasPrefix(".") { return enter(pin: text) }
    if let action = plain.action(for: text) { return sitting.take(.action(action)) }
    Self.print(state.words.kiosk.plain.notThere + "\n")
  }

  private func enter(pin: String) {
    for digit in pin.compactMap(\.wholeNumberValue) { sitting.take(.action(.digit(digit))) }
    sitting.take(.action(.tryPIN))
  }

  private var isNew: Bool {
    let state = sitting.state
    guard let shown else { return true }
    return shown != (state.screen, state.isHelping, state.askedAt != nil)
  }

  /// After something was typed: another page whole, and of the same one only what changed.
  private func showReply() {
    let state = sitting.state
    guard !isNew, let question = state.question, !state.isHelping else { return show() }
    if state.draft.why != nil { return show() }
    let page = state.page
    let chosen = page.pieces.flatMap(\.controls).filter(\.isChosen).map(\.words)
    var said = chosen.joined(separator: "; ")
    if question.kind == .text { said = state.draft.typed }
    if said.isEmpty, question.kind == .choices { said = state.words.check.none }
    let plain = state.words.kiosk.plain
    Self.print("\(plain.chosen) \(said)\n\(plain.enter)\n> ")
  }

  private func show() {
    let state = sitting.state
    shown = (state.screen, state.isHelping, state.askedAt != nil)
    let lines = PlainPage(page: state.page, words: state.words).lines
    Self.print("\n" + lines.joined(separator: "\n") + "\n> ")
    speaker?.tell(state.page, focus: nil, in: state.language)
  }

  private static func print(_ text: String) { Terminal.write(Array(text.utf8)) }
}
