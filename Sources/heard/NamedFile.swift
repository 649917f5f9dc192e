import Foundation
import Glibc

/// Files that somebody names on the command line: paths, pipes such as `<(…)`, `/dev/stdin`.
enum NamedFile {
  /// More than any file that people write, in bytes.
  private static let most = 64 << 20

  /// What a file holds.
  ///
  /// - Throws: `Refused`, which says why it cannot be read.
  static func bytes(_ path: String) throws -> Data {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Refused("\(path): cannot be read: \(words(for: errno))")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var about = stat()
    if unsafe fstat(descriptor, &about) == 0, about.st_mode & S_IFMT == S_IFDIR {
      throw Refused("\(path): is a folder; name a file")
    }
    do {
      let bytes = try file.read(upToCount: most + 1) ?? Data()
      guard bytes.count <= most else {
        throw Refused("\(path): has more than \(most >> 20) MB; part it")
      }
      return bytes
    } catch let refused as Refused {
      throw refused
    } catch {
      throw Refused("\(path): cannot be read: \(words(for: errno))")
    }
  }

  /// Writes a file, in the place of one that is there.
  ///
  /// - Throws: `Refused`, which says why it cannot be written; then nothing is changed.
  static func write(_ bytes: Data, to path: String) throws {
    do { try bytes.write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
      throw Refused("\(path): cannot be written: \(words(writing: error, at: path))")
    }
  }

  /// Makes a file for its owner alone, where there is none.
  ///
  /// - Returns: It, to be written.
  /// - Throws: `Refused` where there is one, which may hold somebody's work, or none can be made.
  static func makePrivate(_ path: String) throws -> FileHandle {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 { return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true) }
    throw Refused(
      errno == EEXIST
        ? "\(path): is there already, and is not written over; name another file with --out"
        : "\(path): cannot be written: \(words(for: errno)); name another file with --out")
  }

  /// Why something could not be written, in words.
  static func words(writing error: any Error, at path: String) -> String {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    switch (error as? CocoaError)?.code {
    case .fileWriteOutOfSpace: return words(for: ENOSPC)
    case .fileWriteNoPermission, .fileWriteVolumeReadOnly: return words(for: EACCES)
    default:
      let about = try? URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey])
      if about?.isDirectory == true { return words(for: EISDIR) }
      return FileManager.default.fileExists(atPath: folder)
        ? "that cannot be a file's name" : "there is no folder \(folder)"
    }
  }

  /// A fault of the system's, in words.
  private static func words(for code: Int32) -> String {
    switch code {
    case ENOENT, ENOTDIR: "there is no such file or folder"
    case EACCES, EPERM, EROFS: "you are not allowed to; check the permissions"
    case EISDIR: "it is a folder"
    case ENOSPC, EDQUOT: "the disk is full; make room and try again"
    default: unsafe String(cString: strerror(code))
    }
  }
}
