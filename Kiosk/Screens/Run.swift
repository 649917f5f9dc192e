import Foundation
import SurveyCore

struct KioskOptions {
  var theme: Theme
  /// Whether pages are read aloud, where espeak-ng is there to do it.
  var speaks: Bool
  /// One line after another, for screen readers and braille.
  var isPlain: Bool
  var abilities = Abilities.here
}

enum StopReason {
  /// By staff, with their PIN.
  case staff
  /// By a signal.
  case terminated
  /// The terminal is gone.
  case hungUp
}

/// Asks whoever comes, one after another, until it is stopped.
///
/// `waking` is the reading end of a pipe that says that something else may be asked, or -1;
/// `clock` gives seconds and never goes back.
///
/// - Throws: `NoTerminal` where there is none to draw on.
func runKiosk(
  for desk: any Desk, waking: Int32, options: KioskOptions, clock: @escaping () -> Double,
  mint: @escaping () -> UUID
) throws(NoTerminal) -> StopReason {
  let speaker = options.speaks ? Speaker() : nil
  defer { speaker?.hush() }
  if options.isPlain {
    return PlainMode(for: desk, waking: waking, speaker, clock: clock, mint: mint).run()
  }
  let terminal = try Terminal()
  defer { terminal.leave() }
  return DrawnMode(for: desk, on: terminal, waking, options, speaker, clock, mint).run()
}

/// The loop of the drawn screens: wait, take, paint.
private final class DrawnMode {
  private let terminal: Terminal
  private let waiting: Waiting
  private let speaker: Speaker?
  private let sitting: Sitting
  private let wiping = Wiping()
  private var painter: Painter
  /// What was painted last, so that a key need not have it composed again.
  private var shown: Shown?
  /// `sitting.taken` at that time.
  private var shownAt = -1
  private var parser = InputParser()
  private let clock: () -> Double
  /// When the rest of what has begun is waited for no longer.
  private var givesUpAt: Double?

  /// Whether a visit ended since the last painting.
  private final class Wiping { var isDue = false }

  init(
    for desk: any Desk, on terminal: Terminal, _ waking: Int32, _ options: KioskOptions,
    _ speaker: Speaker?, _ clock: @escaping () -> Double, _ mint: @escaping () -> UUID
  ) {
    (self.terminal, self.speaker, self.clock) = (terminal, speaker, clock)
    waiting = Waiting(on: Terminal.file, waking: waking)
    painter = Painter(options.theme, options.abilities)
    let wiping = wiping
    sitting = Sitting(
      at: desk, size: terminal.size, hasHalves: options.abilities.hasHalves, clock: clock,
      mint: mint, wipe: { wiping.isDue = true })
  }

  func run() -> StopReason {
    paint()
    while true {
      let rest = givesUpAt.map { max(0, $0 - clock()) }
      let woken = waiting.wait([rest, sitting.patience].compactMap(\.self).min())
      if Restoring.mustEnd { return .terminated }
      if woken.isEnd { return .hungUp }
      if woken.isRung { sitting.take(.resized(terminal.size)) }
      sitting.lookRound()
      for input in inputs(woken.bytes) {
        sitting.take(.input(input), seeing: sitting.taken == shownAt ? shown?.view : nil)
        // What was typed after a visit ended is nobody's.
        if wiping.isDue { break }
      }
      sitting.take(.passed)
      if sitting.isStopped { return .staff }
      paint()
    }
  }

  private func inputs(_ bytes: [UInt8]) -> [Input] {
    if !bytes.isEmpty {
      let inputs = parser.feed(bytes)
      givesUpAt = parser.patience.map { clock() + $0 }
      return inputs
    }
    guard let givesUpAt, clock() >= givesUpAt else { return [] }
    self.givesUpAt = nil
    return parser.giveUp()
  }

  private func paint() {
    if wiping.isDue {
      wiping.isDue = false
      parser = InputParser()
      speaker?.hush()
      terminal.wipe()
      painter.forget()
    }
    let state = sitting.state
    let view = state.view(after: shown)
    let bytes = painter.paint(view.frame)
    if !bytes.isEmpty, !Terminal.write(bytes) { painter.forget() }
    (shown, shownAt) = (Shown(state, view), sitting.taken)
    speaker?.tell(view.page, focus: view.focused, in: state.language)
  }
}
