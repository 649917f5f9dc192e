public import ArgumentParser
import Foundation
import SQLiteStore
public import SurveyCore

struct ConcernsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concerns", abstract: "Shows what somebody must act on, and what was done.",
    subcommands: [List.self, Hear.self, Act.self, Close.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists concerns that are open, or those that were closed, oldest first.",
      discussion: """
        Each line holds the concern's id, its day and its place, the survey and what was said, and \
        how it stands: unheard until somebody has taken it on, then open with its action, its \
        owner and its day, until it is closed.

        A concern from an anonymous answer holds where and on which day it was said, and what \
        was said; nobody can find out by whom. What was said by text is sealed: see \
        'heard text concern'.
        """)

    @OptionGroup var data: DataOptions
    @Flag(help: "List those that were closed, with their outcomes.") var closed = false

    func run() throws {
      try orRefused {
        let store = try openToRead(data)
        let today = Day(Date(), in: try Settings.read(data.settings).zone)
        let concerns = try store.concerns(closed: closed)
        let lines = try ConcernLines(
          collections: store.collections(), editions: store.editions(), today: today)
        for concern in concerns { Output.line(lines.line(concern)) }
        Output.line(closed ? "\(concerns.count) closed" : lines.sum(concerns))
      }
    }
  }

  struct Hear: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Marks a concern as heard, once somebody has taken it on.",
      discussion: """
        It stays open until 'heard concerns close'; one that was raised by text keeps the number \
        it came from as long.
        """)

    @OptionGroup var data: DataOptions
    @Argument(help: "The concern's id, from 'heard concerns list'.") var id: String

    func run() throws {
      try orRefused {
        _ = try administer(ConcernRequest.hear(try concernID(id)), in: data)
        Output.line("heard")
      }
    }
  }

  struct Act: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes down what is to be done about a concern, by whom and by when.",
      discussion: """
        The concern is heard with it. Written again, it takes the place of what was agreed before. \
        It is kept with the concern, and stands in no log and in no report: reports say how many \
        have an action. Leave out names of children and families: those belong in the case system.
        """)

    @OptionGroup var data: DataOptions
    @Argument(help: "The concern's id, from 'heard concerns list'.") var id: String
    @Option(help: "What is to be done, on one line.") var action: String
    @Option(help: "The one person who sees to it.") var owner: String
    @Option(help: "The day by which it is to be done, such as 2026-10-01.") var due: Day

    func validate() throws {
      let faults = [
        fault("--action", action, atMost: ConcernAction.mostCharacters),
        fault("--owner", owner, atMost: 100),
      ].compactMap(\.self)
      if !faults.isEmpty { throw ValidationError(faults.joined(separator: "; ")) }
    }

    func run() throws {
      try orRefused {
        let action = ConcernAction(words: action, owner: owner, due: due)
        _ = try administer(ConcernRequest.agree(action, about: try concernID(id)), in: data)
        Output.line("heard, and to be done by \(due)")
      }
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Closes a concern, once what had to be done is done.",
      discussion: """
        The number of one that was raised by text is destroyed with it. An outcome that was left \
        out, or was wrong, can be written down by closing it again.
        """)

    @OptionGroup var data: DataOptions
    @Argument(help: "The concern's id, from 'heard concerns list'.") var id: String
    @Option(help: "How it ended, on one line; without names of children and families.")
    var outcome: String?

    func validate() throws {
      guard let outcome else { return }
      let wrong = fault("--outcome", outcome, atMost: ConcernAction.mostCharacters)
      if let wrong { throw ValidationError(wrong) }
    }

    func run() throws {
      try orRefused {
        let reply = try administer(
          ConcernRequest.close(try concernID(id), outcome: outcome), in: data)
        switch (reply, outcome) {
        case (.done, .some): Output.line("closed")
        case (.wasClosed, .some): Output.line("was closed; its outcome is written down")
        case (.wasClosed, nil): Output.line("was closed")
        case (.done, nil):
          Output.line("closed, and no outcome is written down; close it again with --outcome")
        }
      }
    }
  }
}

/// The id of a concern as it was typed.
func concernID(_ text: String) throws -> UUID {
  guard let id = UUID(uuidString: text) else {
    throw Refused("'\(text)' is not a concern's id; see 'heard concerns list'")
  }
  return id
}

/// What is wrong with words that an option takes; nil where nothing is.
private func fault(_ option: String, _ words: String, atMost limit: Int) -> String? {
  if words.allSatisfy(\.isWhitespace) { return "\(option) is empty; say it in a few words" }
  if words.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
    return "\(option) takes one line without tabs"
  }
  return words.count > limit
    ? "\(option) has \(words.count) characters; \(limit) is the most" : nil
}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
