import Foundation
import SurveyCore

/// Visits as one request takes them: whole, in order, and under what a server takes at once.
struct Parcel {
  /// Bytes of JSON that several visits go in together.
  static let largest = 60 << 10

  private(set) var visits: [Queued] = []
  private(set) var items: [KioskWire.Item] = []
  private var size = 2

  /// Whether it went in. One always does, however large: alone is its best chance.
  mutating func add(_ visit: Queued, _ sealed: Data) -> Bool {
    // The id, the keys and the punctuation take less than 80 bytes; base 64 four for three.
    let more = 80 + (sealed.count + 2) / 3 * 4
    guard visits.isEmpty || size + more <= Self.largest else { return false }
    visits.append(visit)
    items.append(KioskWire.Item(id: visit.id, sealed: sealed))
    size += more
    return true
  }
}
