import Foundation
import GRDB
import SurveyCore

extension Ledger {
  /// Hands out a code to enrol with.
  func invite(_ invitation: KioskInvitation) throws {
    try forgetInvitations(before: invitation.made)
    try database.execute(
      sql: "INSERT INTO places (name) VALUES (?) ON CONFLICT DO NOTHING",
      arguments: [invitation.place])
    try database.execute(
      sql: """
        INSERT INTO invitations (code, place, pin, until) SELECT ?, id, ?, ? FROM places
        WHERE name = ?
        """,
      arguments: [
        Data(invitation.code.bytes), try invitation.pin.stored,
        Int(invitation.until.timeIntervalSince1970), invitation.place,
      ])
  }

  private func forgetInvitations(before instant: Date) throws {
    try database.execute(
      sql: "DELETE FROM invitations WHERE until <= ?",
      arguments: [Int(instant.timeIntervalSince1970)])
  }

  /// Enrols a device by a code; nil when the code is wrong, too old, or another's.
  func enrol(_ newcomer: KioskNewcomer, by code: Fingerprint) throws -> EnrolledKiosk? {
    try forgetInvitations(before: newcomer.instant)
    let found = try Row.fetchOne(
      database, sql: "SELECT place, pin, kiosk FROM invitations WHERE code = ?",
      arguments: [Data(code.bytes)])
    guard let found else { return nil }
    let pin = try StaffPIN(stored: found.get(1))
    if let user = try found.get(2, as: Data?.self) {
      guard let id = UUID(stored: user), let device = try kiosk(id), device.key == newcomer.key
      else { return nil }
      return EnrolledKiosk(device: device, pin: pin)
    }
    try database.execute(
      sql: """
        INSERT INTO kiosks (id, place, key, sealing, enrolled, contact, version)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        Data(newcomer.id.bytes), try found.get(0, as: Int.self), newcomer.key,
        newcomer.sealingKey, "\(newcomer.day)", Int(newcomer.instant.timeIntervalSince1970),
        newcomer.version,
      ])
    try database.execute(
      sql: "UPDATE invitations SET kiosk = ? WHERE code = ?",
      arguments: [Data(newcomer.id.bytes), Data(code.bytes)])
    guard let device = try kiosk(newcomer.id) else { throw StoreError.broken("a kiosk vanished") }
    return EnrolledKiosk(device: device, pin: pin)
  }

  private func kiosk(_ id: UUID) throws -> KioskDevice? {
    try KioskRow.fetch(from: database, where: "kiosks.id = ?", [Data(id.bytes)]).first?.device
  }

  /// Notes how a device stands; false when there is none.
  func note(
    _ heartbeat: KioskWire.Heartbeat, clockDifference: Int, of device: UUID, at instant: Date
  ) throws -> Bool {
    try forgetInvitations(before: instant)
    try database.execute(
      sql: """
        UPDATE kiosks SET contact = ?, version = ?, waiting = ?, set_aside = ?, next = ?, free = ?,
          clock = ?, wrong_pins = min(wrong_pins + ?, 1000000000)
        WHERE id = ?
        """,
      arguments: [
        Int(instant.timeIntervalSince1970), heartbeat.version, heartbeat.waiting,
        heartbeat.setAside, heartbeat.next, heartbeat.free, clockDifference, heartbeat.wrongPINs,
        Data(device.bytes),
      ])
    return database.changesCount == 1
  }

  /// Lets a device hand in nothing more; false when there is none.
  func revoke(_ kiosk: UUID, on day: Day) throws -> Bool {
    try database.execute(
      sql: "UPDATE kiosks SET revoked = coalesce(revoked, ?) WHERE id = ?",
      arguments: ["\(day)", Data(kiosk.bytes)])
    return database.changesCount == 1
  }
}

extension Ledger {
  /// Keeps visits and notes their numbers; one that is refused leaves the others.
  func keep(_ visits: [KioskVisit], from device: UUID) throws -> [Result<Kept, StoreError>] {
    let found = try commands.findReceived.first(.bytes(device.bytes)) {
      (try $0.get(0, as: String.self), try $0.get(1, as: String.self))
    }
    guard let (text, place) = found else { throw StoreError.refused("there is no such kiosk") }
    guard var received = NumberRanges(text) else {
      throw StoreError.broken("the numbers a kiosk handed in cannot be read")
    }
    let before = received
    let outcomes = try visits.map { visit in
      // One that is refused has arrived all the same: it is no gap.
      defer { received.insert(visit.number) }
      return try keep(visit, at: place, isRepeat: received.contains(visit.number))
    }
    if received != before {
      try commands.noteReceived.run(.text("\(received)"), .bytes(device.bytes))
    }
    return outcomes
  }

  private func keep(
    _ visit: KioskVisit, at place: String, isRepeat: Bool
  ) throws -> Result<Kept, StoreError> {
    do {
      return .success(
        try inSavepoint {
          switch visit.remains {
          case .response(let handedIn, let signs): try store(handedIn, signs, at: place)
          case .dropout(let dropout): try store(dropout, at: place, isRepeat)
          }
        })
    } catch  where StoreError.isOfOneJob(error) && isInTransaction {
      return .failure(StoreError(error))
    }
  }

  private func store(
    _ handedIn: HandedIn, _ signs: Set<Misuse>, at place: String
  ) throws -> Kept {
    let response = handedIn.response
    try check(response.collection, isAskedAt: place)
    let kept = try store(response, raising: handedIn.concerns, isThanked: true)
    guard kept == .stored else { return kept }
    for sign in signs {
      try commands.addSign.run(.bytes(response.id.bytes), .text(sign.rawValue))
    }
    return kept
  }

  /// Counts somebody who stopped. There is no id to tell a repeat by, only the visit's number.
  private func store(
    _ dropout: KioskVisit.Dropout, at place: String, _ isRepeat: Bool
  ) throws -> Kept {
    if isRepeat { return .already }
    let collection = try check(dropout.collection, isAskedAt: place)
    _ = try check(dropout.audience, dropout.language, in: collection)
    let slice = try number(of: Slice(of: dropout))
    try commands.addDropout.run(.int(slice), .text(dropout.last ?? ""))
    return .stored
  }

  @discardableResult
  private func check(_ collection: Int, isAskedAt place: String) throws -> CollectionRow {
    let found = try self.collection(collection)
    guard found.place == place else {
      throw StoreError.refused("a collection of another place")
    }
    if found.isSingleUse { throw StoreError.refused("a collection by links for one person each") }
    return found
  }
}

extension Slice {
  init(of dropout: KioskVisit.Dropout) {
    (collection, audience, language) =
      (dropout.collection, dropout.audience, dropout.language.code)
    (channel, month) = (Channel.kiosk.rawValue, "\(dropout.day.inMonth)")
    (wasHelped, isPartial) = (dropout.wasHelped, true)
  }
}

extension StaffPIN {
  fileprivate var stored: String {
    get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
  }

  fileprivate init(stored: String) throws {
    guard let pin = try? JSONDecoder().decode(StaffPIN.self, from: Data(stored.utf8)) else {
      throw StoreError.broken("a staff PIN cannot be read")
    }
    self = pin
  }
}
