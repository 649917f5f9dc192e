import Testing

@testable import Reports

/// Words for shares and intervals that need no statistics to be read.
struct LayWordsTests {
  @Test(arguments: [
    (0, 20, "none"), (20, 20, "all"), (1, 200, "hardly any"), (199, 200, "nearly all"),
    (15, 20, "about three quarters"), (17, 20, "more than four in five"),
    (11, 20, "more than half"),
    (64, 100, "nearly two thirds"), (65, 100, "nearly two thirds"), (66, 100, "about two thirds"),
    (49, 100, "about half"), (88, 100, "nearly nine in ten"), (1, 3, "about a third"),
    (92, 100, "more than nine in ten"), (7, 100, "more than one in twenty"),
    (45, 100, "more than two in five"),
  ])
  func `a share is said as people say it`(count: Int, n: Int, words: String) {
    #expect(Share(count, of: n)?.words == words)
  }

  @Test(arguments: [
    (8, 10, "between about half and nearly all"), (0, 20, "at most about one in five"),
    (20, 20, "at least about four in five"), (1, 29, "between hardly any and about one in five"),
    (81, 263, "between about a quarter and a third"),
    (500, 1000, "about half"), (0, 1000, "hardly any"), (1000, 1000, "nearly all"),
    (670, 1000, "about two thirds"), (152, 200, "between about two thirds and four in five"),
  ])
  func `an interval is said as people say it`(count: Int, n: Int, words: String) {
    #expect(Interval(count, of: n)?.words == words)
  }

  /// What fractions are worth, read from the words themselves.
  static let worth = [
    "none": 0.0, "hardly any": 0.02, "one in twenty": 0.05, "one in ten": 0.1, "one in five": 0.2,
    "a quarter": 0.25, "a third": 1 / 3.0, "two in five": 0.4, "half": 0.5, "three in five": 0.6,
    "two thirds": 2 / 3.0, "three quarters": 0.75, "four in five": 0.8, "nine in ten": 0.9,
    "nearly all": 0.96, "all": 1,
  ]

  @Test func `no words are further than five points from what they stand for, nor out of order`()
    throws
  {
    let n = 1000
    var before = 0.0
    for count in 0...n {
      let words = try #require(Share(count, of: n)).words
      let fraction = words.replacing(/^(about|more than|nearly) (?!all)/, with: "")
      let worth = try #require(Self.worth[fraction], "\(words)")
      let part = Double(count) / Double(n)
      #expect(abs(worth - part) < 0.05 + 1e-9, "\(words) for \(part)")
      #expect(!words.hasPrefix("more than") || part > worth)
      #expect(!words.hasPrefix("nearly ") || words == "nearly all" || part < worth)
      #expect(worth >= before)
      before = worth
    }
  }

  @Test func `an interval's words are no narrower than it, but for five points at either end`()
    throws
  {
    for n in [10, 11, 20, 50, 333] {
      for count in 1..<n {
        let interval = try #require(Interval(count, of: n))
        let ends = interval.words.replacing("between ", with: "").replacing("about ", with: "")
          .split(separator: " and ").compactMap { Self.worth[String($0)] }
        let (low, high) = (try #require(ends.first), try #require(ends.last))
        #expect(abs(low - interval.low) <= 0.05 + 1e-9 && abs(high - interval.high) <= 0.05 + 1e-9)
      }
    }
  }
}
