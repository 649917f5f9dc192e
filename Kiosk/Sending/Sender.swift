import Foundation
import SurveyCore
import Synchronization

/// Sends what waits, oldest first, and tells the server every few minutes how the kiosk is. It
/// never gives up and never removes a visit but for the server's word on that visit.
///
/// It does one thing at a time, on whatever thread calls `step`, always the same.
final class Sender {
  private let queue: Queue
  private let upstream: Upstream
  private let shelf: BundleShelf
  private let pins: PINGuard
  private let report: Report
  private let mark: Mark
  private let contact: Contact
  private let clock: Clock
  /// Seconds between heartbeats.
  private let pulse: Double

  private var plan: Plan
  private var backOff: BackOff
  private var nextTry = 0.0
  private var nextBeat = 0.0
  private var lastTry = -Double.infinity
  private var isDenied = false

  init(
    home: String, _ queue: Queue, _ upstream: Upstream, _ shelf: BundleShelf, _ pins: PINGuard,
    _ report: Report, clock: Clock, pulse: Double, chance: @escaping () -> Double
  ) {
    (self.queue, self.upstream, self.shelf, self.pins) = (queue, upstream, shelf, pins)
    (self.report, self.clock, self.pulse) = (report, clock, pulse)
    (mark, contact) = (Mark(home: home), Contact(home: home))
    plan = Plan(marked: mark.read())
    backOff = BackOff(chance: chance)
  }

  /// Does what is due.
  ///
  /// - Parameter isNew: Whether a visit came since the last step, which is a reason to try at once.
  /// - Returns: Seconds until something will be due.
  func step(isNew: Bool) -> Double {
    if isNew, !isDenied { nextTry = min(nextTry, lastTry + 1) }
    if clock.elapsed() >= nextBeat { beat() }
    if clock.elapsed() >= nextTry, queue.count > 0 { send() }
    let due = queue.count > 0 ? min(nextTry, nextBeat) : nextBeat
    return max(0, due - clock.elapsed())
  }

  private func beat() {
    nextBeat = clock.elapsed() + pulse
    let wrong = pins.unreported
    let heartbeat = KioskWire.Heartbeat(
      waiting: queue.count, setAside: queue.setAside, next: queue.next, version: Version.number,
      free: queue.free, wrongPINs: wrong)
    do throws(Trouble) {
      let heard = try upstream.beat(heartbeat)
      pins.reported(wrong)
      let wasOffline = !report.isOnline
      report.reached()
      contact.note(heard.now)
      isDenied = false
      if wasOffline { nextTry = clock.elapsed() }
      if heard.bundle != shelf.tag, let new = try upstream.bundle(unless: shelf.tag) {
        shelf.put(new)
      }
    } catch {
      failed(error)
    }
  }

  private func send() {
    lastTry = clock.elapsed()
    let parcel = pack(plan.next(from: queue))
    guard !parcel.visits.isEmpty else { return }
    mark.set(parcel.visits)
    do throws(Trouble) {
      let results = try upstream.upload(parcel.items)
      settle(parcel.visits, results)
    } catch {
      if error.mayBeOfWhatWasSent { plan.doubt(parcel.visits) }
      nextTry = clock.elapsed() + (failed(error) ? BackOff.longest : backOff.next())
    }
  }

  private func settle(_ visits: [Queued], _ results: [KioskWire.Result]) {
    plan.settle(visits)
    do {
      let isDone = { (result: KioskWire.Result) in [.stored, .already].contains(result.outcome) }
      try queue.remove(zip(visits, results).filter { isDone($1) }.map { $0.0 })
      for (visit, result) in zip(visits, results) where !isDone(result) {
        try queue.setAside(visit, because: Self.reason(result))
      }
      if queue.count == 0 { mark.clear() }
      backOff.reset()
      nextTry = 0
      report.sent(at: clock.now.wall + upstream.offset)
    } catch {
      // What could not be removed is sent again, and the server says that it has it already.
      nextTry = clock.elapsed() + backOff.next()
      report.failed("the disk: \(error)")
    }
  }

  /// Whether the server takes nothing more from this kiosk.
  @discardableResult
  private func failed(_ trouble: Trouble) -> Bool {
    report.failed(trouble.words)
    if case .denied = trouble { isDenied = true } else { isDenied = false }
    return isDenied
  }

  private func pack(_ visits: [Queued]) -> Parcel {
    var parcel = Parcel()
    for visit in visits {
      do {
        guard let bytes = try queue.bytes(of: visit) else {
          // Somebody removed the file: there is nothing to send.
          queue.forget([visit])
          continue
        }
        if bytes.isEmpty {
          try queue.remove([visit])
        } else if !parcel.add(visit, bytes) {
          break
        }
      } catch {
        plan.leave(visit)
        nextTry = clock.elapsed() + backOff.next()
      }
    }
    return parcel
  }

  /// The server's reason holds nothing anybody said; it is cut short all the same.
  private static func reason(_ result: KioskWire.Result) -> String {
    let words = String((result.reason ?? "").unicodeScalars.filter { $0.value >= 0x20 }.prefix(200))
    return words.isEmpty ? result.outcome.rawValue : "\(result.outcome.rawValue): \(words)"
  }
}

/// How sending goes, for whoever looks on from another thread.
final class Report: Sendable {
  private struct State {
    var isOnline = false
    var lastSent: Int?
    var trouble: String?
  }

  private let state = Mutex(State())

  /// Whether the server answered as agreed the last time it was asked.
  var isOnline: Bool { state.withLock { $0.isOnline } }
  /// Seconds since 1970 by the server's clock.
  var lastSent: Int? { state.withLock { $0.lastSent } }
  /// Why the last try failed, in words for staff; nil where it did not.
  var trouble: String? { state.withLock { $0.trouble } }

  func reached() {
    state.withLock { ($0.isOnline, $0.trouble) = (true, nil) }
  }

  func sent(at time: Int) {
    state.withLock { ($0.isOnline, $0.lastSent, $0.trouble) = (true, time, nil) }
  }

  func failed(_ words: String) {
    state.withLock { ($0.isOnline, $0.trouble) = (false, words) }
  }
}
