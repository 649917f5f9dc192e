import Foundation
import SurveyCore

/// Made-up people. The same seed gives the same crowd.
struct Crowd {
  let stands: [Stand]
  private let lifts: [Lift]
  private let days: [Day]
  private var chance = SeededChance(seed: 2011)

  /// - Parameters:
  ///   - stands: Where people may answer.
  ///   - lifts: What made things better, and when.
  ///   - from: The first day somebody answers.
  ///   - to: The day after the last.
  init(stands: [Stand], lifts: [Lift] = [], from: Day, to: Day) {
    (self.stands, self.lifts) = (stands, lifts)
    var months: [Month] = []
    var month = from.inMonth
    while month <= to.inMonth {
      months.append(month)
      month = month.next
    }
    days = months.flatMap { month in
      (1...month.lastDay).compactMap { Day(year: month.year, month: month.month, day: $0) }
    }.filter { $0 >= from && $0 < to }
  }

  /// What the next person says, with the concerns it raises.
  mutating func next() -> HandedIn {
    let index = Int.random(in: 0..<stands.count, using: &chance)
    let survey = stands[index].survey
    let audience = survey.audiences[Int.random(in: 0..<survey.audiences.count, using: &chance)]
    let dayIndex = Int.random(in: 0..<days.count, using: &chance)
    let day = days[dayIndex]
    // Things get a little better over the year, and differ a little from place to place.
    let mood = 0.56 + 0.06 * Double(dayIndex) / Double(days.count) + 0.03 * Double(index % 5)
    let said = answers(to: survey, as: audience, mood: mood, on: day)
    let collection = stands[index].collection(on: day)
    let channels: [Channel] = audience.young ? [.kiosk, .web] : [.web, .web, .kiosk, .text]
    let response = Response(
      id: UUID(), collection: collection, audience: audience.id,
      language: language(of: survey), channel: channels.randomElement(using: &chance) ?? .web,
      day: day,
      wasHelped: Int.random(in: 0..<100, using: &chance) < (audience.young ? 60 : 8),
      answers: Dictionary(uniqueKeysWithValues: said.map { ($0.question.id, $0.answer) }))
    let concerns = Concern.raised(
      by: said, as: audience.id, in: collection, on: response.day)
    return HandedIn(response, raising: concerns)
  }

  private mutating func language(of survey: Survey) -> Language {
    guard Int.random(in: 0..<12, using: &chance) == 0 else { return survey.languages[0] }
    return survey.languages.randomElement(using: &chance) ?? .english
  }

  private mutating func answers(
    to survey: Survey, as audience: Audience, mood: Double, on day: Day
  ) -> [(question: Question, answer: Answer)] {
    var answers: [String: Answer] = [:]
    while true {
      let way = Journey(through: survey, as: audience.id, with: answers)
      guard let question = way.current else { return way.onRoute }
      let lift = lifts.filter { $0.measure == question.measure && $0.since <= day }
        .reduce(0) { $0 + $1.by }
      let leaning = question.measure.flatMap { Self.leanings[$0] } ?? 0
      answers[question.id] = answer(
        question, of: survey.id, audience, min(0.95, mood + leaning + lift))
    }
  }

  private mutating func answer(
    _ question: Question, of survey: String, _ audience: Audience, _ mood: Double
  ) -> Answer {
    let luck = Int.random(in: 0..<100, using: &chance)
    if luck < 4 { return .skipped }
    if luck < 6 { return .notUnderstood }
    let options = question.options(for: audience.id)
    switch question.kind {
    case .text:
      let comments = MadeUpComment.comments(
        to: question.id, of: survey, by: audience.group)
      guard luck < 45, let comment = comments.randomElement(using: &chance) else {
        return .skipped
      }
      return .text(comment.words)
    case .choices:
      let values = options.map(\.value).filter { _ in
        Int.random(in: 0..<100, using: &chance) < 35
      }
      return .several(values)
    case .choice, .faces, .scale:
      return .chosen(question.id == "agency" ? any(options) : pick(options, mood))
    }
  }

  private mutating func any(_ options: [Question.Option]) -> String {
    options.randomElement(using: &chance)?.value ?? ""
  }

  /// Scored options by mood, binomially about it; of others mostly the first, as most people have
  /// met their social worker.
  private mutating func pick(_ options: [Question.Option], _ mood: Double) -> String {
    let scored = options.filter { $0.score != nil }.sorted { ($0.score ?? 0) < ($1.score ?? 0) }
    guard scored.count > 1 else {
      let first = Int.random(in: 0..<100, using: &chance) < 75 ? options.first : nil
      return (first ?? options.randomElement(using: &chance))?.value ?? ""
    }
    let steps = (1..<scored.count).count { _ in Double.random(in: 0..<1, using: &chance) < mood }
    return scored[steps].value
  }

  /// How measures differ from what people are like in general.
  private static let leanings: [String: Double] = [
    "seen-alone": -0.14, "information": -0.04, "wishes-and-feelings": 0.02, "safe-home": 0.2,
    "safe-school": 0.1, "safe-area": -0.05, "same-worker": -0.12, "change-told": -0.18,
    "next-steps": -0.16, "today-kind": 0.18, "today-next": -0.1, "respected": 0.12,
    "reliable": -0.08, "conference-respected": 0.1, "conference-report-read": -0.15,
    "worker-safer": 0.14, "worker-supervision": 0.04, "worker-caseload": -0.22,
    "worker-time": -0.2, "worker-voice": -0.1, "thresholds-police": 0.08,
    "thresholds-education": -0.06, "referral-feedback": -0.2, "can-reach": 0.04,
  ]
}

/// A survey at a place, with its collections: each takes what is answered from its day on.
struct Stand {
  let survey: Survey
  /// Earliest first.
  let collections: [(opened: Day, id: Int)]

  /// The collection somebody answers to on a day.
  func collection(on day: Day) -> Int {
    (collections.last { $0.opened <= day } ?? collections.first)?.id ?? 0
  }
}

/// Something the made-up service did, after which one measure goes up.
struct Lift {
  let measure: String
  let since: Day
  let by: Double
}

/// A small generator with a seed, so that the demo is the same every time (SplitMix64, Steele,
/// Lea and Flood 2014).
struct SeededChance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
