import SurveyCore
import Testing

@testable import Reports

/// What an earlier quarter is read for.
struct HistoryTests {
  @Test(arguments: [(12, 1), (40, 2), (40, 3), (120, 4), (300, 5)] as [(Int, UInt64)])
  func `a history tells what the whole quarter tells of the same`(
    number: Int, seed: UInt64
  ) throws {
    let desk = FigureDesk(source: try Village.town(number, quarters: 1, seed: seed))
    let today = day("2027-01-10")
    let whole = try desk.sheets(quarter: july, today: today)
    let history = try desk.sheets(quarter: july, parts: .history, today: today)
    #expect(history.map(\.survey) == whole.map(\.survey) && !history.isEmpty)
    for (one, all) in zip(history, whole) {
      #expect(one.sheet == all.sheet && one.months == all.months)
      #expect(one.by == all.by.filter { $0.key == .audience } && one.participation.isEmpty)
    }
  }

  @Test func `what is made on two threads keeps the order of the items`() throws {
    let made = try together(Array(0..<500)) { item throws(FigureRefusal) in item * 2 }
    #expect(made == (0..<500).map { $0 * 2 })
    #expect(try together([Int]()) { item throws(FigureRefusal) in item }.isEmpty)
  }

  @Test func `what is thrown is what the first of the items threw`() {
    #expect(throws: FigureRefusal.unknownSurvey("3")) {
      try together(Array(0..<50)) { item throws(FigureRefusal) in
        if item % 7 == 3 { throw .unknownSurvey("\(item)") }
      }
    }
  }
}
