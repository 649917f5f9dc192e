import Foundation
import SurveyCore

/// What this kiosk was told as it enrolled: `device.json`.
struct Device: Codable, Equatable, Sendable {
  /// The server's address: scheme, host and port only.
  var server: String
  var device: UUID
  var place: String
  /// The server's public key, to which every visit is sealed.
  var sealingKey: Data
  var pin: StaffPIN
}

/// A bundle and what the server calls this state of it: `bundle.json`.
struct TaggedBundle: Codable, Equatable, Sendable {
  var tag: String
  var bundle: KioskBundle
}

enum Version {
  static let number = "0.1"
  static let agent = "heard-kiosk/\(number)"
}
