import Foundation
import Testing

@testable import SurveyCore

@Suite struct WireTests {
  @Test(arguments: [
    ("2017-05-14T12:15:30.000000Z", 1_494_764_130.0), ("2026-11-20 16:05:11", 1_795_190_711),
    ("2024-02-29T23:59:59Z", 1_709_251_199), ("2000-03-01 00:00:00", 951_868_800),
    ("1970-01-01T00:00:00", 0), ("1970-01-01T00:00:00.5Z", 0.5), ("1969-12-31T23:59:59Z", -1),
  ])
  func `an instant is read in UTC`(_ text: String, _ seconds: Double) {
    #expect(WireTime.read(text) == Date(timeIntervalSince1970: seconds))
  }

  @Test(arguments: [
    "", "Z", "2026-11-20", "2026-11-20 16:05", "2026-13-01 00:00:00", "2026-02-29 00:00:00",
    "2026-00-10 00:00:00", "2026-01-01 24:00:00", "2026-01-01 00:60:00", "0000-01-01 00:00:00",
    "2026-01-01T00:00:00+01:00", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00.1234567890Z",
    "2026-01-01 00:00:00 ", "+026-01-01 00:00:00", "2026-01-01\u{A0}00:00:00",
  ])
  func `what is no instant is none`(_ text: String) {
    #expect(WireTime.read(text) == nil)
  }

  @Test(arguments: [
    ("a=1&b=2", ["a": "1", "b": "2"]), ("a=1&a=2", ["a": "1"]), ("a", ["a": ""]),
    ("&&=&", ["": ""]),
    ("a=b=c", ["a": "b=c"]), ("a+b=%2B+", ["a b": "+ "]), ("a=%zz%4", ["a": "%zz%4"]),
    ("a=%E2%82%AC%00", ["a": "€\0"]),
  ])
  func `a form is read without loss`(_ text: String, _ fields: [String: String]) throws {
    let form = WireForm(Array(text.utf8))
    for (name, value) in fields { #expect(try form.text(name) == value) }
    #expect(try form.text("other") == nil)
  }

  @Test func `what is not text is a fault, and still signed`() {
    let form = WireForm(Array("a=%FF".utf8))
    #expect(form.fields.first?.value == [0xFF])
    #expect(throws: WireFault.notUTF8) { try form.text("a") }
  }

  @Test func `what is escaped reads back`() throws {
    let words = "Yes – £5 😀 & more=100%+\n\0~"
    let form = WireForm(Array(WireForm.encode(["a b": words]).utf8))
    #expect(try form.text("a b") == words)
  }

  @Test func `a secret matches itself alone, and an empty one nothing`() {
    #expect(Secret("word").matches("word"))
    for other in ["", "wor", "words", "Word", "w\u{F6}rd"] {
      #expect(!Secret("word").matches(other))
    }
    #expect(!Secret("").matches(""))
  }
}
