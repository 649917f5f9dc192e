public import Foundation

/// The door of the kiosks: devices enrol, hand in visits and say how they stand.
///
/// What is noted of a device says nothing of when anybody answered: its last contact is that of a
/// heartbeat, which comes every few minutes whatever anybody does.
public protocol KioskKeeper: Sendable {
  /// The device with this id, revoked or not; nil when there is none.
  func kiosk(_ id: UUID) throws(StoreError) -> KioskDevice?

  /// Collections open at a place whose links are not for one person each, oldest first.
  func collectionsOpen(at place: String) throws(StoreError) -> [Collection]

  /// Makes a device one of ours by a code, which it uses up.
  ///
  /// `then` is called once, on another thread, when the disk has it: nil for a code that is wrong,
  /// too old, or used by another device. The same device (by its key) with the same code gets the
  /// same answer again until the code is too old: its first answer may have been lost on the way.
  func enrol(
    _ newcomer: KioskNewcomer, by code: Fingerprint,
    then: @escaping @Sendable (Result<EnrolledKiosk?, StoreError>) -> Void)

  /// Notes how a device stands, and that it was heard of at `instant`.
  ///
  /// `then` is called once, on another thread; false when there is no such device.
  func note(
    _ heartbeat: KioskWire.Heartbeat, clockDifference: Int, of device: UUID, at instant: Date,
    then: @escaping @Sendable (Result<Bool, StoreError>) -> Void)

  /// Keeps visits with their signs of misuse, and notes their numbers as received, all in one
  /// transaction; one that is refused leaves the others. A visit that was begun is kept even when
  /// its collection has closed since: its person was thanked.
  ///
  /// `then` is called once, on another thread, when the disk has what was stored: what became of
  /// each visit, in order.
  func keep(
    _ visits: [KioskVisit], from device: UUID,
    then: @escaping @Sendable ([Result<Kept, StoreError>]) -> Void)
}

/// A device that was enrolled.
public struct KioskDevice: Sendable, Hashable, Identifiable {
  public let id: UUID
  /// The public key it signs with.
  public let key: Data
  /// The server's public key it seals to.
  public let sealingKey: Data
  public let place: String
  public let enrolled: Day
  public let revoked: Day?

  public init(
    id: UUID, key: Data, sealingKey: Data, place: String, enrolled: Day, revoked: Day?
  ) {
    (self.id, self.key, self.sealingKey) = (id, key, sealingKey)
    (self.place, self.enrolled, self.revoked) = (place, enrolled, revoked)
  }
}

/// A device that asks to be enrolled.
public struct KioskNewcomer: Sendable, Hashable {
  /// The id it gets.
  public var id: UUID
  public var key: Data
  public var sealingKey: Data
  public var version: String
  public var instant: Date
  public var day: Day

  public init(
    id: UUID, key: Data, sealingKey: Data, version: String, instant: Date, day: Day
  ) {
    (self.id, self.key, self.sealingKey) = (id, key, sealingKey)
    (self.version, self.instant, self.day) = (version, instant, day)
  }
}

/// What a device is told as it enrols.
public struct EnrolledKiosk: Sendable, Hashable {
  public var device: KioskDevice
  public var pin: StaffPIN

  public init(device: KioskDevice, pin: StaffPIN) { (self.device, self.pin) = (device, pin) }
}

/// A code that was handed out for a device to enrol with.
public struct KioskInvitation: Sendable, Hashable {
  public var code: Fingerprint
  public var place: String
  public var pin: StaffPIN
  /// When the code was made, and until when it holds.
  public var made: Date
  public var until: Date

  public init(code: Fingerprint, place: String, pin: StaffPIN, made: Date, until: Date) {
    (self.code, self.place, self.pin) = (code, place, pin)
    (self.made, self.until) = (made, until)
  }
}

/// How a kiosk stands, for those who look after it.
public struct KioskStanding: Sendable, Hashable {
  public var device: KioskDevice
  /// The last heartbeat, or the enrolment where none came yet.
  public var lastContact: Date
  public var version: String
  /// What the last heartbeat said; nil before the first.
  public var heartbeat: KioskWire.Heartbeat?
  /// Seconds by which the device's wall clock was ahead of ours at that heartbeat.
  public var clockDifference: Int?
  /// Wrong staff PINs since it was enrolled.
  public var wrongPINs: Int
  /// The numbers of the visits that arrived.
  public var received: NumberRanges

  public init(
    device: KioskDevice, lastContact: Date, version: String, heartbeat: KioskWire.Heartbeat?,
    clockDifference: Int?, wrongPINs: Int, received: NumberRanges
  ) {
    (self.device, self.lastContact, self.version) = (device, lastContact, version)
    (self.heartbeat, self.clockDifference) = (heartbeat, clockDifference)
    (self.wrongPINs, self.received) = (wrongPINs, received)
  }

  /// Visits that ended on the device and neither arrived nor wait there: gaps in the numbers, and
  /// those at the end when the device says that nothing waits.
  public var missing: [ClosedRange<Int>] {
    let highest = received.ranges.last?.upperBound ?? 0
    guard let heartbeat, heartbeat.waiting == 0, heartbeat.setAside == 0,
      heartbeat.next - 1 > highest
    else { return received.gaps }
    return received.gaps + [(highest + 1)...(heartbeat.next - 1)]
  }

  /// Whole hours it was silent at `instant`, where that is `limit` or more; nil for one that was
  /// heard of, and for one that was revoked.
  public func hoursSilent(over limit: Int, at instant: Date) -> Int? {
    let hours = Int(instant.timeIntervalSince(lastContact) / 3600)
    return device.revoked == nil && hours >= limit ? hours : nil
  }
}
