import Foundation
import SurveyCore
import TestSupport
import Testing

/// What is worked out of a visit as it arrives.
@Suite struct KioskVisitTests {
  private let survey = KioskFixture.survey
  private let now = Date(timeIntervalSince1970: 1_790_000_000)

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func answers(_ values: String...) -> [String: Answer] {
    Dictionary(
      uniqueKeysWithValues: values.enumerated().map { ("q\($0.offset + 1)", .chosen($0.element)) })
  }

  @Test func `in one boot the elapsed seconds count whatever the wall clock says`() throws {
    for wall in [0, 1_000_000_000, 4_000_000_000, 99_999_999_999] {
      let ended = KioskMoment(boot: KioskFixture.boot, elapsed: 1000, wall: wall)
      let asked = KioskMoment(boot: KioskFixture.boot, elapsed: 1000 + 3 * 86400, wall: wall)
      let found = ended.day(seenAt: asked, now: now, enrolled: try day("2026-01-01"), in: .gmt)
      #expect(found == Day(now.addingTimeInterval(-3 * 86400), in: .gmt))
    }
  }

  @Test func `after another boot the wall clock counts, held between enrolment and today`() throws {
    let enrolled = try day("2026-09-01")
    let today = Day(now, in: .gmt)
    let asked = KioskMoment(boot: "b", elapsed: 10, wall: 0)
    func found(_ boot: String, _ elapsed: Int, _ wall: Int) -> Day {
      KioskMoment(boot: boot, elapsed: elapsed, wall: wall)
        .day(seenAt: asked, now: now, enrolled: enrolled, in: .gmt)
    }
    #expect(
      found("a", 5, 1_789_000_000) == Day(Date(timeIntervalSince1970: 1_789_000_000), in: .gmt))
    #expect(found("a", 5, 0) == enrolled)
    #expect(found("a", 5, 1_000_000_000) == enrolled)
    #expect(found("a", 5, 2_000_000_000) == today)
    // What cannot be: later than the request in the same boot, or numbers beyond all reason.
    #expect(found("b", 11, .max) == today)
    #expect(found("b", -5, .min) == enrolled)
    #expect(found("b", .min, 1_789_000_000) < today)
  }

  @Test func `signs of misuse are seen and honest answers show none`() {
    func signs(
      _ answers: [String: Answer], seconds: Int = 60, sinceLast: Int? = nil
    ) -> Set<Misuse> {
      Misuse.signs(
        in: KioskFixture.record(seconds: seconds, sinceLast: sinceLast, answers: answers),
        of: survey)
    }
    let honest = answers("4", "2", "5", "3", "1", "2")
    #expect(signs(honest) == [])
    #expect(signs(honest, seconds: 11) == [.fast])
    #expect(signs(answers("1", "2"), seconds: 1) == [])
    #expect(signs(answers("1", "1", "1", "1")) == [.same])
    #expect(signs(answers("5", "3", "5", "3")) == [.same])
    #expect(signs(answers("1", "1", "1")) == [])
    #expect(signs(honest, sinceLast: 69) == [.burst])
    #expect(signs(honest, sinceLast: 70) == [])
    #expect(signs(honest, seconds: .max, sinceLast: .min) == [])
    #expect(signs(honest, seconds: .min, sinceLast: .min) == [.fast, .burst])
    #expect(signs([:], seconds: 0) == [])
  }

  @Test func `a visit that was sent is a response with its concerns`() throws {
    let record = KioskFixture.record(
      answers: ["q1": .chosen("1"), "words": .text(" Ask\u{0} me\r\nfirst ")])
    let visit = KioskVisit(record, of: survey, on: try day("2026-09-20"))
    guard case .response(let handedIn, _) = visit.remains else {
      Issue.record("no response")
      return
    }
    #expect(handedIn.response.id == record.id)
    #expect(handedIn.response.channel == .kiosk)
    #expect(!handedIn.response.isPartial)
    #expect(handedIn.response.answers["words"] == .text("Ask me\nfirst"))
    #expect(handedIn.concerns.map(\.question) == ["q1"])
  }

  @Test func `a visit that was left keeps no words unless the survey keeps partial responses`()
    throws
  {
    let record = KioskFixture.record(
      ending: .left(after: "q1"), answers: ["q1": .chosen("1")])
    let on = try day("2026-09-20")
    let dropout = KioskVisit.Dropout(
      collection: 1, audience: "12-17", language: .english, day: on, wasHelped: false, last: "q1")
    #expect(KioskVisit(record, of: survey, on: on).remains == .dropout(dropout))
    var keeping = survey
    keeping.keepsPartials = true
    guard case .response(let handedIn, _) = KioskVisit(record, of: keeping, on: on).remains else {
      Issue.record("no response")
      return
    }
    #expect(handedIn.response.isPartial)
    #expect(handedIn.concerns.count == 1)
    var strange = record
    strange.ending = .left(after: "Robert'); --")
    strange.answers = [:]
    guard case .dropout(let odd) = KioskVisit(strange, of: keeping, on: on).remains else {
      Issue.record("no dropout")
      return
    }
    #expect(odd.last == nil)
  }

  @Test func `numbers are kept as ranges whatever order they come in`() throws {
    var chance = SeededChance(11)
    for _ in 0..<200 {
      var numbers = NumberRanges()
      var met: Set<Int> = []
      for _ in 0..<40 {
        let number = Int.random(in: -1...30, using: &chance)
        numbers.insert(number)
        if number > 0 { met.insert(number) }
      }
      for number in -1...31 { #expect(numbers.contains(number) == met.contains(number)) }
      let gaps = Set(numbers.gaps.joined())
      #expect(gaps == Set(1...(met.max() ?? 1)).subtracting(met))
      #expect(NumberRanges(numbers.description) == numbers)
    }
    #expect(NumberRanges("1-120,122-400")?.gaps == [121...121])
    for wrong in ["0", "3-1", "1,2", "1-3,3-4", "a", "1-", "1,,3", "-1", "1-2000000000", " 1"] {
      #expect(NumberRanges(wrong) == nil, "\(wrong)")
    }
  }

  @Test func `no device makes the ranges grow without end`() {
    var numbers = NumberRanges()
    for number in 1...3000 { numbers.insert(number * 2) }
    #expect(numbers.ranges.count <= 1000)
    #expect(numbers.contains(6000) && !numbers.contains(5999))
    numbers.insert(.max)
    #expect(!numbers.contains(.max))
  }

  @Test func `a code is read however it was typed`() throws {
    var chance = SeededChance(5)
    let code = EnrolmentCode(using: &chance)
    let text = "\(code)"
    #expect(text.wholeMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/) != nil)
    for typed in [text.lowercased(), text.replacing("-", with: " "), text.replacing("-", with: "")]
    {
      #expect(EnrolmentCode(typed) == code)
    }
    for wrong in ["", text + "A", String(text.dropLast()), "????-????-????"] {
      #expect(EnrolmentCode(wrong) == nil)
    }
  }
}
