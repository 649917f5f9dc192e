import Foundation
import Glibc
import Synchronization

/// The visits that wait to be sent, as sealed files, and those set aside.
///
/// One thread keeps visits and one other removes them. A number is never used twice: a visit that
/// waits holds its own by its file's name, and the counter is on the disk before the name goes.
final class Queue: Sendable {
  private struct State {
    /// By number.
    var waiting: [Queued]
    /// The number the next visit gets.
    var next: Int
    /// The counter as the disk has it.
    var counted: Int
    var setAside: Int
    /// The visit last kept, so that keeping it again is seen even when it was sent meanwhile.
    var last: UUID?
  }

  private let home: String
  private let folder: String
  private let aside: String
  private let reserve: Reserve
  private let state: Mutex<State>

  /// Opens the queue in a home, and clears away what was half written when the power went.
  init(home: String) throws(DiskFault) {
    (self.home, folder, aside) = (home, home + "/queue", home + "/aside")
    reserve = Reserve(in: folder)
    for path in [folder, aside] {
      try Disk.makeFolder(path)
      try Self.clear(path)
    }
    try Self.clear(home)
    let waiting = try Disk.names(in: folder).compactMap(Queued.init).sorted()
    let counted = try Self.counter(in: home)
    state = Mutex(
      State(
        waiting: waiting, next: max(counted, (waiting.last?.number ?? 0) + 1), counted: counted,
        setAside: try Self.countAside(aside), last: nil))
    try Disk.sync(folder: home)
  }

  var count: Int { state.withLock { $0.waiting.count } }
  var setAside: Int { state.withLock { $0.setAside } }
  var next: Int { state.withLock { $0.next } }

  /// Bytes free where visits wait.
  var free: Int { Disk.room(at: folder).bytes }

  /// Whether another visit can be kept, whatever becomes of the disk until then.
  var hasRoom: Bool {
    let room = Disk.room(at: folder)
    return room.takesFiles && reserve.isReady()
  }

  /// Keeps a visit: the disk has it when this returns.
  ///
  /// - Parameters:
  ///   - id: The visit's.
  ///   - seal: Makes its bytes with the number it gets.
  /// - Returns: How it waits; nil where it was kept before.
  /// - Throws: `DiskFault`, or what `seal` throws. Nothing of the visit is left then.
  func keep<Fault: Error>(
    _ id: UUID, sealedBy seal: (Int) throws(Fault) -> Data
  ) throws -> Queued? {
    let (next, isKept) = state.withLock { state in
      (state.next, state.last == id || state.waiting.contains { $0.id == id })
    }
    if isKept { return nil }
    let visit = Queued(number: next, id: id)
    try reserve.use(for: seal(next), as: visit.name)
    state.withLock { state in
      state.waiting.append(visit)
      (state.next, state.last) = (next + 1, id)
    }
    return visit
  }

  /// The oldest visits that wait, by number; at most `count`, less those in `others`.
  func oldest(_ count: Int, but others: Set<UUID> = []) -> [Queued] {
    state.withLock { state in
      Array(state.waiting.lazy.filter { !others.contains($0.id) }.prefix(count))
    }
  }

  /// What the file of a visit holds; nil where it is gone, empty where the visit was sent.
  func bytes(of visit: Queued) throws(DiskFault) -> Data? {
    try Disk.read("\(folder)/\(visit.name)")
  }

  /// Removes visits that the server has.
  func remove(_ visits: [Queued]) throws(DiskFault) {
    guard let highest = visits.max() else { return }
    // The name of the highest still holds all their numbers.
    for visit in visits where visit != highest { try Disk.remove("\(folder)/\(visit.name)") }
    do {
      try persistCounter(past: highest)
    } catch .full {
      // The server has it, so its bytes may go; what is left of it is never sent.
      try Descriptor("\(folder)/\(highest.name)", O_WRONLY).write(Data())
      try persistCounter(past: highest)
    }
    try Disk.remove("\(folder)/\(highest.name)")
    try Disk.sync(folder: folder)
    forget(visits)
  }

  /// Sets a visit aside, where it is kept for people to look into and not sent again.
  func setAside(_ visit: Queued, because reason: String) throws(DiskFault) {
    try persistCounter(past: visit)
    let words = "number \(visit.number): \(reason)\n"
    try writeAnyway(words, to: "\(visit.id.uuidString).reason", in: aside)
    try Disk.rename("\(folder)/\(visit.name)", to: "\(aside)/\(visit.id.uuidString)")
    try Disk.sync(folder: aside)
    try Disk.sync(folder: folder)
    forget([visit])
    state.withLock { $0.setAside += 1 }
  }

  /// Removes a visit whose file is gone or unreadable from what is counted as waiting.
  func forget(_ visits: [Queued]) {
    let gone = Set(visits)
    state.withLock { state in state.waiting.removeAll(where: gone.contains) }
  }

  /// Has the disk know the next number before a visit's name goes.
  private func persistCounter(past visit: Queued) throws(DiskFault) {
    let (next, counted) = state.withLock { ($0.next, $0.counted) }
    guard visit.number >= counted else { return }
    try writeAnyway("\(next)\n", to: "number", in: home)
    state.withLock { $0.counted = next }
  }

  /// Writes what must be there before a visit goes; on a full disk into the room set apart, since
  /// a visit that goes makes more.
  private func writeAnyway(
    _ words: String, to name: String, in folder: String
  ) throws(DiskFault) {
    do {
      try Disk.write(Data(words.utf8), to: name, in: folder)
    } catch .full {
      reserve.give()
      try Disk.write(Data(words.utf8), to: name, in: folder)
    }
  }

  private static func clear(_ folder: String) throws(DiskFault) {
    for name in try Disk.names(in: folder) where name.hasPrefix(Disk.unfinished) {
      try Disk.remove("\(folder)/\(name)")
    }
  }

  private static func counter(in home: String) throws(DiskFault) -> Int {
    guard let bytes = try Disk.read(home + "/number") else { return 1 }
    let words = String(decoding: bytes, as: UTF8.self)
    guard let number = Int(words.trimmingCharacters(in: .newlines)), number > 0 else {
      throw .broken("read the number of the next visit", 0)
    }
    return number
  }

  private static func countAside(_ folder: String) throws(DiskFault) -> Int {
    try Disk.names(in: folder).count { UUID(uuidString: $0) != nil }
  }
}
