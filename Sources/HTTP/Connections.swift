internal import Foundation
internal import Glibc

/// The open connections, and the watch that ends those that are slower than they may be.
///
/// The library's own time-out is idle time: a byte now and then would hold a connection open for
/// ever. The socket is shut down here and closed by the library, which then tells the connection
/// that it is over; as a connection leaves this list before its socket is closed, no shutdown
/// can hit another that has been given the same number.
final class Connections: Sendable {
  private struct State {
    var open: [ObjectIdentifier: Connection] = [:]
    var isWatching = false
  }

  private let limits: Limits
  private let state = Locked(State())
  private let ticking = NSCondition()

  init(_ limits: Limits) {
    self.limits = limits
  }

  func add(_ connection: Connection) {
    state.with { $0.open[ObjectIdentifier(connection)] = connection }
  }

  func remove(_ connection: Connection) {
    _ = state.with { $0.open.removeValue(forKey: ObjectIdentifier(connection)) }
  }

  var isBusy: Bool {
    state.with { $0.open.values.contains { $0.pace.isBusy } }
  }

  func startWatching() {
    state.with { $0.isWatching = true }
    let thread = Thread { [self] in
      let step = min(1, Double(limits.deadline) / 4)
      ticking.lock()
      while state.with({ $0.isWatching }) {
        _ = ticking.wait(until: Date(timeIntervalSinceNow: step))
        endOverdue()
      }
      ticking.unlock()
    }
    thread.name = "http-watch"
    thread.start()
  }

  func stopWatching() {
    state.with { $0.isWatching = false }
    ticking.lock()
    ticking.signal()
    ticking.unlock()
  }

  private func endOverdue() {
    let now = Pace.now()
    state.with { state in
      for connection in state.open.values where connection.pace.isOverdue(limits, now: now) {
        shutdown(connection.socket, Int32(SHUT_RDWR))
      }
    }
  }
}
