import Foundation

/// The lock of a data folder: whoever holds it is the one process that writes there. It goes with
/// the value, and with the process, however that ends.
public struct FolderLock: ~Copyable, Sendable {
  public enum Refusal: Error, Sendable, Hashable {
    /// Another process holds it; what it said of itself, such as `heard serve, process 123`.
    case held(by: String)
    /// The folder is not there, or nothing may be written in it.
    case unusable
  }

  private let file: Int32

  /// Takes the lock of `folder`, and says there who has it.
  public init(_ folder: String, for purpose: String) throws(Refusal) {
    let path = folder + "/lock"
    file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .unusable }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let holder = try? String(contentsOfFile: path, encoding: .utf8)
      close(file)
      throw .held(by: holder ?? "")
    }
    let words = "\(purpose), process \(getpid())"
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
    try? handle.truncate(atOffset: 0)
    try? handle.write(contentsOf: Data(words.utf8))
  }

  deinit { close(file) }
}
