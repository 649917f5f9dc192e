import Foundation
import Reports

/// The folder that a release's documents go to.
///
/// Until the release stands they wait in another, whose name says that nothing in it is released: a release that fails, or a machine that stops, leaves nothing that looks published.
struct ReleaseFolder {
  let path: String
  private let waiting: URL

  /// Makes the folder where documents wait: in the folder where it is there, beside it else.
  ///
  /// - Throws: `Refused` where nothing can be written there.
  init(_ path: String) throws {
    self.path = path
    let (manager, folder) = (FileManager.default, URL(fileURLWithPath: path))
    let name = "\(folder.lastPathComponent).unreleased-\(getpid())"
    waiting = (manager.fileExists(atPath: path) ? folder : folder.deletingLastPathComponent())
      .appending(path: name)
    do { try manager.createDirectory(at: waiting, withIntermediateDirectories: true) } catch {
      throw Refused("\(path) cannot be made a folder, or written; name another by --out")
    }
  }

  /// Writes the documents, to wait until the release stands.
  func write(_ files: [ReleasedFile]) throws {
    for file in files {
      try NamedFile.write(Data(file.bytes), to: waiting.appending(path: file.name).path)
    }
  }

  /// Puts the documents in their place: the release stands.
  func settle() throws {
    let (manager, folder) = (FileManager.default, URL(fileURLWithPath: path))
    do {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
      for name in try manager.contentsOfDirectory(atPath: waiting.path) {
        let file = folder.appending(path: name)
        if manager.fileExists(atPath: file.path) { try manager.removeItem(at: file) }
        try manager.moveItem(at: waiting.appending(path: name), to: file)
      }
      discard()
    } catch {
      throw Refused(
        "it is released, but not all documents could be put in \(path); the others are in "
          + waiting.path)
    }
  }

  /// Takes away what waits.
  func discard() { try? FileManager.default.removeItem(at: waiting) }
}
