import ArgumentParser
import Foundation
import SurveyCore

extension TextCommand {
  struct Remarks: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what people texted that is no answer, and marks it as read.",
      discussion: """
        Each line is a day, a kind, what the person was asked, the question that was open, and \
        every word. No number goes with it. That it was opened, and why, goes to the server's log.
        """)

    @OptionGroup var data: DataOptions
    @OptionGroup var why: ReasonOption
    @Flag(help: "Also what was read before.") var all = false
    @Flag(help: "What could not be read or dealt with, or was sent to another number, instead.")
    var parked = false

    func run() throws {
      try orRefused {
        let found = try fetch(parked ? .parked : .remarks)
        for remark in found.sorted(by: { $0.day < $1.day }) { Output.line(remark.line) }
        Output.line("\(found.count) shown")
      }
    }

    private func fetch(_ shelf: TextShelf) throws -> [RemarkWords] {
      var found: [RemarkWords] = []
      while true {
        let request = TextRequest.readRemarks(
          shelf, isAll: all, after: found.last?.id, try why.reason)
        guard case .remarks(let some) = try administer(request, in: data), !some.isEmpty else {
          return found
        }
        found += some
      }
    }
  }
}

extension RemarkWords {
  fileprivate var line: String {
    [
      "\(day)", kind, asked ?? "nobody we asked", question ?? "-",
      words?.forTerminal ?? "(does not open with this key)",
    ].joined(separator: "\t")
  }
}

extension String {
  /// On one line, and without what would move a terminal's cursor or hide what stands there.
  var forTerminal: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          let isPlain = scalar.properties.generalCategory != .control && scalar != "\u{202E}"
          return isPlain ? scalar : " "
        }))
  }
}
