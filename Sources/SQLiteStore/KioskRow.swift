import Foundation
import GRDB
import SurveyCore

/// Reads kiosks out of their table.
enum KioskRow {
  /// The kiosks that `rule` picks, by place and day of enrolment.
  ///
  /// - Throws: `StoreError.broken` when a row does not hold what we write.
  static func fetch(
    from database: Database, where rule: String, _ arguments: StatementArguments = []
  ) throws -> [KioskStanding] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT kiosks.*, name FROM kiosks JOIN places ON places.id = place WHERE \(rule)
        ORDER BY name, enrolled, kiosks.id
        """, arguments: arguments
    ).map(standing)
  }

  private static func standing(_ row: Row) throws -> KioskStanding {
    guard let received = NumberRanges(try row.get("received")) else {
      throw StoreError.broken("the numbers a kiosk handed in cannot be read")
    }
    return KioskStanding(
      device: try device(row),
      lastContact: Date(timeIntervalSince1970: TimeInterval(try row.get("contact", as: Int.self))),
      version: try row.get("version"), heartbeat: try heartbeat(row),
      clockDifference: try row.get("clock", as: Int?.self),
      wrongPINs: try row.get("wrong_pins"), received: received)
  }

  private static func device(_ row: Row) throws -> KioskDevice {
    let revoked = try row.get("revoked", as: String?.self)
    guard let id = UUID(stored: try row.get("id")),
      let enrolled = Day(try row.get("enrolled", as: String.self)),
      revoked == nil || revoked.flatMap({ Day($0) }) != nil
    else { throw StoreError.broken("a kiosk cannot be read") }
    return KioskDevice(
      id: id, key: try row.get("key"), sealingKey: try row.get("sealing"),
      place: try row.get("name"), enrolled: enrolled, revoked: revoked.flatMap { Day($0) })
  }

  private static func heartbeat(_ row: Row) throws -> KioskWire.Heartbeat? {
    guard let waiting = try row.get("waiting", as: Int?.self),
      let setAside = try row.get("set_aside", as: Int?.self),
      let next = try row.get("next", as: Int?.self), let free = try row.get("free", as: Int?.self)
    else { return nil }
    return KioskWire.Heartbeat(
      waiting: waiting, setAside: setAside, next: next, version: try row.get("version"),
      free: free, wrongPINs: try row.get("wrong_pins"))
  }
}
