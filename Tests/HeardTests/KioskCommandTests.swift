import Foundation
import SurveyCore
import TestSupport
import Testing

@testable import heard

/// What those who look after kiosks are shown, and where the key lies.
struct KioskCommandTests {
  private static let contact = Date(timeIntervalSince1970: 1_784_000_000)

  private func standing(
    heartbeat: KioskWire.Heartbeat? = nil, clock: Int? = nil, wrongPINs: Int = 0,
    revoked: Day? = nil, received: String = ""
  ) throws -> KioskStanding {
    KioskStanding(
      device: KioskDevice(
        id: try #require(UUID(uuidString: "6F1C2F5E-97B7-4A53-9E0B-0D5F9A6B3A11")), key: Data(),
        sealingKey: Data([1, 2, 3, 4, 5]), place: "Ash Lane",
        enrolled: try #require(Day("2026-07-01")), revoked: revoked),
      lastContact: Self.contact, version: "0.1", heartbeat: heartbeat, clockDifference: clock,
      wrongPINs: wrongPINs, received: try #require(NumberRanges(received)))
  }

  private func line(_ standing: KioskStanding, hoursLater: Int = 0) -> [String] {
    let now = Self.contact.addingTimeInterval(TimeInterval(hoursLater * 3600))
    return standing.line(at: now, in: .gmt, silentHours: 4).components(separatedBy: "\t")
  }

  @Test func `the list says how a kiosk stands`() throws {
    #expect(
      try line(standing()) == [
        "6f1c2f5e-97b7-4a53-9e0b-0d5f9a6b3a11", "Ash Lane", "last contact 2026-07-14 03:33",
        "not heard of since it enrolled", "version 0.1", "none missing",
      ])
    let heartbeat = KioskWire.Heartbeat(
      waiting: 0, setAside: 0, next: 20, version: "0.1", free: 3 << 20, wrongPINs: 0)
    let told = try line(
      standing(heartbeat: heartbeat, clock: 7, wrongPINs: 2, received: "1-6,8-11,15"),
      hoursLater: 5)
    for part in [
      "waiting 0", "set aside 0", "3 MiB free", "clock +7 s", "missing 7, 12-14, 16-19",
      "2 wrong PINs", "silent for 5 hours",
    ] {
      #expect(told.contains(part))
    }
    // What waits is not missing.
    var busy = heartbeat
    busy.waiting = 4
    #expect(try line(standing(heartbeat: busy, received: "1-15")).contains("none missing"))
    let revoked = try line(standing(revoked: Day("2026-07-15")), hoursLater: 99)
    #expect(revoked.last == "revoked 2026-07-15")
  }

  @Test func `a key is made once for its owner alone, and never in place of one that is needed`()
    throws
  {
    let folder = try TemporaryFolder()
    let keys = KeyFolder(folder.url.appending(path: "keys"))
    #expect(try keys.sealingKey() == nil)
    #expect(throws: Refused.self) { try keys.sealingKey(for: [standing()]) }
    #expect(try keys.sealingKey() == nil)
    let day = try #require(Day("2026-07-15"))
    let made = try keys.sealingKey(for: [standing(revoked: day)])
    #expect(try keys.sealingKey(for: []).raw == made.raw)
    #expect(try KeyFolder(keys.folder).sealingKey()?.raw == made.raw)
    #expect(throws: Refused.self) { try keys.sealingKey(for: [standing()]) }
    let mode = try FileManager.default.attributesOfItem(atPath: keys.sealingFile.path)
    #expect(mode[.posixPermissions] as? Int == 0o600)
    try Data("nonsense".utf8).write(to: keys.sealingFile)
    #expect(throws: Refused.self) { try KeyFolder(keys.folder).sealingKey() }
  }
}
