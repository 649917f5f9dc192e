import Foundation
import Glibc

/// Room that the disk has set apart for the next visit, so that one begun can be kept even if the
/// disk fills up meanwhile: the bytes are written into it, and it gets the visit's name.
struct Reserve {
  /// Larger than any visit that people can make.
  static let size = 128 << 10

  private let folder: String
  private var path: String { "\(folder)/\(Disk.unfinished)reserve" }

  init(in folder: String) { self.folder = folder }

  /// Whether the room is there, made now if need be.
  func isReady() -> Bool {
    do {
      try Descriptor(path, O_WRONLY | O_CREAT).claim(Self.size)
      return true
    } catch {
      give()
      return false
    }
  }

  /// Uses the room for a file `name`; whole or not at all.
  func use(for bytes: Data, as name: String) throws(DiskFault) {
    let file = try Descriptor(path, O_WRONLY | O_CREAT)
    do {
      try file.write(bytes)
      try file.sync()
      try Disk.rename(path, to: "\(folder)/\(name)")
    } catch {
      give()
      throw error
    }
    try Disk.sync(folder: folder)
  }

  /// Gives the room back, for something that must be written before anything can be removed.
  func give() { try? Disk.remove(path) }
}
