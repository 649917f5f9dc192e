import HTTP
import SurveyCore

/// One question a page, and what is done with the reply.
extension Site {
  func answer(_ request: Request) throws(Refusal) -> Outcome {
    try request.allow(post: true)
    guard let session = session(request) else { throw .expired }
    let form = request.method == .post ? try request.ownForm() : nil
    return .now(
      try turns.take(session.fingerprint) { () throws(Refusal) in
        if let form { return try take(form, request) }
        return try current(request)
      })
  }

  private func current(_ request: Request) throws(Refusal) -> Response {
    switch try standing(request) {
    case .none: throw .expired
    case .finished: return seeOther(.sent)
    case .under(let visit):
      try visit.refuseIfClosed()
      return try show(visit, request)
    }
  }

  /// Passes a question by, for one of two reasons.
  func skip(_ request: Request) throws(Refusal) -> Outcome {
    try request.allow(get: false, post: true)
    let form = try request.ownForm()
    guard let session = session(request) else { throw .expired }
    return .now(
      try turns.take(session.fingerprint) { () throws(Refusal) in
        try change(request, form) { _, _ in
          .answer(form.first("why") == "unclear" ? .notUnderstood : .skipped)
        }
      })
  }

  private func take(_ form: Form, _ request: Request) throws(Refusal) -> Response {
    try change(request, form) { question, visit in
      question.read(form.all("answer"), as: visit.journey.audience)
    }
  }

  /// Reads a reply to question `q` and moves on, or shows the question again and says why not.
  private func change(
    _ request: Request, _ form: Form, read: (Question, Visit) -> Reading
  ) throws(Refusal) -> Response {
    switch try standing(request) {
    case .none: throw .expired
    // A repeat of the last page after sending: the thank-you again.
    case .finished: return seeOther(.sent)
    case .under(var visit):
      try visit.refuseIfClosed()
      guard let id = form.first("q"), visit.survey.question(id) != nil else { throw .badRequest }
      // Off the route, or answered before a pause: an old tab. Go where this person is.
      guard let question = visit.way.question(id), visit.maySee(id) else {
        return seeOther(.answer(number: nil))
      }
      switch read(question, visit) {
      case .unclear(let why):
        return questionPage(visit, question, error: why, typed: form.all("answer"))
      case .answer(let answer):
        visit.take(answer, to: id)
        carry(&visit)
        let way = visit.way
        return seeOther(way.current == nil ? .check : .answer(number: way.done.count + 1))
      }
    }
  }

  private func show(_ visit: Visit, _ request: Request) throws(Refusal) -> Response {
    var visit = visit
    if let language = request.asked(of: visit.survey.languages) {
      visit.journey.language = language
      carry(&visit)
    }
    let way = visit.way
    if let asked = request.query.first("n").flatMap({ Int($0) }),
      asked >= 1, asked <= way.done.count, visit.maySee(way.done[asked - 1].id)
    {
      return questionPage(visit, way.done[asked - 1])
    }
    guard let current = way.current else { return seeOther(.check) }
    return questionPage(visit, current)
  }

  private func questionPage(
    _ visit: Visit, _ question: Question, error: Unclear? = nil, typed: [String] = []
  ) -> Response {
    let way = visit.way
    let number = (way.done.firstIndex { $0.id == question.id } ?? way.done.count) + 1
    let total = way.mayGrow ? nil : way.done.count + way.remaining
    let back = back(from: number - 1, visit)
    let isSealed = visit.journey.sealed.contains(question.id)
    let answer = isSealed ? nil : visit.journey.answers[question.id]
    let model = { () -> Response in
      let frame = frame(visit, here: .answer(number: number))
      let html = QuestionPage(
        frame: frame, survey: visit.survey, audience: visit.journey.audience, question: question,
        number: number, total: total, answer: answer, error: error, typed: typed, back: back
      ).html
      return .page(html, status: error == nil ? 200 : 422)
    }
    guard answer == nil, error == nil, question.orders.isEmpty else { return model() }
    let key = PageCache.Key.question(
      question.id, edition: visit.edition.id, audience: visit.journey.audience,
      visit.journey.language, number: number, total: total, back: back)
    return pages.response(key, make: model)
  }

  /// The nearest question before place `index` on the way that may still be seen; nil where there
  /// is none.
  func back(from index: Int, _ visit: Visit) -> String? {
    visit.way.done.prefix(index).lastIndex { visit.maySee($0.id) }
      .map { Address.answer(number: $0 + 1).path }
  }
}
