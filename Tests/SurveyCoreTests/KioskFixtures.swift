import Foundation
import SurveyCore
import TestSupport

/// Visits to a kiosk, made up.
enum KioskFixture {
  static let boot = "5f1c2f5e-97b7-4a53-9e0b-0d5f9a6b3a11"
  static let moment = KioskMoment(boot: boot, elapsed: 5000, wall: 1_784_000_000)

  static func record(
    id: UUID = UUID(), number: Int = 1, finished: KioskMoment = moment, seconds: Int = 60,
    sinceLast: Int? = nil, ending: KioskRecord.Ending = .sent,
    answers: [String: Answer] = ["one": .chosen("3")]
  ) -> KioskRecord {
    KioskRecord(
      id: id, number: number, finished: finished, seconds: seconds, sinceLast: sinceLast,
      collection: 1, audience: "12-17", language: .english, wasHelped: false, ending: ending,
      answers: answers)
  }

  /// Six scored questions, of five and of three answers, and words.
  static var survey: Survey {
    let questions = (1...6).map { number in
      Question(
        id: "q\(number)", kind: .choice, audiences: ["12-17"], ask: [:],
        answers: [
          "12-17": (1...(number % 2 == 0 ? 3 : 5)).map {
            .init(value: "\($0)", words: [:], score: $0, isWorrying: $0 == 1)
          }
        ])
    }
    return Survey(
      id: "kiosk", title: [:], about: [:], promise: .anonymous, languages: [.english],
      audiences: [
        Audience(
          id: "12-17", group: .child, title: [:], choose: [:],
          limits: .init(words: 20, answers: 5, questions: 12), idle: 60, young: false)
      ],
      questions: questions + [
        Question(id: "words", kind: .text, audiences: ["12-17"], ask: [:])
      ])
  }
}
