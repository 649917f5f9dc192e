import Foundation
import SurveyCore
import TestSupport

@testable import Kiosk

/// What the screens' tests are about: the shipped surveys, asked by a made-up authority.
enum Fixed {
  static let authority = Authority(
    name: "Elmshire Council",
    readers: [.english: "Elmshire’s participation team", Language("cy"): "tîm Elmshire"],
    contacts: [
      .init(
        name: [.english: "Elmshire children’s services"], phone: "01632 960001",
        hours: [.english: "Monday to Friday, 9am to 5pm"])
    ],
    leaveTo: "https://example.org", isMadeUp: false,
    said: [
      .init(
        you: [.english: "I did not know who would be at the meeting."],
        we: [.english: "Everyone coming is now named in the letter, with a picture."])
    ])

  static func asked(
    _ survey: Survey, as audience: String? = nil, collection: Int = 1
  ) -> KioskBundle.Asked {
    KioskBundle.Asked(
      collection: collection, edition: 1, audience: audience, promise: .anonymous, survey: survey)
  }

  static func bundle(_ asked: KioskBundle.Asked...) -> KioskBundle {
    KioskBundle(place: "Ash Lane waiting room", authority: authority, asked: asked)
  }

  static func shipped(_ id: String, as audience: String? = nil) throws -> KioskBundle {
    bundle(asked(try Package.survey(id), as: audience))
  }
}

/// A desk that remembers what it was asked to keep.
final class PaperDesk: Desk {
  var bundle: KioskBundle?
  var hasRoom = true
  var kept: [Visit] = []
  var isBroken = false
  var isOnline = true
  var pin = "402957"

  init(_ bundle: KioskBundle?) { self.bundle = bundle }

  func keep(_ visit: Visit) throws(NotKept) {
    if isBroken { throw .full }
    kept.append(visit)
  }

  var standing: Standing {
    Standing(
      place: "Ash Lane waiting room", waiting: 3, setAside: 1,
      lastSent: Date(timeIntervalSince1970: 1_790_000_000), isOnline: isOnline, version: "1.0",
      free: 2_000_000_000)
  }

  func tryPIN(_ digits: String) -> PINOutcome { digits == pin ? .right : .wrong(triesLeft: 4) }
}

/// A person at the kiosk, with a clock that only they move.
final class Person {
  let desk: PaperDesk
  private(set) var wipes = 0
  private let time = Time()
  private(set) lazy var sitting = Sitting(
    at: desk, size: size, clock: { [time] in time.now }, mint: { UUID() },
    wipe: { [weak self] in self?.wipes += 1 })
  private let size: Size

  private final class Time { var now = 1000.0 }

  init(_ desk: PaperDesk, width: Int = 80, height: Int = 24) {
    (self.desk, size) = (desk, Size(width: width, height: height))
  }

  var state: KioskState { sitting.state }

  func wait(_ seconds: Double) {
    time.now += seconds
    sitting.take(.passed)
  }

  func press(_ keys: Key...) {
    for key in keys {
      sitting.lookRound()
      sitting.take(.input(.key(key)))
    }
  }

  func type(_ words: String) {
    for scalar in words.unicodeScalars { press(.typed(scalar)) }
  }

  /// Touches what does this, in the middle.
  @discardableResult
  func touch(_ action: Action) -> Bool {
    sitting.lookRound()
    guard let area = state.view.spots.first(where: { $0.control.action == action })?.area else {
      return false
    }
    let middle = Place(x: area.x + area.width / 2, y: area.y + area.height / 2)
    sitting.take(.input(.press(middle)))
    sitting.take(.input(.release(middle)))
    return true
  }

  /// From the first screen to the first question.
  func begin(as audience: String? = nil) {
    press(.enter)
    if case .surveys = state.screen { press(.enter) }
    if let audience, state.screen == .audiences { readTo(.audience(audience)) }
    readTo(.start)
  }

  /// Turns the parts of a page until `action` is there, and touches it.
  func readTo(_ action: Action) {
    for _ in 0..<20 {
      if touch(action) { return }
      touch(.more)
    }
  }
}
