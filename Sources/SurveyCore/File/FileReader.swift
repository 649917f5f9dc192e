/// Reads keys, lists, numbers and ids out of pieces, and notes what is wrong with them.
struct FileReader {
  let faults: FaultList

  /// The fields of a mapping by key; nil when it is not a mapping.
  ///
  /// A key that is not `known` is noted, and so is each of `required` that is not there.
  func fields(
    _ piece: Piece, _ name: String, known: [String], required: [String] = []
  ) -> [String: Field]? {
    guard let fields = mapping(piece, name) else { return nil }
    let known = known + required
    for field in fields where !known.contains(field.key) {
      faults.add(field.line, .key(.unknown(field.key, known: known.sorted())))
    }
    let found = Dictionary(fields.map { ($0.key, $0) }) { first, _ in first }
    for key in required where found[key] == nil { faults.add(piece.line, .key(.missing(key))) }
    return found
  }

  func mapping(_ piece: Piece, _ name: String) -> [Field]? {
    if case .mapping(let fields) = piece.shape { return fields }
    faults.add(piece.line, .key(.wrongShape(name, wanted: .mapping)))
    return nil
  }

  func list(_ field: Field?) -> [Piece]? {
    guard let field else { return nil }
    if case .list(let pieces) = field.value.shape { return pieces }
    faults.add(field.line, .key(.wrongShape(field.key, wanted: .list)))
    return nil
  }

  /// A text without white space at its ends.
  func text(_ field: Field?) -> Noted<String>? {
    guard let field else { return nil }
    if case .text(let text) = field.value.shape {
      return Noted(value: Question.tidy(text), line: field.line)
    }
    faults.add(field.line, .key(.wrongShape(field.key, wanted: .text)))
    return nil
  }

  /// The texts of a list, such as audiences; those that stand twice are noted and left out.
  func texts(_ field: Field?) -> [Noted<String>]? {
    guard let field, let pieces = list(field) else { return nil }
    var first: [String: Int] = [:]
    return pieces.compactMap { piece in
      guard case .text(let text) = piece.shape else {
        faults.add(piece.line, .key(.wrongShape(field.key, wanted: .text)))
        return nil
      }
      if let earlier = first[text] {
        faults.add(piece.line, .key(.duplicate(field.key, id: text, first: earlier)))
        return nil
      }
      first[text] = piece.line
      return Noted(value: text, line: piece.line)
    }
  }

  func oneOf<Value: CaseIterable & RawRepresentable<String>>(
    _ field: Field?, _: Value.Type
  ) -> Noted<Value>? {
    guard let text = text(field), let field else { return nil }
    if let value = Value(rawValue: text.value) { return Noted(value: value, line: text.line) }
    let allowed = Value.allCases.map(\.rawValue)
    faults.add(text.line, .key(.notOneOf(field.key, found: text.value, allowed: allowed)))
    return nil
  }

  func yesOrNo(_ field: Field?) -> Bool { oneOf(field, YesOrNo.self)?.value == .yes }

  func number(_ field: Field?, in range: ClosedRange<Int>) -> Noted<Int>? {
    guard let text = text(field), let field else { return nil }
    guard let number = Self.wholeNumber(text.value), range.contains(number) else {
      faults.add(text.line, .key(.notNumber(field.key, found: text.value, range)))
      return nil
    }
    return Noted(value: number, line: text.line)
  }

  /// An id, whose shape is noted when it is bad; it is given all the same, so that what refers to
  /// it is not a second fault.
  func id(_ field: Field?) -> Noted<String>? {
    guard let text = text(field), let field else { return nil }
    if !Self.isID(text.value) {
      faults.add(text.line, .key(.badID(field.key, found: text.value)))
    }
    return text
  }

  func check(count: Int, _ field: Field?, _ range: ClosedRange<Int>) {
    guard let field, !range.contains(count) else { return }
    faults.add(field.line, .key(.count(field.key, found: count, range)))
  }

  static let idLimit = 40

  /// Small letters, digits and hyphens, beginning with a letter.
  static func isID(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return isValue(text)
  }

  /// As an id, but it may begin with a digit.
  static func isValue(_ text: String) -> Bool {
    (1...idLimit).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: "-")
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  static func wholeNumber(_ text: String) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}

private enum YesOrNo: String, CaseIterable { case yes, no }
