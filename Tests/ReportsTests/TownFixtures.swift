import SurveyCore

@testable import Reports

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
