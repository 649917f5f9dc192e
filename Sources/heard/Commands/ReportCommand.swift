public import ArgumentParser
import Foundation
import Glibc
public import Reports
public import SurveyCore

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Makes the report of a quarter that has ended: psw or twin-core.",
    discussion: """
      psw is the Principal Social Worker's report: what social workers, children, parents and \
      partners said, each apart. twin-core is the local information of Munro's Appendix B that \
      comes from surveys. What is made of a quarter that was not released is a draft, and says so.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, json, csv, codebook, ods, pdf
  }

  @OptionGroup var data: DataOptions
  @Argument(help: "psw or twin-core.") var kind: ReportDesk.Kind
  @Option(help: "The quarter's first month, such as 2026-07.") var from: Month
  @Option(name: .customLong("to"), help: "The quarter's last month, such as 2026-09.")
  var through: Month
  @Option(help: "html, json, csv, codebook (of the csv), ods or pdf.") var format: Format = .html
  @Option(
    help: "Only the part of one group, to pass on by itself: child, parent, worker or partner.")
  var only: Audience.Group?
  @Option(help: "The file to write; standard output where none is named.") var out: String?

  func validate() throws {
    if only != nil, kind != .psw {
      throw ValidationError("--only is for the psw report; leave it out")
    }
  }

  func run() throws {
    try orRefused {
      let store = try openToRead(data)
      let settings = try Settings.read(data.settings)
      let desk = ReportDesk(
        figures: FigureDesk(source: store), evidence: store, frame: try SurveyFolder.themes(),
        authority: settings.authority)
      let document = try desk.document(
        kind, from: from, through: through, only: only, today: Day(Date(), in: settings.zone))
      try write(document)
    }
  }

  private func write(_ document: Document) throws {
    let bytes =
      switch format {
      case .html: Data(document.html.utf8)
      case .json: Data(document.json.utf8)
      case .csv: Data(document.csv.utf8)
      case .codebook: Data(Document.codebook.utf8)
      case .ods: Data(try document.ods())
      case .pdf:
        Data(try PDFPrinter(path: ProcessInfo.processInfo.environment["PATH"] ?? "").pdf(document))
      }
    if let out { return try NamedFile.write(bytes, to: out) }
    guard isatty(STDOUT_FILENO) == 0 || ![.ods, .pdf].contains(format) else {
      throw Refused("\(format.rawValue) is nothing for a terminal; name a file with --out")
    }
    try FileHandle.standardOutput.write(contentsOf: bytes)
  }
}

extension ReportDesk.Kind: ExpressibleByArgument {}

extension Audience.Group: ExpressibleByArgument {}
