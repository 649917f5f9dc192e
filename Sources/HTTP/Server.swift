internal import Glibc
public import Logging
internal import Synchronization

/// A site on a port: takes connections from the moment it is made until it is stopped.
public final class Server: Sendable {
  /// The port it listens on, which is the system's choice where the endpoint said 0.
  public let port: UInt16

  private let service: Service
  private let socket: ListeningSocket
  private let daemon: Daemon
  private let isStopped = Locked(false)

  /// Starts serving.
  ///
  /// `trustedProxies` are addresses, or ranges such as `10.0.0.0/8`, whose `X-Forwarded-For` and
  /// `X-Forwarded-Proto` are believed. `refusalPage` gives the page for a status with which a
  /// request is refused before the handler sees it (400, 413, 431, 503), or after the handler
  /// failed to reply (500).
  public init(
    listen endpoint: Endpoint, tls: TLS? = nil, limits: Limits = Limits(),
    trustedProxies: [String] = [], logger: Logger,
    refusalPage: @escaping @Sendable (Int) -> Response, handler: @escaping Handler
  ) throws(ServerError) {
    service = Service(
      handler: handler, refusalPage: refusalPage, limits: limits,
      trust: try Trust(trustedProxies), isTLS: tls != nil, logger: logger)
    socket = try ListeningSocket(endpoint)
    port = socket.port
    do {
      daemon = try Daemon(socket, tls, service)
    } catch {
      close(socket.descriptor)
      throw error
    }
    service.connections.startWatching()
  }

  deinit {
    stop(within: 0)
  }

  /// Stops: takes no new connection, answers 503 to what is newly asked on an open one, lets
  /// what is under way finish, and after `seconds` answers 503 to who is still waiting.
  ///
  /// Returns when nothing is served any more. Never call it from a handler.
  public func stop(within seconds: Double) {
    let isFirst = isStopped.with { stopped in
      defer { stopped = true }
      return !stopped
    }
    guard isFirst else { return }
    service.isDraining.store(true, ordering: .relaxed)
    daemon.stopListening()
    socket.stopAccepting()
    waitUntilQuiet(seconds)
    service.waitingRoom.close(with: service.busyPage)
    // Whoever was just replied to gets a moment to fetch it; the room itself empties surely.
    waitUntilQuiet(min(1, seconds))
    while !service.waitingRoom.isEmpty { usleep(200) }
    daemon.stop()
    close(socket.descriptor)
    service.connections.stopWatching()
  }

  private func waitUntilQuiet(_ seconds: Double) {
    let end = Pace.now() + UInt64(max(0, seconds) * 1000)
    while service.connections.isBusy, Pace.now() < end { usleep(5000) }
  }
}
