import Foundation
import Testing

@testable import Reports

struct IntervalTests {
  @Test(arguments: [
    (81, 263, 0.255289, 0.366210), (15, 148, 0.062386, 0.160487), (0, 20, 0, 0.161125),
    (1, 29, 0.0061, 0.1718), (20, 20, 0.838875, 1),
  ])
  func `the interval is Wilson's`(count: Int, n: Int, low: Double, high: Double) throws {
    let interval = try #require(Interval(count, of: n))
    let precision = n == 29 ? 0.00005 : 0.000001
    #expect(abs(interval.low - low) < precision)
    #expect(abs(interval.high - high) < precision)
  }

  @Test func `nobody has no share and no interval`() {
    #expect(Interval(0, of: 0) == nil)
    #expect(Share(0, of: 0) == nil)
  }

  @Test func `percentages are whole, a half rounded up, and may add up to 99 or 101`() {
    #expect([1, 1, 1].compactMap { Share($0, of: 3)?.percentage }.reduce(0, +) == 99)
    #expect([1, 1, 6].compactMap { Share($0, of: 8)?.percentage } == [13, 13, 75])
    #expect(Share(1, of: 29)?.low == "0.6")
    #expect(Share(1, of: 29)?.high == "17.2")
  }
}
