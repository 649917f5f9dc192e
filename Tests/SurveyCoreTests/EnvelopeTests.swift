import Foundation
import SurveyCore
import TestSupport
import Testing

/// Only the server opens what a kiosk kept, and sees when anything was changed on the way.
@Suite struct EnvelopeTests {
  private let key = SealingKey()

  @Test func `what was sealed is what is opened, and no two envelopes are alike`() throws {
    let record = KioskFixture.record(answers: [
      "one": .chosen("3"), "two": .several(["a", "b"]), "three": .text("Gofynnwch i mi \u{1F600}"),
      "four": .skipped, "five": .notUnderstood,
    ])
    for ending in [KioskRecord.Ending.sent, .left(after: "one"), .left(after: nil)] {
      var record = record
      record.ending = ending
      let sealed = try Envelope.seal(record, to: key.publicKey)
      #expect(try Envelope.open(sealed, record.id, with: key) == record)
      #expect(try Envelope.seal(record, to: key.publicKey) != sealed)
    }
  }

  @Test func `a bit flipped anywhere is seen`() throws {
    let record = KioskFixture.record()
    let sealed = try Envelope.seal(record, to: key.publicKey)
    for index in sealed.indices {
      var changed = sealed
      changed[index] ^= 1 << UInt8(index % 8)
      #expect(throws: EnvelopeFault.self) { try Envelope.open(changed, record.id, with: key) }
    }
  }

  @Test func `another key, another visit and anything cut short are not opened`() throws {
    let record = KioskFixture.record()
    let sealed = try Envelope.seal(record, to: key.publicKey)
    #expect(throws: EnvelopeFault.unopened) {
      try Envelope.open(sealed, record.id, with: SealingKey())
    }
    #expect(throws: EnvelopeFault.unopened) { try Envelope.open(sealed, UUID(), with: key) }
    for count in [0, 1, 33, 48, 49, sealed.count - 1] {
      #expect(throws: EnvelopeFault.self) {
        try Envelope.open(sealed.prefix(count), record.id, with: key)
      }
    }
    #expect(throws: EnvelopeFault.badKey) { try Envelope.seal(record, to: Data([1, 2, 3])) }
  }

  @Test func `the length tells little`() throws {
    func length(_ words: String) throws -> Int {
      try Envelope.seal(
        KioskFixture.record(answers: ["one": .text(words)]), to: key.publicKey
      ).count
    }
    #expect(try length("a") == length("I would like somebody to talk to me."))
    #expect(try (length("a") - 49) % 256 == 0)
  }

  @Test func `a key is kept and comes back`() throws {
    let again = try #require(SealingKey(raw: key.raw))
    #expect(again.publicKey == key.publicKey)
    #expect(SealingKey(raw: Data()) == nil)
    #expect(DeviceKey(raw: Data([1])) == nil)
  }
}

/// Who may speak for a device.
@Suite struct KioskSignatureTests {
  private let key = DeviceKey()
  private let device = UUID()
  private let message = KioskSignature.Message(
    method: "POST", target: "/kiosk/v1/responses?a=b", body: Array("[]".utf8))

  private func signed() throws -> KioskSignature {
    try KioskSignature(
      of: message, as: device, at: 1_784_000_000, clock: KioskFixture.moment, with: key)
  }

  private func read(_ fields: [(name: String, value: String)]) -> KioskSignature? {
    KioskSignature { name in fields.first { $0.name == name }?.value }
  }

  @Test func `what was signed is read back and holds for that message alone`() throws {
    let signature = try #require(read(signed().fields))
    #expect(signature.isOf(message, by: key.publicKey))
    #expect(!signature.isOf(message, by: DeviceKey().publicKey))
    #expect(!signature.isOf(message, by: Data()))
    for change: (inout KioskSignature.Message) -> Void in [
      { $0.method = "GET" }, { $0.target = "/kiosk/v1/responses" }, { $0.body = [] },
    ] {
      var other = message
      change(&other)
      #expect(!signature.isOf(other, by: key.publicKey))
    }
  }

  @Test(arguments: ["Heard-Device", "Heard-Time", "Heard-Clock", "Heard-Signature"])
  func `a field changed or missing is no signature`(name: String) throws {
    let fields = try signed().fields
    #expect(read(fields.filter { $0.name != name }) == nil)
    let others = [
      "Heard-Device": UUID().uuidString, "Heard-Time": "1784000001",
      "Heard-Clock": "\(KioskFixture.boot)/5001/1784000000",
      "Heard-Signature": Data(repeating: 7, count: 64).base64EncodedString(),
    ]
    let changed = fields.map { $0.name == name ? (name, others[name] ?? "") : $0 }
    #expect(try #require(read(changed)).isOf(message, by: key.publicKey) == false)
  }

  @Test(arguments: [
    ("Heard-Time", "-1"), ("Heard-Time", "1e9"), ("Heard-Time", "999999999999"),
    ("Heard-Time", ""), ("Heard-Clock", "a/1"), ("Heard-Clock", "a/1/2/3"),
    ("Heard-Clock", "x y/1/2"), ("Heard-Clock", "/1/2"), ("Heard-Clock", "ab/-1/2"),
    ("Heard-Device", "me"), ("Heard-Signature", "not base 64!"),
  ])
  func `a field in another form is refused`(name: String, value: String) throws {
    #expect(read(try signed().fields.map { $0.name == name ? (name, value) : $0 }) == nil)
  }
}

/// What staff type to get out.
@Suite struct StaffPINTests {
  @Test func `the digits open and nothing else does`() throws {
    let pin = try StaffPIN("402957", salt: Data([1, 2, 3]), rounds: 100)
    #expect(pin.isMet(by: "402957"))
    for wrong in ["402958", "40295", "", "4029577", "٤٠٢٩٥٧"] { #expect(!pin.isMet(by: wrong)) }
    let read = try JSONDecoder().decode(StaffPIN.self, from: JSONEncoder().encode(pin))
    #expect(read == pin)
    #expect(try StaffPIN("402957", salt: Data([9]), rounds: 100).hash != pin.hash)
  }

  @Test func `the hash is PBKDF2's`() throws {
    // Python: hashlib.pbkdf2_hmac('sha256', b'402957', b'salt', 1000).hex()
    let pin = try StaffPIN("402957", salt: Data("salt".utf8), rounds: 1000)
    #expect(
      pin.hash.map { String(Int($0) + 0x100, radix: 16).suffix(2) }.joined().prefix(16)
        == expectedHash)
  }

  private let expectedHash = "9f84b37adc0d2c1e"

  @Test(arguments: [
    "123456", "987654", "111111", "121212", "123123", "135791", "890123", "000000", "12345",
    "1234567", "abcdef", "", "12 456", "١٢٣٤٥٧",
  ])
  func `what is guessed first is refused`(digits: String) {
    #expect(StaffPIN.weakness(of: digits) != nil)
    #expect(throws: StaffPIN.Weakness.self) { try StaffPIN(digits, salt: Data(), rounds: 1) }
  }

  @Test func `what is drawn is never weak`() {
    var chance = SeededChance(3)
    for _ in 0..<2000 { #expect(StaffPIN.weakness(of: StaffPIN.drawn(using: &chance)) == nil) }
  }
}
