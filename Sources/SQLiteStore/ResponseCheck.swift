import Foundation
import GRDB
import SurveyCore

/// Puts every response together again from what is stored of it, and compares it with the digest
/// taken when it was handed in.
///
/// Responses are taken in runs of neighbouring ids, so that a large store needs little memory.
struct ResponseCheck {
  /// Responses held in memory at a time.
  private static let run = 50_000

  private struct Kept {
    let slice: Int
    let day: Int
    let digest: Data
    var options: [Int] = []
    var comments: [Int: String] = [:]
  }

  private struct SliceRow {
    let edition: Int
    let collection: Int
    let audience: String
    let language: Language
    let channel: Channel
    let month: Month
    let wasHelped: Bool
    let isPartial: Bool
  }

  private let database: Database
  private let codebook: (_ edition: Int) throws -> Codebook?
  private let slices: [Int: SliceRow]
  /// Each pair of slice and option that has answers.
  private let pairs: [(slice: Int, option: Int)]

  init(_ database: Database, codebook: @escaping (_ edition: Int) throws -> Codebook?) throws {
    (self.database, self.codebook) = (database, codebook)
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT slices.id, edition, collection, slices.audience, language, channel, month, helped,
          partial
        FROM slices JOIN collections ON collections.id = collection
        """)
    slices = Dictionary(
      try rows.map { row in (try row.get(0), try Self.slice(row)) },
      uniquingKeysWith: { first, _ in first })
    pairs = try Row.fetchAll(database, sql: "SELECT DISTINCT slice, option FROM answers")
      .map { (try $0.get(0), try $0.get(1)) }
  }

  func faults() throws -> [String] {
    var (changed, astray) = (0, 0)
    var bound = Data()
    while true {
      var kept = try responses(from: bound)
      guard let last = kept.keys.max(by: { $0.lexicographicallyPrecedes($1) }) else { break }
      astray += try addAnswers(to: &kept, from: bound, through: last)
      try addComments(to: &kept, from: bound, through: last)
      for (id, response) in kept where try !isWhole(id, response) { changed += 1 }
      bound = last + [0]
    }
    return (changed > 0 ? ["\(changed) responses are not what was handed in"] : [])
      + (astray > 0 ? ["\(astray) answers are counted where their response is not"] : [])
  }

  private func responses(from bound: Data) throws -> [Data: Kept] {
    var kept: [Data: Kept] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT id, slice, day, digest FROM responses WHERE id >= ? ORDER BY id LIMIT ?",
      arguments: [bound, Self.run])
    while let row = try rows.next() {
      kept[try row.get(0)] = Kept(
        slice: try row.get(1), day: try row.get(2), digest: try row.get(3))
    }
    return kept
  }

  /// How many of the answers are not in their response's slice.
  private func addAnswers(
    to kept: inout [Data: Kept], from bound: Data, through last: Data
  ) throws -> Int {
    var astray = 0
    func add(_ row: Row) throws {
      let id = try row.get(0, as: Data.self)
      if kept[id]?.slice != (try row.get(1)) { astray += 1 }
      kept[id]?.options.append(try row.get(2))
    }
    let statement = try database.cachedStatement(
      sql: """
        SELECT response, slice, option FROM answers
        WHERE slice = ? AND option = ? AND response BETWEEN ? AND ?
        """)
    for pair in pairs {
      let rows = try Row.fetchCursor(
        statement, arguments: [pair.slice, pair.option, bound, last])
      while let row = try rows.next() { try add(row) }
    }
    let unsorted = try Row.fetchCursor(
      database,
      sql: """
        SELECT response, slice, value FROM unsorted, json_each(options)
        WHERE response BETWEEN ? AND ?
        """, arguments: [bound, last])
    while let row = try unsorted.next() { try add(row) }
    return astray
  }

  private func addComments(
    to kept: inout [Data: Kept], from bound: Data, through last: Data
  ) throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT response, option, body FROM comments WHERE response BETWEEN ? AND ?",
      arguments: [bound, last])
    while let row = try rows.next() {
      kept[try row.get(0)]?.comments[try row.get(1)] = try row.get(2)
    }
  }

  private func isWhole(_ id: Data, _ kept: Kept) throws -> Bool {
    guard let slice = slices[kept.slice], let id = UUID(stored: id),
      let day = Day(year: slice.month.year, month: slice.month.month, day: kept.day),
      let codebook = try codebook(slice.edition),
      let answers = codebook.answers(from: kept.options, kept.comments)
    else { return false }
    let response = Response(
      id: id, collection: slice.collection, audience: slice.audience, language: slice.language,
      channel: slice.channel, day: day, wasHelped: slice.wasHelped, isPartial: slice.isPartial,
      answers: answers)
    return kept.digest.elementsEqual(response.digest.bytes)
  }

  private static func slice(_ row: Row) throws -> SliceRow {
    guard let channel = Channel(rawValue: try row.get(5)),
      let month = Month(try row.get(6, as: String.self))
    else { throw StoreError.broken("a slice cannot be read") }
    return SliceRow(
      edition: try row.get(1), collection: try row.get(2), audience: try row.get(3),
      language: Language(try row.get(4)), channel: channel, month: month,
      wasHelped: try row.get(7), isPartial: try row.get(8))
  }
}

extension Codebook {
  /// The answers that stored numbers and words stand for; nil when they do not fit together.
  fileprivate func answers(from options: [Int], _ comments: [Int: String]) -> [String: Answer]? {
    var answers: [String: Answer] = [:]
    var values: [String: [String]] = [:]
    for option in options {
      guard let (question, value) = meanings[option] else { return nil }
      switch value {
      case Self.skipped: answers[question] = .skipped
      case Self.notUnderstood: answers[question] = .notUnderstood
      case Self.answered:
        if edition.survey.question(question)?.kind == .choices {
          values[question, default: []] += []
        } else {
          guard let words = comments[option] else { return nil }
          answers[question] = .text(words)
        }
      default: values[question, default: []].append(value)
      }
    }
    for (question, values) in values {
      let isOne = edition.survey.question(question)?.kind != .choices
      if isOne && values.count != 1 { return nil }
      answers[question] = isOne ? .chosen(values[0]) : .several(values)
    }
    return answers
  }
}
