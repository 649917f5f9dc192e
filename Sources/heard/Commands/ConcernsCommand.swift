import ArgumentParser
import Foundation
import SQLiteStore
import SurveyCore

struct ConcernsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concerns", abstract: "Shows what somebody must act on.",
    subcommands: [List.self, Hear.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists concerns nobody has heard yet, oldest first.",
      discussion: """
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
        Output.line("\(concerns.count) unheard")
      }
    }
  }

  struct Hear: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Marks a concern as heard, once somebody has taken it on.")

    @OptionGroup var data: DataOptions
    @Argument(help: "The concern's id, from 'heard concerns list'.") var id: String

    func run() throws {
      try orRefused {
        guard let concern = UUID(uuidString: id) else {
          throw Refused("'\(id)' is not a concern's id; see 'heard concerns list'")
        }
        _ = try administer(.hear(concern: concern), in: data)
        Output.line("heard")
      }
    }
  }
}
