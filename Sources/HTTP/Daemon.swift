internal import CMicrohttpd

// The library keeps the service from a successful start until `MHD_stop_daemon` returns, when no
// callback can come any more; so the service is retained for that time and released in `stop`.

/// The library, running.
@safe
struct Daemon: Sendable {
  nonisolated(unsafe) private let handle: OpaquePointer
  private let service: Service

  /// Only TLS 1.2 and 1.3.
  private static let priorities = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2"

  init(_ socket: ListeningSocket, _ tls: TLS?, _ service: Service) throws(ServerError) {
    var plan = unsafe Daemon.plan(socket, tls, service)
    guard let started = unsafe Daemon.start(&plan, tls, service) else {
      let words = service.startingWords.with { $0 } ?? ""
      throw tls == nil ? .cannotStart(reason: words) : .badCertificate(reason: words)
    }
    unsafe handle = unsafe started
    self.service = service
    service.startingWords.with { $0 = nil }
    _ = unsafe Unmanaged.passRetained(service)
  }

  private static func plan(_ socket: ListeningSocket, _ tls: TLS?, _ service: Service)
    -> heard_plan
  {
    let limits = service.limits
    var flags =
      MHD_USE_EPOLL_INTERNAL_THREAD.rawValue | MHD_ALLOW_SUSPEND_RESUME.rawValue
      | MHD_USE_ERROR_LOG.rawValue
    if socket.isVersion6 { flags |= MHD_USE_IPv6.rawValue }
    if tls != nil { flags |= MHD_USE_TLS.rawValue }
    var plan = unsafe heard_plan()
    unsafe plan.flags = flags
    unsafe plan.listen_socket = socket.descriptor
    // The library shares the connections out among the threads; each needs one at least.
    unsafe plan.threads = UInt32(clamping: max(1, min(limits.threads, limits.connections)))
    unsafe plan.connections = UInt32(clamping: max(1, limits.connections))
    // Behind a proxy every client has the proxy's address: a limit would throttle them all.
    unsafe plan.connections_per_ip =
      service.trust.isEmpty ? UInt32(clamping: limits.connectionsPerAddress) : 0
    unsafe plan.idle_seconds = UInt32(clamping: max(1, limits.idle))
    // Room for the head twice over: as it came, and as the library lists it.
    unsafe plan.connection_memory = max(16 * 1024, 2 * limits.header)
    return unsafe plan
  }

  private static func start(_ plan: inout heard_plan, _ tls: TLS?, _ service: Service)
    -> OpaquePointer?
  {
    var calls = unsafe callbacks(service)
    guard let tls else { return unsafe heard_start(&plan, &calls) }
    return unsafe tls.certificate.withCString { certificate in
      unsafe tls.key.withCString { key in
        unsafe priorities.withCString { priorities in
          unsafe plan.certificate = unsafe certificate
          unsafe plan.key = unsafe key
          unsafe plan.priorities = unsafe priorities
          return unsafe heard_start(&plan, &calls)
        }
      }
    }
  }

  /// Takes no more connections; those there are go on.
  func stopListening() {
    _ = unsafe MHD_quiesce_daemon(handle)
  }

  /// Closes what is open and ends the threads. Once only, and only when no one is set aside.
  func stop() {
    unsafe MHD_stop_daemon(handle)
    unsafe Unmanaged.passUnretained(service).release()
  }
}
