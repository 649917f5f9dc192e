internal import Crypto
internal import Foundation

/// The key that keeps telephone numbers and what is said by text, apart from every other key.
///
/// Two keys are drawn from the 32 bytes kept in a file: one finds a number without knowing it, the
/// other seals. Who has the database alone can do neither.
public struct NumberKey: Sendable {
  private let lookup: SymmetricKey
  private let sealing: SymmetricKey

  public enum Fault: Error, Sendable, Hashable {
    /// A master key is 32 bytes.
    case wrongLength(Int)
    /// Not something we sealed.
    case notSealed
    /// Sealed under another key or for another row, or changed since.
    case cannotOpen
  }

  /// What sealed bytes are for. They open for nothing else, so that a row copied over another is
  /// found out.
  public struct Place: Sendable, Hashable {
    public var table: String
    public var row: String

    public init(table: String, row: String) { (self.table, self.row) = (table, row) }

    /// The length first, so that no two places are the same bytes.
    fileprivate var bytes: [UInt8] {
      Array("\(table.utf8.count):\(table):\(row)".utf8)
    }
  }

  public static let length = 32

  /// - Throws: `Fault.wrongLength`.
  public init(master: [UInt8]) throws(Fault) {
    guard master.count == Self.length else { throw .wrongLength(master.count) }
    lookup = Self.key(from: master, for: "heard text numbers: lookup 1")
    sealing = Self.key(from: master, for: "heard text numbers: sealing 1")
  }

  /// What a number is found by.
  public func hash(_ number: PhoneNumber) -> NumberHash {
    NumberHash(code: HMAC<SHA256>.authenticationCode(for: Array(number.e164.utf8), using: lookup))
  }

  /// What something else is found or known again by, such as a gateway's id of a message. `kind`
  /// keeps marks of one kind from being those of another, or of a number.
  public func mark(_ text: String, as kind: String) -> Fingerprint {
    let bytes = Array("\(kind.utf8.count):\(kind):\(text)".utf8)
    let code = HMAC<SHA256>.authenticationCode(for: bytes, using: lookup)
    return Fingerprint(of: Array(code))
  }

  /// Seals bytes for a place: a version, a nonce, the sealed bytes and a tag, 29 bytes more than
  /// went in. ChaCha20-Poly1305, which is as fast where there is no hardware for AES.
  ///
  /// `chance` gives the nonce, and must never give the same one twice under one key: it is the
  /// system's everywhere but in tests.
  public func seal(
    _ bytes: [UInt8], for place: Place, using chance: inout some RandomNumberGenerator
  ) -> [UInt8] {
    let nonce = (0..<12).map { _ in UInt8.random(in: 0...255, using: &chance) }
    guard let nonce = try? ChaChaPoly.Nonce(data: nonce),
      let box = try? ChaChaPoly.seal(
        bytes, using: sealing, nonce: nonce, authenticating: place.bytes)
    else { preconditionFailure("a nonce of 12 bytes and a key of 32 always seal") }
    return [Self.version] + box.combined
  }

  public func seal(_ bytes: [UInt8], for place: Place) -> [UInt8] {
    var chance = SystemRandomNumberGenerator()
    return seal(bytes, for: place, using: &chance)
  }

  /// - Throws: `Fault.notSealed` or `.cannotOpen`.
  public func open(_ sealed: [UInt8], for place: Place) throws(Fault) -> [UInt8] {
    guard sealed.first == Self.version,
      let box = try? ChaChaPoly.SealedBox(combined: Array(sealed.dropFirst()))
    else { throw .notSealed }
    guard let bytes = try? ChaChaPoly.open(box, using: sealing, authenticating: place.bytes) else {
      throw .cannotOpen
    }
    return Array(bytes)
  }

  private static let version: UInt8 = 1

  private static func key(from master: [UInt8], for purpose: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: master), info: Array(purpose.utf8),
      outputByteCount: 32)
  }
}

extension NumberKey {
  public func seal(_ number: PhoneNumber, for place: Place) -> [UInt8] {
    seal(Array(number.e164.utf8), for: place)
  }

  /// - Throws: `Fault`; `.notSealed` too where what was sealed is no number.
  public func number(in sealed: [UInt8], for place: Place) throws(Fault) -> PhoneNumber {
    let text = String(decoding: try open(sealed, for: place), as: UTF8.self)
    guard let number = try? PhoneNumber(text) else { throw .notSealed }
    return number
  }
}

extension NumberKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "the key of the numbers" }

  public var debugDescription: String { description }

  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What a number is found by: 32 bytes that say nothing about it to whoever lacks the key.
public struct NumberHash: Sendable, Hashable, CustomStringConvertible {
  public let bytes: [UInt8]

  /// Nil unless there are 32 bytes.
  public init?(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    guard self.bytes.count == 32 else { return nil }
  }

  fileprivate init(code: some Sequence<UInt8>) { bytes = Array(code) }

  public var description: String { "a number's hash" }
}
