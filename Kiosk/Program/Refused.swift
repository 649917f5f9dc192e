import ArgumentParser
import Foundation
import Glibc

/// What was asked for was understood but cannot be done. The exit code is 1.
struct Refused: Error, CustomStringConvertible {
  let description: String

  init(_ words: String) { description = words }
}

/// Runs a command and says on stderr why it was refused, if it was.
func orRefused<Value>(_ work: () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch let error as ExitCode {
    throw error
  } catch let error as ValidationError {
    throw error
  } catch {
    Output.error("heard-kiosk: \(words(for: error))")
    throw ExitCode(1)
  }
}

private func words(for error: any Error) -> String {
  switch error {
  case DiskFault.full, NotKept.full:
    "the disk is full; make room and try again; nothing that was kept is lost"
  case DiskFault.broken(let deed, let number):
    "the disk: cannot \(deed): \(unsafe String(cString: strerror(number)))"
  case let error as Trouble: error.words
  default: String(describing: error)
  }
}

enum Output {
  static func line(_ text: String) { write(text, to: .standardOutput) }
  static func error(_ text: String) { write(text, to: .standardError) }

  // Not `print`: its buffer would hold back lines that a waiting script needs to see.
  private static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data((text + "\n").utf8))
  }
}
