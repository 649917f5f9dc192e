import HTTP
import SurveyCore

/// The way in: a code, or a link's first page. Nothing starts until a POST, so that a robot that
/// looks at a link to preview it spends nothing.
extension Site {
  func home(_ request: Request) throws(Refusal) -> Outcome {
    try request.allow(post: true)
    let frame = frame(for: request)
    guard request.method == .post else {
      return .now(.page(HomePage(frame: frame, typed: "", isWrong: false).html))
    }
    let typed = try request.ownForm().first("code") ?? ""
    guard let token = Self.token(typed), try place(of: token) != nil else {
      return .now(.page(HomePage(frame: frame, typed: typed, isWrong: true).html, status: 422))
    }
    return .now(seeOther(.link(token)))
  }

  /// The token in what somebody typed or pasted: the code alone, or the whole link.
  static func token(_ typed: String) -> Token? {
    let last = typed.trimmingSpaces.split(separator: "/").last ?? ""
    return Token(String(last.prefix { $0 != "?" && $0 != "#" }))
  }

  func link(_ segment: String, _ request: Request) throws(Refusal) -> Outcome {
    try request.allow(post: true)
    guard let token = Token(segment), let link = try place(of: token) else { throw .wrongLink }
    let arrival = try arrival(by: link, token, request)
    return .now(
      request.method == .post ? try begin(arrival, request) : try welcome(arrival, request))
  }

  private func place(of token: Token) throws(Refusal) -> Link? {
    try stored { () throws(StoreError) in try keeper.link(token.fingerprint) }
  }

  /// Somebody at a link, with the journey they may carry on.
  private struct Arrival {
    let token: Token
    let link: Link
    let collection: Collection
    let edition: Edition
    let underWay: LiveJourney?
  }

  private func arrival(
    by link: Link, _ token: Token, _ request: Request
  ) throws(Refusal) -> Arrival {
    if link.isSpent { throw .spentLink }
    let (collection, edition) = try opened(link.collection)
    let underWay = try underWay(by: link, request)
    switch collection.state {
    case .open: break
    case .closing where underWay != nil: break
    case .closing, .closed: throw .closedCollection
    }
    return Arrival(
      token: token, link: link, collection: collection, edition: edition, underWay: underWay)
  }

  /// The journey to carry on: this browser's, or on any device a single-use link's.
  private func underWay(by link: Link, _ request: Request) throws(Refusal) -> LiveJourney? {
    if case .under(let visit) = try standing(request), visit.collection.id == link.collection {
      return visit.journey
    }
    guard let session = link.session else { return nil }
    let state = try stored { () throws(StoreError) in try keeper.session(session) }
    guard case .under(let journey) = state else { return nil }
    return journey
  }

  private func welcome(
    _ arrival: Arrival, _ request: Request, error: Bool = false
  ) throws(Refusal) -> Response {
    let survey = arrival.edition.survey
    let language =
      request.asked(of: survey.languages) ?? arrival.underWay?.language
      ?? request.preferred(of: survey.languages) ?? survey.languages.first ?? .english
    let audience = arrival.collection.audience.flatMap(survey.audience)
    let model = { () -> Response in
      let frame = frame(
        in: language, young: audience?.young ?? false, of: survey.languages,
        here: Address.link(arrival.token).path)
      let html = WelcomePage(
        frame: frame, token: arrival.token, survey: survey, collection: arrival.collection,
        isResuming: arrival.underWay != nil, error: error
      ).html
      return .page(html, status: error ? 422 : 200)
    }
    // A single-use link's page is seen once or twice.
    guard !error, !arrival.collection.isSingleUse else { return model() }
    let isResuming = arrival.underWay != nil
    return pages.response(
      .welcome(arrival.token, language, isResuming: isResuming), make: model)
  }

  private func begin(_ arrival: Arrival, _ request: Request) throws(Refusal) -> Response {
    let form = try request.ownForm()
    if let journey = arrival.underWay {
      if form.first("again") == "yes" { return startAgain(journey, arrival, request) }
      if form.first("resume") == "yes" { return resume(journey, arrival, request) }
      // A first page from before somebody began here: it may be another person who presses Start.
      if !journey.answers.isEmpty { return try welcome(arrival, request) }
    }
    let survey = arrival.edition.survey
    guard let audience = try audience(in: form, arrival) else {
      return try welcome(arrival, request, error: true)
    }
    let asked = form.first("language").map { Language($0) }
    let language = survey.languages.first { $0 == asked } ?? request.preferred(of: survey.languages)
    if let old = session(request) { keeper.leave(old.fingerprint, on: today) }
    let session = Token()
    keeper.carry(
      LiveJourney(
        session: session.fingerprint, collection: arrival.collection.id,
        link: arrival.collection.isSingleUse ? arrival.token.fingerprint : nil,
        audience: audience, language: language ?? survey.languages.first ?? .english,
        channel: .web, touched: clock()))
    counters.start()
    return onward(session, to: 1, request)
  }

  /// The audience asked or chosen; nil when a choice is still owed.
  private func audience(in form: Form, _ arrival: Arrival) throws(Refusal) -> String? {
    let survey = arrival.edition.survey
    if let fixed = arrival.collection.audience { return fixed }
    if survey.audiences.count == 1 { return survey.audiences[0].id }
    guard let chosen = form.first("audience") else { return nil }
    guard survey.audience(chosen) != nil else { throw .badRequest }
    return chosen
  }

  /// Goes on with everything said before out of sight; on another device, under a new session.
  private func resume(
    _ journey: LiveJourney, _ arrival: Arrival, _ request: Request
  ) -> Response {
    let own = session(request).flatMap { $0.fingerprint == journey.session ? $0 : nil }
    let session = own ?? Token()
    let language = request.asked(of: arrival.edition.survey.languages) ?? journey.language
    keeper.carry(
      LiveJourney(
        session: session.fingerprint, collection: journey.collection, link: journey.link,
        audience: journey.audience, language: language, channel: journey.channel,
        answers: journey.answers, sealed: Set(journey.answers.keys),
        wasHelped: journey.wasHelped, touched: clock()))
    let way = Journey(
      through: arrival.edition.survey, as: journey.audience, with: journey.answers)
    return onward(session, to: way.done.count + 1, request)
  }

  /// Wipes somebody else's visit, and shows the first page as if nobody had been there.
  private func startAgain(
    _ journey: LiveJourney, _ arrival: Arrival, _ request: Request
  ) -> Response {
    keeper.leave(journey.session, on: today, keepingWords: false)
    var response = seeOther(.link(arrival.token))
    response.headers.append(Self.dropCookie(isSecure: request.isSecure))
    return response
  }

  private func onward(_ session: Token, to number: Int, _ request: Request) -> Response {
    var response = seeOther(.answer(number: number))
    response.headers.append(Self.setCookie(session, isSecure: request.isSecure))
    return response
  }
}
