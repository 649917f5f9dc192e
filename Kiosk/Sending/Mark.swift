import Foundation

/// The file that says which visits are in the request under way, written before it is sent.
struct Mark {
  static let name = "sending"
  let home: String

  /// The visits of a request that never ended; empty where the last one did.
  func read() -> [UUID] {
    let bytes = try? Disk.read("\(home)/\(Self.name)")
    let lines = String(decoding: bytes ?? Data(), as: UTF8.self).split(separator: "\n")
    return lines.compactMap { Queued(name: String($0))?.id }
  }

  /// A full disk is no reason not to send, which is what makes room.
  func set(_ visits: [Queued]) {
    let names = visits.map { $0.name + "\n" }.joined()
    try? Disk.write(Data(names.utf8), to: Self.name, in: home)
  }

  func clear() { try? Disk.remove("\(home)/\(Self.name)") }
}
