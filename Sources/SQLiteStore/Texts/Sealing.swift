import Foundation
import SurveyCore

/// What is sealed with a conversation.
struct SealedTalk: Codable {
  var number: String
  var talk: Conversation
}

/// What is sealed of a text that waits to be sent.
struct SealedText: Codable {
  var to: String
  var body: String
}

/// What is sealed of a concern; its number stands apart, because it goes first.
struct SealedConcern: Codable {
  var concern: TextConcern
  var raised: Date
}

/// What is sealed of something that could not be read or dealt with.
enum SealedParcel: Codable {
  case text(IncomingText)
  case request(method: String, target: String, headers: [String], body: Data)
}

extension NumberKey {
  /// Seals a value for one row of a table.
  func seal(_ value: some Encodable, in table: String, _ row: [UInt8]) throws -> [UInt8] {
    seal([UInt8](try JSONEncoder().encode(value)), for: Place(table: table, row: row.hex))
  }

  /// - Throws: `StoreError.broken` where it was sealed under another key or elsewhere, or changed.
  func open<Value: Decodable>(
    _ sealed: Data, as type: Value.Type = Value.self, in table: String, _ row: [UInt8]
  ) throws -> Value {
    do {
      let bytes = try open([UInt8](sealed), for: Place(table: table, row: row.hex))
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw StoreError.broken("a row of \(table) does not open with this key")
    }
  }
}

extension [UInt8] {
  var hex: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * count)
    for byte in self { digits += [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]] }
    return String(decoding: digits, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}

extension Date {
  /// Whole milliseconds since 1970: the nearest, so that a kept time is read back as itself.
  var milliseconds: Int { Int((timeIntervalSince1970 * 1000).rounded()) }

  /// The time as it is kept. Only kept times may be compared with kept times.
  var toTheMillisecond: Date { Date(milliseconds: milliseconds) }

  init(milliseconds: Int) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }

  /// Whole days since 1970.
  var days: Int { Int((timeIntervalSince1970 / 86_400).rounded(.down)) }
}
