import Foundation
import Glibc
import HTTP
import Logging
import SQLiteStore
import SurveyCore
import Web

/// The parts of a running server, joined.
final class Service {
  private let settings: Settings
  private let data: DataOptions
  private let lock: FolderLock
  private let keys: KeyFolder
  let store: SQLiteStore
  private var server: Server?
  private var health: Server?
  private var admin: AdminSocket?
  private var texts: TextLine?
  private var timer: (any DispatchSourceTimer)?
  private let log = Logger(label: "heard")

  /// Takes the data folder and opens the store.
  ///
  /// - Throws: `Refused` or `StoreError` where another server holds the folder, or it cannot be
  ///   read or written.
  init(_ data: DataOptions, _ settings: Settings) throws {
    (self.data, self.settings) = (data, settings)
    keys = KeyFolder(data.keys)
    try data.make()
    lock = try holdFolder(data, for: "heard serve")
    store = try SQLiteStore.open(data.store.path)
  }

  /// Starts listening.
  ///
  /// - Returns: The address listened on, and the address links begin with.
  /// - Throws: `ServerError` or `Refused` where it cannot.
  func start() throws -> (listening: String, base: String) {
    texts = try settings.text.map {
      try TextLine(store, $0, in: settings, keys: data.keys, base: settings.base())
    }
    let site = try makeSite()
    let server = try Server(
      listen: settings.listen, tls: try readTLS(), limits: Self.limits,
      trustedProxies: settings.trustedProxies, logger: log, refusalPage: site.refusalPage,
      handler: site.respond)
    self.server = server
    let base = settings.base(port: server.port)
    let administration = administration(base: base)
    admin = try AdminSocket(in: data.folder, for: administration)
    if let endpoint = settings.health {
      let health = Health(
        store: store, counters: site.counters, kioskSilentHours: settings.kioskSilentHours,
        texts: texts)
      let server = try Server(
        listen: endpoint, logger: log, refusalPage: { .text("refused\n", status: $0) },
        handler: health.respond)
      self.health = server
      Output.error("health on port \(server.port)")
    }
    wipeOnTime()
    try texts?.start()
    return (settings.listening(port: server.port), base)
  }

  private func makeSite() throws -> Site {
    let kiosks = try store.kiosks().filter { $0.device.revoked == nil }
    let held = try keys.sealingKey()?.publicKey
    for lacking in Set(kiosks.map(\.device.sealingKey)) where lacking != held {
      log.error(
        """
        kiosks seal to key \(KeyFolder.name(of: lacking)), which is not in \
        \(keys.folder.path); what they send has to wait until it is
        """)
    }
    let access = KioskAccess(keeper: store, sealingKey: { [keys] in try? keys.sealingKey() })
    return Site(
      keeper: store, kiosks: access, texts: texts?.access, authority: settings.authority,
      zone: settings.zone)
  }

  /// What changes something by a command.
  func administration(base: String) -> Administration {
    Administration(
      store: store, evidence: store, figures: store, authority: settings.authority, base: base,
      zone: settings.zone, keys: keys, texts: { [texts] in texts?.texts })
  }

  /// Drains what is under way, then stops.
  func stop() {
    timer?.cancel()
    admin?.stop()
    server?.stop(within: 20)
    texts?.stop()
    health?.stop(within: 1)
    do { try store.close() } catch { log.error("the store did not close: \(error)") }
  }

  private static var limits: Limits {
    var limits = Limits()
    // Whole schools come from one address.
    limits.connectionsPerAddress = 512
    // One visit in which every box was filled, in letters that take four bytes, can be this long.
    limits.larger = ("/kiosk/v1/responses", 512 * 1024)
    return limits
  }

  private func readTLS() throws -> TLS? {
    guard let tls = settings.tls else { return nil }
    return TLS(
      certificate: try textFile(tls.certificate), key: try textFile(tls.key))
  }

  /// Wipes journeys nobody has touched for the hours they are kept.
  private func wipeOnTime() {
    let timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + 5, repeating: 600)
    timer.setEventHandler { [store, log, zone = settings.zone] in
      let now = Date()
      let since = now.addingTimeInterval(-Double(LiveJourney.hoursKept) * 3600)
      do {
        _ = try store.wipeJourneys(untouchedSince: since, on: Day(now, in: zone))
      } catch {
        log.error("journeys could not be wiped: \(error)")
      }
    }
    timer.resume()
    self.timer = timer
  }
}

/// Waits for SIGTERM or SIGINT. Made before anything listens and before any thread is started, so
/// that no signal is lost: every thread inherits that they are blocked, and they stay pending until
/// they are waited for. (A dispatch source takes them by a handler that raises them anew, and lost
/// one now and then.)
struct StopSignal {
  private let signals: sigset_t

  init() {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGTERM, SIGINT] { unsafe sigaddset(&signals, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    self.signals = signals
    signal(SIGPIPE, SIG_IGN)
  }

  func wait() {
    var signals = signals
    var arrived: Int32 = 0
    while unsafe sigwait(&signals, &arrived) != 0 {}
  }
}
