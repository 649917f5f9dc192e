import Foundation
import SurveyCore
import Synchronization

/// Looks at staff PINs: five wrong ones in a row lock it for 5 minutes, the next five for 15, and
/// each five after those for an hour. Pulling the plug does not help: it is all on the disk first.
final class PINGuard: Sendable {
  static let tries = 5
  static let locks = [5, 15, 60].map { $0 * 60 }

  private struct State: Codable {
    /// Wrong ones since the last right one or the last lock.
    var wrong = 0
    /// Times it was locked since the last right one.
    var locked = 0
    /// When the lock ends, by a boot's clock; another boot has the whole lock to sit out.
    var until: Double?
    var boot = ""
    /// Wrong ones that no heartbeat has told of.
    var unreported = 0
  }

  private static let name = "pin.json"

  private let home: String
  private let pin: StaffPIN
  private let clock: Clock
  private let state: Mutex<State>

  init(home: String, _ pin: StaffPIN, clock: Clock) {
    (self.home, self.pin, self.clock) = (home, pin, clock)
    let bytes = try? Disk.read("\(home)/\(Self.name)")
    state = Mutex(bytes.flatMap { try? JSONDecoder().decode(State.self, from: $0) } ?? State())
  }

  func attempt(_ digits: String) -> PINOutcome {
    state.withLock { state in
      if let seconds = rest(&state) { return .locked(seconds: seconds) }
      // Counted as wrong before it is looked at, so that nothing can end the program in between.
      let before = state
      countWrong(&state)
      keep(state)
      guard pin.isMet(by: digits) else { return outcome(state) }
      state = State(unreported: before.unreported)
      keep(state)
      return .right
    }
  }

  var unreported: Int { state.withLock { $0.unreported } }

  /// A heartbeat told of so many.
  func reported(_ count: Int) {
    guard count > 0 else { return }
    state.withLock { state in
      state.unreported = max(0, state.unreported - count)
      keep(state)
    }
  }

  private func countWrong(_ state: inout State) {
    (state.wrong, state.unreported) = (state.wrong + 1, state.unreported + 1)
    guard state.wrong >= Self.tries else { return }
    lock(&state)
    (state.wrong, state.locked) = (0, state.locked + 1)
  }

  private func lock(_ state: inout State) {
    let length = Self.locks[min(state.locked, Self.locks.count - 1)]
    (state.until, state.boot) = (clock.elapsed() + Double(length), clock.boot)
  }

  private func outcome(_ state: State) -> PINOutcome {
    guard let until = state.until else { return .wrong(triesLeft: Self.tries - state.wrong) }
    return .locked(seconds: Int((until - clock.elapsed()).rounded(.up)))
  }

  /// Seconds left of a lock; nil where there is none.
  private func rest(_ state: inout State) -> Int? {
    guard let until = state.until else { return nil }
    if state.boot != clock.boot {
      state.locked = max(0, state.locked - 1)
      lock(&state)
      state.locked += 1
      keep(state)
      return outcome(state).seconds
    }
    if until > clock.elapsed() { return outcome(state).seconds }
    state.until = nil
    return nil
  }

  /// On a full disk it counts until the program ends.
  private func keep(_ state: State) {
    if let bytes = try? JSONEncoder().encode(state) {
      try? Disk.write(bytes, to: Self.name, in: home)
    }
  }
}

extension PINOutcome {
  fileprivate var seconds: Int? {
    if case .locked(let seconds) = self { seconds } else { nil }
  }
}
