import Foundation
import HTTP
import SurveyCore

/// Checking, sending and thanks. Thanked means stored: the reply waits for the disk.
extension Site {
  func check(_ request: Request) throws(Refusal) -> Outcome {
    try request.allow(post: true)
    let form = request.method == .post ? try request.ownForm() : nil
    switch try standing(request) {
    case .none: throw .expired
    case .finished: return .now(seeOther(.sent))
    case .under(let visit):
      try visit.refuseIfClosed()
      guard visit.way.current == nil else { return .now(seeOther(.answer(number: nil))) }
      guard let form else { return .now(checkPage(visit)) }
      return send(visit, wasHelped: form.first("helped") == "yes", request)
    }
  }

  func sent(_ request: Request) throws(Refusal) -> Outcome {
    try request.allow()
    switch try standing(request) {
    case .none: throw .expired
    case .under: return .now(seeOther(.answer(number: nil)))
    case .finished(let collection, let audience, let language):
      let (_, edition) = try opened(collection.id)
      let key = PageCache.Key.sent(collection: collection.id, audience: audience, language)
      return .now(
        pages.response(key) {
          let frame = frame(
            in: language, young: edition.survey.audience(audience)?.young ?? false,
            here: Address.sent.path)
          return .page(
            SentPage(
              frame: frame, survey: edition.survey, collection: collection, audience: audience
            ).html)
        })
    }
  }

  private func checkPage(
    _ visit: Visit, wasHelped: Bool = false, problem: CheckPage.Problem? = nil
  ) -> Response {
    let rows = visit.way.onRoute.enumerated().map { index, said in
      let isSealed = visit.journey.sealed.contains(said.question.id)
      return CheckPage.Row(
        number: index + 1, question: said.question, answer: isSealed ? nil : said.answer,
        isSealed: isSealed)
    }
    let html = CheckPage(
      frame: frame(visit, here: .check), survey: visit.survey, audience: visit.journey.audience,
      rows: rows, wasHelped: wasHelped, problem: problem,
      back: back(from: visit.way.done.count, visit)
    ).html
    guard problem != nil else { return .page(html) }
    var response = Response.page(html, status: Refusal.full.status)
    response.headers.append(Refusal.retryAfter)
    return response
  }

  private func send(_ visit: Visit, wasHelped: Bool, _ request: Request) -> Outcome {
    let day = today
    let journey = visit.journey
    let said = visit.way.onRoute
    let response = SurveyCore.Response(
      id: UUID(), collection: visit.collection.id, audience: journey.audience,
      language: journey.language, channel: journey.channel, day: day, wasHelped: wasHelped,
      answers: Dictionary(uniqueKeysWithValues: said.map { ($0.question.id, $0.answer) }))
    let concerns = Concern.raised(
      by: said, as: journey.audience, in: visit.collection.id, on: day)
    return .later { reply in
      keeper.finish(journey.session, with: response, raising: concerns) { result in
        reply(sendingEnded(result, visit, wasHelped: wasHelped, request))
      }
    }
  }

  /// The thank-you, or the answers again with the button to send them: they are still there.
  private func sendingEnded(
    _ result: Result<Kept, StoreError>, _ visit: Visit, wasHelped: Bool, _ request: Request
  ) -> Response {
    let response: Response
    switch result {
    case .success(let kept):
      if kept == .stored { counters.finish() }
      response = seeOther(.sent)
    case .failure(.busy):
      response = checkPage(visit, wasHelped: wasHelped, problem: .busy)
    case .failure(.full), .failure(.broken):
      response = checkPage(visit, wasHelped: wasHelped, problem: .full)
    case .failure(let error):
      response = refusal(Refusal(error), for: request)
    }
    counters.count(status: response.status)
    return response
  }
}
