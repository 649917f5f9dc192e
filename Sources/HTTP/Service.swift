internal import Foundation
internal import Logging
internal import Synchronization

/// What all connections of a server share.
final class Service: Sendable {
  let handler: Handler
  let refusalPage: @Sendable (Int) -> Response
  let limits: Limits
  let trust: Trust
  let isTLS: Bool
  let logger: Logger
  let logsRequests: Bool
  let connections: Connections
  let waitingRoom = WaitingRoom()
  /// Set once the server is stopping: what is asked from then on is answered 503.
  let isDraining = Atomic<Bool>(false)
  /// What the library said while it was being started, to tell why it could not.
  let startingWords = Locked<String?>("")

  init(
    handler: @escaping Handler, refusalPage: @escaping @Sendable (Int) -> Response,
    limits: Limits, trust: Trust, isTLS: Bool, logger: Logger
  ) {
    self.handler = handler
    self.refusalPage = refusalPage
    self.limits = limits
    self.trust = trust
    self.isTLS = isTLS
    self.logger = logger
    self.logsRequests = logger.logLevel <= .debug
    self.connections = Connections(limits)
  }
}

/// A value behind a lock. NSLock, because the thread sanitizer cannot see into `Mutex` on Linux.
final class Locked<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  init(_ value: sending Value) {
    self.value = value
  }

  func with<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
