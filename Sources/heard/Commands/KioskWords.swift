import Foundation
import SurveyCore

/// What whoever enrols a kiosk is told.
struct KioskInvitationWords: Codable {
  var code: String
  var pin: String
  /// The time of day until which the code holds.
  var until: String
  /// The address the kiosk reaches the server at.
  var server: String
  /// What may be wrong with the place.
  var warning: String?

  /// What to run on the kiosk.
  var command: String { "heard-kiosk --server \(server) --enrol \(code)" }

  var lines: [String] {
    [
      "code: \(code), works once, until \(until)",
      "staff PIN: \(pin), shown here and never again",
      "on the kiosk, run:",
      "  \(command)",
    ]
  }
}

extension KioskStanding {
  /// One line for the list: id, place, and how it stands, with tabs between.
  func line(at now: Date, in zone: TimeZone, silentHours: Int) -> String {
    var parts = [
      device.id.uuidString.lowercased(), device.place,
      "last contact \(lastContact.words(in: zone))",
    ]
    if let heartbeat {
      parts += ["waiting \(heartbeat.waiting)", "set aside \(heartbeat.setAside)"]
    } else {
      parts.append("not heard of since it enrolled")
    }
    parts.append("version \(version)")
    if let heartbeat { parts.append("\(heartbeat.free >> 20) MiB free") }
    if let clockDifference { parts.append("clock \(Self.signed(clockDifference)) s") }
    parts.append(
      missing.isEmpty
        ? "none missing" : "missing \(NumberRanges.written(missing, separator: ", "))")
    if wrongPINs > 0 { parts.append("\(wrongPINs) wrong PINs") }
    if let revoked = device.revoked { parts.append("revoked \(revoked)") }
    if let hours = hoursSilent(over: silentHours, at: now) {
      parts.append("silent for \(hours) hours")
    }
    return parts.joined(separator: "\t")
  }

  private static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }
}

extension Date {
  /// `2026-07-31 14:05`, in `zone`.
  func words(in zone: TimeZone) -> String { "\(Day(self, in: zone)) \(time(in: zone))" }

  /// `14:05`, in `zone`.
  func time(in zone: TimeZone) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.hour, .minute], from: self)
    return [parts.hour, parts.minute].map { String(($0 ?? 0) + 100).suffix(2) }
      .joined(separator: ":")
  }
}
