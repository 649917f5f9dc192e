import ArgumentParser
import Foundation
import SQLiteStore
import SurveyCore

struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Asks people by text message, and looks after that.",
    subcommands: [
      Invite.self, Phone.self, Concern.self, Remarks.self, Lost.self, Wipe.self,
    ])

  struct Wipe: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Deletes numbers and texts that have been kept long enough.",
      discussion: """
        The server does this every hour by itself. Numbers of people who asked for no more texts \
        stay as a hash; a concern keeps its sealed number until 'heard concerns close'.
        """)

    @OptionGroup var data: DataOptions

    func run() throws {
      try orRefused {
        guard case .wiped(let wiped) = try administer(.wipe, in: data) else { return }
        Output.line(
          "\(wiped.conversations) numbers, \(wiped.texts) texts and \(wiped.words) remarks deleted")
      }
    }
  }

  struct Lost: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists numbers that are somebody else's or reach nobody, for whoever gave them.",
      discussion: """
        They are deleted with the other numbers; what stays is that they are not to be used, until \
        START comes from one.
        """)

    @OptionGroup var data: DataOptions
    @OptionGroup var why: ReasonOption

    func run() throws {
      try orRefused {
        guard
          case .lostNumbers(let wrong, let unreachable) = try administer(
            .lostNumbers(why.reason), in: data)
        else { return }
        for number in wrong { Output.line("\(number)\tsomebody else's") }
        for number in unreachable { Output.line("\(number)\treaches nobody") }
      }
    }
  }

  struct Concern: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what was said in a concern raised by text, and by which number.",
      discussion: """
        For whoever must act on it. It keeps its number until 'heard concerns close'. That it was \
        opened, and why, goes to the server's log.
        """)

    @OptionGroup var data: DataOptions
    @OptionGroup var why: ReasonOption
    @Argument(help: "The concern's id, from 'heard concerns list'.") var id: String

    func run() throws {
      try orRefused {
        let id = try concernID(id)
        guard
          case .concern(let found) = try administer(.readConcern(id, why.reason), in: data)
        else { return }
        let settings = try Settings.read(data.settings)
        Output.line("raised  \(found.raised.minute(in: settings.zone))")
        Output.line("number  \(found.number ?? "gone: the concern is closed, or it was none")")
        if let question = found.question { Output.line("asked   \(question)") }
        Output.line("words   \(found.words.forTerminal)")
      }
    }
  }
}

/// Why what is sealed is opened.
struct ReasonOption: ParsableArguments {
  @Option(
    name: .customLong("reason"),
    help: "Why it is opened; it goes to the server's log, so no name and no number.")
  var words: String

  var reason: OpeningReason {
    get throws { try OpeningReason(words) }
  }
}

extension CollectionCommand.Open {
  /// Opens a collection whose people are asked by text.
  func openByText() throws {
    let request = TextRequest.open(
      survey: survey, place: place, audience: audience, links: singleUse ?? 0, promise: promise,
      asked: asked)
    guard case .opened(let id, let promise, let links) = try administer(request, in: data) else {
      return
    }
    for link in links {
      Output.line(link)
      if qr { Output.line(try QRCode.blocks(link)) }
    }
    Output.error(
      "collection \(id) is open and promises \(promise); invite people with "
        + "'heard text invite --collection \(id) FILE.csv'")
  }
}

extension Date {
  /// `2026-07-31 14:05` by the clock of `zone`.
  fileprivate func minute(in zone: TimeZone) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    (format.timeZone, format.dateFormat) = (zone, "yyyy-MM-dd HH:mm")
    return format.string(from: self)
  }
}
