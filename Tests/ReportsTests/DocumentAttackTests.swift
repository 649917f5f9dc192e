import SurveyCore
import TestSupport
import Testing

@testable import Reports

/// Finished documents, as they are handed out: the Principal Social Worker's report, the children's
/// part of it, and the twin-core return, of one issue and of two.
struct DocumentAttackTests {
  static let kinds: [(kind: ReportDesk.Kind, only: Audience.Group?)] = [
    (.psw, nil), (.psw, .child), (.twinCore, nil),
  ]

  /// How many towns are tried.
  static let towns = 60
  static let reissues = 24

  static func documents(_ town: Town) throws -> [Document] {
    try kinds.map { try town.report($0.kind, only: $0.only) }
  }

  private static func attacker(_ town: Town) throws -> DocumentAttacker {
    DocumentAttacker(try documents(town), questionOf: ["listened-to": "q"])
  }

  /// Whether somebody is among those that a number counts; nil for whoever did not answer.
  private static func said(
    _ person: Person, _ question: String, _ counted: DocumentAttacker.Counted
  ) -> Bool? {
    guard let said = person.said[question], !said.isEmpty else { return nil }
    switch counted.statistic {
    case .answered: return true
    case .favourable: return said == [.chose("4")] || said == [.chose("5")]
    default:
      let values = counted.options.split(separator: " | ").map(String.init)
      return values.contains { said.contains(.chose($0)) }
    }
  }

  /// Tries every sum of what one or more issues tell of a number.
  ///
  /// - Returns: How many there are.
  private static func attack(
    _ issues: [[DocumentAttacker.Slice: Int]], _ people: [[Person]], _ question: String,
    _ counted: DocumentAttacker.Counted, seed: Int
  ) -> Int {
    let sums = DocumentAttacker.sums(issues, people, most: 12) { said($0, question, counted) }
    for sum in sums ?? [] {
      let isSafe =
        switch counted.statistic {
        case .answered: Rule.standard.isSafe(slice: sum.yes)
        // Single answers are told where each was given by nobody or by enough.
        case .option where question != "how": Rule.standard.isSafe(cell: sum.yes)
        default: sum == .nobody || Rule.standard.isSafe(sum)
        }
      #expect(isSafe, "\(seed) \(question) \(counted) \(sum)")
    }
    return sums?.count ?? 0
  }

  @Test func `no sum over the rows of all documents is of a few`() throws {
    var found = 0
    for seed in 0..<Self.towns {
      let town = AttackTests.town(seed: UInt64(seed), isTied: seed % 3 != 0)
      guard let attacker = try? Self.attacker(town) else { continue }
      for (subject, numbers) in attacker.told {
        for (counted, told) in numbers {
          for (slice, number) in told {
            let there = town.people.filter(slice.holds)
            let counts = there.count { Self.said($0, subject.question, counted) == true }
            #expect(counts == number, "\(seed) \(subject.question) \(counted) \(slice)")
          }
          found += Self.attack([told], [town.people], subject.question, counted, seed: seed)
        }
      }
    }
    #expect(found > 1000, "\(found)")
  }

  @Test func `no sum over the rows of two issues is of a few`() throws {
    var (issues, found) = (0, 0)
    for seed in 0..<Self.reissues {
      var chance = SeededChance(UInt64(seed))
      var town = AttackTests.town(seed: UInt64(seed), isTied: seed % 2 == 0)
      // Ten like each of most; late, ten more like those at some places.
      let places = Set(town.people.map(\.place)).sorted()
        .filter { _ in Bool.random(using: &chance) }
      let common = town.people.filter { _ in Int.random(in: 0..<12, using: &chance) > 0 }
      let late = (0..<10).flatMap { _ in common.filter { places.contains($0.place) } }
      town.people += (0..<10).flatMap { _ in common }
      let all = town.people + late
      let before = town.people
      town.issues = [before, all]
      guard try FigureDesk(source: town, reading: town.issue(2)).mayFollow(town.issue(1)) else {
        continue
      }
      if !late.isEmpty { issues += 1 }
      town.issues = [before]
      guard let old = try? Self.attacker(town) else { continue }
      town.issues = [before, all]
      let new = try Self.attacker(town)
      for (subject, numbers) in new.told {
        for (counted, told) in numbers {
          let both = [old.told[subject]?[counted] ?? [:], told]
          found += Self.attack(both, [before, all], subject.question, counted, seed: seed)
        }
      }
    }
    #expect(issues > 5 && found > 1000, "\(issues) \(found)")
  }
}
