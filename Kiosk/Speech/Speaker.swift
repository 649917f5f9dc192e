import Foundation
import SurveyCore

/// Reads the screen aloud with espeak-ng, where somebody plugged in a headphone for that. Nothing
/// needs it, and nothing waits for it.
final class Speaker {
  private static let places = ["/usr/bin/espeak-ng", "/usr/local/bin/espeak-ng"]

  private let program: URL
  private var speaking: Process?
  private var last: (heading: String, focus: String)?

  /// Nil where there is no espeak-ng.
  init?() {
    guard let path = Self.places.first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    program = URL(fileURLWithPath: path)
  }

  /// Says what is new: all of another page, or only what the focus has come to.
  func tell(_ page: Page, focus: Action?, in language: Language) {
    let body = page.spoken
    let control = page.controls.first { $0.action == focus }?.spoken ?? ""
    defer { last = (body, control) }
    if last?.heading != body {
      say("\(body)\n\(control)", in: language)
    } else if last?.focus != control {
      say(control, in: language)
    }
  }

  /// Ends what is being said.
  func hush() {
    speaking?.terminate()
    speaking = nil
  }

  private func say(_ words: String, in language: Language) {
    hush()
    let process = Process()
    let pipe = Pipe()
    process.executableURL = program
    process.arguments = ["-v", language.code, "-s", "140", "--stdin"]
    process.standardInput = pipe
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return }
    speaking = process
    // A pipe holds more than a page, so this never waits for the speech.
    try? pipe.fileHandleForWriting.write(contentsOf: Data(words.utf8.prefix(32_768)))
    try? pipe.fileHandleForWriting.close()
  }
}

extension Page {
  /// All that the page says, and its answers, in the order of reading; an error comes first.
  var spoken: String {
    var parts: [String] = []
    for case .fault(let words) in pieces { parts.append(words) }
    parts.append(heading)
    for piece in pieces {
      if case .fault = piece { continue }
      // What somebody writes is not said to the room.
      if case .field = piece { continue }
      parts += piece.sentences
      if case .keys = piece { continue }
      parts += piece.controls.map(\.spoken)
    }
    return parts.joined(separator: "\n")
  }
}

extension Control {
  var spoken: String {
    let number = number.map { "\($0). " } ?? ""
    let words = action == .field ? "" : words
    return number + words + (isChosen ? " √" : "")
  }
}
