import CLinux
import Glibc

/// Wakes a thread that waits. Its waiting goes by the clock that only goes forward: a wall clock
/// set back would otherwise make it wait for hours.
final class Bell: Sendable {
  private let event: Int32

  init() { event = heard_event() }

  deinit { close(event) }

  func ring() { eventfd_write(event, 1) }

  /// Waits for a ring, but at most so many seconds.
  func wait(_ seconds: Double) {
    var one = pollfd(fd: event, events: Int16(POLLIN), revents: 0)
    let milliseconds = Int32(min(max(seconds * 1000, 0), 3_600_000).rounded(.up))
    unsafe poll(&one, 1, milliseconds)
    var rings: eventfd_t = 0
    unsafe eventfd_read(event, &rings)
  }
}
