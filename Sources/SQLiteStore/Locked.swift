import Foundation

/// A value that several threads use, one at a time.
///
/// An `NSLock` and not a `Mutex`: the thread sanitizer does not understand the latter on Linux.
final class Locked<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  init(_ value: sending Value) { self.value = value }

  func with<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
