import Foundation

/// Which visits go next: the oldest first, many at a time, but one at a time where one of them may
/// be why sending failed, so that no visit can hold up the others for ever.
struct Plan {
  /// Visits in one request at most.
  static let most = 50
  /// Times a visit is tried alone before the others go first.
  static let patience = 3

  /// Visits that were in a request that failed or was under way when the program died, and how
  /// often each failed alone.
  private var doubtful: [UUID: Int]
  /// Visits that let the others go first.
  private var putOff: Set<UUID> = []

  /// - Parameter marked: The visits in the request that was under way when the program ended.
  init(marked: some Sequence<UUID> = []) {
    doubtful = Dictionary(marked.map { ($0, 0) }) { one, _ in one }
  }

  mutating func next(from queue: Queue) -> [Queued] {
    var oldest = queue.oldest(Self.most, but: putOff)
    if oldest.isEmpty, !putOff.isEmpty {
      putOff = []
      oldest = queue.oldest(Self.most)
    }
    guard let first = oldest.first else { return [] }
    if doubtful[first.id] != nil { return [first] }
    return Array(oldest.prefix { doubtful[$0.id] == nil })
  }

  /// The server said what became of these.
  mutating func settle(_ visits: [Queued]) {
    for visit in visits {
      doubtful[visit.id] = nil
      putOff.remove(visit.id)
    }
  }

  /// Sending these failed, and one of them may be why.
  mutating func doubt(_ visits: [Queued]) {
    guard visits.count == 1, let visit = visits.first else {
      for visit in visits { doubtful[visit.id] = 0 }
      return
    }
    let failures = doubtful[visit.id, default: 0] + 1
    doubtful[visit.id] = failures
    if failures >= Self.patience {
      doubtful[visit.id] = 0
      putOff.insert(visit.id)
    }
  }

  /// This one cannot be read at present.
  mutating func leave(_ visit: Queued) { putOff.insert(visit.id) }
}
