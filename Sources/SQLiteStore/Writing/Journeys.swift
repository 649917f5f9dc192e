import Foundation
import GRDB
import SurveyCore

/// What a journey's row says without its answers.
struct JourneyRow {
  let session: Fingerprint
  let collection: Int
  let link: Fingerprint?
  let audience: String
  let language: Language
  let isFinished: Bool

  /// - Throws: `StoreError.broken` when the row does not hold what we write.
  init(_ row: Row) throws {
    guard let session = Fingerprint(bytes: try row.get(0, as: Data.self)) else {
      throw StoreError.broken("a journey cannot be read")
    }
    self.session = session
    link = try row.get(1, as: Data?.self).flatMap { Fingerprint(bytes: $0) }
    (collection, audience) = (try row.get(2), try row.get(3))
    (language, isFinished) = (Language(try row.get(4)), try row.get(10))
  }

  var finished: SessionState {
    .finished(collection: collection, audience: audience, language: language)
  }

  /// How the session stands, by the row that `init` read.
  func state(_ row: Row) throws -> SessionState {
    isFinished ? finished : .under(try journey(row))
  }

  /// The whole journey, by the row that `init` read.
  func journey(_ row: Row) throws -> LiveJourney {
    guard let channel = try row.get(5, as: String?.self).flatMap(Channel.init(rawValue:)),
      let answers = try row.get(6, as: String?.self).flatMap([String: Answer].init(coded:)),
      let sealed = try row.get(7, as: String?.self).flatMap(Set<String>.init(coded:)),
      let helped = try row.get(8, as: Bool?.self)
    else { throw StoreError.broken("a journey cannot be read") }
    return LiveJourney(
      session: session, collection: collection, link: link, audience: audience,
      language: language, channel: channel, answers: answers, sealed: sealed, wasHelped: helped,
      touched: Date(timeIntervalSince1970: try row.get(9)))
  }
}

extension Ledger {
  func row(of session: Fingerprint) throws -> JourneyRow? {
    try commands.findJourney.first(.bytes(session.bytes), read: JourneyRow.init)
  }

  /// The journey under way of a session; nil when there is none.
  func journey(of session: Fingerprint) throws -> LiveJourney? {
    try commands.findJourney.first(.bytes(session.bytes)) { row in
      let found = try JourneyRow(row)
      return found.isFinished ? nil : try found.journey(row)
    } ?? nil
  }

  /// Writes a journey in place of what its session and its link held.
  ///
  /// - Throws: `StoreError.refused` when it is finished, or its link does not lead on.
  func carry(_ journey: LiveJourney) throws {
    guard let link = journey.link else { return try write(journey) }
    try inSavepoint {
      try commands.replace.run(.bytes(link.bytes), .bytes(journey.session.bytes))
      try write(journey)
    }
  }

  private func write(_ journey: LiveJourney) throws {
    try commands.carry.run(
      .bytes(journey.session.bytes), .bytes(journey.link?.bytes), .int(journey.collection),
      .text(journey.audience), .text(journey.language.code), .text(journey.channel.rawValue),
      .text(journey.answers.coded), .text(journey.sealed.coded), .flag(journey.wasHelped),
      .int(Int(journey.touched.timeIntervalSince1970)))
    if database.changesCount == 0 { throw StoreError.refused("the journey may not go on") }
  }

  /// Keeps of an unfinished journey how far it got, or what was said where the survey keeps partial
  /// responses, and wipes it. One of which nothing can be kept is wiped all the same.
  func retire(_ journey: LiveJourney, on day: Day, keepingWords: Bool = true) throws {
    do {
      try inSavepoint { try keepRemains(of: journey, on: day, keepingWords) }
    } catch  where StoreError.isOfOneJob(error) && isInTransaction {}
    try commands.dropJourney.run(.bytes(journey.session.bytes))
  }

  private func keepRemains(
    of journey: LiveJourney, on day: Day, _ keepingWords: Bool
  ) throws {
    let collection = try collection(journey.collection)
    let survey = try codebook(collection.edition).edition.survey
    let partial = survey.keepsPartials && keepingWords ? partial(journey, of: survey, on: day) : nil
    if let partial, collection.isTaking {
      _ = try store(partial, raising: worries(in: partial, of: survey))
      // Somebody who came back by the link would be counted twice.
      if let link = journey.link { try commands.spend.run(.bytes(link.bytes)) }
    } else {
      let last = survey.questions.last { journey.answers[$0.id] != nil }
      let slice = try number(of: Slice(of: journey, in: day.inMonth))
      try commands.addDropout.run(.int(slice), .text(last?.id ?? ""))
    }
  }

  /// What was said on the way; nil when that is nothing.
  private func partial(_ journey: LiveJourney, of survey: Survey, on day: Day) -> Response? {
    let way = Journey(through: survey, as: journey.audience, with: journey.answers)
    let answers = Dictionary(
      way.onRoute.map { ($0.question.id, $0.answer) }, uniquingKeysWith: { first, _ in first })
    if answers.isEmpty { return nil }
    return Response(
      id: makeID(), collection: journey.collection, audience: journey.audience,
      language: journey.language, channel: journey.channel, day: day,
      wasHelped: journey.wasHelped, isPartial: true, answers: answers)
  }

  /// Marked answers must reach somebody, whether or not the person went on to the end.
  private func worries(in response: Response, of survey: Survey) -> [Concern] {
    survey.questions.flatMap { question in
      let chosen = response.answers[question.id]?.values ?? []
      return question.options(for: response.audience)
        .filter { $0.isWorrying && chosen.contains($0.value) }
        .map {
          Concern(
            id: makeID(), collection: response.collection, day: response.day,
            question: question.id, answer: $0.value)
        }
    }
  }
}
