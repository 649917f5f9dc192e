import Foundation
import Glibc
import SurveyCore

/// The file that holds the key of the numbers: in the folder for keys, in no backup.
struct NumberKeyFile {
  let path: URL

  /// - Parameter folder: The folder for keys.
  init(in folder: URL) { path = folder.appending(path: "text.key") }

  /// Reads the key, which is made where there is none.
  ///
  /// - Parameter isNeeded: Whether something is sealed with it already: then none is made, since
  ///   those who asked for no more texts would not be known under another.
  /// - Returns: The key.
  /// - Throws: `Refused` where the file holds no key, or cannot be read or made.
  func key(isNeeded: Bool = false) throws -> NumberKey {
    if !FileManager.default.fileExists(atPath: path.path) {
      if isNeeded { throw Refused("\(path.path): is missing; put back the key that was there") }
      try make()
    }
    let text = try textFile(path.path).trimmingCharacters(in: .whitespacesAndNewlines)
    guard let raw = Data(base64Encoded: text), let key = try? NumberKey(master: [UInt8](raw)) else {
      throw Refused("\(path.path): holds no key; put back the one that was there")
    }
    return key
  }

  /// Writes a new key for its owner alone, and waits until the disk has it.
  private func make() throws {
    let folder = path.deletingLastPathComponent()
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var chance = SystemRandomNumberGenerator()
    let raw = (0..<NumberKey.length).map { _ in UInt8.random(in: 0...255, using: &chance) }
    let part = path.path + ".part"
    unsafe unlink(part)
    let descriptor = unsafe open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Refused("\(folder.path): no key can be written there") }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.write(contentsOf: Data((Data(raw).base64EncodedString() + "\n").utf8))
    try file.synchronize()
    // Never over a key that came meanwhile: what was sealed under that one could not be opened.
    guard unsafe link(part, path.path) == 0 else { throw Refused("\(path.path): cannot be made") }
    unsafe unlink(part)
    let names = unsafe open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if names >= 0 {
      fsync(names)
      close(names)
    }
  }
}
