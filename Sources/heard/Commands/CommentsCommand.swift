import ArgumentParser
import Foundation
import SQLiteStore
import SurveyCore

struct CommentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comments", abstract: "Lets people code what was written, and release quotes.",
    subcommands: [Export.self, Import.self, Themes.self, Log.self])

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes a survey's comments as CSV for a person to code.",
      discussion: """
        Who reads them, and why, is logged first. Give each comment its themes (see 'heard \
        comments themes'), as many as fit, or \(CommentTheme.none). To quote one, write under 'quote' what \
        may be quoted: its own words in their order, with … for what is left out, and [name] or \
        [place] for what would name somebody. 'check' offers words that may; take out those that \
        name nobody. It finds much and not all: read every comment whole. A second person writes \
        'yes' under 'released', and imports the file in their own name.

        The file holds what people wrote. Keep it where nobody else can read it, and delete it.
        """)

    @OptionGroup var data: DataOptions
    @Option(help: "The survey's id.") var survey: String
    @Option(help: "The first month, such as 2026-07.") var from: Month
    @Option(name: .customLong("to"), help: "The last month, such as 2026-09.") var through: Month
    @Option(help: "Why they are read, such as 'coding for the third quarter'.") var reason: String
    @Option(help: "Who reads them; left out, whoever is logged in.") var by: String?
    @Option(help: "The new file to write, for its owner alone; left out, standard output.")
    var out: String?
    @Flag(help: "Leave out what is coded already.") var uncoded = false

    func validate() throws {
      if from > through { throw ValidationError("--from is later than --to") }
      try checkName(reason, "--reason", limit: 200)
      if let by { try checkName(by, "--by") }
    }

    func run() throws {
      try orRefused {
        let settings = try Settings.read(data.settings)
        let thisMonth = Day(Date(), in: settings.zone).inMonth
        guard from <= thisMonth else {
          throw Refused("nothing was written in \(from) yet; this month is \(thisMonth)")
        }
        try data.checkStore()
        let file = try out.map(NamedFile.makePrivate)
        do {
          let count = try write(settings, to: file ?? .standardOutput)
          guard let out else { return }
          Output.line("\(count) comments written to \(out); delete it once it is imported")
        } catch {
          if let out { try? FileManager.default.removeItem(atPath: out) }
          throw error
        }
      }
    }

    /// Logs the reading, then writes what it is about, and gives how many comments that is.
    private func write(_ settings: Settings, to file: FileHandle) throws -> Int {
      let reader = by ?? ProcessInfo.processInfo.environment["SUDO_USER"] ?? NSUserName()
      let request = EvidenceRequest.log(
        reader: reader, reason: reason, survey: survey, from: from, through: through)
      let store = try openToRead(data)
      guard case .reading(let reading) = try administer(request, in: data),
        let newest = try store.newestEdition(of: survey)
      else { throw Refused.unanswered }
      let comments = try store.comments(for: reading).filter { !uncoded || $0.coding == nil }
      let names = try store.collections().map(\.place) + [settings.authority.name]
      let text = CodingFile.write(
        comments, of: newest.survey, checking: WordsToCheck(names: names))
      try file.write(contentsOf: Data(text.utf8))
      return comments.count
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes in a file of comments that somebody coded.",
      discussion: "Every line is checked before anything is kept; lines without themes are left.")

    @OptionGroup var data: DataOptions
    @Argument(help: "The CSV file.") var file: String
    @Option(help: "Who coded it, or who releases its quotes.") var by: String

    func validate() throws { try checkName(by, "--by") }

    func run() throws {
      try orRefused {
        let coded = CodingFile.Coded(
          try textFile(file), named: file, frame: try SurveyFolder.themes())
        let faults = try faults(of: coded)
        guard faults.isEmpty else { throw Refused(faults, andSo: Self.nothing) }
        switch try administer(EvidenceRequest.code(coded.changes, by: by), in: data) {
        case .coded(let summary):
          let left = coded.uncoded == 0 ? "" : ", \(coded.uncoded) still to be coded"
          Output.line(summary.words + left)
        case .uncoded(let unkept):
          throw Refused(coded.faults(unkept: unkept), andSo: Self.nothing)
        default: return
        }
      }
    }

    /// Those of the file, with those that only the store knows. What is wrong with the file is told
    /// even where there is no store.
    private func faults(of coded: CodingFile.Coded) throws -> [String] {
      do {
        let store = try openToRead(data)
        return coded.faults(
          unkept: try store.faults(in: coded.changes, by: by).mapValues(\.words))
      } catch {
        let faults = coded.faults()
        if faults.isEmpty { throw error }
        return faults
      }
    }

    private static let nothing = "nothing was coded"
  }

  struct Themes: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the themes to code with: id, title, groups, what counts as it.")

    func run() throws {
      try orRefused {
        for theme in try SurveyFolder.themes().themes {
          Output.line(
            [
              theme.id, theme.title.words(in: .english),
              theme.groups.map(\.rawValue).joined(separator: ", "), theme.about,
            ].joined(separator: "\t"))
        }
      }
    }
  }

  struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists who read comments: day, who, survey, months, why.")

    @OptionGroup var data: DataOptions

    func run() throws {
      try orRefused {
        for reading in try openToRead(data).readings() {
          Output.line(
            [
              "\(reading.day)", reading.reader.forTerminal, reading.survey,
              "\(reading.from) to \(reading.through)", reading.reason.forTerminal,
            ].joined(separator: "\t"))
        }
      }
    }
  }
}

/// Refuses what cannot be somebody's name, or a reason.
private func checkName(_ name: String, _ option: String, limit: Int = 100) throws {
  let isBlank = name.allSatisfy(\.isWhitespace)
  if isBlank || name.count > limit || name.contains(where: \.isNewline) {
    throw ValidationError("\(option) takes 1 to \(limit) characters on one line")
  }
}
