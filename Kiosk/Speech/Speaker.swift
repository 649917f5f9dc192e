import Foundation
import SurveyCore

/// Reads the screen aloud with espeak-ng, where somebody plugged in a headphone for that. Nothing
/// needs it, and nothing waits for it.
final class Speaker {
  private static let places = ["/usr/bin/espeak-ng", "/usr/local/bin/espeak-ng"]

  private struct Told {
    let body: String
    let chosen: [String]
    let focus: String
  }

  private let program: URL
  private var speaking: Process?
  private var told: Told?

  /// Nil where there is no espeak-ng.
  init?() {
    guard let path = Self.places.first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    program = URL(fileURLWithPath: path)
  }

  /// Says what is new: all of another page, or only what was chosen and where the focus has come.
  func tell(_ page: Page, focus: Action?, in language: Language) {
    let word = Words.in(language).kiosk.plain.chosen
    let now = Told(
      body: page.spoken,
      chosen: page.controls.filter(\.isChosen).map { "\(word) \($0.spoken)" },
      focus: page.controls.first { $0.action == focus }?.spoken ?? "")
    defer { told = now }
    let isNewPage = told?.body != now.body
    let chosen = isNewPage ? now.chosen : now.chosen.filter { told?.chosen.contains($0) == false }
    guard isNewPage || !chosen.isEmpty || told?.focus != now.focus else { return }
    let parts = (isNewPage ? [now.body] : []) + chosen + [now.focus]
    say(parts.joined(separator: "\n"), in: language)
  }

  /// Ends what is being said, and forgets it.
  func hush() {
    speaking?.terminate()
    speaking = nil
    told = nil
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
  /// All that the page says, its answers and its buttons, in the order of reading; an error comes
  /// first.
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
    parts += buttons.map(\.spoken)
    return parts.joined(separator: "\n")
  }
}

extension Control {
  var spoken: String {
    let number = number.map { "\($0). " } ?? ""
    return number + (action == .field ? "" : words)
  }
}
