import SurveyCore

/// What is known of sessions without asking the disk, so that the next request of a session sees
/// what the last one carried before it is written.
final class Sessions: Sendable {
  /// Known sessions kept beyond those that wait to be written.
  static let kept = 2000

  private enum Known {
    case state(SessionState)
    /// Left, wiped or replaced: whatever still comes in for it is ignored.
    case gone
  }

  private struct State {
    var known = Recent<Fingerprint, Known>(capacity: Sessions.kept)
    /// The session that goes on by a single-use link.
    var owners = Recent<Fingerprint, Fingerprint>(capacity: Sessions.kept)
    /// Carried, and not yet written.
    var unwritten: [Fingerprint: LiveJourney] = [:]

    func isOver(_ session: Fingerprint) -> Bool {
      switch known[session] {
      case .gone, .state(.finished): true
      case .state, nil: false
      }
    }

    /// Another session goes on by the same link.
    mutating func replace(_ session: Fingerprint) {
      if !isOver(session) { known[session] = .gone }
      unwritten[session] = nil
    }
  }

  private let state = Locked(State())

  /// What became of a journey that was carried here.
  enum Carried { case queueIt, isQueued, isOver }

  func carry(_ journey: LiveJourney) -> Carried {
    state.with { state in
      if state.isOver(journey.session) { return .isOver }
      if let link = journey.link {
        if let other = state.owners[link], other != journey.session { state.replace(other) }
        state.owners[link] = journey.session
      }
      state.known[journey.session] = .state(.under(journey))
      let isQueued = state.unwritten.updateValue(journey, forKey: journey.session) != nil
      return isQueued ? .isQueued : .queueIt
    }
  }

  /// The journey to write for a session; nil when an earlier write took it.
  func takeUnwritten(_ session: Fingerprint) -> LiveJourney? {
    state.with { $0.unwritten.removeValue(forKey: session) }
  }

  /// Puts back a journey that could not be written; false when a newer one waits, which is queued.
  func putBack(_ journey: LiveJourney) -> Bool {
    state.with { state in
      if state.unwritten[journey.session] != nil { return false }
      state.unwritten[journey.session] = journey
      return true
    }
  }

  func isUnwritten(_ session: Fingerprint) -> Bool {
    state.with { $0.unwritten[session] != nil }
  }

  /// How a session stands, if that is known here.
  func standing(_ session: Fingerprint) -> SessionState? {
    state.with { state in
      switch state.known[session] {
      case .state(let known): known
      case .gone: .unknown
      case nil: state.unwritten[session].map { .under($0) }
      }
    }
  }

  /// The session that goes on by `link`, where the disk says `found`.
  func owner(of link: Fingerprint, onDisk found: Fingerprint?) -> Fingerprint? {
    state.with { state in
      guard let owner = state.owners[link] ?? found, !state.isOver(owner) else { return nil }
      return owner
    }
  }

  /// Notes what the disk says of a session, unless something newer is known; gives what holds.
  func note(_ found: SessionState, of session: Fingerprint) -> SessionState {
    state.with { state in
      switch state.known[session] {
      case .state(let known): return known
      case .gone: return .unknown
      case nil: break
      }
      if case .under(let journey) = found, let link = journey.link {
        if let owner = state.owners[link], owner != session { return .unknown }
        state.owners[link] = session
      }
      if found != .unknown { state.known[session] = .state(found) }
      return found
    }
  }

  /// The session's journey is stored as finished.
  func finish(_ session: Fingerprint, as finished: SessionState) {
    state.with { $0.known[session] = .state(finished) }
  }

  /// The session was left or wiped, and must not come back.
  func end(_ session: Fingerprint) { state.with { $0.known[session] = .gone } }

  /// Nothing is known of the session any more: the disk is right.
  func forget(_ session: Fingerprint) {
    state.with { state in
      if case .state(.under(let journey)) = state.known[session], let link = journey.link,
        state.owners[link] == session
      {
        state.owners[link] = nil
      }
      state.known[session] = nil
      state.unwritten[session] = nil
    }
  }
}
