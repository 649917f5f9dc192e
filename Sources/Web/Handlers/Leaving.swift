import HTTP
import SurveyCore

/// Leaving, help, and the pages that say how things are.
extension Site {
  /// Ends the visit at once and goes somewhere nobody would look at twice.
  ///
  /// A plain GET, so that the Leave button works as a link and no form policy can hold it up.
  func exit(_ request: Request) throws(Refusal) -> Response {
    try request.allow()
    if let session = session(request), !request.isHead {
      keeper.leave(session.fingerprint, on: today)
      counters.leave()
    }
    var response = Response.seeOther(authority.leaveTo)
    response.headers.append(.init("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\""))
    response.headers.append(Self.dropCookie(isSecure: request.isSecure))
    return response
  }

  func help(_ request: Request) throws(Refusal) -> Response {
    try request.allow()
    let frame = frame(for: request, here: .help)
    let isUnderWay = if case .under = try standing(request) { true } else { false }
    let back: Address = isUnderWay ? .answer(number: nil) : .home
    return .page(HelpPage(frame: frame, back: back.path).html)
  }

  func privacy(_ request: Request) throws(Refusal) -> Response {
    try request.allow()
    return .page(PrivacyPage(frame: frame(for: request, here: .privacy)).html)
  }

  func accessibility(_ request: Request) throws(Refusal) -> Response {
    try request.allow()
    return .page(AccessibilityPage(frame: frame(for: request, here: .accessibility)).html)
  }

  /// A file of ours; its name changes with its content, so browsers may keep it for a year.
  func asset(_ name: String, _ request: Request) throws(Refusal) -> Response {
    try request.allow()
    guard let asset = Asset.all.first(where: { $0.name == name }) else { throw .notFound }
    var response = Response(type: asset.type, asset.bytes)
    response.headers.append(.init("Cache-Control", "public, max-age=31536000, immutable"))
    return response
  }
}
