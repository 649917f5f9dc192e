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
    var out = String.UnicodeScalarView()
    write(to: &out, depth: 0)
    return String(out)
  }

  private func write(to out: inout String.UnicodeScalarView, depth: Int) {
    switch self {
    case .object(let fields):
      Self.write(fields, "{", "}", to: &out, depth) { field, out in
        Self.quote(field.0, to: &out)
        out.append(contentsOf: ": ".unicodeScalars)
        field.1.write(to: &out, depth: depth + 1)
      }
    case .array(let items):
      Self.write(items, "[", "]", to: &out, depth) { $0.write(to: &$1, depth: depth + 1) }
    case .text(let text): Self.quote(text, to: &out)
    case .number(let number): out.append(contentsOf: String(number).unicodeScalars)
    case .decimal(let number): out.append(contentsOf: number.unicodeScalars)
    case .truth(let truth): out.append(contentsOf: (truth ? "true" : "false").unicodeScalars)
    case .null: out.append(contentsOf: "null".unicodeScalars)
    }
  }

  private static func write<Item>(
    _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar,
    to out: inout String.UnicodeScalarView, _ depth: Int,
    each: (Item, inout String.UnicodeScalarView) -> Void
  ) {
    out.append(open)
    for (index, item) in items.enumerated() {
      out.append(contentsOf: (index == 0 ? "" : ",").unicodeScalars)
      indent(&out, depth + 1)
      each(item, &out)
    }
    if !items.isEmpty { indent(&out, depth) }
    out.append(close)
  }

  private static func indent(_ out: inout String.UnicodeScalarView, _ depth: Int) {
    out.append("\n")
    out.append(contentsOf: String(repeating: "  ", count: depth).unicodeScalars)
  }

  private static func quote(_ text: String, to out: inout String.UnicodeScalarView) {
    out.append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out.append("\\"); out.append(scalar)
      case "\u{0}"..."\u{1F}", "<", "\u{2028}", "\u{2029}":
        let code = String(scalar.value, radix: 16)
        let padding = String(repeating: "0", count: 4 - code.count)
        out.append(contentsOf: ("\\u" + padding + code).unicodeScalars)
      default: out.append(scalar)
      }
    }
    out.append("\"")
  }
}
