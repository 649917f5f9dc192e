internal import Foundation

/// Gateways' JSON, read strictly: a field of another type is a fault, unknown fields are let be.
enum WireJSON {
  /// - Throws: what is wrong first, by the field's name.
  static func read<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8], limit: Int = WireRequest.bodyLimit
  ) throws(WireFault) -> Value {
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw fault(error)
    } catch {
      throw .notJSON
    }
  }

  /// Sorted, so that the same message is the same bytes.
  static func write(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Only texts are written, which can always be encoded.
    return (try? encoder.encode(value)).map(Array.init) ?? []
  }

  private static func fault(_ error: DecodingError) -> WireFault {
    switch error {
    case .keyNotFound(let key, let context): .missing(field: path(context.codingPath + [key]))
    case .valueNotFound(_, let context) where !context.codingPath.isEmpty,
      .typeMismatch(_, let context) where !context.codingPath.isEmpty:
      .wrongType(field: path(context.codingPath))
    default: .notJSON
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.map(\.stringValue).joined(separator: ".")
  }
}
