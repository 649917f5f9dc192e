import SurveyCore
import Testing

@testable import Reports

/// Months or quarters, breaks, and what a chart's title says.
struct CourseTests {
  private func quarters(_ number: Int) -> [SeriesPoint] {
    (0..<number).map { index in
      let first = month("2025-01").adding(3 * index)
      return SeriesPoint(from: first, through: first.adding(2), share: Share(30, of: 60))
    }
  }

  private func months(_ answers: [Int?]) -> [SeriesPoint] {
    answers.enumerated().map { index, n in
      let month = month("2025-01").adding(index)
      return SeriesPoint(from: month, through: month, share: n.flatMap { Share($0 / 2, of: $0) })
    }
  }

  @Test(arguments: [
    ("all thick, a year", 4, Array(repeating: 20, count: 12), 12),
    ("all thick, all there is", 2, Array(repeating: 20, count: 6), 6),
    ("one month thin", 4, Array(repeating: 20, count: 11) + [19], 4),
    ("one month withheld", 4, Array(repeating: 20, count: 11) + [nil], 4),
    ("thin at first, then a year", 5, [20, 5, 20] + Array(repeating: 20, count: 12), 12),
    ("thin at first, then less than a year", 4, [20, 5, 20] + Array(repeating: 20, count: 9), 4),
    ("months not told", 4, [], 4), ("nothing", 0, [], 0),
  ])
  func `it goes by month where months have enough answers`(
    name: String, quarterCount: Int, answers: [Int?], expected: Int
  ) {
    let (months, quarters) = (months(answers), quarters(quarterCount))
    let shown = [SeriesPoint].monthsOrQuarters(months: months, quarters: quarters)
    #expect(
      shown == (expected == quarterCount ? quarters : Array(months.suffix(expected))), "\(name)")
  }

  private func chart(_ counts: [(Int, Int)?]) -> ControlChart {
    let points = counts.enumerated().map { index, count in
      let month = month("2024-01").adding(index)
      return SeriesPoint(
        from: month, through: month, share: count.flatMap { Share($0.0, of: $0.1) })
    }
    return ControlChart(points)
  }

  private func finding(_ counts: [(Int, Int)?]) -> String {
    chart(counts).finding { "\($0.from)" }
  }

  @Test func `a title says what the newest point shows, then what was before`() {
    let calm: [(Int, Int)?] = [
      (18, 30), (20, 30), (17, 30), (19, 30), (21, 30), (18, 30), (20, 30),
    ]
    #expect(finding([]) == "too few periods for limits so far")
    #expect(finding(Array(calm.prefix(3))) == "too few periods for limits so far")
    #expect(finding(calm) == "within its trial limits, on 7 points so far")
    #expect(finding(calm + calm) == "no more change than chance explains since 2024-01")
    #expect(finding(calm + [(4, 30)]) == "lower in 2024-08 than chance alone explains")
    #expect(finding(calm + [(4, 30), nil]) == "lower in 2024-08 than chance alone explains")
    #expect(
      finding(calm + [(4, 30)] + calm)
        == "lower in 2024-08 than chance alone explains; no more since than chance explains")
    #expect(
      finding(Array(repeating: (10, 40), count: 8) + Array(repeating: (20, 40), count: 8))
        == "seven or more periods above the mean, up to 2025-04: more than chance explains")
    #expect(
      finding((0..<8).map { (20 + $0, 60) })
        == "rising seven periods running, up to 2024-08: more than chance explains")
    #expect(
      finding(([33, 33, 33] + (20...26)).map { ($0, 60) })
        == "rising seven periods running, up to 2024-10: more than chance explains",
      "however little the last point is above the mean")
  }

  @Test func `only what the newest point is part of is news`() {
    let calm: [(Int, Int)?] = [(18, 30), (20, 30), (17, 30), (19, 30), (21, 30), (18, 30)]
    #expect(!chart([]).isSignalNow && !chart([nil, nil]).isSignalNow && !chart(calm).isSignalNow)
    #expect(chart(calm + [(4, 30)]).isSignalNow && chart(calm + [(4, 30), nil]).isSignalNow)
    #expect(!chart(calm + [(4, 30)] + calm).isSignalNow)
  }

  @Test func `how the limits were found is said, and that they are on trial`() throws {
    let points = (0..<5).map { index in
      let month = month("2024-01").adding(index)
      return SeriesPoint(from: month, through: month, share: Share(20, of: 40))
    }
    let words = try #require(ControlChart(points).method)
    #expect(words.hasPrefix("The expected range is that of a p chart"))
    #expect(words.contains("It rests on 5 points, fewer than 12"))
    #expect(ControlChart(Array(points.prefix(2))).method == nil)
  }

  @Test func `a series is broken once, and goes on when the new words stay`() {
    let editions = [
      Self.edition(1, "2026-01-01") { _ in },
      Self.edition(2, "2026-05-31") { $0.ask["8-11"] = [.english: "Is it?"] },
      Self.edition(3, "2026-06-30") { $0.ask["8-11"] = [.english: "Is it?"] },
    ]
    let breaks = (2...8).map { number in
      let now = month("2026-01").adding(number - 1)
      return editions.changed(.question("q"), .child, after: now.adding(-1), by: now)
    }
    #expect(breaks == [false, false, false, true, false, false, false])
  }

  private static func edition(
    _ number: Int, _ published: String, _ change: (inout Question) -> Void
  )
    -> Edition
  {
    var question = Question.scale("q")
    change(&question)
    let edition = Edition.of([question, .scale("other", measure: "other")], number: number)
    return Edition(
      id: edition.id, number: number, survey: edition.survey, hash: edition.hash,
      published: day(published))
  }

  static let changes: [(name: String, change: @Sendable (inout Question) -> Void, breaks: Bool)] = [
    ("nothing", { _ in }, false),
    ("the words", { $0.ask["12-17"] = [.english: "Is it?"] }, true),
    ("a language more", { $0.ask["12-17"]?[Language("cy")] = "Ydy?" }, false),
    ("the help", { $0.hint["12-17"] = [.english: "It can be anything."] }, true),
    ("the words of an answer", { $0.answers["12-17"]?[0].words = [.english: "Always"] }, true),
    ("what counts", { $0.answers["12-17"]?[1].favourable = false }, true),
    ("an answer fewer", { _ = $0.answers["12-17"]?.removeLast() }, true),
    ("who is asked", { $0.audiences.removeAll { $0 == "under-8" } }, true),
    ("another group's words", { $0.ask["parent"] = [.english: "Is it?"] }, false),
    ("when it is asked", { $0.when = [Question.Condition(question: "p", values: ["yes"])] }, true),
    ("a concern", { $0.answers["12-17"]?[0].isWorrying = true }, false),
    ("where it comes from", { $0.source = "Munro" }, false),
  ]

  @Test(arguments: changes.indices)
  func `a series breaks where what is asked changed, and nowhere else`(index: Int) {
    let (name, change, breaks) = Self.changes[index]
    let editions = [
      Self.edition(1, "2026-01-01") { _ in }, Self.edition(2, "2026-05-31", change),
    ]
    for subject in [Wording.Subject.question("q"), .measure("listened-to")] {
      func changed(_ before: String, _ now: String) -> Bool {
        editions.changed(subject, .child, after: month(before), by: month(now))
      }
      #expect(changed("2026-04", "2026-05") == breaks, "\(name)")
      #expect(changed("2026-03", "2026-06") == breaks, "\(name)")
      #expect(!changed("2026-03", "2026-04") && !changed("2026-05", "2026-06"), "\(name)")
      #expect(!changed("2025-09", "2025-12") && !changed("2025-12", "2026-06"), "\(name)")
    }
    #expect(
      !editions.changed(.measure("other"), .child, after: month("2026-04"), by: month("2026-05")))
  }
}
