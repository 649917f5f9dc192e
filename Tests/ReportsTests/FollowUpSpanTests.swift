import SurveyCore
import TestSupport
import Testing

@testable import Reports

/// A follow-up and the question before it, in all tables of both at once.
struct FollowUpSpanTests {
  /// People in places of one channel, audience and kind each, some of whom are asked one thing more.
  static func town(seed: UInt64) -> Town {
    var chance = SeededChance(seed)
    var town = Town(editions: [.of([MeasureTests.met, MeasureTests.follow])])
    for place in 0..<Int.random(in: 2...6, using: &chance) {
      var person = Person(place: "P\(place)")
      person.audience = ["8-11", "12-17"].randomElement(using: &chance) ?? ""
      person.channel = Channel.allCases.randomElement(using: &chance) ?? .web
      person.wasHelped = Bool.random(using: &chance)
      // Either question may be left out by some places whole, so that tables differ.
      let (met, none) = (
        Int.random(in: 10...30, using: &chance), Int.random(in: 0...12, using: &chance)
      )
      town.add(none >= 3 ? none : 0, person.chose("met", "no"))
      let silent = [0, 0, 0, 1, 6].randomElement(using: &chance) ?? 0
      for index in 0..<met {
        let asked = person.chose("met", "yes")
        town.add(1, index < silent ? asked : asked.chose("alone", index % 2 == 0 ? "5" : "1"))
      }
    }
    return town
  }

  @Test func `no set of people in both says how few left the follow-up out`() throws {
    var found = 0
    for seed in 0..<1000 {
      let group = try SpanTests.group(Self.town(seed: UInt64(seed)))
      let (parent, child) = (group.questions[0], group.questions[1])
      let spots = Set((parent.protector.cells + child.protector.cells).map(\.at))
        .sorted { $0.lexicographicallyPrecedes($1) }
      func sets(_ question: ProtectedQuestion) -> Set<[Int]> {
        var sets: [[Bool]] = question.overall.rows.alone.isEmpty ? [] : [spots.map { _ in true }]
        for (axis, table) in question.tables.enumerated() {
          sets += table.rows.alone.map { row in spots.map { $0[axis] == row } }
        }
        let attacker = SpanAttacker(spots: spots.count, sets: sets)
        return attacker.rank > SpanTests.most ? [] : Set(attacker.found())
      }
      for set in sets(parent).intersection(sets(child)) {
        found += 1
        let here = Set(set.map { spots[$0] })
        func people(_ question: ProtectedQuestion, _ value: String? = nil) -> Int {
          question.asked.said.reduce(0) { sum, said in
            guard here.contains(said.key.indices) else { return sum }
            return sum
              + (value.map { said.value.chosen[$0] ?? 0 } ?? said.value.chosen.values.reduce(0, +))
          }
        }
        let (yes, no) = (people(parent, "yes"), people(parent, "no"))
        let silent = yes - people(child)
        #expect(
          Rule.standard.isSafe(cell: silent) && Rule.standard.isSafe(cell: no),
          "\(seed) \(yes) \(no) \(silent)")
      }
    }
    #expect(found > 100, "\(found)")
  }
}
