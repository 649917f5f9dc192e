import Foundation
import SurveyCore
import Testing

@Suite struct PhoneNumberTests {
  @Test(arguments: [
    "07700900123", "07700 900123", "07700-900-123", "(07700) 900 123", "07700.900.123",
    "+447700900123", "+44 7700 900123", "+44 (0)7700 900123", "+4407700900123",
    "00447700900123", "0044 (0) 7700 900 123", "447700900123", "4407700900123", "7700900123",
    " 07700\u{A0}900123\n", "\u{202D}+44 7700 900123\u{202C}", "07700\u{2013}900123",
  ])
  func `however it is written in the United Kingdom, it is one number`(_ text: String) throws {
    #expect(try PhoneNumber(text).e164 == "+447700900123")
  }

  @Test(arguments: [
    ("+33 6 12 34 56 78", "+33612345678"), ("0033612345678", "+33612345678"),
    ("+48 601 234 567", "+48601234567"), ("+1 (555) 010-9999", "+15550109999"),
    ("+93 70 123 4567", "+93701234567"), ("01632 960123", "+441632960123"),
    ("016977 2345", "+44169772345"), ("020 7946 0123", "+442079460123"),
  ])
  func `numbers from elsewhere need their country's code`(_ text: String, _ e164: String) throws {
    #expect(try PhoneNumber(text).e164 == e164)
  }

  @Test(arguments: [
    ("447700900123", "+447700900123"), ("33612345678", "+33612345678"),
    ("+447700900123", "+447700900123"), ("07700900123", "+447700900123"),
    ("15550109999", "+15550109999"), ("7701234567", "+7701234567"),
  ])
  func `a gateway's bare digits start with the country's code`(_ text: String, _ e164: String)
    throws
  {
    #expect(try PhoneNumber(text, isFromGateway: true).e164 == e164)
  }

  static let wrong: [(String, PhoneNumber.Fault)] = [
    ("", .empty), (" - ", .empty), ("Vodafone", .notDigits), ("+", .notDigits), ("00", .notDigits),
    ("O7700900123", .notDigits), ("07700900l23", .notDigits), ("07700900123x5", .notDigits),
    ("++447700900123", .notDigits), ("+44+7700900123", .notDigits), ("٠٧٧٠٠٩٠٠١٢٣", .notDigits),
    ("07700900123, 07700900124", .notDigits), ("=07700900123", .notDigits),
    ("7.70E+09", .notDigits),
    ("999", .tooShort), ("60777", .tooShort), ("116123", .tooShort), ("+1234567", .tooShort),
    ("+1234567890123456", .tooLong), (String(repeating: "1", count: 500), .tooLong),
    ("+0770090012", .noCountry), ("00 0770 0900123", .noCountry),
    ("0770090012", .notUK), ("077009001234", .notUK), ("+44770090012", .notUK),
    ("+4477009001234", .notUK), ("612345678", .notUK), ("33612345678", .notUK),
    ("04700900123", .notUK), ("06700900123", .notUK),
  ]

  @Test(arguments: wrong)
  func `what is no number is refused, with the reason`(_ text: String, _ fault: PhoneNumber.Fault) {
    #expect(throws: fault) { try PhoneNumber(text) }
  }

  @Test(arguments: [
    ("07700900123", true), ("07624 900123", true), ("+33612345678", true), ("07000 900123", false),
    ("07600900123", false), ("02079460123", false),
  ])
  func `numbers that take no texts are known`(_ text: String, _ may: Bool) throws {
    #expect(try PhoneNumber(text).mayBeMobile == may)
  }

  @Test func `however it is printed, only three digits show`() throws {
    let number = try PhoneNumber("07700900123")
    #expect(number.masked == "•••••123")
    var dumped = ""
    dump(number, to: &dumped)
    dump([number: Optional(number)], to: &dumped)
    let printed = "\(number) \(String(reflecting: [number])) \(dumped) \(Optional(number) as Any)"
    #expect(!printed.contains("900"))
    #expect(!printed.contains("7700"))
    #expect(printed.contains("•••••123"))
  }

  @Test func `secrets, keys and what goes over the wire do not print`() throws {
    let request = try Made.kannel.request(sending: Made.text("canary"), at: Made.noon)
    let settings = try NotifyGateway.Settings(
      key: #require(NotifyKey(Made.apiKey)), template: Made.template, bearer: Secret("canary"))
    let response = WireResponse(200, type: "text/plain", "canary 900123")
    let number = try PhoneNumber(Made.number)
    let hash = try NumberKey(master: Array(0..<32)).hash(number)
    var dumped = ""
    dump(request, to: &dumped)
    dump(settings, to: &dumped)
    dump(response, to: &dumped)
    dump(Made.kannel, to: &dumped)
    dump(Made.twilio(token: "canary"), to: &dumped)
    let printed =
      "\(request) \(settings) \(response) \(hash) \(Made.kannel) " + dumped
      + String(reflecting: request)
    for word in ["canary", "900123", "foobar", "s3cret", "3d844edf"] {
      #expect(!printed.contains(word))
    }
  }

  @Test func `whatever is typed, the answer is a number of 8 to 15 digits or a fault`() {
    var chance = Chance(state: 4)
    let pieces = ["+", "00", "0", "44", "7", "(", ")", " ", "-", "é", "\0", "٤", "9", "12", "x"]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...14, using: &chance))
        .map { _ in pieces.randomElement(using: &chance) ?? "" }.joined()
      guard let number = try? PhoneNumber(text, isFromGateway: Bool.random(using: &chance)) else {
        continue
      }
      let digits = number.e164.dropFirst()
      #expect(number.e164.first == "+" && (8...15).contains(digits.count) && digits.first != "0")
      #expect(digits.allSatisfy { ("0"..."9").contains($0) })
      #expect((try? PhoneNumber(number.e164)) == number)
    }
  }
}
