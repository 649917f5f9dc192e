import Foundation
import SurveyCore

/// What SQLite leaves to us: making files private, and making names last.
enum Disk {
  /// Makes an empty file that only its owner may read.
  static func makePrivateFile(_ path: String) throws {
    let isMade = FileManager.default.createFile(
      atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    if !isMade { throw StoreError.broken("cannot make a file in that folder") }
  }

  /// Waits until the disk has the file.
  static func sync(_ path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw StoreError.broken("cannot open the file to sync it")
    }
    try file.synchronize()
    try file.close()
  }

  /// Waits until the disk has the names in the folder that holds `path`.
  static func sync(folderOf path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try sync(folder)
  }
}
