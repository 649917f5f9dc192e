import Foundation
import HTTP
import SQLiteStore
import SurveyCore
import TestSupport

@testable import Web

/// A site on a real store, asked as a browser would ask it, without a socket.
final class TestSite {
  let store: SQLiteStore
  let site: Site
  let clock = Clock()
  let day: Day
  let zone = TimeZone.gmt

  /// A clock that tests move.
  final class Clock: @unchecked Sendable {
    var now = Date(timeIntervalSince1970: 1_790_000_000)
  }

  init() throws {
    store = try SQLiteStore.inMemory()
    let clock = clock
    day = Day(clock.now, in: .gmt)
    site = Site(
      keeper: store, authority: Self.authority, zone: zone, clock: { clock.now })
  }

  static let authority = Authority(
    name: "Testshire", readers: [.english: "the team"],
    contacts: [
      .init(name: [.english: "Helpers"], phone: "01632 960001", hours: [.english: "Any time"])
    ], leaveTo: "https://www.bbc.co.uk/weather", isMadeUp: false)

  /// Publishes a shipped survey and opens it; gives the token of its link.
  func open(
    _ survey: String, audience: String? = nil, isSingleUse: Bool = false
  ) throws -> Token {
    try open(Package.survey(survey), audience: audience, isSingleUse: isSingleUse).token
  }

  func open(
    _ survey: Survey, audience: String? = nil, isSingleUse: Bool = false
  ) throws -> (token: Token, collection: Int) {
    let edition = try store.publish(survey, on: day)
    let token = Token()
    let promise = try survey.promiseOnWeb(
      asked: nil, isSingleUse: isSingleUse, audience: audience,
      contacts: Self.authority.contacts)
    let collection = try store.open(
      Opening(
        edition: edition.id, place: "Here", audience: audience, isSingleUse: isSingleUse,
        promise: promise, links: [token.fingerprint], day: day))
    return (token, collection)
  }

  func browser() -> Browser { Browser(site) }

  var responses: Int { get throws { try store.verify().responses } }
}

/// A browser as far as a site can tell: it keeps a cookie and can be told to follow.
final class Browser {
  private let site: Site
  var cookie: String?
  var path = "/"
  var status = 0
  var body = ""
  var headers: [HTTP.Response.Header] = []

  init(_ site: Site) { self.site = site }

  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  @discardableResult
  func get(_ target: String, headers: [(name: String, value: String)] = []) -> Browser {
    send(.get, target, [], headers)
  }

  /// Posts a form as a page of the site would.
  @discardableResult
  func post(
    _ target: String, _ fields: [(String, String)] = [],
    headers: [(name: String, value: String)] = []
  ) -> Browser {
    let allowed = CharacterSet.alphanumerics
    let encoded = fields.map { field in
      [field.0, field.1].map { $0.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
        .joined(separator: "=")
    }
    return send(.post, target, Array(encoded.joined(separator: "&").utf8), headers)
  }

  @discardableResult
  func send(
    _ method: Request.Method, _ target: String, _ body: [UInt8],
    _ extra: [(name: String, value: String)] = []
  ) -> Browser {
    var headers = extra
    if method == .post, !extra.contains(where: { $0.name.lowercased() == "content-type" }) {
      headers.append(("Content-Type", "application/x-www-form-urlencoded"))
    }
    if let cookie { headers.append(("Cookie", cookie)) }
    path = target
    guard let request = Request(method, target, headers: headers, body: body) else {
      status = 400
      return self
    }
    take(Self.wait(site.respond(to: request)))
    return self
  }

  /// Follows redirects to where they lead.
  @discardableResult
  func follow() -> Browser {
    var hops = 0
    while status == 303, let location = header("Location"), hops < 5 {
      get(location)
      hops += 1
    }
    return self
  }

  private func take(_ response: HTTP.Response) {
    status = response.status
    headers = response.headers
    body =
      switch response.body {
      case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
      case .shared: ""
      }
    for header in headers where header.name == "Set-Cookie" {
      let pair = header.value.prefix { $0 != ";" }
      cookie = pair.hasSuffix("=") ? nil : String(pair)
    }
  }

  private static func wait(_ outcome: Outcome) -> HTTP.Response {
    switch outcome {
    case .now(let response): return response
    case .later(let start):
      let done = DispatchSemaphore(value: 0)
      let box = Box()
      start { response in
        box.response = response
        done.signal()
      }
      done.wait()
      return box.response ?? .text("no answer", status: 500)
    }
  }

  private final class Box: @unchecked Sendable {
    var response: HTTP.Response?
  }

  // MARK: Reading forms

  /// The question the page asks.
  var question: String? { field("q") }

  func field(_ name: String) -> String? {
    guard let range = body.range(of: "name=\"\(name)\" value=\"") else { return nil }
    return String(body[range.upperBound...].prefix { $0 != "\"" })
  }

  /// The values of the page's radios and checkboxes called `answer`.
  var offered: [String] {
    body.components(separatedBy: "name=\"answer\" value=\"").dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
  }
}

extension Browser {
  /// Opens a link and starts; the first question is shown.
  @discardableResult
  func start(_ token: Token, as audience: String? = nil, in language: String = "en") -> Browser {
    get("/a/\(token)")
    post(
      "/a/\(token)",
      [("language", language)] + (audience.map { [("audience", $0)] } ?? []))
    return follow()
  }

  /// Answers the question shown with its first option, or with words.
  @discardableResult
  func answer(_ value: String? = nil) -> Browser {
    let said = value ?? offered.first ?? "Some words."
    post("/answer", [("q", question ?? ""), ("answer", said)])
    return follow()
  }

  /// Answers everything until the check page.
  @discardableResult
  func answerAll() -> Browser {
    var steps = 0
    while question != nil, !path.hasPrefix("/answer/check"), steps < 60 {
      answer()
      steps += 1
    }
    return self
  }
}
