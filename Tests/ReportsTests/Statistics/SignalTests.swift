import TestSupport
import Testing

@testable import Reports

/// The four rules of Making Data Count, each by itself, and no other.
struct SignalTests {
  /// Standings about a mean of 0 with limits 3 away: a value is its distance in standard errors.
  private func found(_ values: [Double?]) -> [Set<Signal>] {
    Signal.found(in: values.map { $0.map { Standing(value: $0, mean: 0, reach: 3) } })
  }

  private func places(of signal: Signal, _ values: [Double?]) -> [Int] {
    found(values).indices.filter { found(values)[$0].contains(signal) }
  }

  @Test func `a point outside the limits is one; a point on them is not`() {
    #expect(places(of: .outside, [0, 3, -3, 3.01, -3.01]) == [3, 4])
  }

  @Test(arguments: [
    ([1, 1, 1, 1, 1, 1], []), ([1, 1, 1, 1, 1, 1, 1], Array(0...6)),
    ([-1, -1, -1, -1, -1, -1, -1, -1, 1], Array(0...7)), ([1, 1, 1, 0, 1, 1, 1, 1], []),
    ([1, 1, 1, -1, 1, 1, 1, 1], []), ([0, 0, 0, 0, 0, 0, 0], []),
    ([-1, 1, 1, 1, 1, 1, 1, 1, -1], Array(1...7)),
  ])
  func `seven running on one side of the mean are a run`(values: [Double], expected: [Int]) {
    #expect(places(of: .run, values) == expected)
  }

  @Test(arguments: [
    ([-3, -2, -1, 0, 1, 2], []), ([-3, -2, -1, 0, 1, 2, 3], Array(0...6)),
    ([2, 1.5, 1, 0, -1, -2, -3, -2], Array(0...6)), ([-3, -2, -1, -1, 0, 1, 2, 3], []),
    ([2, -3, -2, -1, 0, 1, 2, 3, 2], Array(1...7)),
  ])
  func `seven running that each rise, or each fall, are a trend`(values: [Double], expected: [Int])
  {
    #expect(places(of: .trend, values) == expected)
  }

  @Test(arguments: [
    ([0, 2.5, 2.5, 0], [1, 2]), ([0, 2.5, -1, 2.5, 0], [1, 3]), ([2.5, 0, 0, 2.5], []),
    ([2.5, -2.5, 0], []), ([2, 2, 2], []), ([2.5, 3.5, 0], [0, 1]), ([2.5, 2.5], [0, 1]),
    ([-2.5, 2.5, -2.5], [0, 2]), ([2.1, 2.2, 2.3], [0, 1, 2]),
  ])
  func `two of three running beyond two thirds of the same limit are near it`(
    values: [Double], expected: [Int]
  ) {
    #expect(places(of: .near, values) == expected)
  }

  @Test func `a point that is missing ends every run`() {
    #expect(places(of: .run, [1, 1, 1, nil, 1, 1, 1, 1]).isEmpty)
    #expect(places(of: .trend, [-3, -2, -1, nil, 0, 1, 2, 3]).isEmpty)
    #expect(places(of: .near, [2.5, nil, 2.5]).isEmpty)
    #expect(places(of: .near, [nil, 2.5, 2.5, nil]) == [1, 2])
    #expect(found([nil, nil]) == [[], []])
    #expect(found([]).isEmpty)
  }

  @Test func `chance alone rarely makes a signal, and turned upside down it makes the same`() {
    var chance = SeededChance(11)
    var outside = 0
    for _ in 0..<500 {
      // The sum of twelve even chances less six has a standard deviation of one.
      let values = (0..<24).map { _ in
        (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &chance) }
      }
      let signals = found(values)
      #expect(signals == found(values.map { -$0 }))
      #expect(signals == found(values.map { $0 * 1 }.reversed()).reversed())
      outside += signals.count { $0.contains(.outside) }
    }
    #expect((5...60).contains(outside), "27 in ten thousand, more or less: \(outside)")
  }
}
