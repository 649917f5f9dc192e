public import Foundation

/// What a kiosk and its server say to each other: JSON, keys as the properties are called, `Data`
/// as base 64, instants as whole seconds since 1970.
///
/// Enrolling is `POST /kiosk/v1/enrol`; everything else is signed (`KioskSignature`).
public enum KioskWire {
  public struct Enrolling: Sendable, Hashable, Codable {
    public var code: String
    /// The device's own public key (Ed25519); the private one never leaves the device.
    public var key: Data
    public var version: String

    public init(code: String, key: Data, version: String) {
      (self.code, self.key, self.version) = (code, key, version)
    }
  }

  public struct Enrolled: Sendable, Hashable, Codable {
    public var device: UUID
    public var place: String
    /// The server's public key, to which every visit is sealed (X25519).
    public var sealingKey: Data
    public var pin: StaffPIN
    public var now: Int

    public init(device: UUID, place: String, sealingKey: Data, pin: StaffPIN, now: Int) {
      (self.device, self.place, self.sealingKey) = (device, place, sealingKey)
      (self.pin, self.now) = (pin, now)
    }
  }

  /// One of the array that `POST /kiosk/v1/responses` takes.
  public struct Item: Sendable, Hashable, Codable {
    public var id: UUID
    /// A `KioskRecord` in its envelope.
    public var sealed: Data

    public init(id: UUID, sealed: Data) { (self.id, self.sealed) = (id, sealed) }
  }

  /// One of the array it answers with, in the same order, with 201.
  public struct Result: Sendable, Hashable, Codable {
    public enum Outcome: String, Sendable, Codable {
      case stored, already
      /// Something else with the same id is there: kept aside, and looked into by people.
      case conflict
      /// It can never be stored as it is.
      case refused
    }

    public var id: UUID
    public var outcome: Outcome
    /// Why, where it was refused; nothing anybody said.
    public var reason: String?

    public init(id: UUID, outcome: Outcome, reason: String? = nil) {
      (self.id, self.outcome, self.reason) = (id, outcome, reason)
    }
  }

  /// `POST /kiosk/v1/heartbeat`, every few minutes whatever anybody does.
  public struct Heartbeat: Sendable, Hashable, Codable {
    /// Visits that wait to be sent.
    public var waiting: Int
    /// Visits put aside as `conflict` or `refused`.
    public var setAside: Int
    /// The number the next visit will get.
    public var next: Int
    public var version: String
    /// Bytes free where visits wait.
    public var free: Int
    /// Wrong staff PINs since the last heartbeat that arrived.
    public var wrongPINs: Int

    public init(
      waiting: Int, setAside: Int, next: Int, version: String, free: Int, wrongPINs: Int
    ) {
      (self.waiting, self.setAside, self.next) = (waiting, setAside, next)
      (self.version, self.free, self.wrongPINs) = (version, free, wrongPINs)
    }
  }

  public struct Heard: Sendable, Hashable, Codable {
    public var now: Int
    /// The bundle's entity tag, so that it is fetched only when it changed.
    public var bundle: String

    public init(now: Int, bundle: String) { (self.now, self.bundle) = (now, bundle) }
  }
}
