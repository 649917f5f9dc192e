import Foundation
import Glibc
import SurveyCore

/// The folder for keys: apart from the data, and in no backup.
final class KeyFolder: Sendable {
  let folder: URL
  private let box = Box()

  private final class Box: @unchecked Sendable {
    let lock = NSLock()
    var sealing: SealingKey?
  }

  init(_ folder: URL) { self.folder = folder }

  /// Where the key is to which kiosks seal.
  var sealingFile: URL { folder.appending(path: "kiosk.key") }

  /// The key to which kiosks seal; nil where there is none.
  ///
  /// - Throws: `Refused` where the file is there but holds no key.
  func sealingKey() throws -> SealingKey? {
    try box.lock.withLock {
      if let known = box.sealing { return known }
      guard FileManager.default.fileExists(atPath: sealingFile.path) else { return nil }
      let text = try textFile(sealingFile.path).trimmingCharacters(in: .whitespacesAndNewlines)
      guard let raw = Data(base64Encoded: text), let key = SealingKey(raw: raw) else {
        throw Refused("\(sealingFile.path): holds no key; put back the one that was there")
      }
      box.sealing = key
      return key
    }
  }

  /// The key to which kiosks seal, which is made where there is none and no kiosk needs an older one.
  func sealingKey(for kiosks: [KioskStanding]) throws -> SealingKey {
    let needed = kiosks.first { $0.device.revoked == nil }?.device.sealingKey
    if let key = try sealingKey() {
      if let needed, needed != key.publicKey { throw lacking(needed) }
      return key
    }
    if let needed { throw lacking(needed) }
    return try make()
  }

  private func lacking(_ publicKey: Data) -> Refused {
    Refused(
      "\(sealingFile.path) is not the key kiosks seal to (\(Self.name(of: publicKey))); put that "
        + "one back, or revoke every kiosk and enrol it anew")
  }

  /// What people can tell a key by: the beginning of its public half.
  static func name(of publicKey: Data) -> String {
    publicKey.prefix(4).map { $0 < 16 ? "0\(String($0, radix: 16))" : String($0, radix: 16) }
      .joined()
  }

  /// Writes a new key for its owner alone, and waits until the disk has it.
  private func make() throws -> SealingKey {
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let key = SealingKey()
    let part = sealingFile.path + ".part"
    unsafe unlink(part)
    let descriptor = unsafe open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Refused("\(folder.path): no key can be written there") }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.write(contentsOf: Data((key.raw.base64EncodedString() + "\n").utf8))
    try file.synchronize()
    // Never over a key that came meanwhile: what was sealed to that one could not be opened again.
    guard unsafe link(part, sealingFile.path) == 0 else {
      throw Refused("\(sealingFile.path): cannot be made")
    }
    unsafe unlink(part)
    let names = unsafe open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if names >= 0 {
      fsync(names)
      close(names)
    }
    return box.lock.withLock {
      box.sealing = key
      return key
    }
  }
}
