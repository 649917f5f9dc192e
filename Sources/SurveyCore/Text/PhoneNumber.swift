/// A telephone number as the world writes it (E.164): `+447700900123`.
///
/// Printing it, even for a developer, shows the last three digits. It is not `Codable`, so that it
/// is never stored in clear by accident: `NumberKey` seals it.
public struct PhoneNumber: Sendable, Hashable {
  /// The whole number. Only the gateway it is sent through, and the key it is sealed with, need it.
  public let e164: String

  /// Why something is not a number a person can be texted on. Carries nothing of it.
  public enum Fault: Error, Sendable, Hashable, CaseIterable {
    case empty
    /// A name, such as `Vodafone`, or anything else that is not digits.
    case notDigits
    /// A short code, or a number that lost digits.
    case tooShort
    case tooLong
    /// No country's code starts with zero.
    case noCountry
    /// Of the wrong length for a number of the United Kingdom, or starting as none does.
    case notUK
  }

  /// Reads what a person typed or a gateway wrote, as from the United Kingdom: `07700 900123`,
  /// `+44 (0)7700 900123`, `0044 7700 900123`, `447700900123`; and what a spreadsheet makes of the
  /// first, `7700900123`. Numbers of other countries need their `+` or `00`, except from a gateway,
  /// whose bare digits start with the country's code.
  ///
  /// - Throws: why it is no number.
  public init(_ text: String, isFromGateway: Bool = false) throws(Fault) {
    let (digits, isInternational) = try Self.digits(of: text)
    guard digits.count >= 8 else { throw .tooShort }
    let full = Self.withCountry(digits, isInternational, isFromGateway)
    guard let full else { throw .notUK }
    try Self.check(full)
    e164 = "+" + full
  }

  /// Whether it is a mobile number of the United Kingdom or of a country whose mobile numbers we
  /// do not know apart. Landlines, pagers and personal numbers take no texts.
  public var mayBeMobile: Bool {
    guard e164.hasPrefix("+44") else { return true }
    guard e164.hasPrefix("+447") else { return false }
    // 070 is for personal numbers; 076 for pagers, but for the Isle of Man's mobiles.
    return !e164.hasPrefix("+4470") && (!e164.hasPrefix("+4476") || e164.hasPrefix("+447624"))
  }

  /// The number for people who look after answers: `•••••123`.
  public var masked: String { "•••••" + e164.suffix(3) }

  private static let limit = 64

  /// The digits alone, and whether what came before them says that a country's code is first.
  private static func digits(of text: String) throws(Fault) -> (String, Bool) {
    var scalars = text.unicodeScalars.filter { !isPunctuation($0) }[...]
    if scalars.isEmpty { throw .empty }
    guard scalars.count <= limit else { throw .tooLong }
    var isInternational = false
    if scalars.first == "+" {
      isInternational = true
      scalars = scalars.dropFirst()
    } else if scalars.starts(with: "00".unicodeScalars) {
      isInternational = true
      scalars = scalars.dropFirst(2)
    }
    guard !scalars.isEmpty, scalars.allSatisfy({ ("0"..."9").contains($0) }) else {
      throw .notDigits
    }
    return (String(String.UnicodeScalarView(scalars)), isInternational)
  }

  /// The digits from the country's code on; nil where it cannot be told.
  private static func withCountry(
    _ digits: String, _ isInternational: Bool, _ isFromGateway: Bool
  ) -> String? {
    // People write the zero of `+44 (0)7…` as well.
    let written = digits.hasPrefix("440") ? "44" + digits.dropFirst(3) : digits
    if isInternational { return written }
    if digits.hasPrefix("0") { return "44" + digits.dropFirst() }
    if written.hasPrefix("447"), written.count == 12 { return written }
    if isFromGateway { return written }
    return digits.hasPrefix("7") && digits.count == 10 ? "44" + digits : nil
  }

  private static func check(_ full: String) throws(Fault) {
    if full.hasPrefix("0") { throw .noCountry }
    guard full.utf8.count <= 15 else { throw .tooLong }
    guard full.hasPrefix("44") else { return }
    let own = full.dropFirst(2)
    // A few exchanges in Cumbria have numbers of nine digits; mobiles all have ten.
    let isWhole = own.count == 10 || (own.count == 9 && own.hasPrefix("1"))
    guard isWhole, !"046".contains(own.prefix(1)) else { throw .notUK }
  }

  /// What people and spreadsheets put between digits.
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", ")", "-", ".", "/", "\t", "\n", "\r", "\u{2010}"..."\u{2015}",
      "\u{200B}"..."\u{200F}",
      "\u{202A}"..."\u{202E}", "\u{2060}", "\u{2066}"..."\u{2069}", "\u{FEFF}":
      true
    default: scalar.properties.isWhitespace
    }
  }
}

extension PhoneNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { masked }

  public var debugDescription: String { masked }

  public var customMirror: Mirror { Mirror(self, children: []) }
}
