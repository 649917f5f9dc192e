import Testing

@testable import Reports

/// Judged by statsmodels 0.15 (`confint_proportions_2indep`, method `newcomb`), and by Newcombe's
/// own examples: 56/70 v 48/80, 9/10 v 3/10, 6/7 v 2/7, 5/56 v 0/29, 0/10 v 0/20, 10/10 v 0/20.
struct DifferenceTests {
  struct Judged: Sendable {
    let first: Share?
    let second: Share?
    /// Low and high at 95 %, low and high at 99 %.
    let ends: [Double]

    init(_ a: Int, _ m: Int, _ b: Int, _ n: Int, _ ends: Double...) {
      (first, second, self.ends) = (Share(a, of: m), Share(b, of: n), ends)
    }
  }

  static let judged = [
    Judged(56, 70, 48, 80, 0.052431472, 0.333872654, 0.005370869, 0.371808432),
    Judged(9, 10, 3, 10, 0.170522724, 0.809017974, 0.043026967, 0.837405068),
    Judged(6, 7, 2, 7, 0.058227927, 0.806249638, -0.072326726, 0.831562998),
    Judged(5, 56, 0, 29, -0.038137148, 0.192560014, -0.106027770, 0.235293246),
    Judged(0, 10, 0, 20, -0.161125158, 0.277532800, -0.249105401, 0.398854093),
    Judged(0, 10, 0, 10, -0.277532800, 0.277532800, -0.398854093, 0.398854093),
    Judged(10, 10, 0, 20, 0.679086037, 1, 0.529746782, 1),
    Judged(10, 10, 0, 10, 0.607509350, 1, 0.435935132, 1),
    Judged(1, 1, 0, 1, -0.122108721, 1, -0.228983344, 1),
    Judged(0, 1, 0, 1, -0.793450686, 0.793450686, -0.869022457, 0.869022457),
    Judged(7, 7, 9, 9, -0.354330435, 0.299145048, -0.486611435, 0.424364597),
    Judged(120, 200, 120, 200, -0.095183835, 0.095183835, -0.124312879, 0.124312879),
    Judged(5000, 10_000, 4900, 10_000, -0.003857707, 0.023852277, -0.008210693, 0.028201317),
  ]

  @Test(arguments: judged)
  func `the interval of a difference is Newcombe's`(judged: Judged) throws {
    let (first, second) = (try #require(judged.first), try #require(judged.second))
    let ends = Confidence.allCases.flatMap { confidence in
      let difference = Difference(first, minus: second, at: confidence)
      return [difference.low, difference.high]
    }
    for (end, expected) in zip(ends, judged.ends) { #expect(abs(end - expected) < 1e-9) }
  }

  @Test func `a difference is told from shares as they are, not as they are rounded`() throws {
    let difference = Difference(
      try #require(Share(56, of: 70)), minus: try #require(Share(48, of: 80)))
    #expect(difference.tenths == (200, 52, 334))
    let thirds = Difference(try #require(Share(2, of: 3)), minus: try #require(Share(1, of: 3)))
    #expect(thirds.tenths.value == 333, "67 % less 33 % is 34 points, but this is not")
  }

  @Test func `every difference lies in its interval, and turned round it is its own mirror`() throws
  {
    for m in [1, 2, 7, 20] {
      for n in [1, 3, 20] {
        for a in 0...m {
          for b in 0...n {
            let (first, second) = (try #require(Share(a, of: m)), try #require(Share(b, of: n)))
            let (one, other) = (
              Difference(first, minus: second), Difference(second, minus: first)
            )
            #expect(one.low <= one.value && one.value <= one.high)
            #expect(one.low >= -1 - 1e-12 && one.high <= 1 + 1e-12)
            #expect(abs(one.low + other.high) < 1e-12 && one.isClear == other.isClear)
            #expect(!one.isClear || one.value != 0)
            let wide = Difference(first, minus: second, at: .ninetyNine)
            #expect(wide.low <= one.low && one.high <= wide.high)
          }
        }
      }
    }
  }

  @Test(arguments: [(0.5, 0.5), (0.85, 0.85), (0.9, 0.6), (0.3, 0.4)])
  func `95 of a hundred intervals hold the difference between those drawn from`(
    p: Double, q: Double
  )
    throws
  {
    let (m, n) = (20, 35)
    let (firsts, seconds) = (Binomial(n: m, p: p).chances, Binomial(n: n, p: q).chances)
    var held = 0.0
    for a in 0...m {
      for b in 0...n {
        let difference = Difference(
          try #require(Share(a, of: m)), minus: try #require(Share(b, of: n)))
        if difference.low <= p - q, p - q <= difference.high { held += firsts[a] * seconds[b] }
      }
    }
    #expect((0.94...0.97).contains(held))
  }

  private func pairs(_ number: Int) -> [(first: Share, second: Share)?] {
    Array(
      repeating: Share(56, of: 70).flatMap { one in Share(48, of: 80).map { (one, $0) } },
      count: number)
  }

  @Test func `more than ten comparisons need 99 % each, and it is said how many were made`() {
    let (ten, eleven) = (Comparisons(pairs(10)), Comparisons(pairs(11)))
    #expect(ten.confidence == .ninetyFive && eleven.confidence == .ninetyNine)
    #expect(eleven.differences.allSatisfy { $0?.confidence == .ninetyNine })
    #expect(
      ten.words
        == "10 differences were looked at; each is called clear only where its 95% interval "
        + "leaves out no difference.")
    #expect(
      eleven.words
        == "11 differences were looked at; each is called clear only where its 99% interval "
        + "leaves out no difference, since among so many some look clear by chance.")
  }

  @Test func `what is withheld or of fewer than ten people is not compared, and not counted`()
    throws
  {
    let (nine, ten) = (try #require(Share(9, of: 9)), try #require(Share(1, of: 10)))
    let made = Comparisons([nil, (ten, nine), (nine, ten), (ten, ten)])
    #expect(made.number == 1 && made.differences.map { $0 == nil } == [true, true, true, false])
    #expect(Comparisons([]).words == "No differences could be looked at.")
    #expect(Comparisons(Array(repeating: nil, count: 20) + pairs(10)).confidence == .ninetyFive)
  }

  @Test(arguments: [
    (56, 70, 48, 80, "clearly higher, by between 5 and 33 percentage points"),
    (48, 80, 56, 70, "clearly lower, by between 5 and 33 percentage points"),
    (50, 100, 49, 100, "no clear difference"), (7, 10, 7, 10, "no clear difference"),
    (10, 10, 0, 10, "clearly higher, by between 61 and 100 percentage points"),
    (515_000, 1_000_000, 510_000, 1_000_000, "clearly higher, by up to 1 percentage point"),
    (53_000, 1_000_000, 40_000, 1_000_000, "clearly higher, by about 1 percentage point"),
  ])
  func `a difference is said in words`(a: Int, m: Int, b: Int, n: Int, words: String) throws {
    let difference = Difference(try #require(Share(a, of: m)), minus: try #require(Share(b, of: n)))
    #expect(difference.words == words)
  }
}
