import Foundation
import HTTP
import SurveyCore

/// Taking in what kiosks kept. What is answered with 201 is on the disk.
extension Site {
  func receive(_ request: Request, _ access: KioskAccess) throws(Problem) -> Outcome {
    try request.kioskMethod(.post)
    let (device, signature) = try device(of: request, access)
    let items = try request.json([KioskWire.Item].self)
    guard items.count <= Self.mostItems else { throw .tooManyItems }
    guard let key = access.sealingKey(), key.publicKey == device.sealingKey else { throw .noKey }
    let now = clock()
    let day = { (ended: KioskMoment) in
      ended.day(seenAt: signature.clock, now: now, enrolled: device.enrolled, in: zone)
    }
    let readings = try items.map { item throws(Problem) in try read(item, key, day: day) }
    return afterCommit { answer in
      access.keeper.keep(readings.compactMap(\.visit), from: device.id) { kept in
        answer(received(readings, kept))
      }
    }
  }

  /// An item that was opened, or why it never can be stored.
  private enum Reading {
    case visit(UUID, KioskVisit)
    case refused(UUID, String)

    var visit: KioskVisit? {
      if case .visit(_, let visit) = self { visit } else { nil }
    }
  }

  private func read(
    _ item: KioskWire.Item, _ key: SealingKey, day: (KioskMoment) -> Day
  ) throws(Problem) -> Reading {
    let record: KioskRecord
    do {
      record = try Envelope.open(item.sealed, item.id, with: key)
    } catch {
      return .refused(item.id, Self.reason(error))
    }
    guard let survey = try survey(of: record.collection) else {
      return .refused(item.id, "there is no such collection")
    }
    return .visit(item.id, KioskVisit(record, of: survey, on: day(record.finished)))
  }

  private func survey(of collection: Int) throws(Problem) -> Survey? {
    let found = try held { () throws(StoreError) in try keeper.collection(collection) }
    guard let found else { return nil }
    return try held { () throws(StoreError) in try keeper.edition(found.edition) }?.survey
  }

  private static func reason(_ fault: EnvelopeFault) -> String {
    switch fault {
    case .unknownForm: "not an envelope this server knows"
    case .unopened, .badKey: "sealed to another key, or damaged"
    case .unreadable: "no record of a visit is in the envelope"
    }
  }

  /// What became of each item, in the order sent; a problem where the disk took none of them.
  private func received(
    _ readings: [Reading], _ kept: [Result<Kept, StoreError>]
  ) -> Response {
    var outcomes = kept[...]
    var results: [KioskWire.Result] = []
    for reading in readings {
      switch reading {
      case .refused(let id, let reason):
        results.append(.init(id: id, outcome: .refused, reason: reason))
      case .visit(let id, _):
        switch outcomes.popFirst() {
        case .success(.stored): results.append(.init(id: id, outcome: .stored))
        case .success(.already): results.append(.init(id: id, outcome: .already))
        case .failure(.conflict): results.append(.init(id: id, outcome: .conflict))
        case .failure(.refused(let reason)):
          results.append(.init(id: id, outcome: .refused, reason: reason))
        case .failure(let error): return Problem(error).response
        case nil: return Problem.broken.response
        }
      }
    }
    for _ in 0..<results.count(where: { $0.outcome == .stored }) { counters.finish() }
    return .json(results, status: 201)
  }
}
