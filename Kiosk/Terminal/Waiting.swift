import Glibc

/// What ended a wait.
struct Woken {
  /// Bytes that came from the person; empty when none did.
  var bytes: [UInt8] = []
  /// The terminal, or the other end of the pipe, is gone.
  var isEnd = false
  /// Somebody rang: a signal, or the rest of the program.
  var isRung = false
}

/// Waits for a person, for the rest of the program, or for time to pass.
struct Waiting {
  private let input: Int32
  private let bell: Int32
  private let waking: Int32

  /// Sets the handlers of signals that ring the bell. `waking` is the reading end of a pipe, or -1.
  init(on input: Int32, waking: Int32) {
    var ends: [Int32] = [-1, -1]
    _ = unsafe pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    Restoring.installHandlers(ringing: ends[1])
    (self.input, bell, self.waking) = (input, ends[0], waking)
  }

  /// Waits for `seconds` at most, or without end for nil.
  func wait(_ seconds: Double?) -> Woken {
    var files = [input, bell, waking].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let most = seconds.map { Int32(min(max(0, $0 * 1000).rounded(.up), 1_000_000)) } ?? -1
    let count = unsafe poll(&files, UInt(files.count), most)
    var woken = Woken()
    guard count > 0 else { return woken }
    if files[1].revents != 0 { woken.isRung = !read(bell, 64).isEmpty }
    if files[2].revents & Int16(POLLIN) != 0 { woken.isRung = !read(waking, 64).isEmpty }
    if files[0].revents != 0 {
      woken.bytes = read(input, 4096)
      woken.isEnd = woken.bytes.isEmpty && errno != EINTR && errno != EAGAIN
    }
    return woken
  }

  private func read(_ file: Int32, _ most: Int) -> [UInt8] {
    errno = 0
    return unsafe [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      count = unsafe max(0, Glibc.read(file, buffer.baseAddress, most))
    }
  }
}
