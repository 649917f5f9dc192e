import Foundation
import SurveyCore

/// What the screens ask of the rest of the program.
protocol Desk: AnyObject {
  /// What is asked here at present; nil before the first bundle came.
  var bundle: KioskBundle? { get }

  /// Whether another visit could be kept. Asked before one begins.
  var hasRoom: Bool { get }

  /// Seals a visit and has it on the disk, synced, when it returns.
  func keep(_ visit: Visit) throws(NotKept)

  /// How the kiosk stands, for staff: counts only, never an answer.
  var standing: Standing { get }

  func tryPIN(_ digits: String) -> PINOutcome
}

/// A visit that ended, as the screens know it.
struct Visit: Equatable {
  var id: UUID
  var collection: Int
  var audience: String
  var language: Language
  var wasHelped: Bool
  var ending: KioskRecord.Ending
  var answers: [String: Answer]
  /// Seconds from the first question to the end.
  var seconds: Int
}

enum NotKept: Error, Equatable {
  case full
  case broken(String)
}

struct Standing: Equatable {
  var place: String
  var waiting: Int
  var setAside: Int
  /// When something was last sent; nil when nothing was since the program started.
  var lastSent: Date?
  /// Whether the server answered the last time it was tried.
  var isOnline: Bool
  var version: String
  /// Bytes free where visits wait.
  var free: Int
}

enum PINOutcome: Equatable {
  case right
  case wrong(triesLeft: Int)
  /// Too many were wrong: seconds until another is looked at.
  case locked(seconds: Int)
}
