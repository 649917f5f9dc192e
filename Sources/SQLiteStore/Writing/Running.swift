import Foundation
import GRDB
import SurveyCore

// What is written seldom: editions, collections, the wiping of journeys.
extension Ledger {
  /// Publishes a survey, or finds the edition with the same content; gives its id.
  func publish(_ survey: Survey, as content: [UInt8], on day: Day) throws -> Int {
    let hash = Data(Fingerprint(of: content).bytes)
    let known = try Int.fetchOne(
      database, sql: "SELECT id FROM editions WHERE hash = ?", arguments: [hash])
    if let known { return known }
    try Self.check(survey)
    try database.execute(
      sql: """
        INSERT INTO editions (survey, number, hash, content, published)
        SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4 FROM editions WHERE survey = ?1
        """, arguments: [survey.id, hash, Data(content), "\(day)"])
    let edition = Int(database.lastInsertedRowID)
    for row in Codebook.rows(for: survey) {
      try database.execute(
        sql: "INSERT INTO options (edition, question, value) VALUES (?, ?, ?)",
        arguments: [edition, row.question, row.value])
    }
    return edition
  }

  /// A value that reads as one of ours would be counted as one.
  private static func check(_ survey: Survey) throws {
    let options = survey.questions.flatMap { $0.answers.values.joined() }
    if options.contains(where: { $0.value.hasPrefix(":") }) {
      throw StoreError.refused("an answer's value begins with a colon")
    }
  }

  func open(_ opening: Opening) throws -> Int {
    try database.execute(
      sql: "INSERT INTO places (name) VALUES (?) ON CONFLICT DO NOTHING",
      arguments: [opening.place])
    try database.execute(
      sql: """
        INSERT INTO collections (edition, place, audience, single_use, promise, state, opened)
        SELECT ?, id, ?, ?, ?, 'open', ? FROM places WHERE name = ?
        """,
      arguments: [
        opening.edition, opening.audience, opening.isSingleUse, opening.promise.rawValue,
        "\(opening.day)", opening.place,
      ])
    let collection = Int(database.lastInsertedRowID)
    for link in opening.links {
      try database.execute(
        sql: "INSERT INTO links (token, collection) VALUES (?, ?)",
        arguments: [Data(link.bytes), collection])
    }
    if let asked = opening.asked {
      try database.execute(
        sql: "INSERT INTO asked (collection, people) VALUES (?, ?)",
        arguments: [collection, asked])
    }
    return collection
  }

  /// Counts people whom a collection invited by text.
  func count(texted people: Int, for collection: Int) throws {
    guard people > 0 else { return }
    try database.execute(
      sql: """
        INSERT INTO asked (collection, texted) VALUES (?, ?)
        ON CONFLICT (collection) DO UPDATE SET texted = coalesce(texted, 0) + excluded.texted
        """, arguments: [collection, people])
  }

  /// Moves a collection on, never back; false when there is none.
  func close(_ collection: Int, to state: Collection.State) throws -> Bool {
    guard state != .open else { throw StoreError.refused("a collection is not opened again") }
    try database.execute(
      sql: "UPDATE collections SET state = ? WHERE id = ? AND state <> 'closed'",
      arguments: [state.rawValue, collection])
    if database.changesCount == 1 { return true }
    let found = try String.fetchOne(
      database, sql: "SELECT state FROM collections WHERE id = ?", arguments: [collection])
    if let found, found != state.rawValue {
      throw StoreError.refused("the collection is closed already")
    }
    return found != nil
  }

  /// Wipes some of the journeys untouched since `seconds`, and the traces of those that finished;
  /// gives the unfinished ones, none when there are no more.
  func wipe(
    before seconds: Int, on day: Day, except isUnwritten: (Fingerprint) -> Bool
  ) throws -> [Fingerprint] {
    try database.execute(
      sql: "DELETE FROM journeys WHERE finished = 1 AND touched < ?", arguments: [seconds])
    let rows = try Row.fetchCursor(
      database, sql: "SELECT * FROM journeys WHERE finished = 0 AND touched < ?",
      arguments: [seconds])
    var journeys: [LiveJourney] = []
    while journeys.count < 500, let row = try rows.next() {
      // One that was touched this very moment, and only waits to be written, goes on.
      let found = try JourneyRow(row)
      if !isUnwritten(found.session) { journeys.append(try found.journey(row)) }
    }
    for journey in journeys { try retire(journey, on: day) }
    return journeys.map(\.session)
  }
}
