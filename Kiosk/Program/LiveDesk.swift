import Foundation
import SurveyCore

/// The desk of a kiosk that runs: keeps visits on the disk and has them sent.
final class LiveDesk: Desk {
  private let device: Device
  private let queue: Queue
  private let shelf: BundleShelf
  private let pins: PINGuard
  private let report: Report
  private let clock: Clock
  /// Called when a visit was kept.
  private let onKept: () -> Void
  /// When the visit before ended, by the clock of this boot.
  private var lastEnd: Int?

  init(
    _ device: Device, _ queue: Queue, _ shelf: BundleShelf, _ pins: PINGuard, _ report: Report,
    clock: Clock, onKept: @escaping () -> Void
  ) {
    (self.device, self.queue, self.shelf, self.pins) = (device, queue, shelf, pins)
    (self.report, self.clock, self.onKept) = (report, clock, onKept)
  }

  var bundle: KioskBundle? { shelf.bundle }

  var hasRoom: Bool { queue.hasRoom }

  func keep(_ visit: Visit) throws(NotKept) {
    let now = clock.now
    let sinceLast = lastEnd.map { now.elapsed - $0 }
    do {
      let kept = try queue.keep(visit.id) { number throws(EnvelopeFault) in
        try Envelope.seal(
          KioskRecord(visit, number: number, finished: now, sinceLast: sinceLast),
          to: device.sealingKey)
      }
      guard kept != nil else { return }
    } catch DiskFault.full {
      throw .full
    } catch {
      throw .broken("\(error)")
    }
    lastEnd = now.elapsed
    onKept()
  }

  var standing: Standing {
    Standing(
      place: device.place, waiting: queue.count, setAside: queue.setAside,
      lastSent: report.lastSent.map { Date(timeIntervalSince1970: Double($0)) },
      isOnline: report.isOnline, version: Version.number, free: queue.free)
  }

  func tryPIN(_ digits: String) -> PINOutcome { pins.attempt(digits) }
}

extension KioskRecord {
  fileprivate init(_ visit: Visit, number: Int, finished: KioskMoment, sinceLast: Int?) {
    self.init(
      id: visit.id, number: number, finished: finished, seconds: visit.seconds,
      sinceLast: sinceLast, collection: visit.collection, audience: visit.audience,
      language: visit.language, wasHelped: visit.wasHelped, ending: visit.ending,
      answers: visit.answers)
  }
}
