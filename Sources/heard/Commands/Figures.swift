public import ArgumentParser
import Foundation
public import Reports
public import SurveyCore

struct Figures: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Gives the figures that may safely leave, for a month or a quarter that has ended.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, csv }

  @OptionGroup var data: DataOptions
  @Option(help: "The survey's id.") var survey: String
  @Option(help: "The first month, such as 2026-07.") var from: Month
  @Option(name: .customLong("to"), help: "The last month, such as 2026-09.") var through: Month
  @Option(help: "audience, channel or place.") var by: Breakdown?
  @Option(help: "json or csv.") var format: Format = .json

  func run() throws {
    try orRefused {
      let store = try openToRead(data)
      let settings = try Settings.read(data.settings)
      let sheet = try FigureDesk(source: store).figures(
        FigureRequest(survey: survey, from: from, through: through, by: by),
        today: Day(Date(), in: settings.zone))
      Output.write(format == .json ? sheet.json : sheet.csv, to: .standardOutput)
    }
  }
}

extension Month: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Breakdown: ExpressibleByArgument {}
