import SurveyCore
import TestSupport
import Testing

@testable import Reports

/// Who answered, of how many, how, and whose voice is missing.
struct WhoAnsweredTests {
  private static let ages = ["under-8", "8-11", "12-17"]

  private static func asking(_ audience: String?, _ asked: Int?, finished: Int) -> Asking {
    Asking(
      collection: 1, edition: 1, place: "Library", audience: audience, opened: day("2026-07-02"),
      asked: asked, links: nil, texted: nil, isAnswered: finished > 0)
  }

  private static func population(_ audience: String, _ number: Int) throws -> ImportedItem {
    ImportedItem(
      item: "P-" + audience, from: month("2026-07"), through: month("2026-09"),
      value: try #require(ImportedItem.Value("\(number)")), unit: "people", source: "Case system")
  }

  /// 90 of 100 responses by children are from the oldest of whom half could be expected.
  private static func uneven() throws -> Town {
    var town = try Village.town(0)
    let survey = try #require(town.editions.first { $0.survey.id == "my-social-worker" })
    for (audience, number) in zip(ages, [12, 18, 70]) {
      var person = Person(edition: survey.id, audience: audience)
      person.said["safe-home"] = [.chose("always")]
      town.add(number, person)
    }
    return town
  }

  @Test func `whose voice is missing is told by age, beside all who were asked`() throws {
    let asked = zip(Self.ages, [50, 150, 100]).map { audience, number in
      Self.asking(audience, number, finished: 10)
    }
    let report = try Self.uneven().report(
      .psw, Shelf(asked: ["my-social-worker": asked]))
    let table = try #require(report.table("missing"))
    #expect(table.rows.map { $0[1].text }.count == 3)
    #expect(
      table.rows.map(\.last?.text) == [
        "about as many as expected", "fewer than expected", "more than expected",
      ])
    #expect(table.rows.map { $0[3] } == [.percentage(17), .percentage(50), .percentage(33)])
    #expect(table.rows.map { $0[4] } == [.count(50), .count(150), .count(100)])
    #expect(table.notes.contains { report.notes[$0 - 1] == MissingWords.asked })
    // Each age has its own rate too.
    let rates = try #require(report.table("turnout")).rows.map { $0[3].text }
    #expect(rates.allSatisfy { $0.contains("% of ") })
    let percent = report.observations.filter { $0.statistic == .responseRateLow }
    #expect(percent.count == 4 && percent.allSatisfy { $0.unit == ObservationWords.percent })
  }

  @Test func `numbers of people that were imported do as well, the newest of each`() throws {
    var held = try zip(Self.ages, [120, 180, 700]).map(Self.population)
    held.append(
      ImportedItem(
        item: "P-8-11", from: month("2026-01"), through: month("2026-03"),
        value: try #require(ImportedItem.Value("9")), unit: "people", source: "Old"))
    let report = try Self.uneven().report(.psw, Shelf(held: held))
    let table = try #require(report.table("missing"))
    #expect(table.rows.map { $0[4] } == [.count(120), .count(180), .count(700)])
    #expect(table.rows.allSatisfy { $0.last?.text == "about as many as expected" })
    #expect(table.notes.contains { report.notes[$0 - 1].contains("Case system") })
    #expect(report.table("national") == nil, "they are no national items")
    let told = report.observations.filter { $0.statistic == .population }
    #expect(told.map(\.value) == [.count(120), .count(180), .count(700)])
    // How many there are is not how many were asked.
    #expect(!report.observations.contains { $0.statistic == .responseRateLow })
  }

  @Test func `one age that nobody counted, and nothing is told of any`() throws {
    let held = try zip(Self.ages.dropLast(), [120, 180]).map(Self.population)
    let report = try Self.uneven().report(.psw, Shelf(held: held))
    #expect(report.table("missing") == nil)
    #expect(report.words.contains(MissingWords.nothing))
    #expect(!report.observations.contains { $0.statistic == .population })
  }

  /// No more than there are can have answered: a number below the end of the range would narrow it.
  @Test func `fewer people than the range of those who answered is withheld`() throws {
    let held = try zip(Self.ages, [120, 18, 700]).map(Self.population)
    let report = try Self.uneven().report(.psw, Shelf(held: held))
    let table = try #require(report.table("missing"))
    #expect(table.rows.allSatisfy { $0[2] == .symbol(.confidential) })
    #expect(table.rows.allSatisfy { $0.last?.text == "not known" })
  }

  @Test func `an open link says that nobody knows how many could have answered`() throws {
    let shelf = Shelf(asked: ["my-social-worker": [Self.asking(nil, nil, finished: 100)]])
    let report = try Self.uneven().report(.psw, shelf)
    let table = try #require(report.table("turnout"))
    #expect(table.rows.allSatisfy { $0[3].text == "not known" && $0[4].text == "not known" })
    #expect(table.notes.contains { report.notes[$0 - 1] == AnsweredWords.rates })
  }

  @Test func `how they answered is one row a survey and group, in whole per cent`() throws {
    let report = try Village.town().report(.psw)
    let table = try #require(report.table("ways"))
    #expect(table.columns.count == 7)
    #expect(Set(table.rows.map { [$0[0], $0[1]] }).count == table.rows.count)
    for row in table.rows {
      guard case .count(let n) = row[2] else {
        Issue.record("\(row)")
        continue
      }
      let channels = row[3...5].compactMap {
        if case .percentage(let part) = $0 { part } else { nil }
      }
      #expect(n >= 10 && (channels.count < 3 || (99...101).contains(channels.reduce(0, +))))
    }
  }

  @Test func `what stands in the report stands in the data too`() throws {
    var town = try Village.town()
    town.stopped = ["": 12, "seen-alone": 11]
    let report = try town.report(.psw)
    let statistics = Set(report.observations.map(\.statistic))
    let expected: Set<Observation.Statistic> = [
      .responsesLow, .responsesHigh, .questionAskedLow, .questionAskedHigh, .silentLow,
      .silentHigh, .notUnderstoodLow, .notUnderstoodHigh, .published,
    ]
    #expect(statistics.isSuperset(of: expected), "\(expected.subtracting(statistics))")
    let ends = report.observations.filter { $0.statistic == .responsesLow }
    for low in ends {
      var high = low
      high.statistic = .responsesHigh
      let pair = report.observations.first { one in
        high.value = one.value
        return one == high
      }
      #expect(pair != nil, "\(low)")
    }
    let munro = report.observations.filter { $0.statistic == .published }
    #expect(munro.count >= 10 && munro.allSatisfy { $0.note.contains("children") })
    #expect(
      try town.report(.psw, only: .worker).observations.allSatisfy { $0.statistic != .published })
  }
}

/// Agreed cohorts and service groups are asked at places of their own: no further axis is needed.
struct CohortTests {
  /// Young people at three points of a plan, at the last one more often safe than at the first, and
  /// in two groups of children.
  private static func town(lookedAfter: (good: Int, other: Int) = (25, 15)) throws -> Town {
    var town = try Village.town(0)
    let survey = try #require(town.editions.first { $0.survey.id == "my-social-worker" })
    let points = [
      ("Plan: start", 12, 28), ("Plan: review", 24, 16), ("Plan: end", 36, 8),
      ("Children not in care", 20, 20),
      ("Children looked after", lookedAfter.good, lookedAfter.other),
    ]
    for (place, good, other) in points {
      let person = Person(edition: survey.id, place: place)
      town.add(good, person.chose("safe-home", "always"))
      town.add(other, person.chose("safe-home", "never"))
    }
    return town
  }

  private static func sheets(of town: Town) throws -> SurveySheets {
    let sheets = try FigureDesk(source: town).sheets(quarter: july, today: day("2027-01-10"))
    return try #require(sheets.first { $0.survey == "my-social-worker" })
  }

  @Test func `points of a plan and groups of children are told as places`() throws {
    let list = try #require(
      try Self.sheets(of: Self.town()).by[.place]?.measure("safe-home"))
    #expect(list.figure("Plan: start")?.n == 40)
    #expect(list.figure("Plan: start")?.favourable?.percentage == 30)
    #expect(list.figure("Plan: end")?.favourable?.percentage == 82)
    #expect(list.figure("Children not in care")?.favourable?.percentage == 50)
  }

  @Test func `a group of five is not told, and another with it`() throws {
    let list = try #require(
      try Self.sheets(of: Self.town(lookedAfter: (3, 2))).by[.place]?.measure("safe-home"))
    #expect(list.figure("Children looked after")?.n == nil)
    #expect(list.categories.count { $0.n != nil } < 4)
  }

  @Test func `the report sets each beside all others, and says which gaps are clear`() throws {
    let report = try Self.town().report(.psw)
    let table = try #require(report.table("children-by-place"))
    let gaps = Dictionary(
      table.rows.map { ($0[1].text, $0.last?.text ?? "") }, uniquingKeysWith: { one, _ in one })
    #expect(gaps["Plan: start"]?.hasPrefix("clearly lower") == true, "\(gaps)")
    #expect(gaps["Plan: end"]?.hasPrefix("clearly higher") == true, "\(gaps)")
    #expect(gaps["Children not in care"] == StatisticsWords.noClearDifference)
    #expect(gaps["Children looked after"] == StatisticsWords.noClearDifference)
  }
}
