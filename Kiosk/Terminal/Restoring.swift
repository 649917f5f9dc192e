import Glibc

/// What a dying program needs to leave the terminal as it found it.
///
/// A signal handler may touch nothing that could be locked or moved: this is the one place with
/// memory of its own, set before any handler is.
@safe
enum Restoring {
  nonisolated(unsafe) private static let saved = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  nonisolated(unsafe) private static let farewell = UnsafeMutableBufferPointer<UInt8>
    .allocate(capacity: 128)
  nonisolated(unsafe) private static var farewellLength = 0
  nonisolated(unsafe) private static var terminal: Int32 = -1
  nonisolated(unsafe) private static var bell: Int32 = -1
  nonisolated(unsafe) private static var isAsked = false

  /// Whether somebody asked the program to end, with SIGTERM.
  static var mustEnd: Bool { unsafe isAsked }

  static func remember(_ file: Int32, _ modes: termios, _ bytes: [UInt8]) {
    unsafe saved.initialize(to: modes)
    unsafe farewellLength = farewell.update(fromContentsOf: bytes.prefix(128))
    unsafe terminal = file
  }

  /// Puts the terminal back; safe in a signal handler, and done once.
  static func restore() {
    guard unsafe terminal >= 0 else { return }
    _ = unsafe write(terminal, farewell.baseAddress, farewellLength)
    _ = unsafe tcsetattr(terminal, TCSANOW, saved)
    unsafe terminal = -1
  }

  /// Ringing is a byte in `pipe`, so that whoever waits wakes.
  static func installHandlers(ringing pipe: Int32) {
    unsafe bell = pipe
    for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGHUP, SIGTTIN, SIGTTOU, SIGPIPE] {
      _ = Glibc.signal(signal, SIG_IGN)
    }
    handle(SIGTERM) { _ in
      unsafe Restoring.isAsked = true
      Restoring.ring()
    }
    handle(SIGWINCH) { _ in Restoring.ring() }
    for signal in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS] {
      handle(signal) { signal in
        Restoring.restore()
        _ = Glibc.signal(signal, SIG_DFL)
        raise(signal)
      }
    }
  }

  private static func ring() {
    var byte: UInt8 = 1
    _ = unsafe write(bell, &byte, 1)
  }

  private static func handle(
    _ signal: Int32, with handler: @escaping @convention(c) (Int32) -> Void
  ) {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = handler
    _ = unsafe sigaction(signal, &action, nil)
  }
}
