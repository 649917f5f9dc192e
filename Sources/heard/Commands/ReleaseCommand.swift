import ArgumentParser
import Foundation
import Reports
import SQLiteStore
import SurveyCore

struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Freezes a quarter's figures and writes its reports, to be published.",
    discussion: """
      heard release --from 2026-07 --to 2026-09 (see 'heard help release make'). From then on all \
      figures and reports of the quarter are read from what was frozen: what is published of it \
      never differs by a few late answers. So are the earlier quarters that its report shows. \
      --again makes another issue with late answers, where between the two nothing is told of a \
      few people.
      """,
    subcommands: [Make.self, List.self, Verify.self], defaultSubcommand: Make.self)

  struct Make: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Releases a quarter that has ended.")

    @OptionGroup var data: DataOptions
    @Option(help: "The quarter's first month, such as 2026-07.") var from: Month
    @Option(name: .customLong("to"), help: "The quarter's last month, such as 2026-09.")
    var through: Month
    @Flag(help: "Release a quarter again, with the answers that came late.") var again = false
    @Option(help: "The folder the documents go to; it is made. One named after the issue.")
    var out: String?

    func run() throws {
      try orRefused {
        let settings = try Settings.read(data.settings)
        let quarter = try FigureRequest(survey: "", from: from, through: through)
          .quarter(today: Day(Date(), in: settings.zone))
        let before = try openToRead(data).releases()
        let folder = try ReleaseFolder(out ?? name(after: before, of: quarter))
        do {
          let release = try release(quarter, settings, to: folder)
          try folder.settle()
          for line in release.lines { Output.line(line) }
          Output.line("written to \(folder.path)")
        } catch {
          tellHistory(of: quarter, since: before, "heard: frozen all the same", by: Output.error)
          throw error
        }
        tellHistory(
          of: quarter, since: before, "frozen with it, as its report shows them", by: Output.line)
      }
    }

    /// What the folder is called where nobody named it: after the issue that is to be.
    private func name(after releases: [Release], of quarter: Month) -> String {
      let older = releases.last { $0.quarter == quarter }?.issue
      let issue = older.map { again ? $0 + 1 : $0 } ?? 1
      return "release-\(from)-to-\(through)-issue-\(issue)"
    }

    /// Freezes the quarter, writes its documents and publishes it, or takes all of that back.
    private func release(
      _ quarter: Month, _ settings: Settings, to folder: ReleaseFolder
    ) throws -> Release {
      var draft: Release?
      do {
        let frozen = try ask(.freeze(quarter: quarter, isAgain: again))
        draft = frozen
        let files = try files(of: frozen, settings)
        try folder.write(files)
        let documents = files.map {
          ReleasedDocument(name: $0.name, hash: Fingerprint(of: $0.bytes))
        }
        return try ask(.publish(frozen, documents))
      } catch {
        folder.discard()
        if let draft { _ = try? administer(.release(.discard(draft)), in: data) }
        throw error
      }
    }

    /// Says which earlier quarters were frozen, since the report shows them: they stay so, even
    /// where the release itself came to nothing.
    private func tellHistory(
      of quarter: Month, since before: [Release], _ words: String, by tell: (String) -> Void
    ) {
      let known = Set(before.map(\.id))
      let frozen = ((try? openToRead(data).releases()) ?? [])
        .filter { $0.quarter < quarter && !known.contains($0.id) }
      if frozen.isEmpty { return }
      let quarters = frozen.map { "\($0.quarter) to \($0.through)" }.joined(separator: ", ")
      tell("\(words): \(quarters)")
    }

    private func ask(_ request: ReleaseRequest) throws -> Release {
      guard case .release(let release) = try administer(.release(request), in: data) else {
        throw Refused.unanswered
      }
      return release
    }

    private func files(of draft: Release, _ settings: Settings) throws -> [ReleasedFile] {
      try reports(data, settings, reading: draft)
        .documents(quarter: draft.quarter, made: draft.day, issue: draft.issue)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists every issue, with the SHA-256 of each document.")

    @OptionGroup var data: DataOptions

    func run() throws {
      try orRefused {
        let releases = try openToRead(data).releases()
        for release in releases { for line in release.lines { Output.line(line) } }
        Output.line("\(releases.count) \(releases.count == 1 ? "issue" : "issues")")
      }
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks that releases are as they were; exit 1 if one is not.",
      discussion: """
        Every quarter's frozen counts are checked. Files that are named must be documents of a \
        release, byte for byte.
        """)

    @OptionGroup var data: DataOptions
    @Argument(help: "Documents that were published.") var files: [String] = []

    func run() throws {
      try orRefused {
        let store = try openToRead(data)
        let releases = try store.releases()
        var faults = try releases.filter { try !store.isIntact($0) }.map {
          "\($0.title): the counts are not what was frozen"
        }
        for file in files {
          switch origin(of: Array(try NamedFile.bytes(file)), among: releases) {
          case let release?: Output.line("\(file): \(release.title)")
          case nil: faults.append("\(file): is no document of a release, or was changed")
          }
        }
        for fault in faults { Output.error("heard: \(fault)") }
        guard faults.isEmpty else { throw ExitCode(1) }
        Output.line(
          "\(releases.count) \(releases.count == 1 ? "issue" : "issues"), integrity ok")
      }
    }

    private func origin(of bytes: [UInt8], among releases: [Release]) -> Release? {
      let hash = Fingerprint(of: bytes)
      return releases.last { $0.documents.contains { $0.hash == hash } }
    }
  }
}

extension Release {
  /// Such as `2026-07 to 2026-09, issue 1 of 2026-10-05`.
  fileprivate var title: String { "\(quarter) to \(through), issue \(issue) of \(day)" }

  /// What it is, then each document after its hash, as `sha256sum` writes it.
  fileprivate var lines: [String] {
    documents.isEmpty
      ? ["\(title), frozen for another's history and not written"]
      : [title] + documents.map { "\($0.hash)  \($0.name)" }
  }
}

/// Where the data folder's reports are asked for, with one quarter read as `draft` froze it.
private func reports(
  _ data: DataOptions, _ settings: Settings, reading draft: Release
) throws -> ReportDesk {
  let store = try openToRead(data)
  return ReportDesk(
    figures: FigureDesk(source: store, reading: draft), evidence: store,
    frame: try SurveyFolder.themes(), authority: settings.authority)
}
