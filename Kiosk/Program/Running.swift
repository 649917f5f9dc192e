import Client
import Foundation
import Glibc
import SurveyCore
import Synchronization

/// A kiosk that runs: its parts joined, and one thread that sends.
final class Running {
  private let home: Home
  private let settings: Settings
  private let clock: Clock
  private let queue: Queue
  private let shelf: BundleShelf
  private let desk: LiveDesk
  private let sending: SendingThread
  private let waking: WakingPipe

  /// Opens a home that was enrolled, and begins to send.
  init(home path: String) throws {
    guard let device = try Home.device(at: path) else {
      throw Refused(
        "\(path): is no kiosk yet; enrol it: heard-kiosk --server URL --enrol CODE --home \(path)")
    }
    // A connection that breaks is told by the call that meets it.
    signal(SIGPIPE, SIG_IGN)
    home = try Home(path)
    settings = try Settings.read(path)
    clock = .system()
    let waking = try WakingPipe()
    self.waking = waking
    queue = try Queue(home: path)
    shelf = BundleShelf(home: path) { waking.write() }
    let pins = PINGuard(home: path, device.pin, clock: clock)
    let report = Report()
    let parts = SendingThread.Parts(
      home: path, device: device, key: try home.key(), manners: settings.manners, queue: queue,
      shelf: shelf, pins: pins, report: report, clock: clock, pulse: settings.heartbeat)
    let sending = SendingThread(parts)
    self.sending = sending
    desk = LiveDesk(device, queue, shelf, pins, report, clock: clock) { sending.visitCame() }
  }

  /// Asks people, until staff or a signal end it. Ends the process.
  func ask(theme: Theme?, isPlain: Bool) throws {
    let options = KioskOptions(
      theme: theme ?? settings.theme ?? .light, speaks: settings.speaks, isPlain: isPlain)
    let elapsed = clock.elapsed
    let reason = try runKiosk(
      for: desk, waking: waking.reading, options: options, clock: { elapsed() }, mint: { UUID() })
    let codes: [StopReason: Int32] = [.terminated: 0, .staff: 10, .hungUp: 1]
    Main.end(codes[reason] ?? 1)
  }

  /// Sends until nothing waits.
  func sendAll() {
    sending.waitUntil { [queue] in queue.count == 0 }
  }

  func rehearse(_ visits: Int) throws {
    sending.waitUntil { [shelf] in shelf.bundle != nil }
    var rehearsal = try Rehearsal(shelf.bundle, SystemRandomNumberGenerator())
    for _ in 0..<visits {
      // As the screens do before a visit begins.
      guard desk.hasRoom else { throw DiskFault.full }
      let visit = rehearsal.next()
      let number = queue.next
      try desk.keep(visit)
      Output.line("kept \(number) \(visit.id)")
    }
  }
}
