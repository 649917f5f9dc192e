/// A number with the places it was written with: `16.80` stays `16.80`.
public struct ExactNumber: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The number without its point: 1680 for `16.80`.
  public let digits: Int
  /// Digits after the point.
  public let places: Int

  public static let mostPlaces = 3
  /// Digits before the point.
  public static let mostDigits = 9

  /// Reads `16.8`, `1,204` or `-3`; nil for anything else, such as a number with more than three
  /// places or a comma that does not part thousands.
  public init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0)
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap(Self.withoutCommas),
      (1...Self.mostDigits).contains(whole.count)
    else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count == 1 || (1...Self.mostPlaces).contains(fraction.count),
      fraction.utf8.allSatisfy(Self.isDigit), let digits = Int(whole + fraction)
    else { return nil }
    self.digits = isNegative ? -digits : digits
    places = fraction.count
  }

  public var description: String {
    let text = String(abs(digits))
    let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    let sign = digits < 0 ? "-" : ""
    return sign + padded.dropLast(places) + (places == 0 ? "" : "." + padded.suffix(places))
  }

  /// In tenths, a half rounded away from nought.
  public var tenths: Int {
    let scale = Self.powers[places]
    return (digits * 20 + (digits < 0 ? -scale : scale)) / (2 * scale)
  }

  /// The value, for comparing and drawing.
  public var value: Double { Double(digits) / Double(Self.powers[places]) }

  private static let powers = [1, 10, 100, 1000]

  /// The digits of a whole number whose commas, where it has any, part its thousands.
  private static func withoutCommas(_ text: Substring) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
      groups.count == 1 || (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined()
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
