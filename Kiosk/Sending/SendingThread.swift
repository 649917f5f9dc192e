import Client
import Foundation
import SurveyCore
import Synchronization

/// The thread on which a `Sender` works, from now until the process ends.
final class SendingThread: Sendable {
  /// What the sender is made of, on its own thread.
  struct Parts: Sendable {
    var home: String
    var device: Device
    var key: DeviceKey
    var manners: Manners
    var queue: Queue
    var shelf: BundleShelf
    var pins: PINGuard
    var report: Report
    var clock: Clock
    var pulse: Double
  }

  private let bell = Bell()
  private let isNew = Atomic(false)
  private let steps = DispatchSemaphore(value: 0)

  init(_ parts: Parts) {
    let thread = Thread { [self] in work(parts) }
    thread.name = "sender"
    thread.start()
  }

  /// A visit was kept.
  func visitCame() {
    isNew.store(true, ordering: .releasing)
    bell.ring()
  }

  /// Blocks until `condition` holds, looking after each step of the sender.
  func waitUntil(_ condition: () -> Bool) {
    while !condition() { steps.wait() }
  }

  private func work(_ parts: Parts) {
    guard let client = try? HTTPClient(parts.manners) else {
      return parts.report.failed("libcurl does not start")
    }
    let upstream = Upstream(device: parts.device, key: parts.key, clock: parts.clock) {
      request throws(Failure) in try client.send(request)
    }
    let sender = Sender(
      home: parts.home, parts.queue, upstream, parts.shelf, parts.pins, parts.report,
      clock: parts.clock, pulse: parts.pulse, chance: { Double.random(in: 0..<1) })
    while true {
      let rest = sender.step(isNew: isNew.exchange(false, ordering: .acquiring))
      steps.signal()
      if rest > 0 { bell.wait(rest) }
    }
  }
}
