import ArgumentParser
import Foundation
import SQLiteStore
import SurveyCore

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes in numbers from other systems, shown beside our own.",
    subcommands: [Items.self, List.self, Forget.self])

  struct Items: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Imports items of the twin core that come from case systems, and national items.",
      discussion: """
        The file is CSV, such as:

          item,period,value,unit,source,note
          L3,2026-07 to 2026-09,16.8,cases a social worker,Case system,

        item is one of the Munro Review's Appendix B: L2 (changes of social worker), L3 \
        (caseload), L6 (working days until a plan or proceedings) or L9 (seen as the plan says); \
        N1 to N99, a national item, with its name in a further column 'title'; or P-12-17 and \
        so on, how many people of an audience the service works with, in people. period is a \
        month such as 2026-07, or months such as '2026-07 to 2026-09'. value is a number without its unit, \
        or one of [c], [z], [x], [low]. Every line is checked before anything is kept. What was \
        imported for the same item and period before is replaced.
        """)

    @OptionGroup var data: DataOptions
    @Argument(help: "A CSV file.") var file: String

    func run() throws {
      try orRefused {
        let settings = try Settings.read(data.settings)
        let store = try openToRead(data)
        let audiences = try store.editions().flatMap { $0.survey.audiences.map(\.id) }
        let items = ItemFile(
          try textFile(file), named: file, today: Day(Date(), in: settings.zone),
          held: try store.items(), audiences: Set(audiences))
        guard items.faults.isEmpty else { throw Refused(items.faults, andSo: Self.nothing) }
        let reply = try administer(EvidenceRequest.keep(items.rows.map(\.item)), in: data)
        guard case .items(let outcome) = reply else { return }
        switch outcome {
        case .kept(let kept):
          for (row, kept) in zip(items.rows, kept) { Output.line(kept.words(for: row.item)) }
        case .overlapping:
          throw Refused(
            ["another import came between; try again"], andSo: Self.nothing)
        }
      }
    }

    private static let nothing = "nothing was imported"
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists what was imported: item, period, value, unit, source, note, title.")

    @OptionGroup var data: DataOptions

    func run() throws {
      try orRefused {
        for item in try openToRead(data).items() {
          Output.line(
            [
              item.item, item.period, item.value.written, item.unit, item.source, item.note,
              item.title,
            ].joined(separator: "\t"))
        }
      }
    }
  }

  struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes away what was imported for an item and a period.")

    @OptionGroup var data: DataOptions
    @Argument(help: "The item, such as L3.") var item: String
    @Option(help: "The period's first month, such as 2026-07.") var from: Month
    @Option(name: .customLong("to"), help: "The period's last month, such as 2026-09.")
    var through: Month

    func run() throws {
      try orRefused {
        _ = try administer(
          EvidenceRequest.forget(item: ItemFile.id(item), from: from, through: through), in: data)
        Output.line("forgotten")
      }
    }
  }
}
