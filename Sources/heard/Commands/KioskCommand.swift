import ArgumentParser
import Foundation
import SQLiteStore
import SurveyCore

struct KioskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kiosk", abstract: "Enrols, lists and revokes kiosks.",
    subcommands: [Enrol.self, List.self, Revoke.self])

  struct Enrol: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints a code with which one kiosk can enrol at a place.",
      discussion: """
        The code works once, within a quarter of an hour. The staff PIN opens the page of counts \
        and the way out on the kiosk; it is shown here and never again.
        """)

    @OptionGroup var data: DataOptions
    @Option(help: "Where the kiosk stands, as 'heard collection list' names it.")
    var place: String
    @Option(help: "The staff PIN: six digits that nobody guesses; left out, it is drawn by lot.")
    var pin: String?

    func validate() throws {
      try checkPlace(place)
      if let weakness = pin.flatMap({ StaffPIN.weakness(of: $0) }) {
        throw ValidationError("--pin takes six digits; \(weakness.words)")
      }
    }

    func run() throws {
      try orRefused {
        let reply = try administer(.inviteKiosk(place: place, pin: pin), in: data)
        guard case .kioskInvitation(let invitation) = reply else { return }
        if let warning = invitation.warning { Output.error("heard: \(warning)") }
        for line in invitation.lines { Output.line(line) }
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists every kiosk and how it stands, by place.",
      discussion: """
        'missing' are visits that ended on the kiosk and neither arrived nor wait there. A kiosk \
        silent for the hours of the setting 'kiosk-silent-hours' is flagged.
        """)

    @OptionGroup var data: DataOptions

    func run() throws {
      try orRefused {
        let settings = try Settings.read(data.settings)
        let kiosks = try openToRead(data).kiosks()
        if kiosks.isEmpty { Output.line("no kiosks; enrol one with 'heard kiosk enrol'") }
        let now = Date()
        for kiosk in kiosks {
          Output.line(
            kiosk.line(at: now, in: settings.zone, silentHours: settings.kioskSilentHours))
        }
      }
    }
  }

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lets a kiosk hand in nothing more, for one that is lost or stolen.",
      discussion: """
        What still waits on the kiosk stays there, sealed. To bring it in, enrol the same kiosk \
        anew.
        """)

    @OptionGroup var data: DataOptions
    @Argument(help: "The kiosk's id, from 'heard kiosk list'.") var id: String

    func run() throws {
      try orRefused {
        guard let kiosk = UUID(uuidString: id) else {
          throw Refused("'\(id)' is not a kiosk's id; see 'heard kiosk list'")
        }
        _ = try administer(.revokeKiosk(kiosk), in: data)
        Output.line("kiosk \(id) is revoked")
      }
    }
  }
}

extension StaffPIN.Weakness {
  /// What to write instead, or why not this.
  fileprivate var words: String {
    switch self {
    case .notSixDigits: "write for example --pin 402957"
    case .sequence: "digits in a row are guessed first"
    case .repeated: "the same digits over again are guessed first"
    }
  }
}
