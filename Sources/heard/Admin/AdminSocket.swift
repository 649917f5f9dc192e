import Foundation
import Glibc

/// The server's end of the admin socket.
final class AdminSocket: Sendable {
  private let listener: Int32
  private let path: String

  /// Listens in `folder` and answers with `administration` until stopped.
  init(in folder: URL, for administration: Administration) throws {
    path = folder.appending(path: Self.name).path
    listener = try UnixSocket.listen(at: path)
    let thread = Thread { [listener] in Self.serve(listener, administration) }
    thread.name = "heard-admin"
    thread.start()
  }

  static let name = "admin.sock"

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    unsafe unlink(path)
  }

  private static func serve(_ listener: Int32, _ administration: Administration) {
    while true {
      let connection = accept(listener, nil, nil)
      if connection < 0 {
        // Stopping closes the listener; anything else passes, such as too many open files.
        if errno == EBADF || errno == EINVAL { return }
        usleep(100_000)
        continue
      }
      // A client that says nothing must not hold up the next for ever.
      var patience = timeval(tv_sec: 10, tv_usec: 0)
      unsafe setsockopt(
        connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
      if let request = try? UnixSocket.receive(AdminRequest.self, from: connection) {
        try? UnixSocket.send(administration.perform(request), on: connection)
      }
      close(connection)
    }
  }
}

/// Asks the running server; nil when none runs.
func askServer(_ request: AdminRequest, in folder: URL) throws -> AdminReply? {
  let path = folder.appending(path: AdminSocket.name).path
  guard let connection = try UnixSocket.connect(to: path) else { return nil }
  defer { close(connection) }
  try UnixSocket.send(request, on: connection)
  return try UnixSocket.receive(AdminReply.self, from: connection)
}
