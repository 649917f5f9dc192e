import Crypto
public import Foundation

/// Why an envelope could not be opened, or a key not be used. Holds nothing of what is inside.
public enum EnvelopeFault: Error, Sendable, Hashable {
  /// Not an envelope of ours, or of a later version.
  case unknownForm
  /// Sealed to another key, for another visit, or changed on the way.
  case unopened
  /// Opened, but not a visit's record, or the record of another visit.
  case unreadable
  /// The key is no X25519 public key.
  case badKey
}

/// The sealed form in which a visit waits on a kiosk and travels: only the server opens it.
///
/// One byte of version (1), the 32 bytes of the encapsulated key, and the ciphertext by HPKE base
/// mode (RFC 9180; X25519, HKDF-SHA256, ChaCha20-Poly1305), bound to the visit's id. Inside is the
/// record as JSON with sorted keys, filled up with spaces so that its length tells little.
public enum Envelope {
  private static let version: UInt8 = 1
  private static let keyLength = 32
  private static let tagLength = 16
  private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
  private static let info = Data("heard kiosk visit 1".utf8)

  /// Lengths inside are multiples of this many bytes.
  static let block = 256

  /// Seals a visit to the server's public key (32 bytes, X25519). Twice gives different bytes.
  ///
  /// - Throws: `.badKey` where the key is none.
  public static func seal(
    _ record: KioskRecord, to publicKey: Data
  ) throws(EnvelopeFault) -> Data {
    do {
      let key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicKey)
      var sender = try HPKE.Sender(recipientKey: key, ciphersuite: suite, info: info)
      let sealed = try sender.seal(plaintext(of: record), authenticating: record.id.data)
      return Data([version]) + sender.encapsulatedKey + sealed
    } catch {
      throw .badKey
    }
  }

  /// Opens what a kiosk sent as the visit `id`.
  public static func open(
    _ envelope: Data, _ id: UUID, with key: SealingKey
  ) throws(EnvelopeFault) -> KioskRecord {
    guard envelope.first == version, envelope.count >= 1 + keyLength + tagLength else {
      throw .unknownForm
    }
    let plaintext: Data
    do {
      var recipient = try HPKE.Recipient(
        privateKey: key.key, ciphersuite: suite, info: info,
        encapsulatedKey: envelope.dropFirst().prefix(keyLength))
      plaintext = try recipient.open(
        envelope.dropFirst(1 + keyLength), authenticating: id.data)
    } catch {
      throw .unopened
    }
    guard let record = try? JSONDecoder().decode(KioskRecord.self, from: plaintext),
      record.id == id
    else { throw .unreadable }
    return record
  }

  private static func plaintext(of record: KioskRecord) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var plaintext = try encoder.encode(record)
    let over = plaintext.count % block
    if over > 0 { plaintext += Data(repeating: UInt8(ascii: " "), count: block - over) }
    return plaintext
  }
}

/// The server's key, to which every visit is sealed. Its private half never leaves the folder for
/// keys.
public struct SealingKey: Sendable {
  let key: Curve25519.KeyAgreement.PrivateKey

  /// A new key, by the system's chance.
  public init() { key = Curve25519.KeyAgreement.PrivateKey() }

  /// Nil unless `raw` is the 32 bytes of a private key.
  public init?(raw: Data) {
    guard let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: raw) else {
      return nil
    }
    self.key = key
  }

  /// The private half: 32 bytes.
  public var raw: Data { key.rawRepresentation }

  /// What kiosks are given: 32 bytes.
  public var publicKey: Data { key.publicKey.rawRepresentation }
}

extension UUID {
  /// Its sixteen bytes.
  var data: Data {
    let (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p) = uuid
    return Data([a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p])
  }
}
