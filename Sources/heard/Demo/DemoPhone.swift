import Foundation
import SQLiteStore
import SurveyCore

/// The demo's text channel: a survey that begins with TALK, and a gateway that `heard text phone`
/// stands in for.
struct DemoPhone {
  private static let survey = "my-social-worker"
  private static let audience = "12-17"
  /// A fresh store's first collection.
  private static let collection = 1

  /// Makes the secrets that the gateway and the server share.
  init(keys: URL) throws {
    try FileManager.default.createDirectory(
      at: keys, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for name in ["kannel-password", "kannel-secret"] {
      let file = keys.appending(path: name).path
      let isMade = FileManager.default.createFile(
        atPath: file, contents: Data("\(Token())\n".utf8), attributes: [.posixPermissions: 0o600])
      if !isMade { throw Refused("\(file): cannot be written; name another folder with --keys") }
    }
  }

  // Numbers that Ofcom keeps free for use in drama.
  let settings = """
    text:
      gateway: kannel
      sender: "07700 900456"
      sending: http://127.0.0.1:13013/cgi-bin/sendsms
      username: heard
      password-file: kannel-password
      secret-file: kannel-secret
      keywords:
        - {word: TALK, collection: \(collection), audience: \(audience)}

    """

  /// Opens the survey by text, before anything else is opened.
  func open(in store: SQLiteStore, authority: Authority, zone: TimeZone) throws {
    let file = try SurveyFolder.shippedSurveys().first {
      $0.deletingPathExtension().lastPathComponent == Self.survey
    }
    guard let file, let survey = try check(file.path).survey else {
      throw Refused("the shipped survey '\(Self.survey)' is missing or has faults")
    }
    let today = Day(Date(), in: zone)
    let edition = try store.publish(survey, on: today.inMonth.adding(-12).firstDay ?? today)
    let id = try store.open(
      Opening(
        edition: edition.id, place: Elmshire.places[0], audience: Self.audience, isSingleUse: true,
        promise: try survey.promiseByText(
          asked: nil, audience: Self.audience, contacts: authority.contacts),
        links: [], day: today))
    guard id == Self.collection else { throw Refused("the demo wants a fresh folder with --data") }
  }

  func words(_ data: DataOptions) -> String {
    """
    A phone in another terminal (text TALK to begin)
    heard text phone --data \(data.folder.path) --keys \(data.keys.path)
    """
  }
}
