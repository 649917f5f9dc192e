import Foundation
import GRDB
import SurveyCore

/// What must be known of a collection to take a response for it.
struct CollectionRow {
  let edition: Int
  let audience: String?
  let state: Collection.State
  let place: String
  let isSingleUse: Bool

  /// Whether it still takes what was begun.
  var isTaking: Bool { state != .closed }
}

extension Ledger {
  func collection(_ id: Int) throws -> CollectionRow {
    let row = try commands.findCollection.first(.int(id)) { row in
      CollectionRow(
        edition: try row.get(0), audience: try row.get(1),
        state: Collection.State(rawValue: try row.get(2)) ?? .closed, place: try row.get(3),
        isSingleUse: try row.get(4))
    }
    guard let row else { throw StoreError.refused("there is no such collection") }
    return row
  }

  /// Stores a response with the concerns it raises; `.already` when the same one is here.
  ///
  /// - Throws: `StoreError.conflict` when another one has its id, `.refused` when its collection
  ///   takes nothing (unless `isThanked`, when it takes what ended before it closed) or its edition
  ///   does not offer what it says.
  func store(
    _ response: Response, raising concerns: [Concern], isThanked: Bool = false
  ) throws -> Kept {
    let digest = response.digest
    if let kept = try kept(response, digest) { return kept }
    let codebook = try check(response, isThanked)
    let said = try response.answers.map { question, answer in
      (answer, try codebook.numbers(for: answer, to: question, as: response.audience))
    }
    let id = Value.bytes(response.id.bytes)
    let slice = Value.int(try number(of: Slice(of: response)))
    try commands.addResponse.run(id, slice, .int(response.day.day), .bytes(digest.bytes))
    let options = said.flatMap(\.1).map(String.init).joined(separator: ",")
    try commands.addAnswers.run(id, slice, .text("[\(options)]"))
    unsorted += 1
    for (answer, numbers) in said {
      if case .text(let words) = answer, let number = numbers.first {
        try commands.addComment.run(.bytes(makeID().bytes), id, .int(number), .text(words))
      }
    }
    for concern in concerns { try add(concern, to: codebook, in: response.collection) }
    return .stored
  }

  private func add(_ concern: Concern, to codebook: Codebook, in collection: Int) throws {
    guard concern.collection == collection,
      codebook.edition.survey.question(concern.question) != nil
    else { throw StoreError.refused("a concern about something that was not asked") }
    try commands.addConcern.run(
      .bytes(concern.id.bytes), .int(concern.collection), .text("\(concern.day)"),
      .text(concern.question), .text(concern.answer))
  }

  /// What the collection's edition offers, once the response is known to fit the collection.
  private func check(_ response: Response, _ isThanked: Bool) throws -> Codebook {
    let collection = try collection(response.collection)
    guard collection.isTaking || isThanked else {
      throw StoreError.refused("the collection is closed")
    }
    let codebook = try check(response.audience, response.language, in: collection)
    if response.isPartial, !codebook.edition.survey.keepsPartials {
      throw StoreError.refused("the survey keeps no partial responses")
    }
    return codebook
  }

  /// What the collection's edition offers, once it is known to ask the audience in the language.
  func check(
    _ audience: String, _ language: Language, in collection: CollectionRow
  ) throws -> Codebook {
    let codebook = try codebook(collection.edition)
    let survey = codebook.edition.survey
    guard survey.audience(audience) != nil,
      collection.audience == nil || collection.audience == audience
    else { throw StoreError.refused("an audience the collection does not ask") }
    guard survey.languages.contains(language) else {
      throw StoreError.refused("a language the survey does not have")
    }
    return codebook
  }

  fileprivate func kept(_ response: Response, _ digest: Fingerprint) throws -> Kept? {
    let known = try commands.findDigest.first(.bytes(response.id.bytes)) { row in
      (
        digest: try row.get(0, as: Data.self), month: Month(try row.get(1, as: String.self)),
        day: try row.get(2, as: Int.self)
      )
    }
    guard let known else { return nil }
    if known.digest.elementsEqual(digest.bytes) { return .already }
    // The day of a kiosk's visit is worked out anew each time it is sent: the first one stands.
    if response.channel == .kiosk, let month = known.month,
      let day = Day(year: month.year, month: month.month, day: known.day),
      known.digest.elementsEqual(response.on(day).digest.bytes)
    {
      return .already
    }
    throw StoreError.conflict
  }
}

extension Ledger {
  /// Stores the response of a journey under way, spends its link and leaves of it which thank-you
  /// to show. The state is nil when there is no journey, only a response that is here already.
  ///
  /// - Throws: as `store` does, and `StoreError.refused` when there is no such journey, or its link
  ///   was spent by another.
  func finish(
    _ session: Fingerprint, with response: Response, raising concerns: [Concern]
  ) throws -> (Kept, SessionState?) {
    guard let row = try row(of: session) else {
      if try kept(response, response.digest) != nil { return (.already, nil) }
      throw StoreError.refused("there is no such journey")
    }
    if row.isFinished { return (.already, row.finished) }
    guard response.collection == row.collection else {
      throw StoreError.refused("the response is not of the journey's collection")
    }
    let kept = try store(response, raising: concerns)
    if let link = row.link {
      try commands.spend.run(.bytes(link.bytes))
      if database.changesCount == 0 { throw StoreError.refused("the link is spent") }
    }
    try commands.endJourney.run(.bytes(session.bytes))
    return (kept, row.finished)
  }

  /// Stores responses that came without a journey; one that is refused leaves the others.
  func keep(_ responses: [HandedIn]) throws -> [Result<Kept, StoreError>] {
    try responses.map { handedIn in
      do {
        return .success(
          try inSavepoint { try store(handedIn.response, raising: handedIn.concerns) })
      } catch  where StoreError.isOfOneJob(error) && isInTransaction {
        return .failure(StoreError(error))
      }
    }
  }
}
