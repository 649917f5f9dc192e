import GRDB
import SurveyCore

/// What may be said to an edition, as the numbers it is stored under.
struct Codebook: Sendable {
  static let answered = ":answered"
  static let skipped = ":skipped"
  static let notUnderstood = ":not-understood"

  struct Entry: Sendable {
    let question: Question
    let numbers: [String: Int]
  }

  let edition: Edition
  private let entries: [String: Entry]
  /// What each number stands for.
  let meanings: [Int: (question: String, value: String)]

  /// The rows that an edition of `survey` needs, in order.
  static func rows(for survey: Survey) -> [(question: String, value: String)] {
    survey.questions.flatMap { question in
      values(of: question).map { (question.id, $0) }
    }
  }

  private static func values(of question: Question) -> [String] {
    var values: [String] = []
    for audience in question.audiences {
      for option in question.options(for: audience) where !values.contains(option.value) {
        values.append(option.value)
      }
    }
    let hasBase = question.kind == .choices || question.kind == .text
    return values + (hasBase ? [answered] : []) + [skipped, notUnderstood]
  }

  init(_ edition: Edition, from database: Database) throws {
    self.edition = edition
    var numbers: [String: [String: Int]] = [:]
    var meanings: [Int: (question: String, value: String)] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT id, question, value FROM options WHERE edition = ?",
      arguments: [edition.id])
    while let row = try rows.next() {
      let id = try row.get(0, as: Int.self)
      let question = try row.get(1, as: String.self)
      let value = try row.get(2, as: String.self)
      numbers[question, default: [:]][value] = id
      meanings[id] = (question, value)
    }
    self.meanings = meanings
    entries = Dictionary(
      edition.survey.questions.map { question in
        (question.id, Entry(question: question, numbers: numbers[question.id] ?? [:]))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The numbers an answer is stored under.
  ///
  /// - Throws: `StoreError.refused` when the edition does not offer the audience that answer.
  func numbers(for answer: Answer, to question: String, as audience: String) throws -> [Int] {
    guard let entry = entries[question], entry.question.audiences.contains(audience) else {
      throw StoreError.refused("a question that was not asked")
    }
    return try entry.values(of: answer, as: audience).map { value in
      guard let number = entry.numbers[value] else {
        throw StoreError.broken("edition \(edition.id) lacks an option")
      }
      return number
    }
  }
}

extension Codebook.Entry {
  fileprivate func values(of answer: Answer, as audience: String) throws -> [String] {
    switch (answer, question.kind) {
    case (.skipped, _): return [Codebook.skipped]
    case (.notUnderstood, _): return [Codebook.notUnderstood]
    case (.chosen(let value), .choice), (.chosen(let value), .faces), (.chosen(let value), .scale):
      return try offered([value], audience)
    case (.several(let values), .choices):
      return try offered(values, audience) + [Codebook.answered]
    case (.text(let words), .text) where !words.isEmpty && words.count <= question.limit:
      return [Codebook.answered]
    default: throw StoreError.refused("an answer that does not fit its question")
    }
  }

  private func offered(_ values: [String], _ audience: String) throws -> [String] {
    let options = question.options(for: audience)
    for (index, value) in values.enumerated() {
      let isRepeated = values[..<index].contains(value)
      if isRepeated || !options.contains(where: { $0.value == value }) {
        throw StoreError.refused("an answer that was not offered")
      }
    }
    return values
  }
}
