import Foundation
import Glibc

/// Why the disk did not do what it was asked.
enum DiskFault: Error, Equatable {
  case full
  /// What could not be done, and the system's number of the reason. Names no content.
  case broken(String, Int32)

  /// What `errno` says now.
  fileprivate static func now(_ deed: String) -> DiskFault {
    [ENOSPC, EDQUOT].contains(errno) ? .full : .broken(deed, errno)
  }
}

/// Files that only their owner may read, and that are there after the power went.
enum Disk {
  /// What a half-written file is called; any that is left is rubbish.
  static let unfinished = ".new-"

  /// Writes a file whole or not at all: under another name, synced, renamed, and the name synced.
  static func write(_ bytes: Data, to name: String, in folder: String) throws(DiskFault) {
    let path = "\(folder)/\(unfinished)\(name)"
    let file = try Descriptor(path, O_WRONLY | O_CREAT | O_TRUNC)
    do {
      try file.write(bytes)
      try file.sync()
      try rename(path, to: "\(folder)/\(name)")
    } catch {
      unsafe unlink(path)
      throw error
    }
    try sync(folder: folder)
  }

  static func rename(_ path: String, to other: String) throws(DiskFault) {
    if unsafe Glibc.rename(path, other) != 0 { throw .now("rename") }
  }

  /// Removes a name; it is no fault that it is gone already.
  static func remove(_ path: String) throws(DiskFault) {
    if unsafe unlink(path) != 0, errno != ENOENT { throw .now("remove") }
  }

  /// Waits until the disk has the names in a folder.
  static func sync(folder: String) throws(DiskFault) {
    try Descriptor(folder, O_RDONLY | O_DIRECTORY).sync()
  }

  /// Makes a folder for its owner alone, if it is not there.
  static func makeFolder(_ path: String) throws(DiskFault) {
    if unsafe mkdir(path, 0o700) != 0, errno != EEXIST { throw .now("make a folder") }
  }

  static func names(in folder: String) throws(DiskFault) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .broken("list", errno)
    }
  }

  /// What a file holds; nil where there is none.
  static func read(_ path: String) throws(DiskFault) -> Data? {
    if let bytes = FileManager.default.contents(atPath: path) { return bytes }
    if FileManager.default.fileExists(atPath: path) { throw .broken("read", EIO) }
    return nil
  }

  /// Bytes free on the disk of `path` for who is not root, and whether it takes more files.
  static func room(at path: String) -> (bytes: Int, takesFiles: Bool) {
    var room = statvfs()
    guard unsafe statvfs(path, &room) == 0 else { return (0, false) }
    // Some file systems count no files.
    let takesFiles = room.f_files == 0 || room.f_favail >= 16
    return (Int(room.f_bavail) * Int(room.f_frsize), takesFiles)
  }
}

/// An open file, closed with the value.
final class Descriptor {
  private let number: Int32

  init(_ path: String, _ flags: Int32) throws(DiskFault) {
    number = unsafe open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if number < 0 { throw .now("open") }
  }

  deinit { close(number) }

  /// Writes from the beginning of the file, and cuts off what was behind.
  func write(_ bytes: Data) throws(DiskFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(number, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .now("write") }
      rest = rest.dropFirst(count)
    }
    if ftruncate(number, bytes.count) != 0 { throw .now("truncate") }
  }

  /// Has the disk set `count` bytes apart for this file.
  func claim(_ count: Int) throws(DiskFault) {
    errno = posix_fallocate(number, 0, count)
    if errno != 0 { throw .now("claim room") }
  }

  func sync() throws(DiskFault) {
    if fsync(number) != 0 { throw .now("sync") }
  }

  /// Takes the file for this process alone; false where another has it.
  func lock() -> Bool { flock(number, LOCK_EX | LOCK_NB) == 0 }
}
