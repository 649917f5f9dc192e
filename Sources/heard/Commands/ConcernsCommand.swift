import ArgumentParser
import Foundation
import SQLiteStore
import SurveyCore

struct ConcernsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concerns", abstract: "Shows what somebody must act on.",
    subcommands: [List.self, Hear.self, Close.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists concerns that nobody has heard yet or that are still open, oldest first.",
      discussion: """
        One that was raised by text stays open once it is heard, until it is closed: it keeps the \
        number it came from as long.

        A concern from an anonymous answer holds where and on which day it was said, and what \
        was said; nobody can find out by whom.
        """)

    @OptionGroup var data: DataOptions

    func run() throws {
      try orRefused {
        let store = try openToRead(data)
        let collections = try Dictionary(
          uniqueKeysWithValues: store.collections().map { ($0.id, $0) })
        let editions = try Dictionary(
          uniqueKeysWithValues: store.editions().map { ($0.id, $0) })
        let concerns = try store.unheardConcerns()
        for concern in concerns {
          guard let collection = collections[concern.collection],
            let edition = editions[collection.edition]
          else { continue }
          Output.line(
            [
              concern.id.uuidString.lowercased(), "\(concern.day)", collection.place,
              edition.survey.id, "\(concern.question) = \(concern.answer)",
            ].joined(separator: "\t"))
        }
        let texted = try store.openTextConcerns()
        for concern in texted {
          Output.line(
            [
              concern.id.uuidString.lowercased(), "\(concern.day)",
              concern.collection.flatMap { collections[$0]?.place } ?? "nobody we asked",
              "by text", concern.isHeard ? "heard, and open" : "see 'heard text concern'",
            ].joined(separator: "\t"))
        }
        let open = texted.count(where: \.isHeard)
        Output.line(
          "\(concerns.count + texted.count - open) unheard"
            + (open > 0 ? ", \(open) heard and open" : ""))
      }
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Closes a concern, once what had to be done is done.",
      discussion: """
        The number of one that was raised by text is destroyed with it. Any other concern holds \
        none, and is marked as heard.
        """)

    @OptionGroup var data: DataOptions
    @Argument(help: "The concern's id, from 'heard concerns list'.") var id: String

    func run() throws {
      try orRefused {
        _ = try administer(.closeConcern(try concernID(id)), in: data)
        Output.line("closed")
      }
    }
  }

  struct Hear: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Marks a concern as heard, once somebody has taken it on.",
      discussion: """
        One that was raised by text keeps the number it came from until 'heard concerns close'.
        """)

    @OptionGroup var data: DataOptions
    @Argument(help: "The concern's id, from 'heard concerns list'.") var id: String

    func run() throws {
      try orRefused {
        _ = try administer(.hear(concern: try concernID(id)), in: data)
        Output.line("heard")
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
