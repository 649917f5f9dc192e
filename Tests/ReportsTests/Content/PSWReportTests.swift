import SurveyCore
import Testing

@testable import Reports

struct PSWReportTests {
  @Test func `the front line comes first, and each group has a part of its own`() throws {
    let parts = try Village.town().report(.psw).sections.filter { $0.level == 2 }.map(\.id)
    let order = ["frontline", "children", "parents", "partners", "answered", "done", "held-part"]
    #expect(parts.filter(order.contains) == order)
  }

  @Test func `the children's part stands alone`() throws {
    let town = try Village.town()
    let (whole, part) = (try town.report(.psw), try town.report(.psw, only: .child))
    #expect(Set(part.observations.map(\.group)) == ["child"])
    let mine = whole.tables.filter { $0.id.hasPrefix("children-") }
    #expect(!mine.isEmpty)
    #expect(mine.map(\.rows) == part.tables.filter { $0.id.hasPrefix("children-") }.map(\.rows))
    #expect(!part.sections.contains { $0.id.hasPrefix("parents") || $0.id.hasPrefix("frontline") })
    #expect(part.sections.contains { $0.id == "method" })
    #expect(part.sections.contains { $0.id == "answered" })
  }

  /// Whatever is made the least favourable, the first page names it.
  @Test(arguments: ["caseload", "supervision", "time-with-children"])
  func `what stands lowest cannot be left out`(question: String) throws {
    var town = try Village.town()
    let edition = town.editions.first { $0.survey.id == "social-workers" }?.id
    for index in town.people.indices where town.people[index].edition == edition {
      town.people[index].said[question] = [.chose(index.isMultiple(of: 9) ? "always" : "never")]
    }
    let report = try town.report(.psw)
    let measure = town.editions.last?.survey.question(question)?.measure
    let title = town.editions.last?.survey.measures.first { $0.id == measure }?.title
    let words = try #require(title?.words(in: .english))
    #expect(report.findings.contains { $0.words.contains("Lowest: “\(words)”") })
  }

  @Test func `a group too small to tell of is said to be`() throws {
    var town = try Village.town()
    let parents = town.editions.first { $0.survey.id == "parents-and-carers" }?.id
    let few = town.people.filter { $0.edition == parents }.prefix(4)
    town.people = town.people.filter { $0.edition != parents } + few
    let report = try town.report(.psw)
    #expect(
      report.findings.contains {
        $0.about == "Parents and carers" && $0.words == FindingWords.nothing
      })
  }

  @Test func `age groups stand beside each other and are not compared`() throws {
    let report = try Village.town().report(.psw)
    #expect(report.table("children-ages") != nil)
    let compared = report.observations.filter { $0.statistic == .difference }
    #expect(!compared.isEmpty)
    #expect(
      compared.filter { $0.breakdown == "audience" }.allSatisfy { $0.note.contains("2026") })
  }

  /// Each difference again from the shares that stand in the same document.
  @Test func `a difference between channels is of one and all others`() throws {
    let report = try Village.town().report(.psw)
    func value(_ like: Observation, _ statistic: Observation.Statistic, all: Bool) -> Int? {
      let found = report.observations.first {
        $0.from == like.from && $0.statistic == statistic && $0.survey == like.survey
          && $0.group == like.group && $0.measure == like.measure && $0.question.isEmpty
          && $0.breakdown == (all ? "" : like.breakdown)
          && $0.category == (all ? "" : like.category) && $0.through == like.through
      }
      if case .count(let number) = found?.value { return number }
      return nil
    }
    let differences = report.observations.filter {
      $0.statistic == .difference && $0.breakdown == "channel"
    }
    #expect(!differences.isEmpty)
    for one in differences {
      let (k, n) = (value(one, .favourable, all: false), value(one, .answered, all: false))
      let (all, people) = (value(one, .favourable, all: true), value(one, .answered, all: true))
      guard let k, let n, let all, let people, case .tenths(let told) = one.value else {
        Issue.record("\(one)")
        continue
      }
      let gap = Double(k) / Double(n) - Double(all - k) / Double(people - n)
      #expect(told == Int((gap * 1000).rounded()))
    }
  }

  @Test func `what is asked anew is not compared with what was asked before`() throws {
    var town = try Village.town()
    var survey = try #require(town.editions.first { $0.survey.id == "parents-and-carers" }).survey
    let index = try #require(survey.questions.firstIndex { $0.id == "listened-to" })
    survey.questions[index].ask = ["parent-carer": [.english: "Does anybody listen to you?"]]
    town.editions.append(
      Edition(
        id: 9, number: 2, survey: survey, hash: Fingerprint(of: [9]), published: day("2026-07-01")))
    let table = try #require(try town.report(.psw).table("parents-changes"))
    let row = try #require(table.rows.first { $0[0].text.contains("listened") })
    #expect(row.last?.text == ComparedWords.reworded)
    #expect(table.rows.contains { $0.last?.text == StatisticsWords.noClearDifference })
  }

  @Test func `an action says whether its measure moved, without claiming why`() throws {
    let said = Authority.Said(
      you: [.english: "You said"], we: [.english: "We did"], measure: "listened-to",
      since: month("2026-07"))
    let report = try Village.town().report(.psw, said: [said])
    let table = try #require(report.table("actions"))
    #expect(table.rows.count == 1)
    #expect(table.rows[0].last?.text.contains("in April to June 2026") == true)
    #expect(table.notes.contains { report.notes[$0 - 1] == ActionWords.cause })
  }

  @Test(arguments: [
    ("2026-07", "2026-08"), ("2026-08", "2026-10"), ("2026-07", "2026-07"), ("2026-04", "2026-09"),
    ("2026-09", "2026-07"), ("2026-10", "2027-03"), ("2027-01", "2027-03"),
  ])
  func `only a quarter that has ended has a report`(from: String, through: String) throws {
    let town = try Village.town(20)
    #expect(throws: FigureRefusal.self) {
      try town.report(.psw, from: from, through: through)
    }
  }

  @Test func `a quarter in which nobody answered has none`() throws {
    let town = try Village.town(20)
    #expect(throws: FigureRefusal.nothingTold) {
      try town.report(.psw, from: "2025-10", through: "2025-12")
    }
    #expect(throws: FigureRefusal.nothingPublished) {
      try town.report(.twinCore, from: "2024-10", through: "2024-12")
    }
  }

  @Test func `the order people came in changes nothing`() throws {
    var town = try Village.town(60)
    let report = try town.report(.psw)
    town.people.shuffle()
    #expect(try town.report(.psw) == report)
  }
}
