import SurveyCore
import Testing

@testable import Reports

struct TwinCoreTests {
  private let items = [
    "L1a", "L1b", "L1c", "L4a", "L4b", "L4c", "L4d", "L5a", "L5b", "L5c", "L7", "L8",
  ]

  @Test func `twelve percentages, each once, with its n and interval`() throws {
    let report = try Village.town().report(.twinCore)
    let table = try #require(report.table("twin-core"))
    #expect(table.rows.map { $0[0].text } == items)
    for row in table.rows {
      guard case .count(let n) = row[2], case .percentage(let share) = row[3],
        case .tenths(let low) = row[4], case .tenths(let high) = row[5]
      else { Issue.record("\(row)"); continue }
      #expect(n >= 10 && low <= 10 * share + 5 && 10 * share - 5 <= high)
    }
  }

  @Test func `an item that is not asked has its row`() throws {
    var town = try Village.town()
    let workers = town.editions.first { $0.survey.id == "social-workers" }?.id
    town.editions.removeAll { $0.id == workers }
    town.people.removeAll { $0.edition == workers }
    let table = try #require(try town.report(.twinCore).table("twin-core"))
    #expect(table.rows.map { $0[0].text } == items)
    let row = try #require(table.rows.first { $0[0].text == "L4c" })
    #expect(row[2] == .symbol(.unavailable) && row[3] == .symbol(.unavailable))
  }

  @Test func `the local themes stand beside the return and are not in it`() throws {
    let report = try Village.town().report(.twinCore)
    let themes = try #require(report.table("themes-table"))
    #expect(themes.rows.count == 3)
    let titles = Set(themes.rows.map { $0[0].text })
    let inside = try #require(report.table("twin-core")).rows.map { $0[1].text }
    #expect(titles.isDisjoint(with: inside))
    let items = report.observations.filter { LocalTheme.measures.contains($0.measure) }
    #expect(!items.isEmpty && items.allSatisfy(\.item.isEmpty))
  }

  @Test func `rows from case systems are held, marked, and there when empty`() throws {
    let number = try #require(ExactNumber("16.8"))
    let item = ImportedItem(
      item: "L3", from: month("2026-07"), through: month("2026-09"), value: .number(number),
      unit: "cases", source: "Case system")
    let report = try Village.town().report(.twinCore, Shelf(held: [item]))
    let table = try #require(report.table("held"))
    #expect(table.rows.map { $0[0].text } == ["L2", "L3", "L6", "L9"])
    #expect(table.rows[1][3] == .tenths(168))
    #expect(table.rows[0][3] == .symbol(.unavailable))
    #expect(table.notes.contains { report.notes[$0 - 1] == HeldWords.notSurvey })
    let imported = report.observations.filter { $0.statistic == .imported }
    #expect(imported.count == 1 && imported[0].note.contains(HeldWords.notSurvey))
  }

  @Test func `every item says what was asked and which answers count`() throws {
    let report = try Village.town().report(.twinCore)
    let rows = report.tables.filter { $0.id.hasPrefix("numerators-") }.flatMap(\.rows)
    for item in items {
      let mine = rows.filter { $0[0].text.hasPrefix("\(item): ") }
      #expect(!mine.isEmpty && mine.allSatisfy { !$0[3].text.isEmpty }, "\(item)")
    }
    let seen = try #require(rows.first { $0[0].text == "Seen alone" && $0[2].text.count > 80 })
    #expect(seen[3].text == "Every time; Usually")
  }

  @Test func `safety at school is shown over time`() throws {
    let report = try Village.town(300, quarters: 5).report(.twinCore)
    #expect(report.table("children-my-social-worker-safe-school-course")?.rows.isEmpty == false)
  }

  /// Whoever may answer two surveys about the same item stands in two rows, never in one sum.
  @Test func `two surveys of one item are two rows`() throws {
    var town = try Village.town()
    let first = try #require(town.editions.first { $0.survey.id == "parents-and-carers" })
    var survey = first.survey
    survey.id = "parents-again"
    town.editions.append(
      Edition(
        id: 9, number: 1, survey: survey, hash: Fingerprint(of: [9]), published: day("2025-01-01")))
    let again = town.people.filter { $0.edition == first.id }.map { person in
      var person = person
      person.edition = 9
      return person
    }
    town.people += again
    let table = try #require(try town.report(.twinCore).table("twin-core"))
    #expect(table.rows.filter { $0[0].text == "L8" }.count == 2)
  }
}
