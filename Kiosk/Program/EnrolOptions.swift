import ArgumentParser
import Client
import Foundation
import SurveyCore

/// `--server URL --enrol CODE`: makes this computer a kiosk of a server.
struct EnrolOptions: ParsableArguments {
  @Option(help: "The server's address, such as https://heard.example.gov.uk.")
  var server: String?

  @Option(name: .customLong("enrol"), help: "The code that \"heard kiosk enrol\" printed.")
  var code: String?

  @Flag(
    help: ArgumentHelp(
      "Take http: to another computer too.",
      discussion: """
        For trials only: whoever is in between could put a key of their own in the place of the \
        server's, and read every answer.
        """))
  var allowHTTP = false

  var isAsked: Bool { server != nil || code != nil }

  func validate() throws {
    guard isAsked else { return }
    guard let server, code != nil else {
      throw ValidationError("Enrolling takes both --server URL and --enrol CODE.")
    }
    guard let address = ServerAddress(server) else {
      throw ValidationError(
        "--server: '\(server)' is not a server's address; write for example "
          + "https://heard.example.gov.uk, without anything after it.")
    }
    if !address.isSafe, !allowHTTP {
      throw ValidationError(
        "--server: http: to another computer can be read and changed on the way; use https:. "
          + "(--allow-http takes it all the same, for a trial with made-up answers.)")
    }
  }

  func enrol(at path: String) throws {
    guard let code, let address = server.flatMap(ServerAddress.init) else { return }
    let home = try Home(path)
    try refuseIfInUse(path, waiting: Queue(home: path).count)
    let settings = try Settings.read(path)
    let client = try HTTPClient(settings.manners)
    let enrolment = Enrolment(server: address.text, key: try home.key()) {
      request throws(Failure) in try client.send(request)
    }
    let device = try enrolment.enrol(with: code.trimmingCharacters(in: .whitespaces))
    try home.begin(as: device)
    Output.line("This computer is now a kiosk at \(device.place).")
    try fetchBundle(path, home, device, client)
    Output.line("Start it with: heard-kiosk --home \(path)")
  }

  /// A visit that waits is sealed to the server it was for, and says what was asked where.
  private func refuseIfInUse(_ path: String, waiting: Int) throws {
    guard waiting > 0, let device = try Home.device(at: path) else { return }
    throw Refused(
      "\(path): \(waiting) visits at \(device.place) wait to be sent; send them first "
        + "(heard-kiosk --home \(path) --send), or enrol in another folder")
  }

  /// Not having it yet is no reason to do it all again: a start fetches it as well.
  private func fetchBundle(
    _ path: String, _ home: Home, _ device: Device, _ client: HTTPClient
  ) throws {
    let upstream = Upstream(device: device, key: try home.key(), clock: .system()) {
      request throws(Failure) in try client.send(request)
    }
    do throws(Trouble) {
      guard let new = try upstream.bundle(unless: nil) else { return }
      BundleShelf(home: path).put(new)
      let titles = new.bundle.asked.map { $0.survey.title.words(in: .english) }
      Output.line(
        titles.isEmpty
          ? "Nothing is asked there at present: open a collection on the server."
          : "It asks: \(titles.joined(separator: "; ")).")
    } catch {
      Output.line("What it asks could not be fetched yet (\(error.words)); it tries again.")
    }
  }
}
