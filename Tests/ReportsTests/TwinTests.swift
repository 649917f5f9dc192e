import SurveyCore
import TestSupport
import Testing

@testable import Reports

/// Two originals that differ only in what is kept have the same documents, word for word: nothing
/// that is kept chooses a finding, orders a row or bends a line.
struct TwinTests {
  /// A small village of which much is kept, and another in which pairs of people have changed
  /// places as long as the sheets stay the same.
  static func twins(seed: UInt64, swaps: Int) throws -> (Town, Town, swapped: Int) {
    var chance = SeededChance(seed)
    let town = try Village.town(Int.random(in: 24...40, using: &chance), quarters: 3, seed: seed)
    var twin = town
    var swapped = 0
    for _ in 0..<swaps {
      let (one, other) = pair(in: twin, using: &chance)
      let person = twin.people[one]
      guard let question = person.said.keys.sorted().randomElement(using: &chance),
        person.said[question] != twin.people[other].said[question]
      else { continue }
      var next = twin
      next.people[one].said[question] = twin.people[other].said[question]
      next.people[other].said[question] = person.said[question]
      if try sheets(next, of: person) == sheets(twin, of: person) {
        twin = next
        swapped += 1
      }
    }
    return (town, twin, swapped)
  }

  /// Two people whom the same was asked in the same quarter, at different spots.
  private static func pair(in town: Town, using chance: inout SeededChance) -> (Int, Int) {
    let one = Int.random(in: town.people.indices, using: &chance)
    let person = town.people[one]
    let others = town.people.indices.filter { index in
      let other = town.people[index]
      return other.edition == person.edition && other.audience == person.audience
        && other.month.quarterStart == person.month.quarterStart && other.silent != person.silent
    }
    return (one, others.randomElement(using: &chance) ?? one)
  }

  private static func sheets(_ town: Town, of person: Person) throws -> [SurveySheets] {
    let survey = town.editions.first { $0.id == person.edition }?.survey.id ?? ""
    return try FigureDesk(source: town).sheets(
      of: [survey], quarter: person.month.quarterStart, today: day("2027-01-10"))
  }

  @Test(arguments: 0..<2)
  func `what is kept changes no document`(seed: Int) throws {
    let (town, twin, swapped) = try Self.twins(seed: UInt64(seed), swaps: 30)
    #expect(swapped > 5, "\(swapped)")
    for (one, other) in zip(
      try DocumentAttackTests.documents(town), try DocumentAttackTests.documents(twin))
    {
      #expect(one == other)
      #expect(one.html == other.html && one.csv == other.csv && one.json == other.json)
    }
  }
}
