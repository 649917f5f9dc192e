/// Why bytes from a client could not be read as text.
enum TextFault: Error, Equatable {
  /// A `%` that is not followed by two hexadecimal digits.
  case badEscape
  /// A NUL or another control character that has no business there.
  case controlCharacter
  case notUTF8
}

/// Percent-decoding, done here and not in C, where a decoded NUL would end the string.
enum Percent {
  enum Rules {
    /// A path: `+` is itself, and no control character may come out.
    case path
    /// A form or a query: `+` is a space, and tab and line breaks may come out, VT and FF among
    /// them: word processors paste those.
    case form
  }

  static func decode(_ bytes: ArraySlice<UInt8>, as rules: Rules) throws(TextFault) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      var byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "%") {
        guard at + 1 < bytes.endIndex, let high = hex(bytes[at]), let low = hex(bytes[at + 1])
        else { throw .badEscape }
        byte = high << 4 | low
        at += 2
      } else if byte == UInt8(ascii: "+"), rules == .form {
        byte = UInt8(ascii: " ")
      }
      guard allowed(byte, rules) else { throw .controlCharacter }
      out.append(byte)
    }
    guard let text = String(validating: out, as: UTF8.self) else { throw .notUTF8 }
    return text
  }

  private static func allowed(_ byte: UInt8, _ rules: Rules) -> Bool {
    if byte >= 0x20 { return byte != 0x7F }
    return rules == .form && (0x09...0x0D).contains(byte)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
