/// A JSON value (RFC 8259) whose fields keep their order.
enum JSON {
  case object([(String, JSON)])
  case array([JSON])
  case text(String)
  case number(Int)
  /// A number already written in decimals.
  case decimal(String)
  case truth(Bool)
  case null

  init(_ text: String?) { self = text.map(JSON.text) ?? .null }

  var text: String {
    // Bytes, since a view of a text's scalars copies all of it each time more than one is added.
    var out: [UInt8] = []
    write(to: &out, depth: 0)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(to out: inout [UInt8], depth: Int) {
    switch self {
    case .object(let fields):
      Self.write(fields, "{", "}", to: &out, depth) { field, out in
        Self.quote(field.0, to: &out)
        out.append(UInt8(ascii: ":"))
        out.append(UInt8(ascii: " "))
        field.1.write(to: &out, depth: depth + 1)
      }
    case .array(let items):
      Self.write(items, "[", "]", to: &out, depth) { $0.write(to: &$1, depth: depth + 1) }
    case .text(let text): Self.quote(text, to: &out)
    case .number(let number): out += String(number).utf8
    case .decimal(let number): out += number.utf8
    case .truth(let truth): out += (truth ? "true" : "false").utf8
    case .null: out += "null".utf8
    }
  }

  private static func write<Item>(
    _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to out: inout [UInt8],
    _ depth: Int, each: (Item, inout [UInt8]) -> Void
  ) {
    out.append(UInt8(ascii: open))
    for (index, item) in items.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      indent(&out, depth + 1)
      each(item, &out)
    }
    if !items.isEmpty { indent(&out, depth) }
    out.append(UInt8(ascii: close))
  }

  private static func indent(_ out: inout [UInt8], _ depth: Int) {
    out.append(UInt8(ascii: "\n"))
    out += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  private static func quote(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: mayNeedEscape) { escape(text, to: &out) } else { out += text.utf8 }
    out.append(UInt8(ascii: "\""))
  }

  /// Whether a byte is one of what `escape` changes, or the first of one.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "<") || byte == 0xE2
  }

  private static func escape(_ text: String, to out: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += [UInt8(ascii: "\\"), UInt8(ascii: scalar)]
      case "\u{0}"..."\u{1F}", "<", "\u{2028}", "\u{2029}":
        let code = String(scalar.value, radix: 16)
        out += ("\\u" + String(repeating: "0", count: 4 - code.count) + code).utf8
      default: out += String(scalar).utf8
      }
    }
  }
}
