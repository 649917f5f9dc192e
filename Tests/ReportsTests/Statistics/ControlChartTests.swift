import SurveyCore
import TestSupport
import Testing

@testable import Reports

/// XmR and p charts over months and quarters.
struct ControlChartTests {
  static let ones = [1.0, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]

  @Test(arguments: [(true, -0.7156, 4.6044), (false, -3.0626, 6.9515)])
  func `the limits of an XmR chart, with and without the steps that stick out`(
    isScreened: Bool, lower: Double, upper: Double
  ) throws {
    let chart = try #require(IndividualsChart(Self.ones, isScreened: isScreened))
    let reach = IndividualsChart.limit * chart.movingRange
    #expect(abs(chart.mean - 1.9444) < 0.0001)
    #expect(abs(chart.mean - reach - lower) < 0.0001 && abs(chart.mean + reach - upper) < 0.0001)
    #expect(chart.standings[4]?.isOutside == true)
  }

  @Test func `an XmR chart measures no step across a gap, and has none without two in a row`()
    throws
  {
    let chart = try #require(IndividualsChart([0.5, 0.6, nil, 0.9, 0.8]))
    #expect(abs(chart.movingRange - 0.1) < 1e-12)
    #expect(chart.standings.map { $0 == nil } == [false, false, true, false, false])
    #expect(IndividualsChart([0.5, nil, 0.6, nil]) == nil && IndividualsChart([]) == nil)
  }

  @Test func `one step among points that are all the same leaves limits to stand within`() throws {
    let chart = try #require(IndividualsChart(Array(repeating: 0.5, count: 9) + [0.9]))
    #expect(chart.movingRange > 0)
    #expect(
      chart.standings.map { $0?.isOutside == true } == Array(repeating: false, count: 9) + [true])
  }

  static let numbers = [18, 22, 15, 25, 19, 21, 17, 9, 24, 20, 23, 18]
  static let people = [20, 25, 20, 28, 22, 24, 20, 20, 27, 23, 26, 21]

  @Test func `the limits of a p chart`() throws {
    let shares = zip(Self.numbers, Self.people).map { Share($0, of: $1) }
    let chart = try #require(ProportionChart(shares))
    #expect(abs(chart.mean - 0.836957) < 1e-6)
    let eighth = try #require(chart.standings[7])
    #expect(abs(eighth.value - 0.45) < 1e-12 && abs(eighth.lower - 0.5892) < 0.0001)
    #expect(eighth.upper == 1 && eighth.isOutside && eighth.side == -1)
    #expect(chart.standings.count { $0?.isOutside == true } == 1)
  }

  @Test func `a p chart needs enough answers a period and a spread that chance explains`() throws {
    func holds(_ counts: [(Int, Int)]) -> Bool {
      ProportionChart(counts.map { Share($0.0, of: $0.1) })?.holds ?? false
    }
    #expect(holds([(12, 20), (15, 20), (13, 20), (14, 20)]))
    #expect(!holds([(12, 20), (15, 20), (5, 9), (14, 20)]), "too few")
    #expect(!holds([(19, 20), (19, 20), (18, 20), (19, 20)]), "too near to all")
    #expect(
      !holds([(6000, 10_000), (7000, 10_000), (6100, 10_000), (7100, 10_000)]), "too far apart")
    #expect(!holds([(188, 400), (212, 400), (188, 400), (212, 400)]), "2.1 times chance")
    #expect(holds([(192, 400), (208, 400), (192, 400), (208, 400)]), "1.4 times chance")
    #expect(!holds([(20, 20), (20, 20), (20, 20), (20, 20)]), "no chance in it")
    #expect(!holds([]))
  }

  private func points(_ counts: [(Int, Int)?], breaks: Set<Int> = []) -> [SeriesPoint] {
    counts.enumerated().map { index, count in
      let month = month("2024-01").adding(index)
      return SeriesPoint(
        from: month, through: month, share: count.flatMap { Share($0.0, of: $0.1) },
        isBreak: breaks.contains(index))
    }
  }

  private var town: [(Int, Int)?] { Array(zip(Self.numbers, Self.people)) }

  @Test func `under twelve points limits are on trial, and under four there are none`() {
    let even = Array(repeating: Optional((20, 40)), count: 12)
    let methods = (0...12).map { ControlSeries(points(Array(even.prefix($0)))).method }
    #expect(methods.map { $0 == .proportions } == (0...12).map { $0 >= 4 })
    let three = ControlSeries(points(Array(even.prefix(3))))
    #expect(three.method == .none && !three.areTrial && three.standings.allSatisfy { $0 == nil })
    #expect(ControlSeries(points(Array(even.prefix(4)))).areTrial)
    #expect(ControlSeries(points(Array(even.prefix(11)))).areTrial)
    #expect(!ControlSeries(points(even)).areTrial)
    #expect(ControlSeries(points(Array(even.prefix(11)) + [nil])).areTrial, "a gap is no point")
  }

  @Test func `an XmR chart needs seven points for limits`() {
    let high = (0..<12).map { Optional(($0.isMultiple(of: 2) ? 98 : 99, 100)) }
    let methods = (0...12).map { ControlSeries(points(Array(high.prefix($0)))).method }
    #expect(methods.map { $0 == .individuals } == (0...12).map { $0 >= 7 })
    #expect(methods.allSatisfy { $0 != .proportions })
  }

  @Test
  func `what is nearly always the same has an XmR chart, and what is always the same no signal`() {
    let most = ControlSeries(points(Array(repeating: (98, 100), count: 11) + [(97, 100)]))
    #expect(most.method == .individuals)
    for share in [(20, 20), (0, 20), (7, 10), (1, 3)] {
      let same = ControlSeries(points(Array(repeating: share, count: 15)))
      #expect(same.signals.allSatisfy { $0.isEmpty }, "\(share)")
    }
  }

  @Test func `nothing is read across a break`() throws {
    let low = Array(repeating: Optional((10, 40)), count: 8)
    let high = Array(repeating: Optional((30, 40)), count: 8)
    let whole = ControlChart(points(low + high))
    #expect(whole.series.count == 1 && whole.series[0].signals.contains { !$0.isEmpty })
    let broken = ControlChart(points(low + high, breaks: [8]))
    #expect(broken.series.count == 2)
    #expect(broken.series.allSatisfy { $0.signals.allSatisfy(\.isEmpty) })
    let course = broken.course { "\($0.from)" }
    #expect(course.points.map(\.isBreak) == (0..<16).map { $0 == 8 })
    #expect(
      course.points.compactMap(\.mean) == Array(repeating: 250, count: 8)
        + Array(repeating: 750, count: 8))
    #expect(course.areTrial && course.points.allSatisfy { !$0.isSignal })
    #expect(
      ControlChart(points(low, breaks: [0])).course { _ in "" }.points.first?.isBreak == false)
  }

  @Test
  func `the picture has the shares and their limits in tenths, and gaps where nothing is told`()
    throws
  {
    var counts = town
    counts[3] = nil
    let course = ControlChart(points(counts)).course { "\($0.from)" }
    #expect(course.points.map(\.label).first == "2024-01" && course.points.count == 12)
    #expect(course.points[3].share == nil && course.points[3].lower == nil)
    #expect(course.points[7].share == 450 && course.points[7].isSignal)
    #expect(course.points.allSatisfy { ($0.lower ?? 0) >= 0 && ($0.upper ?? 1000) <= 1000 })
    #expect(ControlChart([]).course { _ in "" }.points.isEmpty)
  }

  @Test func `limits hold their mean, and grow as answers grow few`() throws {
    var chance = SeededChance(3)
    for _ in 0..<300 {
      let counts = (0..<Int.random(in: 4...20, using: &chance)).map { _ -> (Int, Int)? in
        let n = Int.random(in: 10...300, using: &chance)
        return Int.random(in: 0..<8, using: &chance) == 0
          ? nil : (Int.random(in: 0...n, using: &chance), n)
      }
      let series = ControlSeries(points(counts))
      #expect(series.standings.count == counts.count && series.signals.count == counts.count)
      for standing in series.standings.compactMap(\.self) {
        #expect(standing.lower <= standing.mean && standing.mean <= standing.upper)
        #expect(standing.lower >= 0 && standing.upper <= 1)
      }
      guard series.method == .proportions else { continue }
      let told = zip(series.points, series.standings).compactMap { point, standing in
        point.share.flatMap { share in standing.map { (share.n, $0.reach) } }
      }.sorted { $0.0 < $1.0 }
      #expect(zip(told, told.dropFirst()).allSatisfy { $0.1 >= $1.1 })
    }
  }
}
