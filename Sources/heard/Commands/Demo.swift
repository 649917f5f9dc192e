import ArgumentParser
import Foundation
import SurveyCore

struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves a made-up council with made-up answers, to try Heard out.",
    discussion: """
      Publishes the shipped surveys in a fresh data folder, opens them, makes up responses over \
      the last twelve months, prints a link to each survey, and serves. Every page says that it \
      is a demo.
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var listening: ListenOptions
  @Option(help: "How many responses to make up.") var responses = 2000

  func validate() throws {
    if !(0...2_000_000).contains(responses) {
      throw ValidationError("--responses takes a number from 0 to 2000000")
    }
  }

  func run() throws {
    try orRefused {
      let signal = StopSignal()
      var data = data
      if data.given == nil { data.given = Self.freshFolder() }
      // The demo leaves nothing where it was started.
      if !data.saysKeys { data.keysGiven = data.folder.path + "-keys" }
      let taken = [data.store, data.settings].map(\.path)
      guard !taken.contains(where: FileManager.default.fileExists) else {
        throw Refused("\(data.folder.path) is in use; the demo wants a fresh folder with --data")
      }
      try data.make()
      let phone = try DemoPhone(keys: data.keys)
      let month = Day(Date(), in: Settings().zone).inMonth
      try (Elmshire.settings(in: month) + phone.settings)
        .write(to: data.settings, atomically: true, encoding: .utf8)
      let settings = try Settings.read(data.settings, flags: listening.given)
      let service = try Service(data, settings)
      try phone.open(in: service.store, authority: settings.authority, zone: settings.zone)
      let links = try Elmshire(zone: settings.zone).fill(
        service.store, authority: settings.authority, responses: responses)
      let (listening, base) = try service.start()
      let kiosk = try service.administration(base: base)
        .inviteKiosk(at: Elmshire.places[0], pin: nil)
      tell(links, kiosk, base, data.folder)
      let today = Day(Date(), in: settings.zone)
      if responses > 0 { tellReport(today.inMonth.quarterStart.adding(-3), data.folder) }
      Output.line(phone.words(data) + "\n")
      Output.line("Heard is listening on \(listening)")
      signal.wait()
      service.stop()
    }
  }

  private func tell(
    _ links: [Elmshire.DemoLink], _ kiosk: KioskInvitationWords, _ base: String, _ folder: URL
  ) {
    Output.line(
      "This is a demo: Elmshire is a made-up council, and so are its \(responses) answers.")
    Output.line("Its data folder is \(folder.path)\n")
    for link in links {
      Output.line(link.title)
      Output.line("\(base)/a/\(link.token)\n")
    }
    Output.line("A kiosk at \(Elmshire.places[0]) (until \(kiosk.until); staff PIN \(kiosk.pin))")
    Output.line("\(kiosk.command)\n")
  }

  private func tellReport(_ quarter: Month, _ folder: URL) {
    Output.line("The Principal Social Worker's report of the last quarter")
    Output.line(
      "heard report psw --data \(folder.path) --from \(quarter) --to \(quarter.adding(2)) "
        + "--out report.html\n")
  }

  private static func freshFolder() -> String {
    FileManager.default.temporaryDirectory
      .appending(path: "heard-demo-\(UUID().uuidString.prefix(8).lowercased())").path
  }
}
