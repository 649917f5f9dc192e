import Foundation
import SQLiteStore
import SurveyCore

/// What can be asked of whichever process holds the data folder.
enum AdminRequest: Codable {
  /// The survey as its canonical bytes.
  case publish(Data)
  case open(
    survey: String, place: String, audience: String?, singleUse: Int?, promise: Promise?,
    asked: Int?)
  case close(collection: Int)
  case concern(ConcernRequest)
  case inviteKiosk(place: String, pin: String?)
  case revokeKiosk(UUID)
  case backup(path: String)
  case text(TextRequest)
  case evidence(EvidenceRequest)
  case release(ReleaseRequest)
}

enum AdminReply: Codable {
  case edition(survey: String, number: Int)
  case links([String])
  case kioskInvitation(KioskInvitationWords)
  case text(TextReply)
  case evidence(EvidenceReply)
  case release(Release)
  case concern(ConcernReply)
  case done
  case refused(String)
}

/// Carries out what changes something, in the process that holds the data folder.
struct Administration: Sendable {
  let store: any Registrar
  let evidence: any EvidenceStore
  let figures: any FigureSource & ReleaseKeeper
  let authority: Authority
  /// The address links begin with.
  let base: String
  let zone: TimeZone
  let keys: KeyFolder
  /// Gives the text channel, which needs its keys; nil where nobody is asked by text.
  let texts: @Sendable () throws -> SQLiteTexts?

  var today: Day { Day(Date(), in: zone) }

  func perform(_ request: AdminRequest) -> AdminReply {
    do {
      return try performOrThrow(request)
    } catch {
      return .refused(words(for: error))
    }
  }

  private func performOrThrow(_ request: AdminRequest) throws -> AdminReply {
    switch request {
    case .publish(let canonical):
      let edition = try store.publish(Survey(canonical: [UInt8](canonical)), on: today)
      return .edition(survey: edition.survey.id, number: edition.number)
    case .open(let survey, let place, let audience, let singleUse, let promise, let asked):
      return .links(
        try open(
          survey, at: place, for: audience, singleUse: singleUse, promise: promise, asked: asked))
    case .close(let collection):
      guard try store.close(collection, to: .closed) else {
        throw Refused("there is no collection \(collection); see 'heard collection list'")
      }
      return .done
    case .concern(let request):
      return .concern(try perform(request))
    case .inviteKiosk(let place, let pin):
      return .kioskInvitation(try inviteKiosk(at: place, pin: pin))
    case .revokeKiosk(let kiosk):
      try revokeKiosk(kiosk)
      return .done
    case .backup(let path):
      try store.backup(to: path)
      return .done
    case .text(let request):
      return .text(try perform(request))
    case .evidence(let request):
      return .evidence(try perform(request))
    case .release(let request):
      return try perform(request)
    }
  }

  /// Opens a collection of a survey's newest edition and gives its links.
  func open(
    _ survey: String, at place: String, for audience: String? = nil, singleUse: Int? = nil,
    promise: Promise? = nil, asked: Int? = nil
  ) throws -> [String] {
    guard let edition = try store.newestEdition(of: survey) else {
      throw Refused(unknownSurvey: survey, among: try store.editions())
    }
    let made = try edition.survey.promiseOnWeb(
      asked: promise, isSingleUse: singleUse != nil, audience: audience,
      contacts: authority.contacts)
    let tokens = (0..<(singleUse ?? 1)).map { _ in Token() }
    _ = try store.open(
      Opening(
        edition: edition.id, place: place, audience: audience, isSingleUse: singleUse != nil,
        promise: made, links: tokens.map(\.fingerprint), asked: asked, day: today))
    return tokens.map { "\(base)/a/\($0)" }
  }
}
