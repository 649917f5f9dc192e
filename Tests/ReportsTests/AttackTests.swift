import SurveyCore
import TestSupport
import Testing

@testable import Reports

/// Somebody is given every sheet of a quarter at once: the quarter, its three months, and each
/// breakdown. They may not work out, nor narrow to a few, anything that is kept from them.
struct AttackTests {
  static let questions: [Question] = [
    .scale("q"), .pick("colour", ["red", "green", "blue"]),
    .pick("how", ["text", "letter"], kind: .choices),
  ]

  /// Some dozens of people of one group, in places of very different size. With `isTied`, places
  /// have one channel and one audience each, so that slices of one breakdown lie in another's.
  static func town(seed: UInt64, isTied: Bool) -> Town {
    var chance = SeededChance(seed)
    var town = Town(editions: [.of(questions)])
    let places = Int.random(in: 1...6, using: &chance)
    for place in 0..<places {
      let audience = ["under-8", "8-11", "12-17"][Int.random(in: 0..<3, using: &chance)]
      let channel = Channel.allCases[Int.random(in: 0..<3, using: &chance)]
      let size = Int.random(in: 1...(Bool.random(using: &chance) ? 40 : 12), using: &chance)
      for _ in 0..<size {
        var person = Person(place: "P\(place)")
        person.audience =
          isTied ? audience : ["8-11", "12-17"][Int.random(in: 0..<2, using: &chance)]
        person.channel = isTied ? channel : Channel.allCases[Int.random(in: 0..<3, using: &chance)]
        person.month = july.adding(Int.random(in: 0..<3, using: &chance))
        person.wasHelped = isTied ? place % 3 == 0 : Int.random(in: 0..<4, using: &chance) == 0
        town.add(1, answering(person, using: &chance))
      }
    }
    return town
  }

  private static func answering(_ person: Person, using chance: inout SeededChance) -> Person {
    var person = person
    if Int.random(in: 0..<8, using: &chance) > 0 {
      person = person.chose("q", ["1", "2", "4", "5", "5"][Int.random(in: 0..<5, using: &chance)])
    }
    if Int.random(in: 0..<8, using: &chance) > 0 {
      let colours = ["red", "green", "green", "blue"]
      person = person.chose("colour", colours[Int.random(in: 0..<4, using: &chance)])
    }
    let boxes = ["text", "letter"].filter { _ in Bool.random(using: &chance) }
    return person.chose("how", several: boxes)
  }

  static let seeds = 0..<120

  @Test func `adding up and taking away finds nothing out`() throws {
    for seed in Self.seeds {
      let sheets = try Sheets(Self.town(seed: UInt64(seed), isTied: seed % 2 == 0))
      for axis in sheets.tables.indices {
        for id in Self.questions.map(\.id) {
          guard let attack = Attack(on: sheets, id, along: axis) else { continue }
          for (name, range) in attack.found() {
            // A number that may still be 0 to 4, or more, says of nobody what they answered.
            #expect(range.upperBound - range.lowerBound >= 4, "\(seed) \(id) \(name) \(range)")
          }
        }
      }
    }
  }

  @Test func `slices that lie in one another differ by nobody or by enough`() throws {
    for seed in Self.seeds {
      let sheets = try Sheets(Self.town(seed: UInt64(seed), isTied: seed % 4 != 0))
      for id in Self.questions.map(\.id) {
        let overlay = Overlay(sheets, id)
        for difference in overlay.differences() {
          #expect(Rule.standard.isSafe(slice: difference.people), "\(seed) \(id)")
        }
        for difference in overlay.differences(ofShares: true) where difference.people > 0 {
          let split = Split(yes: difference.yes, no: difference.people - difference.yes)
          #expect(Rule.standard.isSafe(split), "\(seed) \(id) \(split)")
        }
      }
    }
  }
}

/// What linear reasoning gets out of one question's sheets along one axis.
struct Attack {
  private var known: [String: ClosedRange<Int>] = [:]
  /// Sums: the first is the others together.
  private var sums: [[String]] = []
  private(set) var kept: Set<String> = []

  init?(on sheets: Sheets, _ id: String, along axis: Int) {
    guard let overall = sheets.quarter.list(id)?.figure(), let n = overall.n else { return nil }
    // Somebody who knows the town tries the places that are not named as well.
    let blank = Figure(
      category: nil, n: nil, favourable: nil, hasFavourable: overall.hasFavourable, answers: [],
      note: "")
    let rows = sheets.figures(id, along: axis).map { ($0.category, $0.figure ?? blank) }
    for (row, figure) in rows + [("all", overall)] {
      learn(row, figure, columns: overall.answers, n, isOneOf: id != "how")
    }
    for kind in ["n", "yes", "no"] + overall.answers.indices.map(String.init) {
      sums.append(["all \(kind)"] + rows.map { "\($0.0) \(kind)" })
    }
  }

  /// What is found out of each number that is kept, but for rows without anybody.
  func found() -> [String: ClosedRange<Int>] {
    let known = solve()
    return known.filter { name, _ in
      let row = name.prefix { $0 != " " }
      return kept.contains(name) && known["\(row) n"] != 0...0
    }
  }

  private mutating func learn(
    _ row: String, _ figure: Figure, columns: [AnswerFigure], _ n: Int, isOneOf: Bool
  ) {
    learn("\(row) n", figure.n, most: n)
    if figure.hasFavourable {
      learn("\(row) yes", figure.n == 0 ? 0 : figure.favourable?.count, most: n)
      learn("\(row) no", figure.n == 0 ? 0 : figure.favourable.map { $0.n - $0.count }, most: n)
      sums.append(["\(row) n", "\(row) yes", "\(row) no"])
    }
    for (index, column) in columns.enumerated() {
      let told = figure.answers.first { $0.options == column.options }?.share?.count
      learn("\(row) \(index)", figure.n == 0 || column.share?.count == 0 ? 0 : told, most: n)
    }
    let isWhole = isOneOf && columns.allSatisfy { $0.share != nil }
    if isWhole { sums.append(["\(row) n"] + columns.indices.map { "\(row) \($0)" }) }
  }

  private mutating func learn(_ name: String, _ number: Int?, most: Int) {
    known[name] = number.map { $0...$0 } ?? 0...most
    if number == nil { kept.insert(name) }
  }

  /// Narrows every number by every sum it is in until nothing gets narrower.
  private func solve() -> [String: ClosedRange<Int>] {
    var known = known
    var isNarrower = true
    while isNarrower {
      isNarrower = false
      for sum in sums {
        let ranges = sum.compactMap { known[$0] }
        guard ranges.count == sum.count, let total = ranges.first else { continue }
        let low = ranges.dropFirst().reduce(0) { $0 + $1.lowerBound }
        let high = ranges.dropFirst().reduce(0) { $0 + $1.upperBound }
        for (name, range) in zip(sum, ranges) {
          let isTotal = name == sum[0]
          let from = isTotal ? low : total.lowerBound - (high - range.upperBound)
          let to = isTotal ? high : total.upperBound - (low - range.lowerBound)
          let (lower, upper) = (max(range.lowerBound, from), min(range.upperBound, to))
          if lower > range.lowerBound || upper < range.upperBound, lower <= upper {
            (known[name], isNarrower) = (lower...upper, true)
          }
        }
      }
    }
    return known
  }
}
