import Testing

@testable import Reports

/// Who answered of those who could.
struct ReachTests {
  @Test(arguments: [
    (63...63, 150, 200, "42% of 150 delivered"), (61...64, nil, 120, "51 to 53% of 120"),
    (0...0, 50, nil, "0% of 50 delivered"), (50...50, 50, nil, "100% of 50 delivered"),
    (46...50, nil, 50, "92 to 100% of 50"), (48...52, nil, 50, "[c]"), (18...22, nil, 18, "[c]"),
    (70...70, nil, nil, "not known"), (0...0, nil, 0, "not known"),
    (51...55, 50, 60, "more than the 50 asked"), (5...5, 0, nil, "more than the 0 asked"),
  ])
  func `a response rate is finished of delivered, or no rate`(
    finished: ClosedRange<Int>, delivered: Int?, asked: Int?, words: String
  ) {
    let rate = ResponseRate(finished: finished, delivered: delivered, asked: asked)
    #expect(rate.words == words)
    #expect((rate.percentages == nil) == !words.contains("%"))
  }

  /// How many must answer for a margin, from the tables that survey handbooks print.
  @Test(arguments: [
    (0.05, [(60, 53), (100, 80), (250, 152), (400, 197), (1000, 278)]),
    (0.1, [(60, 38), (100, 50), (250, 70), (400, 78), (1000, 88)]),
  ])
  func `so many must answer for a margin`(margin: Double, expected: [(Int, Int)]) throws {
    for (population, n) in expected {
      let reached = try #require(MarginOfError.of(answers: n, among: population))
      let before = try #require(MarginOfError.of(answers: n - 1, among: population))
      #expect(reached <= margin && before > margin)
    }
  }

  @Test func `all who answered have no margin, and nobody has none to tell`() {
    #expect(
      MarginOfError.of(answers: 60, among: 60) == 0 && MarginOfError.of(answers: 1, among: 1) == 0)
    #expect(MarginOfError.of(answers: 0, among: 60) == nil)
    #expect(MarginOfError.of(answers: 61, among: 60) == nil)
  }

  @Test(arguments: [
    (152...156, 250, 5, "about 5 points"), (40...44, 60, 10, "about 10 points"),
    (60...60, 60, 0, "nothing"), (48...52, 50, nil, "[c]"), (70...74, 50, nil, "[z]"),
    (0...4, 50, nil, "[z]"),
  ])
  func `a margin goes by the fewest who can have answered`(
    finished: ClosedRange<Int>, asked: Int, points: Int?, words: String
  ) {
    let rate = ResponseRate(finished: finished, delivered: nil, asked: asked)
    #expect(rate.margin == points)
    #expect(AnsweredWords.margin(rate) == words)
    #expect(AnsweredWords.margin(nil) == "not known")
  }

  private func findings(_ parts: [(ClosedRange<Int>?, Int)]) -> [Representation.Finding] {
    Representation(parts.map { .init(name: "", answered: $0.0, people: $0.1) }).findings
  }

  @Test func `a part ten points off is pointed out, and nine is not`() {
    #expect(findings([(40...40, 50), (60...60, 50)]) == [.few, .many])
    #expect(findings([(41...41, 50), (59...59, 50)]) == [.asExpected, .asExpected])
    // Exactly ten points, though no decimal says so: 1/3 less 7/30.
    #expect(findings([(7...7, 1), (23...23, 2)]) == [.few, .many])
    #expect(findings([(48...52, 70), (48...52, 30)]) == [.few, .many])
  }

  @Test func `nobody is pointed out however few there are, and what is withheld is not known`() {
    #expect(findings([(0...0, 1), (100...100, 99)]) == [.hardlyAnybody, .asExpected])
    #expect(findings([(0...4, 5), (100...100, 95)]).first == .hardlyAnybody)
    #expect(findings([(nil, 50), (30...30, 50)]) == [.unknown, .unknown])
    #expect(findings([(nil, 50), (0...0, 50)]) == [.unknown, .hardlyAnybody])
    #expect(findings([(0...0, 0), (20...20, 50)]) == [.asExpected, .asExpected])
    #expect(findings([(0...0, 0), (0...0, 0)]) == [.unknown, .unknown])
    #expect(findings([]).isEmpty)
    #expect(findings([(10...10, .max), (10...10, .max)]) == [.asExpected, .asExpected])
  }
}
