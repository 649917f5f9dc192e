import SurveyCore
import Testing

@testable import Reports

struct PeriodTests {
  struct Case: Sendable {
    let from: String
    let through: String
    var by: Breakdown?
    var today = "2026-11-21"
    let answer: String
  }

  static let refused = [
    Case(from: "2026-07", through: "2026-08", answer: period("2026-07 to 2026-09")),
    Case(from: "2026-08", through: "2026-10", answer: period("2026-07 to 2026-09")),
    Case(from: "2026-09", through: "2026-07", answer: period("2026-07 to 2026-09")),
    Case(from: "2026-01", through: "2026-06", answer: period("2026-01 to 2026-03")),
    Case(from: "2026-10", through: "2026-12", answer: period("2026-07 to 2026-09")),
    Case(from: "2026-11", through: "2026-11", answer: period("2026-07 to 2026-09")),
    Case(from: "2030-01", through: "2030-03", answer: period("2026-07 to 2026-09")),
    Case(
      from: "2026-07", through: "2026-09", today: "2026-09-30",
      answer: period("2026-04 to 2026-06")),
    Case(
      from: "2026-10", through: "2026-10",
      answer: "a month's figures are given when its quarter has ended; the nearest quarter is "
        + "2026-07 to 2026-09"),
    Case(
      from: "2026-08", through: "2026-08", by: .place,
      answer: "figures by place are for a whole quarter; the nearest is 2026-07 to 2026-09"),
  ]

  private static func period(_ nearest: String) -> String {
    "figures are for one month or one quarter that has ended; the nearest is \(nearest)"
  }

  @Test(arguments: refused)
  func `a period there are no figures for is refused with the nearest`(_ test: Case) {
    let request = FigureRequest(
      survey: "how", from: month(test.from), through: month(test.through), by: test.by)
    let refusal = #expect(throws: FigureRefusal.self) { try request.period(today: day(test.today)) }
    #expect(refusal?.description == test.answer)
  }

  @Test func `a quarter and its months are given from the day after it ended`() throws {
    for (from, through) in [("2026-07", "2026-09"), ("2026-07", "2026-07"), ("2026-09", "2026-09")]
    {
      let request = FigureRequest(survey: "how", from: month(from), through: month(through))
      let period = try request.period(today: day("2026-10-01"))
      #expect(period.from == request.from)
      #expect(period.through == request.through)
      #expect(period.quarter == july)
    }
  }

  @Test func `a survey nobody published is refused by name`() {
    let town = Town(editions: [])
    let refusal = #expect(throws: FigureRefusal.self) { try town.sheet() }
    #expect(refusal?.description == "no edition of \"how\" has been published")
  }
}
