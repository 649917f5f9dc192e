import Foundation
import SurveyCore
import Testing

@testable import Reports

/// A made-up town: editions of one survey, those who answered, and the door their counts come out
/// of.
struct Town: FigureSource {
  var editions: [Edition]
  var people: [Person] = []
  /// Those who stopped on the way, by the last question they answered.
  var stopped: [String: Int] = [:]
  /// Those among them who are in all issues but the first.
  var stoppedLate: [String: Int] = [:]
  /// What was frozen: the issues of the third quarter of 2026, oldest first.
  var issues: [[Person]] = []
  /// What was written of each.
  var documents: [ReleasedDocument] = []

  func counts(
    survey: String, months: ClosedRange<Month>
  ) throws(StoreError) -> [Count] {
    Self.counts(of: people.filter { months.contains($0.month) })
  }

  func turnouts(months: ClosedRange<Month>) throws(StoreError) -> [Turnout] {
    turnouts(of: people.filter { months.contains($0.month) })
  }

  func counts(survey: String, frozenBy release: Release) throws(StoreError) -> [Count] {
    Self.counts(of: issues[release.id])
  }

  func turnouts(frozenBy release: Release) throws(StoreError) -> [Turnout] {
    turnouts(of: issues[release.id], andLate: release.issue > 1)
  }

  func release(of quarter: Month) throws(StoreError) -> Release? {
    quarter == july && !issues.isEmpty ? issue(issues.count) : nil
  }

  func editions(of survey: String) throws(StoreError) -> [Edition] {
    editions.filter { $0.survey.id == survey }
  }

  func surveys() throws(StoreError) -> [String] { Set(editions.map(\.survey.id)).sorted() }

  func issue(_ number: Int) -> Release {
    Release(
      id: number - 1, quarter: july, issue: number, day: day("2026-10-05"),
      counts: Fingerprint(of: []), documents: documents)
  }

  private static func counts(of people: [Person]) -> [Count] {
    var counts: [Count: Int] = [:]
    for person in people {
      for (question, said) in person.said {
        for said in said { counts[person.count(of: question, said, 0), default: 0] += 1 }
      }
    }
    return counts.map { count, number in
      Count(
        edition: count.edition, question: count.question, said: count.said,
        audience: count.audience, channel: count.channel, wasHelped: count.wasHelped,
        place: count.place, month: count.month, number: number)
    }
  }

  private func turnouts(of people: [Person], andLate isLate: Bool = false) -> [Turnout] {
    let stopped = isLate ? stopped.merging(stoppedLate, uniquingKeysWith: +) : stopped
    let sent = Dictionary(grouping: people) { $0.turnout(.response, 0) }
    let places = sent.map { $0.value[0].turnout(.response, $0.value.count) }
    return places
      + stopped.map { question, number in
        Person().turnout(.stopped(after: question), number)
      }
  }

  /// The sheet for a period of 2026, seen from 2027.
  func sheet(
    _ from: String = "2026-07", _ through: String = "2026-09", by: Breakdown? = nil
  ) throws -> FigureSheet {
    try FigureDesk(source: self).figures(
      FigureRequest(survey: "how", from: month(from), through: month(through), by: by),
      today: day("2027-01-10"))
  }

  /// Everything that is told of the third quarter of 2026, seen from 2027.
  func sheets(_ rule: Rule = .standard, issue: Int? = nil) throws -> SurveySheets {
    try #require(
      FigureDesk(source: self, rule: rule, reading: issue.map(self.issue))
        .sheets(quarter: july, today: day("2027-01-10")).first)
  }

  mutating func add(_ number: Int, _ person: Person) {
    people += Array(repeating: person, count: number)
  }
}

let july = month("2026-07")

/// Somebody who answered.
struct Person: Sendable, Hashable {
  var edition = 1
  var audience = "12-17"
  var channel = Channel.web
  var place = "Library"
  var month = july
  var wasHelped = false
  var said: [String: [Count.Said]] = [:]

  func count(of question: String, _ said: Count.Said, _ number: Int) -> Count {
    Count(
      edition: edition, question: question, said: said, audience: audience, channel: channel,
      wasHelped: wasHelped, place: place, month: month, number: number)
  }

  func turnout(_ reached: Turnout.Reached, _ number: Int) -> Turnout {
    Turnout(
      edition: edition, reached: reached, audience: audience, channel: channel,
      wasHelped: wasHelped, place: place, month: month, number: number)
  }

  /// Somebody at the same spot who says nothing.
  var silent: Person {
    var person = self
    person.said = [:]
    return person
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
