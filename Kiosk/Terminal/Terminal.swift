import Glibc

/// Why the program cannot have the terminal.
struct NoTerminal: Error, CustomStringConvertible {
  var description: String {
    "The kiosk needs a terminal for its screens. Use --plain where there is none."
  }
}

/// The terminal the program runs on, taken over whole until `leave`.
struct Terminal {
  static let file = STDIN_FILENO
  private static let screen = STDOUT_FILENO

  /// Alternate screen, no wrapping at the edge, SGR touch reports, marked pastes, no cursor.
  private static let entering =
    "\u{1B}[?1049h\u{1B}[?7l\u{1B}[?1000h\u{1B}[?1006h\u{1B}[?2004h\u{1B}[?25l"
  private static let leaving =
    "\u{1B}[?2026l\u{1B}[0m\u{1B}[2J\u{1B}[3J\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1000l\u{1B}[?7h"
    + "\u{1B}[?25h\u{1B}[?1049l\u{1B}[2J\u{1B}[3J\u{1B}[H"

  /// Takes the terminal over: every key is the program's, and none is a signal.
  ///
  /// - Throws: `NoTerminal` when standard input or output is none.
  init() throws(NoTerminal) {
    var modes = termios()
    guard isatty(Self.screen) == 1, unsafe tcgetattr(Self.file, &modes) == 0 else {
      throw NoTerminal()
    }
    Restoring.remember(Self.screen, modes, Array(Self.leaving.utf8))
    unsafe cfmakeraw(&modes)
    _ = unsafe tcsetattr(Self.file, TCSAFLUSH, &modes)
    Self.write(Array(Self.entering.utf8))
  }

  func leave() { Restoring.restore() }

  /// Lines, as the plain mode reads them: the terminal edits them, and no key is a signal.
  static func takeLines() {
    var modes = termios()
    guard unsafe tcgetattr(file, &modes) == 0 else { return }
    Restoring.remember(file, modes, [])
    modes.c_lflag &= ~tcflag_t(ISIG)
    _ = unsafe tcsetattr(file, TCSAFLUSH, &modes)
  }

  static var isScreen: Bool { isatty(screen) == 1 }
  static let clearing = "\u{1B}[0m\u{1B}[2J\u{1B}[3J\u{1B}[H"

  /// Clears what is on the screen and what has scrolled off it, and what is waiting to be read.
  func wipe() {
    _ = tcflush(Self.file, TCIFLUSH)
    Self.write(Array(Self.clearing.utf8))
  }

  var size: Size {
    var size = winsize()
    guard unsafe ioctl(Self.screen, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return Size(width: 80, height: 24)
    }
    // Some report nonsense while they are being set up; nobody has a screen of a million cells.
    return Size(width: min(Int(size.ws_col), 1000), height: min(Int(size.ws_row), 500))
  }

  /// Writes all of it, in one call where the terminal takes it; false where it took only a part.
  @discardableResult
  static func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(screen, $0.baseAddress, $0.count)
      }
      if written > 0 { rest = rest.dropFirst(written) } else if !canGoOn { return false }
    }
    return true
  }

  private static var canGoOn: Bool {
    guard errno == EAGAIN else { return errno == EINTR }
    var wanted = pollfd(fd: screen, events: Int16(POLLOUT), revents: 0)
    return unsafe poll(&wanted, 1, 1000) > 0
  }
}
