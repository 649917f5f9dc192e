public import ArgumentParser
import Foundation
public import Reports
import SQLiteStore
public import SurveyCore

struct Figures: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Gives the figures that may safely leave, for a month or a quarter that has ended.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, csv }

  @OptionGroup var data: DataOptions
  @Option(help: "The survey's id.") var survey: String
  @Option(help: "The first month, such as 2026-07.") var from: Month
  @Option(name: .customLong("to"), help: "The last month, such as 2026-09.") var through: Month
  @Option(help: "audience, channel, helped or place.") var by: Breakdown?
  @Option(help: "json or csv.") var format: Format = .json

  func run() throws {
    try orRefused {
      let store = try openToRead(data)
      guard try store.newestEdition(of: survey) != nil else {
        throw Refused(unknownSurvey: survey, among: try store.editions())
      }
      let settings = try Settings.read(data.settings)
      let sheet = try FigureDesk(source: store).figures(
        FigureRequest(survey: survey, from: from, through: through, by: by),
        today: Day(Date(), in: settings.zone))
      if try store.release(of: from.quarterStart) == nil {
        Output.error(
          "heard: a draft: late answers may still change these figures, and two drafts tell the "
            + "difference; pass figures on after \"heard release\"")
      }
      try Output.text(format == .json ? sheet.json : sheet.csv)
    }
  }
}

extension Month: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Breakdown: ExpressibleByArgument {}
