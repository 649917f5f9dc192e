import Foundation
import SurveyCore

/// Made-up people. The same seed gives the same crowd.
struct Crowd {
  let collections: [(collection: Int, survey: Survey)]
  private let days: [Day]
  private var chance = SeededChance(seed: 2011)

  /// - Parameters:
  ///   - collections: Where people may answer.
  ///   - from: The first day somebody answers.
  ///   - to: The day after the last.
  init(collections: [(collection: Int, survey: Survey)], from: Day, to: Day) {
    self.collections = collections
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
    let index = Int.random(in: 0..<collections.count, using: &chance)
    let (collection, survey) = collections[index]
    let audience = survey.audiences[Int.random(in: 0..<survey.audiences.count, using: &chance)]
    let dayIndex = Int.random(in: 0..<days.count, using: &chance)
    // Things get a little better over the year, and differ a little from place to place.
    let mood = 0.52 + 0.16 * Double(dayIndex) / Double(days.count) + 0.03 * Double(index % 5)
    let said = answers(to: survey, as: audience, mood: mood)
    let channels: [Channel] = audience.young ? [.kiosk, .web] : [.web, .web, .kiosk, .text]
    let response = Response(
      id: UUID(), collection: collection, audience: audience.id,
      language: language(of: survey), channel: channels.randomElement(using: &chance) ?? .web,
      day: days[dayIndex],
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
    to survey: Survey, as audience: Audience, mood: Double
  ) -> [(question: Question, answer: Answer)] {
    var answers: [String: Answer] = [:]
    while true {
      let way = Journey(through: survey, as: audience.id, with: answers)
      guard let question = way.current else { return way.onRoute }
      answers[question.id] = answer(question, audience, mood)
    }
  }

  private mutating func answer(
    _ question: Question, _ audience: Audience, _ mood: Double
  ) -> Answer {
    let luck = Int.random(in: 0..<100, using: &chance)
    if luck < 4 { return .skipped }
    if luck < 6 { return .notUnderstood }
    let options = question.options(for: audience.id)
    switch question.kind {
    case .text:
      let comments = Self.comments[audience.group] ?? []
      return luck < 45 ? .text(comments.randomElement(using: &chance) ?? "") : .skipped
    case .choices:
      let values = options.map(\.value).filter { _ in
        Int.random(in: 0..<100, using: &chance) < 35
      }
      return .several(values)
    case .choice, .faces, .scale:
      return .chosen(pick(options, mood))
    }
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

  private static let comments: [Audience.Group: [String]] = [
    .child: [
      "She listened to me.", "Please come on time.", "I want to know what happens next.",
      "It was ok.", "Tell me before you change my worker.", "He explained it twice, that helped.",
      "The waiting room is boring.", "I liked that we went for a walk.", "Ask me first.",
      "I did not understand the long words.", "Thank you for helping my mum.",
    ],
    .parent: [
      "Ring back when you say you will.", "She was straight with us and I respect that.",
      "Too many meetings in one week.", "Nobody told us what the plan meant.",
      "We felt like part of it for once.", "My son likes her.", "Ask his dad as well.",
    ],
    .worker: [
      "Recording takes the time I want to spend with children.", "Supervision is good here.",
      "The caseload went up again.", "More admin support would help.",
    ],
    .partner: [
      "We never hear what became of a referral.", "The advice line is excellent.",
      "Thresholds changed and nobody told the school.",
    ],
  ]
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
