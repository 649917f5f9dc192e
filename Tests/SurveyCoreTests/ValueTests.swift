import Foundation
import SurveyCore
import Testing

@Suite struct DayTests {
  @Test(arguments: ["2024-02-29", "2000-02-29", "2026-12-31", "0001-01-01"])
  func `a day reads back as it is written`(_ text: String) throws {
    let day = try #require(Day(text))
    #expect(day.description == text)
    let coded = try JSONDecoder().decode(Day.self, from: JSONEncoder().encode(day))
    #expect(coded == day)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00", "26-01-01",
    "2026-1-1", "2026-01-01 ", "2026-01", "2026-01-+1", "٢٠٢٦-٠١-٠١", "2026-01-01-01", "",
  ])
  func `what is no day does not read`(_ text: String) {
    #expect(Day(text) == nil)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Day.self, from: JSONEncoder().encode(text))
    }
  }

  @Test func `the day turns at midnight in the authority's zone`() throws {
    let london = try #require(TimeZone(identifier: "Europe/London"))
    // 2026-07-31 23:30 UTC, which is half past midnight in London.
    let instant = Date(timeIntervalSince1970: 1_785_540_600)
    #expect(Day(instant, in: london).description == "2026-08-01")
    #expect(Day(instant, in: .gmt).description == "2026-07-31")
  }

  @Test func `days sort by the calendar`() throws {
    let days = try ["2026-10-01", "2025-12-31", "2026-02-03"].map { try #require(Day($0)) }
    #expect(days.sorted().map(\.description) == ["2025-12-31", "2026-02-03", "2026-10-01"])
  }
}

@Suite struct MonthTests {
  @Test(arguments: [("2026-12", "2027-01"), ("2026-01", "2026-02"), ("2023-12", "2024-01")])
  func `a month is followed by the next`(_ month: String, _ next: String) throws {
    let month = try #require(Month(month))
    #expect(month.next.description == next)
    #expect(month.next.adding(-1) == month)
    #expect(month.adding(12).year == month.year + 1)
  }

  @Test(arguments: 1...12)
  func `a quarter begins in January, April, July or October`(_ number: Int) throws {
    let start = try #require(Month(year: 2026, month: number)).quarterStart
    #expect([1, 4, 7, 10].contains(start.month))
    #expect((0...2).contains(number - start.month))
  }

  @Test func `months have the length the calendar gives them`() throws {
    let lengths = try (1...12).map { try #require(Month(year: 2026, month: $0)).lastDay }
    #expect(lengths == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    #expect(Month(year: 2024, month: 2)?.lastDay == 29)
    #expect(Month(year: 1900, month: 2)?.lastDay == 28)
    #expect(Month("2026-13") == nil)
    #expect(Month("2026-7") == nil)
  }
}

@Suite struct TokenTests {
  @Test func `a token has 26 letters nobody mixes up, and reads back`() {
    var chance = Chance(1)
    for _ in 0..<100 {
      let token = Token(using: &chance)
      #expect(token.text.utf8.count == Token.length)
      #expect(!token.text.contains { "ilou".contains($0) || $0.isUppercase })
      #expect(Token(token.text) == token)
    }
  }

  @Test func `a token is read as people type it`() {
    let token = Token("0123456789abcdefghjkmnpq10")
    #expect(token != nil)
    #expect(Token("O123 4567-89AB CDEF-GHJK MNPQ lo") == token)
    #expect(Token(" 0123456789ABCDEFGHJKMNPQ IO ") == token)
    #expect(token?.fingerprint == Token("o123456789abcdefghjkmnpqi0")?.fingerprint)
  }

  @Test(arguments: [
    "", "0123456789abcdefghjkmnpq1", "0123456789abcdefghjkmnpq100", "0123456789abcdefghjkmnpqu0",
    "0123456789abcdefghjkmnpq1é", "0123456789abcdefghjkmnpq1\u{0}", "٠123456789abcdefghjkmnpq10",
  ])
  func `what cannot be a token does not read`(_ text: String) { #expect(Token(text) == nil) }

  @Test func `a fingerprint is SHA-256, written in 64 digits`() {
    let empty = Fingerprint(of: [])
    #expect(
      empty.description == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(Fingerprint(bytes: empty.bytes) == empty)
    #expect(Fingerprint(bytes: empty.bytes.dropLast()) == nil)
    #expect(Fingerprint(bytes: empty.bytes + [0]) == nil)
  }
}

@Suite struct LanguageTests {
  @Test(arguments: [("en", true), ("cy", true), ("ckb", true), ("EN", false), ("e", false)])
  func `a language code is two or three small letters`(_ code: String, _ isWell: Bool) {
    #expect(Language(code).isWellFormed == isWell)
    #expect(!Language(code + "-GB").isWellFormed)
    #expect(!Language("").isWellFormed)
    #expect(!Language("éa").isWellFormed)
  }

  @Test func `Arabic and Urdu run from right to left, Welsh does not`() {
    #expect(Language("ar").isRightToLeft)
    #expect(Language("ur").isRightToLeft)
    #expect(!Language("cy").isRightToLeft)
  }

  @Test func `words fall back to English, then to what there is`() {
    let words: Localized = [.english: "Yes", Language("cy"): "Ie"]
    #expect(words.words(in: Language("cy")) == "Ie")
    #expect(words.words(in: Language("pl")) == "Yes")
    #expect([Language("pl"): "Tak", Language("cy"): "Ie"].words(in: .english) == "Ie")
    #expect(Localized().words(in: .english) == "")
  }

  @Test func `words by language are stored under the bare codes`() throws {
    let words: Localized = [.english: "Yes"]
    let json = String(decoding: try JSONEncoder().encode(words), as: UTF8.self)
    #expect(json == #"{"en":"Yes"}"#)
    #expect(try JSONDecoder().decode(Localized.self, from: Data(json.utf8)) == words)
  }
}

@Suite struct PromiseTests {
  @Test func `promises grow from named to anonymous`() {
    #expect(Promise.named < .confidential)
    #expect(Promise.confidential < .anonymous)
    #expect(Promise.allCases.sorted() == [.named, .confidential, .anonymous])
    #expect(!(Promise.anonymous < .anonymous))
  }
}
