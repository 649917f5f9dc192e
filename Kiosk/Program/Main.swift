import ArgumentParser
import Foundation
import Glibc

@main
struct Main: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heard-kiosk",
    abstract: "Asks people in a waiting room what it was like, with or without a network.",
    discussion: """
      Enrol it once with the code that "heard kiosk enrol" prints on the server:
        heard-kiosk --server https://heard.example.gov.uk --enrol CODE
      and start it:
        heard-kiosk
      It ends with 0 when it is told to by a signal, 10 when staff stop it on its screen, 1 when \
      it cannot go on (the reason is on stderr), and 64 when it was called wrongly.
      """,
    version: "heard-kiosk \(Version.number)")

  @Option(help: "The folder that holds everything this kiosk keeps.")
  var home = "./heard-kiosk-home"

  @OptionGroup(title: "Enrolling") var enrolling: EnrolOptions

  @Flag(help: "Line by line, for screen readers and terminals that cannot do more.")
  var plain = false

  @Option(help: "light, dark, high-contrast or mono.")
  var theme: String?

  @Flag(help: "Say how the kiosk stands, as it waits on the disk: counts, never an answer.")
  var status = false

  @Flag(help: "Send what waits, and end when nothing waits any more.")
  var send = false

  @Option(
    help: ArgumentHelp(
      "Keep so many made-up visits, send what can be sent meanwhile, and end.",
      discussion: "To try a kiosk out. Refused unless the authority is a demo's.",
      valueName: "visits"))
  var rehearse: Int?

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
      end(0)
    } catch let code as ExitCode {
      end(code.rawValue)
    } catch {
      exit(withError: error)
    }
  }

  /// Ends at once. The sender may be in the middle of a request, and `exit` would take the
  /// libraries down under it; whatever must last is on the disk, and the next start goes on.
  static func end(_ code: Int32) -> Never {
    fflush(nil)
    _exit(code)
  }

  func validate() throws {
    let deeds = [enrolling.isAsked, status, send, rehearse != nil].count { $0 }
    if deeds > 1 {
      throw ValidationError("Use one of --enrol, --status, --send and --rehearse at a time.")
    }
    if let theme, Theme(rawValue: theme) == nil {
      throw ValidationError("--theme: '\(theme)' \(Settings.themeRemedy)")
    }
    if let rehearse, !(1...100_000).contains(rehearse) {
      throw ValidationError("--rehearse: name a number of visits, from 1 to 100000.")
    }
  }

  func run() throws {
    Hardening.apply()
    let path = URL(fileURLWithPath: home).path
    try orRefused {
      if enrolling.isAsked { return try enrolling.enrol(at: path) }
      if status { return try StatusReport.print(of: path) }
      let kiosk = try Running(home: path)
      if send { return kiosk.sendAll() }
      if let rehearse { return try kiosk.rehearse(rehearse) }
      try kiosk.ask(theme: theme.flatMap { Theme(rawValue: $0) }, isPlain: plain)
    }
  }
}
