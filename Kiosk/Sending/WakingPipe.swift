import Glibc

/// Tells the screens, which wait for keys, that something else is asked now.
final class WakingPipe: Sendable {
  let reading: Int32
  private let writing: Int32

  init() throws(DiskFault) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw .broken("make a pipe", errno) }
    (reading, writing) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      // A pipe that is full says all it has to say.
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    close(reading)
    close(writing)
  }

  func write() {
    var byte: UInt8 = 1
    unsafe Glibc.write(writing, &byte, 1)
  }
}
