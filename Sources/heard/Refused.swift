import ArgumentParser
import Foundation
import SurveyCore

/// A command that was understood but cannot be done. Its words go to stderr; the exit code is 1.
struct Refused: Error, CustomStringConvertible {
  let description: String

  init(_ words: String) { description = words }

  /// Every fault of a file on a line of its own, and what became of it.
  init(_ faults: [String], andSo outcome: String) {
    let told = faults.prefix(Self.mostFaults)
    let left = faults.count - told.count
    let more = left == 0 ? [] : ["and \(left) more"]
    description = (told + more + [outcome]).joined(separator: "\n")
  }

  /// There is no such survey: the one that was meant, or all there are.
  init(unknownSurvey id: String, among editions: [Edition]) {
    let known = Set(editions.map(\.survey.id)).sorted()
    let near = known.nearest(to: id).map { "did you mean '\($0)'?" }
    let all = known.isEmpty ? "" : "published are \(known.joined(separator: ", ")); "
    description =
      "no survey '\(id)' is published; "
      + (near ?? all + "publish it with 'heard survey publish FILE'")
  }

  /// A server replied otherwise than it was asked.
  static let unanswered = Refused("the server gave no answer; is it of another version?")

  /// More than these nobody reads: they are of one kind.
  private static let mostFaults = 200
}

/// Runs a command and says why it was refused, if it was.
func orRefused<T>(_ work: () throws -> T) throws -> T {
  do {
    return try work()
  } catch let error as ExitCode {
    throw error
  } catch let error as ValidationError {
    throw error
  } catch {
    Output.error("heard: \(words(for: error))")
    throw ExitCode(1)
  }
}

/// The words for an error, for whoever runs the command.
func words(for error: any Error) -> String {
  switch error {
  case let error as StoreError: storeWords(error)
  case let error as CocoaError where error.code == .fileWriteOutOfSpace: storeWords(.full)
  case let error as CocoaError: error.localizedDescription
  default: String(describing: error)
  }
}

private func storeWords(_ error: StoreError) -> String {
  switch error {
  case .full: "the disk is full; make room and try again; nothing that was kept is lost"
  case .busy: "too much is waiting to be written; try again in a moment"
  case .conflict: "something with this id and other content is here already"
  case .refused(let reason), .broken(let reason): reason
  }
}

/// The text of a file.
///
/// - Parameter path: Where the file is, as the messages will say it.
/// - Returns: What it holds.
/// - Throws: `Refused` where it is not there, may not be read, or is not UTF-8.
func textFile(_ path: String) throws -> String {
  guard let text = String(validating: try NamedFile.bytes(path), as: UTF8.self) else {
    throw Refused(
      "\(path): is not UTF-8 text; save it as UTF-8 (in Excel: CSV UTF-8, comma delimited)")
  }
  return text
}

/// What the command says.
enum Output {
  static func line(_ text: String) { write(text + "\n", to: .standardOutput) }
  static func error(_ text: String) { write(text + "\n", to: .standardError) }

  /// All of something that is no use in part.
  static func text(_ text: String) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  }

  // Not `print`: its buffer would hold back lines a waiting script needs to see.
  static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
