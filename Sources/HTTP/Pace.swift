internal import Glibc
internal import Synchronization

/// Where a connection stands, and since when: written by the library's thread for a few
/// nanoseconds a request, read by the watch.
final class Pace: Sendable {
  enum Phase: UInt64 {
    /// Open, and nothing asked yet.
    case fresh
    /// A request's first line has come, but not all of it.
    case reading
    /// Between two requests.
    case idle
    /// With the site, or set aside until it replies.
    case working
    /// The answer is on its way.
    case answering
  }

  private let state = Atomic<UInt64>(Pace.now() << 3)

  /// Milliseconds of a clock that only goes on; good to a few of them.
  static func now() -> UInt64 {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
    return UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
  }

  func enter(_ phase: Phase) {
    state.store(Pace.now() << 3 | phase.rawValue, ordering: .relaxed)
  }

  /// A first line has come. The first request of a connection began when it opened.
  func beginReading() {
    if phase == .fresh {
      let since = state.load(ordering: .relaxed) >> 3
      state.store(since << 3 | Phase.reading.rawValue, ordering: .relaxed)
    } else {
      enter(.reading)
    }
  }

  var phase: Phase {
    Phase(rawValue: state.load(ordering: .relaxed) & 7) ?? .fresh
  }

  /// Whether someone is being served.
  var isBusy: Bool {
    switch phase {
    case .fresh, .idle: false
    case .reading, .working, .answering: true
    }
  }

  /// Whether the client has been slower than it may be.
  ///
  /// The library closes a silent connection at `idle` seconds, so one that is still between
  /// requests after `idle + deadline` has not been silent: it trickles.
  func isOverdue(_ limits: Limits, now: UInt64) -> Bool {
    let state = state.load(ordering: .relaxed)
    let allowed: Int
    switch Phase(rawValue: state & 7) ?? .fresh {
    case .fresh, .reading: allowed = limits.deadline
    case .idle: allowed = limits.idle + limits.deadline
    case .answering: allowed = limits.delivery
    case .working: return false
    }
    return now > (state >> 3) + UInt64(allowed) * 1000
  }
}
