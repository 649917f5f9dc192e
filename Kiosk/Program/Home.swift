import Foundation
import Glibc
import SurveyCore

/// The folder that holds everything a kiosk keeps. One program at a time may have it.
final class Home {
  let path: String
  private let lock: Descriptor

  /// Opens a home, and makes it where there is none.
  ///
  /// - Throws: `Refused` where another program has it, or it cannot be used.
  init(_ path: String) throws {
    self.path = path
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      lock = try Descriptor(path + "/lock", O_RDWR | O_CREAT)
    } catch {
      throw Refused("\(path): cannot be used; name a folder of this user's own with --home")
    }
    guard lock.lock() else {
      throw Refused("\(path): another heard-kiosk is running here; stop it first")
    }
    try Self.makePrivate(path)
  }

  /// What the kiosk was told as it enrolled; nil where it has not been.
  static func device(at path: String) throws -> Device? {
    guard let bytes = try Disk.read(path + "/device.json") else { return nil }
    guard let device = try? JSONDecoder().decode(Device.self, from: bytes) else {
      throw Refused("\(path)/device.json: is not what enrolling wrote; enrol again")
    }
    return device
  }

  /// Makes this the home of a kiosk just enrolled; what another server said before is forgotten.
  func begin(as device: Device) throws {
    for name in ["bundle.json", "pin.json", "contact"] { try Disk.remove("\(path)/\(name)") }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try Disk.write(try encoder.encode(device), to: "device.json", in: path)
  }

  /// The device's own key, made here the first time it is asked for. It stays the same however
  /// often enrolling is tried, so that an answer lost on the way can be asked for again.
  func key() throws -> DeviceKey {
    if let raw = try Disk.read(path + "/device.key") {
      guard let key = DeviceKey(raw: raw) else {
        throw Refused("\(path)/device.key: is not a key; use another folder and enrol anew")
      }
      return key
    }
    let key = DeviceKey()
    try Disk.write(key.raw, to: "device.key", in: path)
    return key
  }

  /// Others may not even look, whoever made the folder.
  private static func makePrivate(_ path: String) throws {
    guard unsafe chmod(path, 0o700) == 0 else {
      throw Refused("\(path): belongs to another user; name a folder of this user's own")
    }
  }
}
