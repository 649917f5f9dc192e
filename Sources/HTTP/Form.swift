/// The fields of an `application/x-www-form-urlencoded` body or of a query, in the order sent.
///
/// A field may come more than once (tick boxes do); every one is kept.
public struct Form: Sendable, Equatable {
  public struct Field: Sendable, Equatable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Why a body is not a form we can read. Carries nothing of what was in it.
  public enum Fault: Error, Equatable {
    /// A `%` that is not followed by two hexadecimal digits.
    case badEscape
    /// NUL, or a control character other than tab and line breaks.
    case controlCharacter
    case notUTF8
    case tooManyFields(limit: Int)
  }

  public let fields: [Field]

  public init(_ fields: [Field] = []) {
    self.fields = fields
  }

  /// Reads a form strictly: what cannot be read exactly is refused, never guessed at. There may
  /// be at most `limit` fields.
  public init(parsing bytes: [UInt8], limit: Int = 200) throws(Fault) {
    try self.init(parsing: bytes[...], limit: limit)
  }

  init(parsing bytes: ArraySlice<UInt8>, limit: Int = 200) throws(Fault) {
    var fields: [Field] = []
    var rest = bytes
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "&")) ?? rest.endIndex
      let pair = rest[rest.startIndex..<end]
      rest = end < rest.endIndex ? rest[(end + 1)...] : []
      if pair.isEmpty { continue }
      guard fields.count < limit else { throw .tooManyFields(limit: limit) }
      fields.append(try Form.field(pair))
    }
    self.fields = fields
  }

  /// The first value of this name, if it was sent at all.
  public func first(_ name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  /// Every value of this name, in the order sent.
  public func all(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  private static func field(_ pair: ArraySlice<UInt8>) throws(Fault) -> Field {
    let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
    let value = equals < pair.endIndex ? pair[(equals + 1)...] : []
    return Field(name: try text(pair[..<equals]), value: try text(value))
  }

  private static func text(_ bytes: ArraySlice<UInt8>) throws(Fault) -> String {
    do {
      return try Percent.decode(bytes, as: .form)
    } catch {
      switch error {
      case .badEscape: throw .badEscape
      case .controlCharacter: throw .controlCharacter
      case .notUTF8: throw .notUTF8
      }
    }
  }
}
