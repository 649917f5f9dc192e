public import Foundation
public import HTTP
import Markup
public import SurveyCore

/// The site as one function from request to outcome.
///
/// It holds no state of its own but pages already rendered: who is where in a survey is worked out
/// from the answers, which the keeper carries.
public struct Site: Sendable {
  let keeper: any ResponseKeeper
  let kiosks: KioskAccess?
  let authority: Authority
  let zone: TimeZone
  let clock: @Sendable () -> Date
  /// Nil where nobody is asked by text.
  let texts: TextAccess?
  let pages = PageCache()
  let turns = Turns()
  let wrongCodes = WrongCodes()
  public let counters = Counters()

  /// - Parameters:
  ///   - keeper: The door through which answers come in.
  ///   - kiosks: What the kiosks' API needs; nil for a site without one.
  ///   - texts: What gateways send is taken in by; nil where nobody is asked by text.
  ///   - authority: Who asks, and whom people can reach now.
  ///   - zone: The authority's time zone, which says what day it is.
  ///   - clock: The time now.
  public init(
    keeper: any ResponseKeeper, kiosks: KioskAccess? = nil, texts: TextAccess? = nil,
    authority: Authority, zone: TimeZone, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    (self.keeper, self.kiosks, self.texts) = (keeper, kiosks, texts)
    (self.authority, self.zone, self.clock) = (authority, zone, clock)
  }

  /// Answers a request; whatever happens inside becomes a kind page here, at the edge.
  public func respond(to request: Request) -> Outcome {
    let outcome: Outcome
    do {
      outcome = try route(request)
    } catch {
      outcome = .now(refusal(error, for: request))
    }
    if case .now(let response) = outcome { counters.count(status: response.status) }
    return outcome
  }

  /// The page for what the server refuses before the site sees it, such as a body too large.
  public func refusalPage(_ status: Int) -> HTTP.Response {
    .page(MessagePage(frame: plainFrame, kind: Refusal(status: status).kind).html, status: status)
  }

  private func route(_ request: Request) throws(Refusal) -> Outcome {
    let segments = request.segments
    switch (segments.first, segments.count) {
    case (nil, _): return try home(request)
    case ("kiosk", _): return kiosk(request)
    case ("a", 2): return try link(segments[1], request)
    case ("answer", 1): return try answer(request)
    case ("answer", 2): return try answerStep(segments[1], request)
    case ("static", 2): return .now(try asset(segments[1], request))
    case ("text", 2...3): return try text(segments[1], request)
    case ("exit", 1): return .now(try exit(request))
    case ("help", 1): return .now(try help(request))
    case ("privacy", 1): return .now(try privacy(request))
    case ("accessibility", 1): return .now(try accessibility(request))
    default: throw .notFound
    }
  }

  private func answerStep(_ step: String, _ request: Request) throws(Refusal) -> Outcome {
    switch step {
    case "skip": return try skip(request)
    case "check": return try check(request)
    case "sent": return try sent(request)
    default: throw .notFound
    }
  }

  /// The day it is for the authority.
  var today: Day { Day(clock(), in: zone) }
}

/// In this module an answer to a request; what a person said is a `SurveyCore.Response`.
typealias Response = HTTP.Response

extension HTTP.Response {
  static func page(_ html: HTML, status: Int = 200) -> HTTP.Response {
    HTTP.Response(status: status, type: "text/html; charset=utf-8", html.bytes)
  }
}

func seeOther(_ address: Address) -> Response { .seeOther(address.path) }
