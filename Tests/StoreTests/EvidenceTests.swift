import Foundation
import GRDB
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// What stands beside figures: numbers from elsewhere, how many were asked.
struct EvidenceTests {
  private func item(
    _ id: String, _ from: String, _ through: String, _ value: String, note: String = ""
  ) throws -> ImportedItem {
    ImportedItem(
      item: id, from: Fixture.month(from), through: Fixture.month(through),
      value: try #require(ImportedItem.Value(value)), unit: "days", source: "Case system",
      note: note)
  }

  @Test(arguments: Engine.allCases)
  func `items are kept as they were written, and replaced by period`(engine: Engine) throws {
    let store = try engine.open()
    let first = try item("L3", "2026-04", "2026-06", "16.80")
    let second = try item("L3", "2026-07", "2026-09", "[x]", note: "Late")
    #expect(try store.keep([first, second], on: Fixture.day) == .kept([.added, .added]))
    #expect(try store.items() == [first, second])
    let better = try item("L3", "2026-04", "2026-06", "17")
    #expect(try store.keep([better, second], on: Fixture.day) == .kept([.replaced(first), .same]))
    let whole = Fixture.month("2026-04")...Fixture.month("2026-09")
    #expect(try store.items(within: whole) == [better, second])
    let part = Fixture.month("2026-05")...Fixture.month("2026-08")
    #expect(try store.items(within: part) == [better], "those that ended then")
  }

  @Test func `overlapping periods are refused together, and nothing is kept`() throws {
    let store = try Engine.memory.open()
    let quarter = try item("L6", "2026-07", "2026-09", "20")
    _ = try store.keep([quarter], on: Fixture.day)
    let month = try item("L6", "2026-09", "2026-09", "21")
    let year = try item("L6", "2025-10", "2026-09", "21")
    let fine = try item("L9", "2026-07", "2026-07", "90")
    let outcome = try store.keep([fine, month, year], on: Fixture.day)
    #expect(outcome == .overlapping([1: quarter, 2: quarter]))
    #expect(try store.items() == [quarter])
    let winter = try item("L9", "2026-01", "2026-03", "1")
    let march = try item("L9", "2026-03", "2026-03", "2")
    #expect(try store.keep([winter, march], on: Fixture.day) == .overlapping([1: winter]))
  }

  @Test func `what was imported can be taken away`() throws {
    let store = try Engine.memory.open()
    _ = try store.keep([try item("L6", "2026-07", "2026-09", "20")], on: Fixture.day)
    let (from, through) = (Fixture.month("2026-07"), Fixture.month("2026-09"))
    #expect(try !store.forget("L6", from: from, through: from))
    #expect(try store.forget("L6", from: from, through: through))
    #expect(try store.items().isEmpty)
  }

  @Test(arguments: Engine.allCases)
  func `how many were asked is known where somebody said, or made links`(engine: Engine) throws {
    let store = try engine.open()
    let edition = try store.publish(Fixture.survey(), on: Fixture.day)
    func open(_ place: String, links: Int, isSingleUse: Bool, asked: Int?) throws -> Int {
      try store.open(
        Opening(
          edition: edition.id, place: place, audience: "12-17", isSingleUse: isSingleUse,
          promise: .anonymous, links: (0..<links).map { _ in Fixture.token() }, asked: asked,
          day: Fixture.day))
    }
    let cards = try open("Cards", links: 1, isSingleUse: false, asked: 40)
    let links = try open("Links", links: 12, isSingleUse: true, asked: nil)
    let kiosk = try open("Kiosk", links: 1, isSingleUse: false, asked: nil)
    _ = store.keepNow(
      [(cards, 7), (cards, 8), (links, 6), (kiosk, 9), (links, 10)].map { collection, month in
        HandedIn(Fixture.response(collection, day: Fixture.at(2026, month, 3)))
      })
    let july = Fixture.month("2026-07")
    let askings = try #require(try store.askings(quarter: july, frozenBy: nil)["visit"])
    #expect(askings.map(\.collection) == [cards, links, kiosk])
    #expect(askings.map(\.denominator) == [40, 12, nil])
    #expect(askings.map(\.links) == [nil, 12, nil])
    #expect(askings.map(\.isAnswered) == [true, false, true])
  }

  @Test func `people invited by text are counted as they are invited`() throws {
    let store = try Engine.memory.open()
    let collection = try store.openCollection(links: [Fixture.token()], isSingleUse: true)
    for people in [3, 0, 2] { try store.write { try $0.count(texted: people, for: collection) } }
    let july = Fixture.month("2026-07")
    let asking = try #require(try store.askings(quarter: july, frozenBy: nil)["visit"]?.first)
    #expect(asking.texted == 5 && asking.links == 1 && asking.denominator == 6)
  }
}
