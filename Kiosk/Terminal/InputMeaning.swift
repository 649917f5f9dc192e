/// What the parts of a sequence mean.
extension InputParser {
  /// SGR reports: `button;column;row`, `M` down and `m` up. Only the left button counts.
  static func touch(_ text: Substring, _ final: UInt8) -> Input? {
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, numbers[0] == 0, let column = numbers[1], let row = numbers[2],
      (1...9999).contains(column), (1...9999).contains(row)
    else { return nil }
    let place = Place(x: column - 1, y: row - 1)
    switch final {
    case UInt8(ascii: "M"): return .press(place)
    case UInt8(ascii: "m"): return .release(place)
    default: return nil
    }
  }

  static func letterKey(_ final: UInt8) -> Input? {
    switch final {
    case UInt8(ascii: "A"): .key(.up)
    case UInt8(ascii: "B"): .key(.down)
    case UInt8(ascii: "C"): .key(.right)
    case UInt8(ascii: "D"): .key(.left)
    case UInt8(ascii: "H"): .key(.home)
    case UInt8(ascii: "F"): .key(.end)
    case UInt8(ascii: "Z"): .key(.backTab)
    default: nil
    }
  }

  static func singleKey(_ byte: UInt8) -> Input? {
    switch byte {
    case UInt8(ascii: "M"): .key(.enter)
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .key(.function(Int(byte - 0x4F)))
    default: letterKey(byte)
    }
  }

  static func consoleKey(_ byte: UInt8) -> Input? {
    (0x41...0x45).contains(byte) ? .key(.function(Int(byte - 0x40))) : nil
  }

  static func numberedKey(_ number: Int) -> Input? {
    switch number {
    case 1, 7: .key(.home)
    case 3: .key(.backspace)
    case 4, 8: .key(.end)
    case 5: .key(.pageUp)
    case 6: .key(.pageDown)
    case 11...15: .key(.function(number - 10))
    case 17...21: .key(.function(number - 11))
    case 23, 24: .key(.function(number - 12))
    default: nil
    }
  }

  static func typed(_ value: UInt32) -> Input? {
    guard let scalar = Unicode.Scalar(value) else { return nil }
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return nil
    // Joiners are part of how some languages are spelt; the others could turn text about.
    case .format: return value == 0x200C || value == 0x200D ? .key(.typed(scalar)) : nil
    default: return .key(.typed(scalar))
    }
  }
}
