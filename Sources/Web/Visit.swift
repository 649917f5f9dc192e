import Foundation
import HTTP
import SurveyCore

/// A session under way, with what it is about.
struct Visit {
  var journey: LiveJourney
  let collection: Collection
  let edition: Edition
  /// Worked out once a request, and again when an answer changes.
  private(set) var way: Journey

  init(journey: LiveJourney, collection: Collection, edition: Edition) {
    (self.journey, self.collection, self.edition) = (journey, collection, edition)
    way = Journey(through: edition.survey, as: journey.audience, with: journey.answers)
  }

  var survey: Survey { edition.survey }

  mutating func take(_ answer: Answer, to question: String) {
    journey.answers[question] = answer
    journey.sealed.remove(question)
    way = Journey(through: survey, as: journey.audience, with: journey.answers)
  }

  /// Whether a question may be shown to whoever goes on: it was not answered before a pause, or it
  /// is due again because what was answered is not offered any more.
  func maySee(_ question: String) -> Bool {
    way.current?.id == question || !journey.sealed.contains(question)
  }

  /// A closed collection takes no more, not even what was begun.
  func refuseIfClosed() throws(Refusal) {
    if collection.state == .closed { throw .closedCollection }
  }
}

/// How a request's session stands.
enum Standing {
  case none
  case under(Visit)
  case finished(Collection, audience: String, language: Language)
}

extension Site {
  /// Seconds without a request after which whoever goes on is not shown what was said before:
  /// the phone may have changed hands.
  static let secondsUntilSealed: TimeInterval = 30 * 60

  func session(_ request: Request) -> Token? {
    request.cookie(Self.cookie(isSecure: request.isSecure)).flatMap { Token($0) }
  }

  func standing(_ request: Request) throws(Refusal) -> Standing {
    guard let token = session(request) else { return .none }
    switch try stored({ () throws(StoreError) in try keeper.session(token.fingerprint) }) {
    case .unknown: return .none
    case .finished(let id, let audience, let language):
      let (collection, _) = try opened(id)
      return .finished(collection, audience: audience, language: language)
    case .under(var journey):
      let (collection, edition) = try opened(journey.collection)
      if clock().timeIntervalSince(journey.touched) > Self.secondsUntilSealed {
        journey.sealed.formUnion(journey.answers.keys)
      }
      return .under(Visit(journey: journey, collection: collection, edition: edition))
    }
  }

  /// The collection with its edition.
  func opened(_ id: Int) throws(Refusal) -> (Collection, Edition) {
    let collection = try stored { () throws(StoreError) in try keeper.collection(id) }
    guard let collection else { throw .notFound }
    let edition = try stored { () throws(StoreError) in try keeper.edition(collection.edition) }
    guard let edition else { throw .notFound }
    return (collection, edition)
  }

  /// Carries the visit on as it now is.
  func carry(_ visit: inout Visit) {
    visit.journey.touched = clock()
    keeper.carry(visit.journey)
  }

  // The `__Host-` prefix makes browsers refuse the cookie from anywhere but this host over TLS.
  static func cookie(isSecure: Bool) -> String { isSecure ? "__Host-heard" : "heard" }

  /// A session cookie: gone when the browser closes, unreadable for scripts.
  static func setCookie(_ token: Token, isSecure: Bool) -> Response.Header {
    let secure = isSecure ? "; Secure" : ""
    return .init(
      "Set-Cookie",
      "\(cookie(isSecure: isSecure))=\(token); Path=/; HttpOnly; SameSite=Lax\(secure)")
  }

  static func dropCookie(isSecure: Bool) -> Response.Header {
    let secure = isSecure ? "; Secure" : ""
    return .init(
      "Set-Cookie",
      "\(cookie(isSecure: isSecure))=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax\(secure)")
  }
}

/// One at a time per session: two tabs must not undo each other's answers.
final class Turns: Sendable {
  private let locks = (0..<64).map { _ in NSLock() }

  func take<T>(
    _ session: Fingerprint, _ work: () throws(Refusal) -> T
  ) throws(Refusal) -> T {
    let lock = locks[Int(session.bytes[0]) & 63]
    lock.lock()
    defer { lock.unlock() }
    return try work()
  }
}
