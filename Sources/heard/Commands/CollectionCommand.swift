public import ArgumentParser
import Foundation
import SQLiteStore
public import SurveyCore

struct CollectionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collection", abstract: "Opens, lists and closes collections.",
    subcommands: [Open.self, List.self, Close.self])

  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Opens the newest edition of a survey at a place and prints its links.")

    @OptionGroup var data: DataOptions
    @Argument(help: "The survey's id.") var survey: String
    @Option(help: "Where or through whom it is asked: a waiting room, a team, a school.")
    var place: String
    @Option(help: "The one audience to ask; left out, people say which they are.")
    var audience: String?
    @Option(name: .customLong("single-use"), help: "Make this many links for one person each.")
    var singleUse: Int?
    @Option(help: "anonymous or confidential; left out, the strongest that is true.")
    var promise: Promise?
    @Option(
      help: "web or text; by text, --single-use makes links for those who would rather use the web."
    )
    var channel: Channel = .web
    @Option(
      help: "How many people are asked, such as cards handed out; then a response rate can be told."
    )
    var asked: Int?
    @Flag(help: "Print a code a phone can read under each link.")
    var qr = false

    func validate() throws {
      if let singleUse, !(1...10_000).contains(singleUse) {
        throw ValidationError("--single-use takes a number from 1 to 10000")
      }
      if let asked, !(1...1_000_000).contains(asked) {
        throw ValidationError("--asked takes a number from 1 to 1000000")
      }
      if let asked, let singleUse, channel == .web, asked < singleUse {
        throw ValidationError("--asked is fewer than the links made by --single-use")
      }
      try checkPlace(place)
    }

    func run() throws {
      try orRefused {
        if channel == .text { return try openByText() }
        let reply = try administer(
          .open(
            survey: survey, place: place, audience: audience, singleUse: singleUse,
            promise: promise, asked: asked), in: data)
        guard case .links(let links) = reply else { return }
        for link in links {
          Output.line(link)
          if qr { Output.line(try QRCode.blocks(link)) }
        }
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists every collection: id, state, survey and edition, place, audience, promise.")

    @OptionGroup var data: DataOptions

    func run() throws {
      try orRefused {
        let store = try openToRead(data)
        let editions = try Dictionary(
          uniqueKeysWithValues: store.editions().map { ($0.id, $0) })
        for collection in try store.collections() {
          guard let edition = editions[collection.edition] else { continue }
          Output.line(
            [
              "\(collection.id)", collection.state.rawValue,
              "\(edition.survey.id) edition \(edition.number)", collection.place,
              collection.audience ?? "all audiences",
              collection.promise.rawValue + (collection.isSingleUse ? " single-use" : ""),
              "since \(collection.opened)",
            ].joined(separator: "\t"))
        }
      }
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Closes a collection: its links take no more answers.")

    @OptionGroup var data: DataOptions
    @Argument(help: "The collection's number, from 'heard collection list'.") var id: Int

    func run() throws {
      try orRefused {
        _ = try administer(.close(collection: id), in: data)
        Output.line("collection \(id) is closed")
      }
    }
  }
}

/// Refuses what cannot be the name of a place.
func checkPlace(_ place: String) throws {
  if place.allSatisfy(\.isWhitespace) || place.count > 100 || place.contains(where: \.isNewline) {
    throw ValidationError("--place takes a name of 1 to 100 characters on one line")
  }
}

extension Promise: ExpressibleByArgument {}
