public import Foundation

/// A calendar day in the authority's own time zone: the finest time a response keeps.
public struct Day: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard let month = Month(year: year, month: month), (1...month.lastDay).contains(day) else {
      return nil
    }
    (self.year, self.month, self.day) = (year, month.month, day)
  }

  /// The day it is at `instant` in `zone`.
  public init(_ instant: Date, in zone: TimeZone) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day], from: instant)
    (year, month, day) = (parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
  }

  /// Reads `2026-07-31`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let month = Month("\(parts[0])-\(parts[1])"),
      let day = Month.number(parts[2], digits: 2)
    else { return nil }
    self.init(year: month.year, month: month.month, day: day)
  }

  public var description: String { "\(inMonth)-\(Month.twoDigits(day))" }

  public var inMonth: Month { Month(unchecked: year, month) }

  public static func < (one: Day, other: Day) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day: \(text)")
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A calendar month, written `2026-07`.
public struct Month: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int

  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    (self.year, self.month) = (year, month)
  }

  init(unchecked year: Int, _ month: Int) { (self.year, self.month) = (year, month) }

  /// Reads `2026-07`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = Self.number(parts[0], digits: 4),
      let month = Self.number(parts[1], digits: 2)
    else { return nil }
    self.init(year: year, month: month)
  }

  public var description: String {
    let year = String(self.year)
    return String(repeating: "0", count: max(0, 4 - year.count)) + year + "-"
      + Self.twoDigits(month)
  }

  public var next: Month { adding(1) }

  /// The month `count` months later, or earlier when negative.
  public func adding(_ count: Int) -> Month {
    let months = year * 12 + month - 1 + count
    return Month(unchecked: months / 12, months % 12 + 1)
  }

  /// The first month of the calendar quarter the month is in.
  public var quarterStart: Month { Month(unchecked: year, (month - 1) / 3 * 3 + 1) }

  public var firstDay: Day? { Day(year: year, month: month, day: 1) }

  /// The number of the month's last day.
  public var lastDay: Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  public static func < (one: Month, other: Month) -> Bool {
    (one.year, one.month) < (other.year, other.month)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let month = Month(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a month: \(text)")
    }
    self = month
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
