import SurveyCore
import Testing

@testable import Reports

/// The rules that hold for every report, whatever is in it.
struct ContentRulesTests {
  /// A report that is judged, by a name that is short to print.
  struct Judged: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let document: Document
  }

  private static let documents: [Judged] = {
    let towns = try? [Village.town(), Village.town(25), Village.town(200, quarters: 5)]
    return (towns ?? []).enumerated().flatMap { number, town in
      ReportDesk.Kind.allCases.compactMap { kind in
        (try? town.report(kind)).map {
          Judged(testDescription: "\(kind.rawValue) of town \(number)", document: $0)
        }
      }
        + Audience.Group.allCases.compactMap { group in
          (try? town.report(.psw, only: group)).map {
            Judged(testDescription: "\(group.rawValue) of town \(number)", document: $0)
          }
        }
    }
  }()

  @Test func `there are documents to judge`() { #expect(Self.documents.count == 18) }

  @Test(arguments: documents)
  func `information, not indicators stands on every table`(judged: Judged) {
    let document = judged.document
    #expect(document.notes.first?.contains("information, not indicators") == true)
    #expect(document.tables.allSatisfy { $0.notes.first == 1 })
  }

  @Test(arguments: documents)
  func `tables are whole and ids are unique`(judged: Judged) {
    let document = judged.document
    let ids = document.sections.map(\.id) + document.tables.map(\.id)
    #expect(Set(ids).count == ids.count, "\(ids.sorted())")
    for id in ids {
      #expect(id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(id)")
    }
    for table in document.tables {
      #expect(!table.rows.isEmpty && !table.title.isEmpty)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.id)")
      #expect(!table.rows.joined().contains(.words("")), "\(table.id)")
      #expect(table.notes.allSatisfy { document.notes.indices.contains($0 - 1) })
    }
    let sections = Set(document.sections.map(\.id))
    #expect(document.findings.allSatisfy { sections.contains($0.section) })
  }

  @Test(arguments: documents)
  func `safety in the area and at school is never told by place`(judged: Judged) {
    let document = judged.document
    let told = document.observations.filter { $0.breakdown == "place" }
    #expect(!told.contains { ["safe-area", "safe-school"].contains($0.measure) })
    for table in document.tables where table.id.hasSuffix("by-place") {
      let titles = table.rows.compactMap(\.first?.text)
      #expect(!titles.contains { $0.contains("area") || $0.contains("school") })
    }
  }

  @Test(arguments: documents)
  func `groups are never added up`(judged: Judged) {
    let document = judged.document
    let groups = Set(Audience.Group.allCases.map(\.rawValue))
    // Concerns are counted as cases, whoever raised them.
    let ofNobody: [Observation.Statistic] = [.imported, .concernsLow, .concernsHigh]
    for one in document.observations where !ofNobody.contains(one.statistic) {
      #expect(groups.contains(one.group))
    }
  }

  @Test(arguments: documents)
  func `every number is told once`(judged: Judged) {
    let document = judged.document
    var seen: Set<Observation> = []
    for var one in document.observations {
      one.value = .count(0)
      // Its value apart, no two say the same.
      #expect(seen.insert(one).inserted, "\(one)")
    }
  }

  @Test(arguments: documents)
  func `no figure is of fewer than ten`(judged: Judged) {
    let document = judged.document
    for one in document.observations where one.statistic == .answered {
      if case .count(let n) = one.value { #expect(n == 0 || n >= 10) }
    }
  }

  @Test(arguments: documents)
  func `there is no target, rank or rating`(judged: Judged) {
    let document = judged.document
    let words = (document.words + document.tables.map(\.title)).filter {
      !$0.contains("no targets") && !$0.contains("not for targets") && !$0.contains("not a target")
        && !$0.contains("not ranked")
    }
    for word in ["target", "rank", "amber", "rating", "best", "worst", "poor", "good practice"] {
      #expect(!words.contains { $0.lowercased().contains(" \(word)") }, "\(word)")
    }
  }

  @Test(arguments: documents)
  func `what was not released says that it is a draft`(judged: Judged) {
    let document = judged.document
    #expect(document.issue == nil)
    #expect(document.words.contains(ReportWords.draft))
  }

  @Test(arguments: ReportDesk.Kind.allCases)
  func `what was released says so where something beside its figures was changed since`(
    kind: ReportDesk.Kind
  ) throws {
    var town = try Village.town(quarters: 1)
    town.issues = [town.people]
    let item = ImportedItem(
      item: "L3", from: july, through: july.adding(2),
      value: try #require(ImportedItem.Value("16.8")), unit: "cases", source: "Case system")
    func isChanged(_ held: [ImportedItem], only group: Audience.Group? = nil) throws -> Bool {
      let words = try town.report(kind, only: group, Shelf(held: held)).words
      #expect(!words.contains(ReportWords.draft))
      return words.contains(ReportWords.changed(1, day("2026-10-05")))
    }
    // It was only frozen, for another's history: nothing was written that it could differ from.
    #expect(try !isChanged([]) && !isChanged([item]))
    let written = try town.report(kind, Shelf(held: [item]))
    town.documents = [
      ReleasedDocument(name: "a.json", hash: Fingerprint(of: Array(written.json.utf8)))
    ]
    #expect(try !isChanged([item]))
    #expect(try isChanged([]), "a number was taken away")
    if kind == .psw {
      #expect(try !isChanged([item], only: .child))
      #expect(try isChanged([], only: .child), "the report it is taken from is another")
    }
  }
}
