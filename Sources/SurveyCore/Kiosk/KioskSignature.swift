import Crypto
public import Foundation

/// A kiosk's own key (Ed25519), made on the device; its private half never leaves it.
public struct DeviceKey: Sendable {
  fileprivate let key: Curve25519.Signing.PrivateKey

  /// A new key, by the system's chance.
  public init() { key = Curve25519.Signing.PrivateKey() }

  /// Nil unless `raw` is the 32 bytes of a private key.
  public init?(raw: Data) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: raw) else { return nil }
    self.key = key
  }

  /// The private half: 32 bytes.
  public var raw: Data { key.rawRepresentation }

  /// What the server is given as the device enrols: 32 bytes.
  public var publicKey: Data { key.publicKey.rawRepresentation }

  /// Whether these bytes are a public key at all.
  public static func isPublicKey(_ bytes: Data) -> Bool {
    (try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)) != nil
  }
}

/// How a kiosk proves that a request is its own, in four header fields.
///
/// Signed are these lines, joined by a line feed and with none at the end: `heard-kiosk-1`, the
/// method, the target (path with query, as sent), the device's id in capitals, the time, the clock,
/// and the SHA-256 of the body in small hexadecimal digits.
public struct KioskSignature: Sendable, Hashable {
  /// What is signed besides who and when.
  public struct Message: Sendable, Hashable {
    public var method: String
    public var target: String
    public var body: [UInt8]

    public init(method: String, target: String, body: [UInt8] = []) {
      (self.method, self.target, self.body) = (method, target, body)
    }
  }

  /// Seconds by which a request's time may be off before it is refused.
  public static let tolerance = 300

  public let device: UUID
  /// Seconds since 1970 on the server's clock, as the device believes.
  public let time: Int
  /// The device's own clocks as it asked.
  public let clock: KioskMoment
  public let signature: Data

  /// Signs `message` as `device`. `clock.boot` must be a boot id: hexadecimal digits and hyphens.
  ///
  /// - Throws: Whatever the cryptography throws where the system has no randomness for it.
  public init(
    of message: Message, as device: UUID, at time: Int, clock: KioskMoment, with key: DeviceKey
  ) throws {
    (self.device, self.time, self.clock) = (device, time, clock)
    signature = try key.key.signature(for: Self.text(message, device, time, clock))
  }

  /// Reads the four fields, by `field` which gives the value of one; nil where any is missing or
  /// not in the form we write.
  public init?(field: (_ name: String) -> String?) {
    guard let device = field(Field.device).flatMap({ UUID(uuidString: $0) }),
      let time = field(Field.time).flatMap({ Self.seconds($0[...]) }),
      let clock = field(Field.clock).flatMap({ KioskMoment(written: $0) }),
      let signature = field(Field.signature).flatMap({ Data(base64Encoded: $0) })
    else { return nil }
    (self.device, self.time, self.clock, self.signature) = (device, time, clock, signature)
  }

  /// The fields to send.
  public var fields: [(name: String, value: String)] {
    [
      (Field.device, device.uuidString), (Field.time, "\(time)"), (Field.clock, clock.written),
      (Field.signature, signature.base64EncodedString()),
    ]
  }

  /// Whether the owner of `publicKey` signed `message` so.
  public func isOf(_ message: Message, by publicKey: Data) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      return false
    }
    return key.isValidSignature(signature, for: Self.text(message, device, time, clock))
  }

  private enum Field {
    static let device = "Heard-Device"
    static let time = "Heard-Time"
    static let clock = "Heard-Clock"
    static let signature = "Heard-Signature"
  }

  private static func text(
    _ message: Message, _ device: UUID, _ time: Int, _ clock: KioskMoment
  ) -> Data {
    let lines = [
      "heard-kiosk-1", message.method, message.target, device.uuidString, "\(time)",
      clock.written, "\(Fingerprint(of: message.body))",
    ]
    return Data(lines.joined(separator: "\n").utf8)
  }

  /// A whole number of seconds in at most eleven digits, so that no sum of two overflows.
  fileprivate static func seconds(_ text: Substring) -> Int? {
    guard (1...11).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}

extension KioskMoment {
  /// `BOOT/ELAPSED/WALL`.
  var written: String { "\(boot)/\(elapsed)/\(wall)" }

  /// Nil unless `written` is of that form: a boot id of at most 64 hexadecimal digits and hyphens,
  /// and two whole numbers.
  init?(written: String) {
    let parts = written.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, Self.isBoot(parts[0]),
      let elapsed = KioskSignature.seconds(parts[1]), let wall = KioskSignature.seconds(parts[2])
    else { return nil }
    self.init(boot: String(parts[0]), elapsed: elapsed, wall: wall)
  }

  private static func isBoot(_ text: Substring) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66, 0x2D: true
        default: false
        }
      }
  }
}
