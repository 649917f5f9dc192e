/// The fields of a form or of a query, as bytes, in the order sent.
///
/// A gateway's form is read without loss, since its signature covers every field, even those that
/// are not text. What is not a proper escape stands for itself, as in the gateways' own libraries.
struct WireForm {
  struct Field: Hashable {
    var name: [UInt8]
    var value: [UInt8]
  }

  let fields: [Field]

  init(_ bytes: some Swift.Collection<UInt8>) {
    fields = bytes.split(separator: UInt8(ascii: "&")).map { pair in
      let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      let value = equals == pair.endIndex ? pair[equals...] : pair[equals...].dropFirst()
      return Field(name: Self.decode(pair[..<equals]), value: Self.decode(value))
    }
  }

  /// The query of a request target; empty where it has none.
  init(queryOf target: String) {
    let question = target.utf8.firstIndex(of: UInt8(ascii: "?"))
    let query = question.map { target.utf8[$0...].dropFirst() }
    let end = query?.firstIndex(of: UInt8(ascii: "#"))
    self.init(Array(query.map { $0[..<(end ?? $0.endIndex)] } ?? target.utf8.suffix(0)))
  }

  /// The first value of this name; nil where it was not sent.
  ///
  /// - Throws: `WireFault.notUTF8`.
  func text(_ name: String) throws(WireFault) -> String? {
    guard let field = fields.first(where: { $0.name.elementsEqual(name.utf8) }) else { return nil }
    guard let text = String(validating: field.value, as: UTF8.self) else { throw .notUTF8 }
    return text
  }

  /// The first value of this name.
  ///
  /// - Throws: `WireFault.missing` and `.notUTF8`.
  func required(_ name: String) throws(WireFault) -> String {
    guard let text = try text(name) else { throw .missing(field: name) }
    return text
  }

  /// Fields as the body of a form or as a query: everything but letters, digits and `-._~` is
  /// escaped.
  static func encode(_ fields: KeyValuePairs<String, String>) -> String {
    fields.map { "\(escape($0.key))=\(escape($0.value))" }.joined(separator: "&")
  }

  static func escape(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        out.append(byte)
      default:
        out += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static func decode(_ bytes: some Swift.Collection<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var rest = Array(bytes)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(nibble),
        let low = rest.dropFirst().first.flatMap(nibble)
      {
        out.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return out
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
