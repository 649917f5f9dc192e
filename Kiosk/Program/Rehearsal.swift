import Foundation
import SurveyCore

/// Made-up visits, to try a kiosk out: each walks what is asked as a person could, at random.
struct Rehearsal<Chance: RandomNumberGenerator> {
  private let asked: [KioskBundle.Asked]
  private var chance: Chance

  /// - Throws: `Refused` unless the authority is made up: made-up answers must never stand among
  ///   real ones.
  init(_ bundle: KioskBundle?, _ chance: Chance) throws {
    guard let bundle, bundle.authority.isMadeUp else {
      throw Refused("a rehearsal is for a demo's kiosk only: made-up answers must not be real ones")
    }
    asked = bundle.asked.filter { !$0.survey.audiences.isEmpty }
    guard !asked.isEmpty else { throw Refused("nothing is asked here at present") }
    self.chance = chance
  }

  mutating func next() -> Visit {
    let asked = asked[Int.random(in: asked.indices, using: &chance)]
    let survey = asked.survey
    let audience =
      asked.audience ?? survey.audiences.randomElement(using: &chance)?.id ?? ""
    var answers: [String: Answer] = [:]
    while let question = Journey(through: survey, as: audience, with: answers).current {
      answers[question.id] = answer(question, as: audience)
    }
    let journey = Journey(through: survey, as: audience, with: answers)
    let said = journey.onRoute.map { ($0.question.id, $0.answer) }
    return Visit(
      id: UUID(), collection: asked.collection, audience: audience,
      language: survey.languages.randomElement(using: &chance) ?? .english,
      wasHelped: Bool.random(using: &chance), ending: .sent,
      answers: Dictionary(uniqueKeysWithValues: said),
      seconds: said.count * Int.random(in: 3...20, using: &chance))
  }

  private mutating func answer(_ question: Question, as audience: String) -> Answer {
    if Int.random(in: 0..<12, using: &chance) == 0 { return .skipped }
    let values = question.options(for: audience).map(\.value)
    switch question.kind {
    case .text: return .text("made up \(Int.random(in: 1...1_000_000, using: &chance))")
    case .choices: return .several(values.filter { _ in Bool.random(using: &chance) })
    case .choice, .faces, .scale:
      return values.randomElement(using: &chance).map { .chosen($0) } ?? .skipped
    }
  }
}
