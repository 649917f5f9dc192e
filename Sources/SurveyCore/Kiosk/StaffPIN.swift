import Crypto
public import Foundation

/// What a kiosk holds of its staff PIN: enough to tell whether six digits are right.
///
/// Six digits can all be tried by whoever takes the disk home. The PIN opens a page of counts and
/// the way out of the program, never an answer; the rounds only make trying tedious.
public struct StaffPIN: Sendable, Hashable, Codable {
  public static let length = 6
  /// Half a second or so on a small computer.
  public static let usualRounds = 100_000

  /// Why six digits will not do.
  public enum Weakness: Error, Sendable, Hashable {
    case notSixDigits
    /// Each digit is as far from the next: `123456`, `987654`, `111111`.
    case sequence
    /// The same one, two or three digits over again: `121212`, `123123`.
    case repeated
  }

  public var salt: Data
  public var rounds: Int
  public var hash: Data

  /// The verifier of `digits`.
  ///
  /// - Throws: `Weakness` where they are too easy to guess.
  public init(
    _ digits: String, salt: Data, rounds: Int = StaffPIN.usualRounds
  ) throws(Weakness) {
    if let weakness = Self.weakness(of: digits) { throw weakness }
    (self.salt, self.rounds) = (salt, rounds)
    hash = Self.hash(digits, salt, rounds)
  }

  /// The verifier of `digits` with a salt drawn by `chance`.
  ///
  /// - Throws: `Weakness` where they are too easy to guess.
  public init(
    _ digits: String, using chance: inout some RandomNumberGenerator
  ) throws(Weakness) {
    let salt = Data((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &chance) })
    try self.init(digits, salt: salt)
  }

  /// Whether these are the digits. Takes as long for right ones as for wrong ones.
  public func isMet(by digits: String) -> Bool {
    let other = Self.hash(digits, salt, rounds)
    guard other.count == hash.count else { return false }
    return zip(hash, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// Draws six digits that are not weak.
  public static func drawn(using chance: inout some RandomNumberGenerator) -> String {
    while true {
      let digits = (0..<length).map { _ in String(Int.random(in: 0...9, using: &chance)) }.joined()
      if weakness(of: digits) == nil { return digits }
    }
  }

  /// Why `digits` will not do; nil when they will.
  public static func weakness(of digits: String) -> Weakness? {
    let values = digits.utf8.map { Int($0) - 0x30 }
    guard values.count == length, values.allSatisfy({ (0...9).contains($0) }) else {
      return .notSixDigits
    }
    let steps = Set(zip(values, values.dropFirst()).map { ($1 - $0 + 10) % 10 })
    if steps.count == 1 { return .sequence }
    let isRepeated = [2, 3].contains { zip(values, values.dropFirst($0)).allSatisfy(==) }
    return isRepeated ? .repeated : nil
  }

  /// PBKDF2 with HMAC-SHA256 (RFC 8018, section 5.2), one block.
  private static func hash(_ digits: String, _ salt: Data, _ rounds: Int) -> Data {
    let key = SymmetricKey(data: Data(digits.utf8))
    var code = Data(HMAC<SHA256>.authenticationCode(for: salt + [0, 0, 0, 1], using: key))
    var hash = Array(code)
    for _ in 1..<max(rounds, 1) {
      code = Data(HMAC<SHA256>.authenticationCode(for: code, using: key))
      for (index, byte) in code.enumerated() { hash[index] ^= byte }
    }
    return Data(hash)
  }
}
