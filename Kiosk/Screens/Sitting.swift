import Foundation
import SurveyCore

/// The screens joined to the desk: what they ask for is done, and they are told what came of it.
final class Sitting {
  private(set) var state: KioskState
  private(set) var isStopped = false
  /// How often something was taken: while that is the same, so is the state.
  private(set) var taken = 0
  private let desk: any Desk
  private let clock: () -> Double
  private let mint: () -> UUID
  /// Clears what shows or remembers what a person did.
  private let wipe: () -> Void

  init(
    at desk: any Desk, size: Size, hasHalves: Bool = true, clock: @escaping () -> Double,
    mint: @escaping () -> UUID, wipe: @escaping () -> Void
  ) {
    (self.desk, self.clock, self.mint, self.wipe) = (desk, clock, mint, wipe)
    state = KioskState(
      size: size, hasHalves: hasHalves, bundle: desk.bundle, hasRoom: desk.hasRoom, at: clock())
  }

  /// How long nothing need happen, in seconds; nil for as long as it likes.
  var patience: Double? {
    let now = clock()
    return state.wakes(after: now).map { max(0, $0 - now) }
  }

  func take(_ event: Event, seeing seen: View? = nil) {
    taken += 1
    var effects = state.take(event, at: clock(), seeing: seen, minting: mint)
    while !effects.isEmpty {
      guard let reply = perform(effects.removeFirst()) else { continue }
      effects += state.take(reply, at: clock(), minting: mint)
    }
  }

  /// Looks whether something else is asked here now: before each visit.
  func lookRound() {
    guard state.screen == .attract else { return }
    take(.offer(desk.bundle, hasRoom: desk.hasRoom))
  }

  private func perform(_ effect: Effect) -> Event? {
    switch effect {
    case .keep(let visit):
      do throws(NotKept) {
        try desk.keep(visit)
        return .kept(isOnline: desk.standing.isOnline)
      } catch {
        return .notKept
      }
    case .tryPIN(let digits): return .pin(desk.tryPIN(digits))
    case .tellStanding: return .standing(desk.standing)
    case .wipe: wipe()
    case .stop: isStopped = true
    }
    return nil
  }
}
