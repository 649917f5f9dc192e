import SurveyCore
import Testing

/// Expected bytes are from Python's `cryptography` (HKDF, ChaCha20Poly1305) and `hmac`.
@Suite struct NumberKeyTests {
  let key: NumberKey
  let number: PhoneNumber
  let place = NumberKey.Place(table: "text_seal", row: "42")

  init() throws {
    key = try NumberKey(master: Array(0..<32))
    number = try PhoneNumber(Made.number)
  }

  /// A nonce of 100, 101, 102…
  private struct Counting: RandomNumberGenerator {
    var at: UInt64 = 99
    mutating func next() -> UInt64 {
      at += 1
      return at | at << 56
    }
  }

  private func bytes(_ hex: String) -> [UInt8] {
    stride(from: 0, to: hex.count, by: 2).compactMap {
      UInt8(hex.dropFirst($0).prefix(2), radix: 16)
    }
  }

  @Test func `a number's hash is what another library computes`() {
    #expect(
      key.hash(number).bytes
        == bytes("e4d84967c09998fd48fd811f7bdf33725251ddc23b578b293be6936a11b0e626"))
  }

  @Test func `what another library sealed opens here`() throws {
    let sealed = bytes(
      "016465666768696a6b6c6d6e6f6e06790c40c1263cb5e21507970f4e4f415929ace5c1e59d0f1aafa71c")
    #expect(try key.number(in: sealed, for: place) == number)
    // The same nonce seals to the same bytes.
    var counting = Counting()
    #expect(key.seal(Array(Made.number.utf8), for: place, using: &counting) == sealed)
  }

  @Test func `what is sealed opens for its own place only`() throws {
    let sealed = key.seal(number, for: place)
    #expect(try key.number(in: sealed, for: place) == number)
    #expect(sealed.count == Made.number.utf8.count + 29)
    #expect(sealed != key.seal(number, for: place))
    for (table, row) in [("text_seal", "43"), ("text_sea", "l:42"), ("text_seal:", "42"), ("", "")]
    {
      #expect(throws: NumberKey.Fault.cannotOpen) {
        try key.open(sealed, for: NumberKey.Place(table: table, row: row))
      }
    }
  }

  @Test func `no bit of it may change`() throws {
    let sealed = key.seal(number, for: place)
    for bit in 0..<sealed.count * 8 {
      var changed = sealed
      changed[bit / 8] ^= 1 << (bit % 8)
      #expect(throws: NumberKey.Fault.self) { try key.open(changed, for: place) }
    }
    for length in 0..<sealed.count {
      #expect(throws: NumberKey.Fault.self) {
        try key.open(Array(sealed.prefix(length)), for: place)
      }
    }
  }

  @Test func `another key finds and opens nothing`() throws {
    let other = try NumberKey(master: Array(repeating: 7, count: 32))
    #expect(other.hash(number) != key.hash(number))
    let sealed = key.seal(number, for: place)
    #expect(throws: NumberKey.Fault.cannotOpen) { try other.open(sealed, for: place) }
  }

  @Test(arguments: [0, 1, 16, 31, 33, 64])
  func `a key of another length is refused`(_ count: Int) {
    #expect(throws: NumberKey.Fault.wrongLength(count)) {
      try NumberKey(master: Array(repeating: 1, count: count))
    }
  }

  @Test func `one number written in many ways has one hash`() throws {
    let hashes = try ["07700 900123", "+44 (0)7700 900123", "447700900123"]
      .map { key.hash(try PhoneNumber($0)) }
    #expect(Set(hashes).count == 1)
  }

  @Test func `nothing, and much, can be sealed`() throws {
    for count in [0, 1, 100_000] {
      let bytes = [UInt8](repeating: 9, count: count)
      #expect(try key.open(key.seal(bytes, for: place), for: place) == bytes)
    }
  }

  @Test func `sealed bytes that are no number are told apart`() {
    let sealed = key.seal(Array("Vodafone".utf8), for: place)
    #expect(throws: NumberKey.Fault.notSealed) { try key.number(in: sealed, for: place) }
  }

  @Test func `marks of one kind are those of no other, nor of a number`() {
    let marks = [
      key.mark("x", as: "kannel"), key.mark("x", as: "notify"), key.mark("", as: "kannelx"),
      key.mark("l:x", as: "kanne"), key.mark(Made.number, as: ""),
    ]
    #expect(Set(marks).count == marks.count)
    #expect(!marks.contains { $0.bytes == key.hash(number).bytes })
    #expect(key.mark("x", as: "kannel") == marks[0])
  }

  @Test func `a hash is 32 bytes`() {
    let hash = key.hash(number)
    #expect(NumberHash(bytes: hash.bytes) == hash)
    #expect(NumberHash(bytes: hash.bytes.dropLast()) == nil)
  }
}
