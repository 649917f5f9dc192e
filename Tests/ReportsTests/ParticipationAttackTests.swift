import SurveyCore
import TestSupport
import Testing

@testable import Reports

/// Towns whose people leave things out: what is told of how many did is never about a few.
struct ParticipationAttackTests {
  static let questions: [Question] = [
    .scale("q", andUnsure: true), .pick("met", ["yes", "no"]),
    .scale("alone", for: ["8-11", "12-17"], when: ParticipationTests.when),
    .pick("why", ["time", "trust"], kind: .choices), .pick("say", [], kind: .text),
  ]

  /// People who leave out, do not understand, and go different ways.
  static func town(seed: UInt64) -> Town {
    var chance = SeededChance(seed)
    var town = Town(editions: [.of(questions)])
    for audience in ["under-8", "8-11", "12-17"] {
      for _ in 0..<Int.random(in: 0...25, using: &chance) {
        var person = Person(audience: audience, place: "P\(Int.random(in: 0...2, using: &chance))")
        person.channel = Bool.random(using: &chance) ? .web : .kiosk
        person.wasHelped = Int.random(in: 0..<4, using: &chance) == 0
        for question in questions where question.audiences.contains(audience) {
          let isAsked = question.when.allSatisfy { person.said[$0.question] == [.chose("yes")] }
          if isAsked { person.said[question.id] = said(question, audience, using: &chance) }
        }
        town.people.append(person)
      }
    }
    return town
  }

  private static func said(
    _ question: Question, _ audience: String, using chance: inout SeededChance
  ) -> [Count.Said] {
    switch Int.random(in: 0..<12, using: &chance) {
    case 0: return [.skipped]
    case 1: return [.notUnderstood]
    default:
      let values = question.options(for: audience).map(\.value)
      guard question.kind == .choice else {
        return [.answered] + values.filter { _ in Bool.random(using: &chance) }.map { .chose($0) }
      }
      return [.chose(values.randomElement(using: &chance) ?? "")]
    }
  }

  /// All that is told stays the same when people more, or fewer, left out everything, so that how
  /// many did is never known, nor how many left out one question.
  @Test func `every number of a step can be the number of responses`() throws {
    for seed in 0..<150 {
      let town = Self.town(seed: UInt64(seed))
      let told = try town.sheets()
      for block in told.participation.first?.audiences ?? [] {
        let there = town.people.count { block.audiences.contains($0.audience) }
        #expect(block.responses.contains(there))
        #expect(block.responses.count == 5 && block.responses.lowerBound >= 10)
        // Where fewer people cannot have said all this at the same spots, others could at others:
        // `WorldTests` goes through them all.
        let numbers = block.responses.filter { Self.packed(town, block.audiences, to: $0) != nil }
        for number in [numbers.first, numbers.last].compactMap(\.self) {
          let isPossible = try block.audiences.contains { audience in
            try Self.packed(town, block.audiences, to: number, by: audience)?.sheets() == told
          }
          #expect(isPossible, "\(seed) \(there) \(number)")
        }
      }
    }
  }

  /// The same town with another number of people of some audiences: what was said at each spot is
  /// dealt out anew, to as few people as there can be, and the others, all of one audience, left out
  /// everything.
  private static func packed(
    _ town: Town, _ audiences: [String], to number: Int, by audience: String = ""
  ) -> Town? {
    var packed = town
    packed.people.removeAll { audiences.contains($0.audience) }
    var spots: [Person: [Person]] = [:]
    for person in town.people where audiences.contains(person.audience) {
      spots[person.silent, default: []].append(person)
    }
    var dealt: [Person] = []
    for (silent, people) in spots {
      let questions = Set(people.flatMap(\.said.keys))
      let replies = questions.map { id in
        (id, people.compactMap { $0.said[id] }.filter { $0 != [.skipped] })
      }
      var here = Array(repeating: silent, count: replies.map(\.1.count).max() ?? 0)
      for (id, said) in replies {
        for (index, one) in said.enumerated() { here[index].said[id] = one }
      }
      dealt += here
    }
    guard dealt.count <= number else { return nil }
    packed.people += dealt
    packed.add(number - dealt.count, Person(audience: audience))
    return packed
  }

  @Test func `nobody can say how many left a question out`() throws {
    for seed in 0..<400 {
      let sheets = try Self.town(seed: UInt64(seed)).sheets()
      for reach in sheets.participation.first?.questions ?? [] {
        guard let silent = reach.silent else { continue }
        let isExact = silent.count == 1
        // An exact number follows from the answers to the question before it.
        #expect(isExact ? Rule.standard.isSafe(cell: silent.lowerBound) : silent.count >= 4)
        guard let met = reach.notUnderstood, met.count == 1 else { continue }
        #expect(Rule.standard.isSafe(cell: met.lowerBound))
        if isExact {
          #expect(Rule.standard.isSafe(cell: silent.lowerBound - met.lowerBound))
        }
      }
    }
  }
}
