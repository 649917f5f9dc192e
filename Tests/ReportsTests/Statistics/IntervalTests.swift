import Testing

@testable import Reports

/// Judged by statsmodels 0.15 (`proportion_confint`, method `wilson`).
struct IntervalTests {
  struct Judged: Sendable {
    let count: Int
    let n: Int
    /// Low and high at 95 %, low and high at 99 %.
    let ends: [Double]

    init(_ count: Int, _ n: Int, _ ends: Double...) {
      (self.count, self.n, self.ends) = (count, n, ends)
    }
  }

  static let judged = [
    Judged(0, 1, 0, 0.793450686, 0, 0.869022457), Judged(1, 1, 0.206549314, 1, 0.130977543, 1),
    Judged(0, 10, 0, 0.277532800, 0, 0.398854093),
    Judged(5, 10, 0.236593091, 0.763406909, 0.184225518, 0.815774482),
    Judged(10, 10, 0.722467200, 1, 0.601145907, 1),
    Judged(1, 29, 0.006113214, 0.171755219, 0.004061494, 0.238254253),
    Judged(8, 10, 0.490162472, 0.943317849, 0.400818697, 0.959868847),
    Judged(81, 263, 0.255288520, 0.366209577, 0.240136903, 0.385282502),
    Judged(15, 148, 0.062386400, 0.160487242, 0.053644870, 0.183267350),
    Judged(0, 20, 0, 0.161125158, 0, 0.249105401),
    Judged(99_999, 100_000, 0.999943353, 0.999998235, 0.999914831, 0.999998826),
    Judged(123_456, 1_000_000, 0.122812697, 0.124102196, 0.122611153, 0.124305844),
  ]

  @Test(arguments: judged)
  func `the interval is Wilson's`(judged: Judged) throws {
    let ends = try Confidence.allCases.flatMap { confidence in
      let interval = try #require(Interval(judged.count, of: judged.n, at: confidence))
      return [interval.low, interval.high]
    }
    for (end, expected) in zip(ends, judged.ends) { #expect(abs(end - expected) < 1e-9) }
  }

  @Test func `nobody has no share and no interval, and nor have more than there are`() {
    #expect(Interval(0, of: 0) == nil && Share(0, of: 0) == nil)
    #expect(Interval(3, of: 2) == nil && Interval(-1, of: 2) == nil)
  }

  @Test(arguments: 1...60)
  func `every interval holds its share, is the mirror of its opposite and grows with confidence`(
    n: Int
  ) throws {
    for count in 0...n {
      let share = try #require(Share(count, of: n))
      let (interval, wide) = (Interval(share), Interval(share, at: .ninetyNine))
      #expect(interval.low >= 0 && interval.high <= 1)
      #expect(interval.low <= share.part && share.part <= interval.high)
      #expect(wide.low <= interval.low && interval.high <= wide.high)
      #expect((interval.low == 0) == (count == 0) && (interval.high == 1) == (count == n))
      let opposite = Interval(try #require(Share(n - count, of: n)))
      #expect(abs(interval.low - (1 - opposite.high)) < 1e-12)
      let twice = Interval(try #require(Share(2 * count, of: 2 * n)))
      #expect(twice.high - twice.low < interval.high - interval.low)
    }
  }

  @Test(arguments: [10, 25, 60])
  func `95 of a hundred intervals hold the share that people were drawn from`(n: Int) throws {
    let intervals = try (0...n).map { try #require(Interval($0, of: n)) }
    let shares = (1..<100).map { Double($0) / 100 }
    let held = shares.map { p in
      zip(Binomial(n: n, p: p).chances, intervals)
        .reduce(0) { $0 + ($1.1.low <= p && p <= $1.1.high ? $1.0 : 0) }
    }
    let average = held.reduce(0, +) / Double(held.count)
    #expect((0.945...0.96).contains(average))
    #expect(
      held.allSatisfy { $0 > 0.83 }, "Wilson's interval dips near 0 and 1, but not below that")
  }
}

/// The chance of each number of yeses among n people.
struct Binomial {
  let chances: [Double]

  init(n: Int, p: Double) {
    var chances: [Double] = [1]
    for _ in 0..<n {
      chances = (0...chances.count).map { yes in
        (yes < chances.count ? chances[yes] * (1 - p) : 0) + (yes > 0 ? chances[yes - 1] * p : 0)
      }
    }
    self.chances = chances
  }
}
