extension Character {
  /// The columns it takes on a terminal: two for those of East Asia and for pictures.
  var width: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    // Nearly all there is to draw: Latin, punctuation, arrows, boxes and blocks.
    switch scalar.value {
    case ..<0x300, 0x2010...0x2027, 0x2190...0x21FF, 0x2500...0x259F: return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return Self.isWide(scalar.value) || scalar.properties.isEmojiPresentation ? 2 : 1
  }

  // The blocks that Unicode's EastAsianWidth calls W or F, taken whole.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension String {
  /// The columns it takes on one line of a terminal.
  var width: Int { utf8.allSatisfy { $0 < 0x80 } ? utf8.count : reduce(0) { $0 + $1.width } }

  /// Cut to lines of at most `width` columns, between words where that can be done.
  func wrapped(to width: Int) -> [String] {
    guard width > 0 else { return [] }
    return split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { Self.wrap($0, width) }
  }

  private static func wrap(_ paragraph: Substring, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(separator: " ") {
      var word = String(word)
      if !line.isEmpty, line.width + 1 + word.width <= width {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while word.width > width {
        let head = word.head(width)
        lines.append(head)
        word.removeFirst(head.count)
      }
      line = word
    }
    return lines + [line]
  }

  /// As much of the beginning as fits `width` columns, and one character at least.
  func head(_ width: Int) -> String {
    var taken = 0
    let fitting = prefix { character in
      taken += character.width
      return taken <= width
    }
    return String(fitting.isEmpty ? prefix(1) : fitting)
  }
}
