import Foundation

/// A visit that waits on the disk: all that is held of it in memory.
struct Queued: Hashable, Comparable {
  /// By which it was finished: 1, 2, … on this kiosk.
  let number: Int
  let id: UUID

  init(number: Int, id: UUID) { (self.number, self.id) = (number, id) }

  /// Reads the name of its file, `NUMBER-UUID`.
  init?(name: String) {
    guard let dash = name.firstIndex(of: "-"), let number = Int(name[..<dash]), number > 0,
      let id = UUID(uuidString: String(name[name.index(after: dash)...]))
    else { return nil }
    self.init(number: number, id: id)
    // One visit, one name.
    if self.name != name { return nil }
  }

  var name: String { "\(number)-\(id.uuidString)" }

  static func < (one: Queued, other: Queued) -> Bool { one.number < other.number }
}
