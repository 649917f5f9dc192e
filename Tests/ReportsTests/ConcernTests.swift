import SurveyCore
import TestSupport
import Testing

@testable import Reports

/// What is told of concerns says nothing about the answers of a few.
struct ConcernTests {
  /// Every way up to 26 concerns can stand, told beside some worrying answers in the figures: for
  /// whoever knows the rule, every number raised in the step that is told stays possible.
  @Test(arguments: [0, 5, 7, 12, 13]) func `no step is ever narrowed`(answers: Int) {
    let most = 26
    var possible: [ToldConcerns: Set<Int>] = [:]
    for raised in answers...most {
      for heard in 0...raised {
        for agreed in 0...heard {
          for closed in 0...agreed {
            for overdue in 0...agreed - closed {
              let counts = ConcernCounts(
                raised: raised, heard: heard, agreed: agreed, closed: closed, overdue: overdue)
              possible[ToldConcerns(counts, told: answers), default: []].insert(raised)
            }
          }
        }
      }
    }
    for (told, numbers) in possible where told.raised.upperBound <= most {
      let step = max(told.raised.lowerBound, answers)...told.raised.upperBound
      #expect(numbers == Set(step), "\(told)")
    }
  }

  @Test(arguments: [
    (0, 0, 0...9), (9, 0, 0...9), (10, 0, 10...14), (24, 0, 20...24), (24, 23, 23...27),
    (8, 8, 0...12), (6, 7, 0...11), (31, 13, 28...32),
  ])
  func `how many were raised is told in steps from the answers that are told`(
    raised: Int, told: Int, range: ClosedRange<Int>
  ) {
    #expect(ToldConcerns(ConcernCounts(raised: raised), told: told).raised == range)
  }

  @Test func `what became of them is told no more closely`() {
    let counts = ConcernCounts(
      raised: 31, heard: 30, agreed: 22, closed: 14, overdue: 3, earlier: 12, earlierOverdue: 10)
    let told = ToldConcerns(counts, told: 13)
    #expect((told.heard, told.agreed, told.closed) == (28...32, 18...22, 13...17))
    #expect(told.open == 11...19, "31 less 14, as far as the steps tell")
    #expect((told.overdue, told.earlier, told.earlierOverdue) == (0...9, 10...14, 10...14))
  }

  private static func asking(_ worrying: [String]) -> Edition {
    var question = Question.scale("home", good: 4)
    for audience in Question.everyone where audience != "parent" {
      question.answers[audience] = question.options(for: audience).map { option in
        var option = option
        option.isWorrying = worrying.contains(option.value)
        return option
      }
    }
    return .of([question])
  }

  @Test func `worrying answers are counted only as far as the figures tell them`() throws {
    var town = Town(editions: [Self.asking(["1"])])
    town.add(20, Person().chose("home", "5"))
    town.add(7, Person().chose("home", "1"))
    #expect(try town.sheets().worryingTold == 7)
    var few = Town(editions: [Self.asking(["1"])])
    few.add(20, Person().chose("home", "5"))
    few.add(20, Person().chose("home", "3"))
    few.add(2, Person().chose("home", "1"))
    #expect(try few.sheets().worryingTold == 0, "two are hidden")
    var all = Town(editions: [Self.asking(["1", "2", "3"])])
    all.add(20, Person().chose("home", "5"))
    all.add(6, Person().chose("home", "3"))
    all.add(1, Person().chose("home", "1"))
    #expect(try all.sheets().worryingTold == 7, "whoever gave no favourable answer gave one")
  }

  /// The same town with one withheld worrying answer more or fewer tells the same of concerns, or
  /// another step: never the answer.
  @Test func `what the figures withhold is not told by how many were raised`() throws {
    var steps: [ClosedRange<Int>: Set<Int>] = [:]
    for hidden in 0...4 {
      var town = Town(editions: [Self.asking(["1"])])
      town.add(30, Person().chose("home", "5"))
      town.add(14 - hidden, Person().chose("home", "2"))
      town.add(hidden, Person().chose("home", "1"))
      let told = try town.sheets().worryingTold
      let counts = ConcernCounts(raised: hidden + 12)
      steps[ToldConcerns(counts, told: told).raised, default: []].insert(hidden)
    }
    #expect(steps.values.allSatisfy { $0.count > 1 })
  }
}

/// The section of the report.
struct ConcernSectionTests {
  private static let counts = ConcernCounts(
    raised: 31, heard: 30, agreed: 22, closed: 14, overdue: 3, earlier: 12, earlierOverdue: 10)

  @Test func `the report says how many there were, after what was done`() throws {
    let report = try Village.town().report(.psw, Shelf(concerns: Self.counts))
    let ids = report.sections.map(\.id)
    let (done, concerns) = (ids.firstIndex(of: "done"), ids.firstIndex(of: "concerns"))
    #expect(try #require(done) + 1 == #require(concerns))
    let table = try #require(report.table("concerns-table"))
    #expect(table.rows.count == 8)
    for row in table.rows {
      #expect(row[1].text.wholeMatch(of: /\d+ to \d+|fewer than (ten|\d+)/) != nil, "\(row)")
    }
    let told = report.observations.filter { [.concernsLow, .concernsHigh].contains($0.statistic) }
    #expect(told.count == 16)
    #expect(told.allSatisfy { $0.group.isEmpty && $0.survey.isEmpty && $0.options.isEmpty })
    #expect(told.allSatisfy { $0.breakdown == "standing" && !$0.category.isEmpty })
  }

  @Test func `a part that is passed on by itself, and the return, have none`() throws {
    let town = try Village.town()
    for report in [
      try town.report(.psw, only: .child, Shelf(concerns: Self.counts)),
      try town.report(.twinCore, Shelf(concerns: Self.counts)),
    ] {
      #expect(!report.sections.contains { $0.id == "concerns" })
      #expect(!report.observations.contains { $0.statistic == .concernsLow })
    }
  }
}
