public import Foundation
import GRDB
public import SurveyCore

extension SQLiteStore: KioskKeeper {
  public func kiosk(_ id: UUID) throws(StoreError) -> KioskDevice? {
    try read {
      try KioskRow.fetch(from: $0, where: "kiosks.id = ?", [Data(id.bytes)]).first?.device
    }
  }

  public func collectionsOpen(at place: String) throws(StoreError) -> [SurveyCore.Collection] {
    try read {
      try Self.collections(in: $0, where: "state = 'open' AND single_use = 0")
        .filter { $0.place == place }
    }
  }

  public func enrol(
    _ newcomer: KioskNewcomer, by code: Fingerprint,
    then: @escaping @Sendable (Result<EnrolledKiosk?, StoreError>) -> Void
  ) {
    write({ try $0.enrol(newcomer, by: code) }, then: then)
  }

  public func note(
    _ heartbeat: KioskWire.Heartbeat, clockDifference: Int, of device: UUID, at instant: Date,
    then: @escaping @Sendable (Result<Bool, StoreError>) -> Void
  ) {
    write(
      {
        try $0.note(heartbeat, clockDifference: clockDifference, of: device, at: instant)
      }, then: then)
  }

  public func keep(
    _ visits: [KioskVisit], from device: UUID,
    then: @escaping @Sendable ([Result<Kept, StoreError>]) -> Void
  ) {
    write({ try $0.keep(visits, from: device) }) { outcome in
      switch outcome {
      case .success(let kept): then(kept)
      case .failure(let error): then(visits.map { _ in .failure(error) })
      }
    }
  }

  /// Writes with the next commit, and tells `then` when the disk has it or has refused it.
  private func write<Outcome: Sendable>(
    _ body: @escaping (Ledger) throws -> Outcome,
    then: @escaping @Sendable (Result<Outcome, StoreError>) -> Void
  ) {
    guard let writer else { return then(.failure(Self.isForReading)) }
    do {
      try writer.add(
        Job(
          isAwaited: true,
          run: { ledger in
            let outcome = try body(ledger)
            return { then(.success(outcome)) }
          }, failed: { then(.failure($0)) }))
    } catch {
      then(.failure(error))
    }
  }
}

// What the registrar does with kiosks.
extension SQLiteStore {
  public func invite(_ invitation: KioskInvitation) throws(StoreError) {
    try write { try $0.invite(invitation) }
  }

  public func kiosks() throws(StoreError) -> [KioskStanding] {
    try read { try KioskRow.fetch(from: $0, where: "true") }
  }

  public func revoke(_ kiosk: UUID, on day: Day) throws(StoreError) -> Bool {
    try write { try $0.revoke(kiosk, on: day) }
  }
}
