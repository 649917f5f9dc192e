internal import Foundation

/// The two ways gateways write an instant, both in UTC: `2017-05-14T12:15:30.000000Z` and
/// `2017-05-14 12:15:30`.
enum WireTime {
  /// Nil for whatever is neither.
  static func read(_ text: String) -> Date? {
    var bytes = Array(text.utf8)[...]
    if bytes.last == UInt8(ascii: "Z") { bytes = bytes.dropLast() }
    let fraction = bytes.dropFirst(19)
    guard bytes.count >= 19, shape(bytes.prefix(19)), let seconds = seconds(bytes.prefix(19)) else {
      return nil
    }
    if fraction.isEmpty { return Date(timeIntervalSince1970: seconds) }
    let digits = fraction.dropFirst()
    guard fraction.first == UInt8(ascii: "."), (1...9).contains(digits.count),
      let part = number(digits)
    else { return nil }
    let scale = (0..<digits.count).reduce(1.0) { scale, _ in scale * 10 }
    return Date(timeIntervalSince1970: seconds + Double(part) / scale)
  }

  private static func shape(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, "0000-00-00T00:00:00".utf8).allSatisfy { byte, model in
      switch model {
      case UInt8(ascii: "0"): (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      case UInt8(ascii: "T"): byte == model || byte == UInt8(ascii: " ")
      default: byte == model
      }
    }
  }

  private static func seconds(_ bytes: ArraySlice<UInt8>) -> Double? {
    let parts = bytes.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      .compactMap(number)
    guard parts.count == 6, let month = Month(year: parts[0], month: parts[1]),
      (1...month.lastDay).contains(parts[2]), parts[3] < 24, parts[4] < 60, parts[5] < 61
    else { return nil }
    let clock = (parts[3] * 60 + parts[4]) * 60 + parts[5]
    return Double(days(parts[0], parts[1], parts[2]) * 86_400 + clock)
  }

  /// Days from 1 January 1970 to a day of the Gregorian calendar. Years are counted from March, so
  /// that a leap day comes last.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let fromMarch = (month + 9) % 12
    let leapDays = year / 4 - year / 100 + year / 400
    return year * 365 + leapDays + (fromMarch * 153 + 2) / 5 + day - 719_469
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: digits, as: UTF8.self))
  }
}
