import Foundation
import HTTP
import SurveyCore

/// Every reason for the kiosks' API not to do what was asked, as RFC 9457 has it said.
enum Problem: Error, Hashable {
  case notFound
  case wrongMethod(allowed: String)
  case wrongType
  /// The body is not what the address takes.
  case unreadable
  case tooManyItems
  case wrongCode
  case tooManyTries
  case unknownDevice
  case revoked
  case signature
  /// The request's time is too far off; the server's own, in seconds since 1970.
  case clock(now: Int)
  /// The server has not the key that visits are sealed to.
  case noKey
  case busy
  case full
  case broken

  init(_ error: StoreError) {
    switch error {
    case .full: self = .full
    case .busy: self = .busy
    case .conflict, .refused, .broken: self = .broken
    }
  }

  var status: Int {
    switch self {
    case .unreadable, .tooManyItems: 400
    case .unknownDevice, .revoked, .signature, .clock: 401
    case .wrongCode: 403
    case .notFound: 404
    case .wrongMethod: 405
    case .wrongType: 415
    case .tooManyTries: 429
    case .noKey, .busy, .full, .broken: 503
    }
  }

  /// The end of the problem's type.
  private var name: String {
    switch self {
    case .notFound: "not-found"
    case .wrongMethod: "method"
    case .wrongType: "content-type"
    case .unreadable: "unreadable"
    case .tooManyItems: "too-many-items"
    case .wrongCode: "code"
    case .tooManyTries: "too-many-tries"
    case .unknownDevice: "unknown-device"
    case .revoked: "revoked"
    case .signature: "signature"
    case .clock: "clock"
    case .noKey: "no-key"
    case .busy: "busy"
    case .full: "full"
    case .broken: "broken"
    }
  }

  private var title: String {
    switch self {
    case .notFound: "There is nothing at this address."
    case .wrongMethod(let allowed): "This address takes \(allowed)."
    case .wrongType: "The body must be application/json."
    case .unreadable: "The body is not what this address takes."
    case .tooManyItems: "There are more than \(Site.mostItems) items; send fewer at a time."
    case .wrongCode: "The enrolment code is wrong, used or too old; ask for a new one."
    case .tooManyTries: "Too many wrong codes came from here; wait a quarter of an hour."
    case .unknownDevice: "No such device is enrolled."
    case .revoked: "The device was revoked."
    case .signature: "The request is not signed by the device it names."
    case .clock: "The request's time is too far off; set it by 'now' and try again."
    case .noKey: "The server has not the key that visits are sealed to; try again later."
    case .busy: "Too much is waiting to be stored; try again later."
    case .full: "There is no room to store anything; try again later."
    case .broken: "Nothing can be stored at present; try again later."
    }
  }

  private struct Body: Encodable {
    var type: String
    var title: String
    var status: Int
    var now: Int?
  }

  var response: Response {
    var body = Body(type: "/kiosk/v1/problems#\(name)", title: title, status: status)
    if case .clock(let now) = self { body.now = now }
    var response = Response.json(body, status: status, type: "application/problem+json")
    switch self {
    case .wrongMethod(let allowed): response.headers.append(.init("Allow", allowed))
    case .unknownDevice, .revoked, .signature, .clock:
      response.headers.append(.init("WWW-Authenticate", "Heard-Signature"))
    case .tooManyTries:
      response.headers.append(.init("Retry-After", "\(EnrolmentCode.minutes * 60)"))
    case .noKey, .busy, .full, .broken: response.headers.append(Refusal.retryAfter)
    default: break
    }
    return response
  }
}

extension Response {
  /// JSON with sorted keys, so that the same content is the same bytes.
  static func json(
    _ content: some Encodable, status: Int = 200, type: String = "application/json"
  ) -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(content) else { return Response(status: 503) }
    return Response(status: status, type: type, [UInt8](bytes))
  }
}
