import SurveyCore

extension Month {
  /// Such as `July 2026`.
  var words: String { "\(WriterWords.months[month - 1]) \(year)" }

  /// The months from this one on in words: `July to September 2026`.
  func words(through last: Month) -> String {
    if self == last { return words }
    if year == last.year { return "\(WriterWords.months[month - 1]) to \(last.words)" }
    return "\(words) to \(last.words)"
  }
}

extension Day {
  /// Such as `3 October 2026`.
  var words: String { "\(day) \(inMonth.words)" }
}

extension Cell {
  /// As people read it: `1,243`, `37%`, `24.5`, `3 October 2026`.
  var words: String {
    switch self {
    case .words(let words): words
    case .count(let number): Self.grouped(number)
    case .percentage(let number): Self.signed(number, "\(abs(number))%")
    case .tenths(let number): Self.signed(number, Self.decimal(abs(number)))
    case .day(let day): day.words
    case .symbol(let symbol): symbol.rawValue
    }
  }

  /// As programs read it: `1243`, `37`, `24.5`, `2026-10-03`.
  var plain: String {
    switch self {
    case .words(let words): words
    case .count(let number), .percentage(let number): String(number)
    case .tenths(let number): (number < 0 ? "-" : "") + Self.decimal(abs(number))
    case .day(let day): day.description
    case .symbol(let symbol): symbol.rawValue
    }
  }

  /// Whether it is a number, or stands where one would.
  var isNumber: Bool {
    switch self {
    case .count, .percentage, .tenths, .symbol: true
    case .words, .day: false
    }
  }

  static func decimal(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }

  /// With commas between the thousands.
  static func grouped(_ number: Int) -> String {
    let digits = String(abs(number))
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return signed(number, grouped)
  }

  /// A true minus sign before what is less than nothing.
  private static func signed(_ number: Int, _ words: String) -> String {
    number < 0 ? "\u{2212}" + words : words
  }
}

extension String {
  /// Without the characters that neither HTML nor XML can hold (XML 1.0, 2.2): they become the
  /// replacement character, so that nothing disappears unseen.
  var printable: String {
    guard unicodeScalars.contains(where: \.isUnprintable) else { return self }
    var kept = UnicodeScalarView()
    for scalar in unicodeScalars { kept.append(scalar.isUnprintable ? "\u{FFFD}" : scalar) }
    return String(kept)
  }
}

extension Unicode.Scalar {
  fileprivate var isUnprintable: Bool {
    switch value {
    case 0x9, 0xA, 0xD: false
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
