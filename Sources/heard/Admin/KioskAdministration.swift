import Foundation
import SurveyCore

extension Administration {
  /// Hands out a code for one kiosk at `place`.
  func inviteKiosk(at place: String, pin given: String?) throws -> KioskInvitationWords {
    _ = try keys.sealingKey(for: store.kiosks())
    var chance = SystemRandomNumberGenerator()
    let digits = given ?? StaffPIN.drawn(using: &chance)
    let pin = try StaffPIN(digits, using: &chance)
    let code = EnrolmentCode(using: &chance)
    let now = Date()
    let until = now.addingTimeInterval(TimeInterval(EnrolmentCode.minutes * 60))
    let warning = try warning(about: place)
    try store.invite(
      KioskInvitation(
        code: code.fingerprint, place: place, pin: pin, made: now, until: until))
    return KioskInvitationWords(
      code: "\(code)", pin: digits, until: until.time(in: zone), server: base, warning: warning)
  }

  /// A place's name that was mistyped would be a place where nothing is ever asked.
  private func warning(about place: String) throws -> String? {
    let open = try store.collections().filter { $0.state == .open && !$0.isSingleUse }
    if open.contains(where: { $0.place == place }) { return nil }
    let known = Set(open.map(\.place)).sorted()
    return "nothing is asked at '\(place)' yet; "
      + (known.isEmpty
        ? "open a collection there" : "something is asked at \(known.joined(separator: ", "))")
  }

  func revokeKiosk(_ kiosk: UUID) throws {
    guard try store.revoke(kiosk, on: today) else {
      throw Refused("there is no kiosk \(kiosk.uuidString.lowercased()); see 'heard kiosk list'")
    }
  }
}
