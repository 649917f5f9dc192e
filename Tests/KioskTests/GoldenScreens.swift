import SurveyCore
import TestSupport

@testable import Kiosk

/// One screen of every kind, each made by somebody's doing.
enum GoldenScreens {
  static let all: [String: @Sendable (Person) throws -> Void] = [
    "attract": { _ in },
    "help": { $0.press(.function(1)) },
    "audiences": { $0.press(.enter) },
    "welcome-young": { person in
      person.press(.enter)
      person.readTo(.audience("under-8"))
    },
    "faces-young": { $0.begin(as: "under-8") },
    "faces-chosen": { person in
      person.begin(as: "8-11")
      person.type("2")
    },
    "scale": { $0.begin(as: "12-17") },
    "still-there": { person in
      person.begin(as: "12-17")
      person.wait(91)
    },
    "check": { person in
      person.begin(as: "8-11")
      for key in "1234" {
        for scalar in key.unicodeScalars { person.press(.typed(scalar), .enter) }
      }
    },
    "thanks": { person in
      person.begin(as: "under-8")
      for _ in 0..<4 { person.press(.typed("1"), .enter) }
      person.readTo(.send)
    },
    "pin": { person in
      for _ in 0..<3 { person.press(.control("x")) }
      person.type("12")
    },
    "staff": { person in
      for _ in 0..<3 { person.press(.control("x")) }
      person.type("402957")
      person.press(.enter)
    },
    "full": {
      $0.desk.hasRoom = false; $0.sitting.lookRound()
    },
  ]

  /// Screens of another survey than `how-was-today`.
  static let others:
    [String: (survey: String, audience: String, doing: @Sendable (Person) throws -> Void)] =
      [
        "choice-hint": ("my-social-worker", "12-17", { $0.begin() }),
        "choices": (
          "my-social-worker", "12-17",
          { person in
            person.begin()
            for _ in 0..<30 where person.state.question?.kind != .choices {
              person.press(.typed("1"), .enter)
            }
            person.type("13")
          }
        ),
        "text": (
          "worries-good-things-hopes", "12-17",
          { person in
            person.begin()
            person.press(.typed("1"), .enter)
            person.type("My new school is fine")
          }
        ),
        "text-young-error": (
          "worries-good-things-hopes", "under-8",
          { person in
            person.begin()
            person.press(.typed("1"), .enter, .enter)
          }
        ),
        "parents-long": ("parents-and-carers", "parent-carer", { $0.begin() }),
      ]

  static let names = (Array(all.keys) + Array(others.keys)).sorted()

  static func screen(_ name: String, width: Int, height: Int) throws -> KioskState {
    let bundle: KioskBundle
    let doing: @Sendable (Person) throws -> Void
    if let other = others[name] {
      bundle = try Fixed.shipped(other.survey, as: other.audience)
      doing = other.doing
    } else {
      bundle = try Fixed.shipped("how-was-today")
      doing = all[name, default: { _ in }]
    }
    let person = Person(PaperDesk(bundle), width: width, height: height)
    try doing(person)
    return person.state
  }
}
