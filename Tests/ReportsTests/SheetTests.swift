import Foundation
import SurveyCore
import Testing

@testable import Reports

struct SheetTests {
  private func town() -> Town {
    var town = Town(editions: [.of([.scale("q"), .pick("say, \"it\"", ["=1+1", "b"])])])
    for place in ["=cmd|' /C calc'!A0", "Library", "Zoo\r\n\"x\", y"] {
      for value in ["5", "2"] {
        town.add(11, Person(place: place).chose("q", value).chose("say, \"it\"", "=1+1"))
        town.add(9, Person(place: place).chose("q", value).chose("say, \"it\"", "b"))
      }
    }
    town.add(2, Person(place: "Tiny").chose("q", "5"))
    return town
  }

  @Test func `CSV reads back as it was, with nothing a spreadsheet would run`() throws {
    let records = try #require(StrictCSV.read(town().sheet(by: .place).csv))
    #expect(records.first == FigureSheet.columns)
    #expect(records.allSatisfy { $0.count == FigureSheet.columns.count })
    let places = Set(records.dropFirst().map { $0[10] })
    #expect(
      places == ["", "'=cmd|' /C calc'!A0", "Zoo\r\n\"x\", y", "Library", "other places together"]
        || places.contains("'=cmd|' /C calc'!A0"))
    for field in records.joined() {
      #expect(field.unicodeScalars.first.map { !"=+-@\t\r\n".unicodeScalars.contains($0) } ?? true)
    }
  }

  @Test(arguments: [
    ("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\ta", "'\ta"),
    ("\ra", "\"'\ra\""),
    ("=\u{301}1", "'=\u{301}1"), ("a=1", "a=1"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
    ("\"\u{301}", "\"\"\"\u{301}\""), ("", ""), ("[c]", "[c]"), ("＝1", "'＝1"),
  ])
  func `a field is quoted where it must be and never a formula`(text: String, field: String) {
    #expect(Array(CSV.field(text).unicodeScalars) == Array(field.unicodeScalars))
  }

  @Test func `a place with nothing to tell is not even named`() throws {
    let sheet = try town().sheet(by: .place)
    #expect(!sheet.csv.contains("Tiny"))
    #expect(!sheet.json.contains("Tiny"))
  }

  @Test func `JSON has its shape, and says what it is and is not`() throws {
    let data = Data(try town().sheet(by: .place).json.utf8)
    let sheet = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect((sheet["note"] as? String)?.contains("information, not indicators") == true)
    #expect((sheet["method"] as? String)?.contains("Wilson 1927") == true)
    #expect((sheet["rules"] as? [String])?.isEmpty == false)
    #expect(sheet["period"] as? [String: String] == ["from": "2026-07", "through": "2026-09"])
    let groups = try #require(sheet["groups"] as? [[String: Any]])
    let questions = try #require(groups.first?["questions"] as? [[String: Any]])
    let figures = try #require(questions.first?["figures"] as? [[String: Any]])
    for figure in figures {
      let names = Set(try #require(figure["withheld"] as? [String]))
      #expect((figure["n"] is NSNull) == names.contains("n"))
      #expect((figure["favourable"] is NSNull) == names.contains("favourable"))
    }
    #expect(figures.first?["n"] as? Int == 122)
  }

  @Test func `CSV and JSON tell the same numbers`() throws {
    let sheet = try town().sheet(by: .place)
    let records = try #require(StrictCSV.read(sheet.csv)).dropFirst()
    let counts = records.compactMap { Int($0[13]) }.sorted()
    let told = sheet.groups.flatMap { $0.questions + $0.measures }.flatMap(\.figures)
    let numbers = told.flatMap { figure in
      [figure.n, figure.favourable?.count] + figure.answers.map { $0.share?.count }
    }
    #expect(counts == numbers.compactMap(\.self).sorted())
  }

  @Test func `the same counts in any order make the same sheet`() throws {
    var town = town()
    let (csv, json) = (try town.sheet(by: .place).csv, try town.sheet(by: .place).json)
    var chance = SystemRandomNumberGenerator()
    for _ in 0..<5 {
      town.people.shuffle(using: &chance)
      #expect(try town.sheet(by: .place).csv == csv)
      #expect(try town.sheet(by: .place).json == json)
    }
  }
}

/// A strict reader of RFC 4180: CRLF at every end, quotes only round whole fields.
enum StrictCSV {
  static func read(_ text: String) -> [[String]]? {
    var (records, record, field): ([[String]], [String], String.UnicodeScalarView) = (
      [], [], .init()
    )
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      field = .init()
      if first == "\"" {
        rest.removeFirst()
        while true {
          guard let next = rest.popFirst() else { return nil }
          if next != "\"" { field.append(next); continue }
          guard rest.first == "\"" else { break }
          field.append("\"")
          rest.removeFirst()
        }
      } else {
        while let next = rest.first, next != ",", next != "\r" {
          if next == "\"" || next == "\n" { return nil }
          field.append(next)
          rest.removeFirst()
        }
      }
      record.append(String(field))
      guard let end = rest.popFirst() else { return nil }
      if end == "," { continue }
      guard end == "\r", rest.popFirst() == "\n" else { return nil }
      records.append(record)
      record = []
    }
    return record.isEmpty ? records : nil
  }
}
