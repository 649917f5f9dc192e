import Foundation
import Logging
import SQLiteStore
import SurveyCore

/// What can be asked about the text channel.
enum TextRequest: Codable {
  case open(
    survey: String, place: String, audience: String?, links: Int, promise: Promise?, asked: Int?)
  case invite(collection: Int, [Invitee])
  case readConcern(UUID, OpeningReason)
  case readRemarks(TextShelf, isAll: Bool, after: UUID?, OpeningReason)
  /// Numbers that are somebody else's or reach nobody.
  case lostNumbers(OpeningReason)
  case wipe
  /// The address gateways reach us at.
  case address
}

enum TextReply: Codable {
  case opened(collection: Int, promise: Promise, links: [String])
  case invited([TextInvited])
  case concern(ConcernWords)
  case remarks([RemarkWords])
  case lostNumbers(wrong: [String], unreachable: [String])
  case wiped(TextsWiped)
  case address(String)
}

/// Somebody to be invited, on the way to the server.
struct Invitee: Codable {
  var number: String
  var language: String
  var audience: String
  var isSafeToText: Bool
}

/// A concern, opened for whoever must act on it.
struct ConcernWords: Codable {
  var raised: Date
  var reason: TextConcern.Reason
  var question: String?
  var words: String
  var number: String?
}

/// Words that are no answer, opened for whoever reads them.
struct RemarkWords: Codable {
  var id: UUID
  var day: Day
  var kind: String
  /// The place and the survey; nil where nobody was asked.
  var asked: String?
  var question: String?
  var words: String?
}

extension Administration {
  func perform(_ request: TextRequest) throws -> TextReply {
    switch request {
    case .open(let survey, let place, let audience, let links, let promise, let asked):
      return try openByText(
        survey, at: place, for: audience, links: links, promise: promise, asked: asked)
    case .invite(let collection, let people):
      let invitations = try people.map { person in
        TextInvitation(
          number: try PhoneNumber(person.number), language: Language(person.language),
          audience: person.audience, isSafeToText: person.isSafeToText)
      }
      return .invited(try line.invite(invitations, to: collection, at: Date()))
    case .readConcern(let id, let reason): return .concern(try read(id, because: reason))
    case .readRemarks(let shelf, let isAll, let last, let reason):
      return .remarks(try remarks(shelf, all: isAll, after: last, because: reason))
    case .lostNumbers(let reason): return try lostNumbers(because: reason)
    case .wipe: return .wiped(try line.wipeTexts(at: Date()))
    case .address: return .address(base)
    }
  }

  var line: SQLiteTexts {
    get throws {
      guard let texts = try texts() else {
        throw Refused("nobody is asked by text here; add 'text:' to heard.yaml")
      }
      return texts
    }
  }

  /// Opens a collection by text, with links for those who would rather use the web.
  func openByText(
    _ survey: String, at place: String, for audience: String?, links: Int, promise: Promise?,
    asked: Int?
  ) throws -> TextReply {
    guard let edition = try store.newestEdition(of: survey) else {
      throw Refused(unknownSurvey: survey, among: try store.editions())
    }
    let made = try edition.survey.promiseByText(
      asked: promise, audience: audience, contacts: authority.contacts)
    let tokens = (0..<links).map { _ in Token() }
    let id = try store.open(
      Opening(
        edition: edition.id, place: place, audience: audience, isSingleUse: true, promise: made,
        links: tokens.map(\.fingerprint), asked: asked, day: today))
    return .opened(collection: id, promise: made, links: tokens.map { "\(base)/a/\($0)" })
  }
}

extension Settings {
  /// The text channel of a store that no server holds; nil where nobody is asked by text.
  func texts(in store: SQLiteStore, keys: URL) throws -> SQLiteTexts? {
    try text.map { text in
      SQLiteTexts(
        store,
        try text.house(
          for: try text.gateway(keys: keys, base: base()), in: self, keys: keys, over: store))
    }
  }
}

/// Asks for something of the text channel.
func administer(_ request: TextRequest, in data: DataOptions) throws -> TextReply {
  guard case .text(let reply) = try administer(.text(request), in: data) else {
    throw Refused.unanswered
  }
  return reply
}
