import HTTP
import SurveyCore

/// Every reason not to do what was asked; it becomes a status and a page in one place.
enum Refusal: Error, Hashable {
  case notFound
  case wrongLink
  case spentLink
  case closedCollection
  /// No session, or one that has ended.
  case expired
  case badRequest
  /// A form that came from another site.
  case notOurs
  case wrongMethod(allowed: String)
  case wrongType
  case tooLarge
  case busy
  case full
  case broken

  /// What the server itself refused, by its status.
  init(status: Int) {
    switch status {
    case 404: self = .notFound
    case 413, 431: self = .tooLarge
    case 500: self = .broken
    case 503: self = .busy
    default: self = .badRequest
    }
  }

  init(_ error: StoreError) {
    switch error {
    case .full: self = .full
    case .busy: self = .busy
    case .conflict, .refused: self = .badRequest
    case .broken: self = .broken
    }
  }

  /// In seconds.
  static let retryAfter = Response.Header("Retry-After", "30")

  var status: Int {
    switch self {
    case .notFound, .wrongLink: 404
    case .spentLink, .closedCollection: 410
    case .expired, .notOurs: 403
    case .badRequest: 400
    case .wrongMethod: 405
    case .wrongType: 415
    case .tooLarge: 413
    case .busy, .full, .broken: 503
    }
  }

  var kind: MessagePage.Kind {
    switch self {
    case .notFound: .notFound
    case .wrongLink: .wrongLink
    case .spentLink: .spentLink
    case .closedCollection: .closedCollection
    case .expired, .notOurs: .expired
    case .badRequest, .wrongType: .badRequest
    case .wrongMethod: .wrongMethod
    case .tooLarge: .tooLarge
    case .busy: .busy
    case .full, .broken: .full
    }
  }
}

extension Site {
  /// The kind page for a refusal.
  func refusal(_ refusal: Refusal, for request: Request) -> Response {
    let frame = frame(for: request)
    var response = Response.page(
      MessagePage(frame: frame, kind: refusal.kind).html, status: refusal.status)
    switch refusal {
    case .wrongMethod(let allowed): response.headers.append(.init("Allow", allowed))
    case .busy, .full, .broken: response.headers.append(Refusal.retryAfter)
    default: break
    }
    return response
  }

  /// Runs a store call and turns its error into a refusal.
  func stored<T>(_ call: () throws(StoreError) -> T) throws(Refusal) -> T {
    do { return try call() } catch { throw Refusal(error) }
  }
}
