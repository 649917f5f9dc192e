import Foundation
import GRDB
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// What `FigureSource` promises: counts that are right, whatever was said.
@Suite struct CountTests {
  private struct Cell: Hashable {
    let edition: Int
    let question: String
    let said: Count.Said
    let audience: String
    let channel: Channel
    let wasHelped: Bool
    let place: String
    let month: Month
  }

  @Test(arguments: Engine.allCases, [1, 2, 3] as [UInt64])
  func `counts equal a recount of the responses by hand`(engine: Engine, seed: UInt64) throws {
    var chance = SeededChance(seed)
    let store = try engine.open()
    let editions = [
      try store.publish(Fixture.survey(about: "One"), on: Fixture.day),
      try store.publish(Fixture.survey(about: "Two"), on: Fixture.day),
    ]
    var collections: [Int: (edition: Edition, place: String)] = [:]
    for (edition, place) in [(0, "A"), (0, "A"), (0, "B"), (1, "A"), (1, "C")] {
      let id = try store.open(
        Opening(
          edition: editions[edition].id, place: place, audience: nil, isSingleUse: false,
          promise: .anonymous, links: [], day: Fixture.day))
      collections[id] = (editions[edition], place)
    }
    let ids = collections.keys.sorted()
    let responses = (0..<400).map { _ in
      Self.response(ids.randomElement(using: &chance) ?? 0, editions[0].survey, using: &chance)
    }
    for part in [responses.prefix(250), responses.dropFirst(250)] {
      try store.write { try $0.sortIn() }
      #expect(store.keepNow(part.map { HandedIn($0) }).allSatisfy { $0 == .success(.stored) })
    }
    let months = Fixture.month("2026-05")...Fixture.month("2026-08")
    var recount: [Cell: Int] = [:]
    for response in responses where months.contains(response.day.inMonth) {
      guard let (edition, place) = collections[response.collection] else { continue }
      for (question, answer) in response.answers {
        for said in Self.said(answer) {
          let cell = Cell(
            edition: edition.id, question: question, said: said, audience: response.audience,
            channel: response.channel, wasHelped: response.wasHelped, place: place,
            month: response.day.inMonth)
          recount[cell, default: 0] += 1
        }
      }
    }
    // Some are sorted in, some not yet, and it makes no difference.
    let counts = try store.counts(survey: "visit", months: months)
    try store.write { try $0.sortIn() }
    #expect(try Set(store.counts(survey: "visit", months: months)) == Set(counts))
    let counted = Dictionary(
      counts.map { count in
        (
          Cell(
            edition: count.edition, question: count.question, said: count.said,
            audience: count.audience, channel: count.channel, wasHelped: count.wasHelped,
            place: count.place, month: count.month), count.number
        )
      }, uniquingKeysWith: { first, _ in first })
    #expect(counted.count == counts.count)
    #expect(counted == recount)
    #expect(try store.verify().faults == [])
    #expect(try store.counts(survey: "another", months: months) == [])
  }

  @Test(arguments: Engine.allCases)
  func `none of these counts in the base of choices and skipping does not`(
    engine: Engine
  ) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    let answers: [Answer] = [
      .several(["post", "talk"]), .several(["post"]), .several([]), .skipped, .notUnderstood,
    ]
    _ = store.keepNow(
      answers.map { HandedIn(Fixture.response(collection, answers: ["how": $0])) }
        + [HandedIn(Fixture.response(collection, answers: [:]))])
    let month = Fixture.day.inMonth
    let counts = try store.counts(survey: "visit", months: month...month)
    let expected: [Count.Said: Int] = [
      .chose("post"): 2, .chose("talk"): 1, .answered: 3, .skipped: 1, .notUnderstood: 1,
    ]
    #expect(
      Dictionary(counts.map { ($0.said, $0.number) }, uniquingKeysWith: { $0 + $1 }) == expected)
  }

  @Test func `counting is one pass over the key with nothing to sort`() throws {
    let store = try Engine.memory.open()
    let plan = try store.read { database in
      try Row.fetchAll(
        database, sql: "EXPLAIN QUERY PLAN " + SQLiteStore.counting, arguments: ["", "", ""]
      ).map { $0["detail"] as String }
    }
    #expect(plan.contains("SEARCH answers USING PRIMARY KEY (slice=?)"))
    #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
  }

  private static func response(
    _ collection: Int, _ survey: Survey, using chance: inout SeededChance
  ) -> Response {
    let audience = survey.audiences.randomElement(using: &chance)?.id ?? ""
    var answers: [String: Answer] = [:]
    for question in survey.questions where question.audiences.contains(audience) {
      answers[question.id] = answer(to: question, audience, using: &chance)
    }
    return Fixture.response(
      collection, audience: audience,
      language: survey.languages.randomElement(using: &chance) ?? .english,
      channel: Channel.allCases.randomElement(using: &chance) ?? .web,
      day: Fixture.at(
        2026, Int.random(in: 4...9, using: &chance), Int.random(in: 1...28, using: &chance)),
      helped: Bool.random(using: &chance), answers: answers)
  }

  private static func answer(
    to question: Question, _ audience: String, using chance: inout SeededChance
  ) -> Answer? {
    let values = question.options(for: audience).map(\.value)
    switch Int.random(in: 0..<10, using: &chance) {
    case 0: return .skipped
    case 1: return .notUnderstood
    case 2: return nil
    default:
      switch question.kind {
      case .choice, .faces, .scale:
        return values.randomElement(using: &chance).map { .chosen($0) }
      case .choices: return .several(values.filter { _ in Bool.random(using: &chance) })
      case .text: return .text("words")
      }
    }
  }

  private static func said(_ answer: Answer) -> [Count.Said] {
    switch answer {
    case .chosen(let value): [.chose(value)]
    case .several(let values): values.map { .chose($0) } + [.answered]
    case .text: [.answered]
    case .skipped: [.skipped]
    case .notUnderstood: [.notUnderstood]
    }
  }
}
