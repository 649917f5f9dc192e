import TestSupport
import Testing

@testable import Reports

/// Whole percentages, and what is said below them.
struct RoundingTests {
  private func shares(_ counts: [Int], of n: Int? = nil) -> [Share] {
    counts.compactMap { Share($0, of: n ?? counts.reduce(0, +)) }
  }

  @Test func `percentages are whole, a half rounded up, and may add up to 99 or 101`() {
    #expect(shares([1, 1, 1]).map(\.percentage) == [33, 33, 33])
    #expect(shares([1, 1, 6]).map(\.percentage) == [13, 13, 75])
    #expect(Share(1, of: 29)?.low == "0.6")
    #expect(Share(1, of: 29)?.high == "17.2")
  }

  @Test func `what they add up to is said where it is not 100`() {
    #expect(
      Rounding.note(shares([1, 1, 1]))
        == "Percentages are rounded to whole numbers, so they add up to 99.")
    #expect(Rounding.note(shares([1, 1, 6]))?.contains("add up to 101") == true)
    #expect(Rounding.note(shares([1, 1])) == nil && Rounding.note([]) == nil)
    // Five answers can be out by two: 20.4 four times, and 18.4.
    let five = shares([51, 51, 51, 51, 46])
    #expect(five.map(\.percentage) == [20, 20, 20, 20, 18])
    #expect(Rounding.note(five)?.contains("add up to 98") == true)
  }

  @Test func `they are never out by more than half a point for each answer`() {
    var chance = SeededChance(7)
    for _ in 0..<2000 {
      let answers = shares(
        (0...Int.random(in: 1...10, using: &chance)).map { _ in
          Int.random(in: 0...40, using: &chance)
        })
      let sum = answers.reduce(0) { $0 + $1.percentage }
      #expect(abs(sum - 100) * 2 <= answers.count || answers.isEmpty)
    }
  }

  @Test func `several answers at once have people as their base, and need not add up to 100`() {
    // Munro 2.15, question 4, as if of 150.
    let ways = shares([60, 60, 29, 51, 117, 57, 33, 53, 33, 30], of: 150)
    #expect(ways.map(\.percentage) == [40, 40, 19, 34, 78, 38, 22, 35, 22, 20])
    #expect(
      Rounding.note(ways, maySeveralBeChosen: true)
        == "People could choose several answers or none. Percentages are of the 150 who answered "
        + "and need not add up to 100.")
    #expect(Rounding.note([], maySeveralBeChosen: true) == nil)
  }

  @Test func `tenths round to the whole per cent that stands beside them`() throws {
    for n in [1, 3, 20, 47, 1000, 10_000] {
      for count in 0...n {
        let share = try #require(Share(count, of: n))
        #expect((share.tenths + 5) / 10 == share.percentage)
        #expect(abs(Double(share.tenths) / 1000 - share.part) < 0.001)
      }
    }
    #expect(Share(7449, of: 10_000)?.tenths == 744)
  }

  @Test func `more than nothing that rounds to nothing is not nothing`() {
    #expect(Share(1, of: 1000)?.cell == .symbol(.low))
    #expect(Share(0, of: 1000)?.cell == .percentage(0))
    #expect(Share(5, of: 1000)?.cell == .percentage(1))
    #expect(Share(1000, of: 1000)?.cell == .percentage(100))
  }
}
