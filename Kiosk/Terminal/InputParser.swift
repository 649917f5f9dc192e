/// Turns a terminal's bytes into what a person did.
///
/// Bytes may arrive in pieces of any size. What is not known is swallowed whole: an escape sequence
/// to its end, a paste to the mark that ends it, so that neither a pasted page nor a touch report
/// of another kind is ever taken for typing. It never holds more than one short sequence.
struct InputParser: Sendable {
  private enum State: Equatable {
    case ground
    case escape
    /// After `ESC [`, with what came since.
    case sequence([UInt8])
    /// After `ESC O`, or after `ESC [ [` of the Linux console.
    case single(isConsole: Bool)
    /// The bytes of a touch report of the oldest kind (X10), which could be anything.
    case skip(Int)
    /// An operating system command or the like: up to its end.
    case string(sawEscape: Bool)
    /// A paste, and how much of its ending mark has been seen.
    case paste(Int)
    /// A character of several bytes; what a broken or escaped one leaves is dropped.
    case character(value: UInt32, left: Int, least: UInt32, isDropped: Bool)
  }

  private var state = State.ground

  private static let escape: UInt8 = 0x1B
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
  private static let longest = 32

  /// How long to wait for the rest of what has begun, in seconds; nil when nothing has, or when
  /// the rest must be swallowed however late it comes, as that of a touch report, whose digits
  /// could be taken for answers. When nothing came by then, `giveUp` says what it was.
  var patience: Double? {
    switch state {
    case .ground, .sequence: nil
    // Perhaps the Esc key, of somebody who wants to get out of a paste that has no end.
    case .escape, .paste(1), .string(sawEscape: true): 0.05
    case .paste, .string, .single, .skip, .character: 2
    }
  }

  /// Nothing more came: an escape by itself is the Esc key, and anything else was broken.
  mutating func giveUp() -> [Input] {
    defer { state = .ground }
    switch state {
    case .escape, .paste(1), .string(sawEscape: true): return [.key(.escape)]
    default: return []
    }
  }

  mutating func feed(_ bytes: some Sequence<UInt8>) -> [Input] {
    var inputs: [Input] = []
    for byte in bytes {
      if let input = take(byte) { inputs.append(input) }
    }
    return inputs
  }

  private mutating func take(_ byte: UInt8) -> Input? {
    switch state {
    case .ground: return begin(byte)
    case .escape: return afterEscape(byte)
    case .sequence(let before): return inSequence(before, byte)
    case .single(let isConsole):
      state = .ground
      if byte == Self.escape { state = .escape }
      return isConsole ? Self.consoleKey(byte) : Self.singleKey(byte)
    case .skip(let left): state = left > 1 ? .skip(left - 1) : .ground
    case .string(let sawEscape):
      // An escape that does not end it begins something else, as on any terminal.
      if sawEscape, byte != 0x5C, byte != Self.escape { return afterEscape(byte) }
      let ends = byte == 0x07 || byte == 0x18 || byte == 0x1A || (sawEscape && byte == 0x5C)
      state = ends ? .ground : .string(sawEscape: byte == Self.escape)
    case .paste(let seen):
      let goesOn = byte == Self.pasteEnd[seen]
      let next = goesOn ? seen + 1 : byte == Self.escape ? 1 : 0
      state = next == Self.pasteEnd.count ? .ground : .paste(next)
    case .character(let value, let left, let least, let isDropped):
      return inCharacter(value, left, least, isDropped, byte)
    }
    return nil
  }

  private mutating func begin(_ byte: UInt8, isEscaped: Bool = false) -> Input? {
    state = .ground
    switch byte {
    case 0x20..<0x7F: return isEscaped ? nil : Self.typed(UInt32(byte))
    case 0xC2..<0xE0: expect(UInt32(byte & 0x1F), 1, least: 0x80, isEscaped)
    case 0xE0..<0xF0: expect(UInt32(byte & 0x0F), 2, least: 0x800, isEscaped)
    case 0xF0..<0xF5: expect(UInt32(byte & 0x07), 3, least: 0x1_0000, isEscaped)
    case Self.escape: state = .escape
    case _ where isEscaped: break
    case 0x0D, 0x0A: return .key(.enter)
    case 0x09: return .key(.tab)
    case 0x08, 0x7F: return .key(.backspace)
    case 0x01...0x1A:
      return .key(.control(Character(Unicode.Scalar(byte + 0x60))))
    default: break
    }
    return nil
  }

  private mutating func expect(
    _ value: UInt32, _ left: Int, least: UInt32, _ isDropped: Bool
  ) {
    state = .character(value: value, left: left, least: least, isDropped: isDropped)
  }

  private mutating func inCharacter(
    _ value: UInt32, _ left: Int, _ least: UInt32, _ isDropped: Bool, _ byte: UInt8
  ) -> Input? {
    // Broken off: what is here now begins something new.
    guard byte & 0xC0 == 0x80 else { return begin(byte) }
    let value = value << 6 | UInt32(byte & 0x3F)
    guard left == 1 else {
      expect(value, left - 1, least: least, isDropped)
      return nil
    }
    state = .ground
    return isDropped || value < least ? nil : Self.typed(value)
  }

  private mutating func afterEscape(_ byte: UInt8) -> Input? {
    switch byte {
    case Self.escape: return .key(.escape)
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "O"): state = .single(isConsole: false)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string(sawEscape: false)
    // A letter with Alt, or a sequence nobody here knows.
    default: return begin(byte, isEscaped: true)
    }
    return nil
  }

  private mutating func inSequence(_ before: [UInt8], _ byte: UInt8) -> Input? {
    switch byte {
    case Self.escape: state = .escape
    case 0x18, 0x1A: state = .ground
    case UInt8(ascii: "[") where before.isEmpty: state = .single(isConsole: true)
    case UInt8(ascii: "M") where before.isEmpty: state = .skip(3)
    case 0x20..<0x40:
      // Too long to be anything: its end is still waited for, and nothing more is kept.
      if before.count < Self.longest { state = .sequence(before + [byte]) }
    case 0x40..<0x7F:
      state = .ground
      return ended(before, byte)
    // No part of any sequence: it ends it, and means what it means.
    case 0x00..<0x20, 0x7F: return begin(byte)
    default: break
    }
    return nil
  }

  private mutating func ended(_ parameters: [UInt8], _ final: UInt8) -> Input? {
    guard parameters.count < Self.longest else { return nil }
    let text = String(decoding: parameters, as: UTF8.self)
    if text.hasPrefix("<") { return Self.touch(text.dropFirst(), final) }
    guard final == UInt8(ascii: "~") else {
      return text.allSatisfy { $0.isNumber || $0 == ";" } ? Self.letterKey(final) : nil
    }
    let number = text.split(separator: ";").first.flatMap { Int($0) }
    if number == 200 { state = .paste(0) }
    return number.flatMap(Self.numberedKey)
  }
}
