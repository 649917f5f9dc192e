import SurveyCore
import Testing

@testable import Reports

/// The strong form over several questions and how many took part: somebody who knows the rules and
/// has everything that is told of a survey cannot work out one number that is kept. Held by trying
/// every small original.
struct WorldTests {
  static let rule = Rule(rows: 5, cells: 3)

  /// Two questions answered in words at two places; some left one out, or both.
  @Test func `how many took part fixes no number at a hidden place`() throws {
    let editions = [
      Edition.of([.pick("a", [], kind: .text), .pick("b", [], kind: .text)])
    ]
    var worlds = Worlds()
    let most = 6
    for a in Self.pairs(upTo: most) {
      for b in Self.pairs(upTo: most) where a.sum <= b.sum && b.sum >= Self.rule.rows {
        let least = max(a.here, b.here) + max(a.there, b.there)
        for all in least...(least + 9) {
          let people =
            Self.people("P", a.here, b.here) + Self.people("Q", a.there, b.there)
            + [(Self.silent("P"), all - least)]
          let world = try #require(World(editions, people, Self.rule))
          // Of more people there are originals that were not tried.
          if world.responses?.upperBound ?? 0 <= most + 4 { worlds.add(world) }
        }
      }
    }
    #expect(worlds.number > 900)
    #expect(worlds.givenAway.isEmpty, "\(worlds.givenAway.prefix(5))")
  }

  private struct Pair {
    let here: Int
    let there: Int
    var sum: Int { here + there }
  }

  private static func pairs(upTo most: Int) -> [Pair] {
    (0...most).flatMap { here in (0...(most - here)).map { Pair(here: here, there: $0) } }
  }

  private static func silent(_ place: String) -> Person {
    Person(place: place, said: ["a": [.skipped], "b": [.skipped]])
  }

  /// As few people as can give so many answers to each question.
  private static func people(
    _ place: String, _ a: Int, _ b: Int
  ) -> [(person: Person, number: Int)] {
    var (both, one) = (silent(place), silent(place))
    both.said = ["a": [.answered], "b": [.answered]]
    one.said[a > b ? "a" : "b"] = [.answered]
    return [(both, min(a, b)), (one, abs(a - b))]
  }
}
