import SurveyCore
import TestSupport
import Testing

@testable import Reports

/// All tables of a question at once, in every combination that adds and takes away.
struct SpanTests {
  /// The most sets that owe nothing to one another: all their combinations are tried.
  static let most = 14

  static func group(_ town: Town, _ rule: Rule = .standard) throws -> ProtectedGroup {
    let counts = try town.counts(survey: "how", months: july...july.adding(2))
    let census = Census(.child, editions: town.editions, counts: counts, quarter: july, rule)
    return ProtectedGroup(census, rule)
  }

  @Test func `no set of people that can be worked out is of a few`() throws {
    var (tried, told) = (0, 0)
    for seed in 0..<500 {
      let town = AttackTests.town(seed: UInt64(seed), isTied: seed % 3 != 0)
      for question in try Self.group(town).questions {
        let spotted = SpottedQuestion(question)
        let attacker = SpanAttacker(spots: spotted.people.count, sets: spotted.sets(\.rows))
        guard attacker.rank <= Self.most else { continue }
        tried += 1
        for set in attacker.found() {
          told += 1
          let people = spotted.sum(set).people
          #expect(Rule.standard.isSafe(slice: people), "\(seed) \(question.asked.label) \(people)")
        }
      }
    }
    #expect(tried > 500 && told > 5000)
  }

  @Test func `no set of people that can be worked out says what a few of them said`() throws {
    for seed in 0..<500 {
      let town = AttackTests.town(seed: UInt64(seed), isTied: seed % 3 != 0)
      for question in try Self.group(town).questions {
        let (spotted, layout) = (SpottedQuestion(question), question.arrangement.layout)
        for split in layout.splits.indices {
          let sets = spotted.sets { $0.shares[split] }
          let attacker = SpanAttacker(spots: spotted.people.count, sets: sets)
          guard attacker.rank <= Self.most else { continue }
          for set in attacker.found() {
            let found = layout.split(split, of: spotted.sum(set))
            #expect(Rule.standard.isSafe(found), "\(seed) \(question.asked.label) \(found)")
          }
        }
        let sets = spotted.sets { $0.blocks == nil ? .none(of: 0) : $0.spread(layout) }
        let attacker = SpanAttacker(spots: spotted.people.count, sets: sets)
        guard attacker.rank <= Self.most, let blocks = question.overall.blocks else { continue }
        for set in attacker.found() {
          let columns = spotted.sum(set).columns
          #expect(
            Rule.standard.groups(of: blocks, in: [columns]) == blocks,
            "\(seed) \(question.asked.label) \(columns)")
        }
      }
    }
  }
}
