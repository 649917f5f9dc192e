import Foundation
import SurveyCore
import Testing

@testable import Reports

/// A made-up town: editions of one survey, those who answered, and the door their counts come out
/// of.
struct Town: FigureSource {
  var editions: [Edition]
  var people: [Person] = []

  func counts(
    survey: String, months: ClosedRange<Month>
  ) throws(StoreError) -> [Count] {
    var counts: [Count: Int] = [:]
    for person in people where months.contains(person.month) {
      for (question, said) in person.said {
        for said in said { counts[person.count(of: question, said, 0), default: 0] += 1 }
      }
    }
    return counts.map { count, number in
      Count(
        edition: count.edition, question: count.question, said: count.said,
        audience: count.audience, channel: count.channel, place: count.place, month: count.month,
        number: number)
    }
  }

  func editions(of survey: String) throws(StoreError) -> [Edition] {
    editions.filter { $0.survey.id == survey }
  }

  /// The sheet for a period of 2026, seen from 2027.
  func sheet(
    _ from: String = "2026-07", _ through: String = "2026-09", by: Breakdown? = nil
  ) throws -> FigureSheet {
    try FigureDesk(source: self).figures(
      FigureRequest(survey: "how", from: month(from), through: month(through), by: by),
      today: day("2027-01-10"))
  }

  mutating func add(_ number: Int, _ person: Person) {
    people += Array(repeating: person, count: number)
  }
}

let july = month("2026-07")

/// Somebody who answered.
struct Person: Sendable {
  var edition = 1
  var audience = "12-17"
  var channel = Channel.web
  var place = "Library"
  var month = july
  var said: [String: [Count.Said]] = [:]

  func count(of question: String, _ said: Count.Said, _ number: Int) -> Count {
    Count(
      edition: edition, question: question, said: said, audience: audience, channel: channel,
      place: place, month: month, number: number)
  }

  func chose(_ question: String, _ value: String) -> Person {
    var person = self
    person.said[question] = [.chose(value)]
    return person
  }

  func chose(_ question: String, several values: [String]) -> Person {
    var person = self
    person.said[question] = [.answered] + values.map { .chose($0) }
    return person
  }
}

/// The month written, which must be one.
func month(_ text: String) -> Month {
  if let month = Month(text) { return month }
  Issue.record("\(text) is not a month")
  return Day(.distantPast, in: .gmt).inMonth
}

/// The day written, which must be one.
func day(_ text: String) -> Day {
  if let day = Day(text) { return day }
  Issue.record("\(text) is not a day")
  return Day(.distantPast, in: .gmt)
}

extension Edition {
  /// Edition `number` of the survey `how`, with the questions given.
  static func of(_ questions: [Question], number: Int = 1, audiences: [Audience]? = nil) -> Edition
  {
    let survey = Survey(
      id: "how", title: [.english: "How was it?"], about: [.english: "It"], promise: .anonymous,
      languages: [.english],
      audiences: audiences ?? [
        .of("under-8", .child), .of("8-11", .child), .of("12-17", .child), .of("parent", .parent),
      ], questions: questions)
    return Edition(
      id: number, number: number, survey: survey, hash: Fingerprint(of: [UInt8(number)]),
      published: day("2026-01-01"))
  }
}

extension Audience {
  static func of(_ id: String, _ group: Group) -> Audience {
    Audience(
      id: id, group: group, title: [.english: id], choose: [.english: id],
      limits: Limits(words: 20, answers: 5, questions: 20), idle: 60, young: false)
  }
}

extension Question {
  static let everyone = ["under-8", "8-11", "12-17", "parent"]

  /// A scale of `scores` steps `1`, `2`, …, of which those from `good` up are favourable.
  static func scale(
    _ id: String, measure: String? = "listened-to", steps: Int = 5, good: Int? = nil,
    for audiences: [String] = everyone, when: [Condition] = [], andUnsure: Bool = false
  ) -> Question {
    var options = scale(steps, good)
    if andUnsure { options.append(Option(value: "unsure", words: [.english: "Don't know"])) }
    return of(id, .choice, measure, options, audiences, when)
  }

  static func scale(_ steps: Int, _ good: Int? = nil) -> [Option] {
    (1...steps).reversed().map {
      Option(
        value: String($0), words: [.english: "Step \($0)"], score: $0,
        favourable: $0 >= good ?? steps - 1)
    }
  }

  static func pick(_ id: String, _ values: [String], kind: Kind = .choice) -> Question {
    of(id, kind, nil, values.map { Option(value: $0, words: [.english: $0]) }, everyone, [])
  }

  private static func of(
    _ id: String, _ kind: Kind, _ measure: String?, _ options: [Option], _ audiences: [String],
    _ when: [Condition]
  ) -> Question {
    let ask = Dictionary(uniqueKeysWithValues: audiences.map { ($0, [Language.english: "\(id)?"]) })
    let answers = Dictionary(uniqueKeysWithValues: audiences.map { ($0, options) })
    return Question(
      id: id, kind: kind, measure: measure, audiences: audiences, ask: ask, answers: answers,
      when: when)
  }
}

extension FigureSheet {
  func list(_ id: String, _ group: Audience.Group = .child) -> FigureList? {
    groups.first { $0.group == group }?.questions.first { $0.id == id }
  }

  func measure(_ id: String, _ group: Audience.Group = .child) -> FigureList? {
    groups.first { $0.group == group }?.measures.first { $0.id == id }
  }
}

extension FigureList {
  func figure(_ category: String? = nil) -> Figure? {
    figures.first { $0.category == category && !$0.isRest }
  }
  var rest: Figure? { figures.first(where: \.isRest) }
}
