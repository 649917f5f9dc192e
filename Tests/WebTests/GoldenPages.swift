import Markup
import SurveyCore

@testable import Web

/// The pages that golden copies are kept of: every kind, every state, and the other languages
/// where something turns round.
enum GoldenPages {
  static let all: [String: HTML] = first.merging(questions) { $1 }.merging(last) { $1 }
    .merging(messages) { $1 }

  private static let first: [String: HTML] = [
    "home": HomePage(frame: frame(canLeave: false), typed: "", isWrong: false).html,
    "home-error": HomePage(frame: frame(canLeave: false), typed: "abc \"1\"", isWrong: true).html,
    "welcome-anonymous": welcome(collection(.anonymous)),
    "welcome-error": welcome(collection(.anonymous), error: true),
    "welcome-single-use": welcome(
      collection(.confidential, audience: "parent-carer", isSingleUse: true), isResuming: true),
    "welcome-young": welcome(collection(.anonymous, audience: "under-8"), frame(young: true)),
    "welcome-arabic": welcome(collection(.anonymous, audience: "12-17"), frame("ar")),
    "welcome-welsh": welcome(collection(.confidential, audience: "12-17"), frame("cy")),
  ]

  private static let questions: [String: HTML] = [
    "question-choice": question(.choice, answer: .chosen("yes")),
    "question-choice-error": question(.choice, error: .nothing),
    "question-choice-arabic": question(.choice, frame: frame("ar")),
    "question-choices": question(.choices, answer: .several(["yes", "no"])),
    "question-faces": question(.faces),
    "question-faces-young": question(.faces, audience: "under-8", frame: frame(young: true)),
    "question-scale": question(.scale, answer: .chosen("2")),
    "question-scale-error": question(.scale, error: .notOffered),
    "question-text": question(.text, answer: .text("\n<b>Mine</b> & \"yours\"")),
    "question-text-error": question(.text, error: .tooLong(by: 1), typed: ["Too long"]),
    "question-in-polish": question(.choice, frame: frame("pl")),
  ]

  private static let last: [String: HTML] = [
    "check": check(),
    "check-error": check(problem: .busy),
    "check-welsh": check(frame: frame("cy")),
    "sent": SentPage(
      frame: frame(), survey: survey, collection: collection(.anonymous, audience: "12-17")
    ).html,
    "sent-single-use": SentPage(
      frame: frame(), survey: survey,
      collection: collection(.confidential, audience: "parent-carer", isSingleUse: true)
    ).html,
    "help": HelpPage(frame: frame(), back: "/answer").html,
    "help-arabic": HelpPage(frame: frame("ar"), back: nil).html,
    "privacy": PrivacyPage(frame: frame(canLeave: false)).html,
    "accessibility": AccessibilityPage(frame: frame(canLeave: false)).html,
  ]

  private static let messages: [String: HTML] = Dictionary(
    uniqueKeysWithValues: MessagePage.Kind.allCases.map { kind in
      ("message-\(kind)", MessagePage(frame: frame(), kind: kind).html)
    })

  private static func welcome(
    _ collection: SurveyCore.Collection, _ frame: Frame = frame(), isResuming: Bool = false,
    error: Bool = false
  ) -> HTML {
    WelcomePage(
      frame: frame, token: token, survey: survey, collection: collection, isResuming: isResuming,
      chosen: nil, error: error
    ).html
  }

  private static func question(
    _ kind: Question.Kind, audience: String = "12-17", frame: Frame = frame(),
    answer: Answer? = nil, error: Unclear? = nil, typed: [String] = []
  ) -> HTML {
    QuestionPage(
      frame: frame, survey: survey, audience: audience, question: ask(kind), number: 2, total: 5,
      answer: answer, error: error, typed: typed, back: "/answer?n=1"
    ).html
  }

  private static func check(
    frame: Frame = frame(), problem: CheckPage.Problem? = nil
  ) -> HTML {
    let rows = [
      CheckPage.Row(number: 1, question: ask(.choice), answer: .chosen("yes"), isSealed: false),
      CheckPage.Row(
        number: 2, question: ask(.choices), answer: .several(["yes", "no"]), isSealed: false),
      CheckPage.Row(number: 3, question: ask(.choices), answer: .several([]), isSealed: false),
      CheckPage.Row(number: 4, question: ask(.scale), answer: .chosen("2"), isSealed: false),
      CheckPage.Row(
        number: 5, question: ask(.text), answer: .text("<b>Mine</b>\nand more"), isSealed: false),
      CheckPage.Row(number: 6, question: ask(.faces), answer: .notUnderstood, isSealed: false),
      CheckPage.Row(number: 7, question: ask(.faces), answer: .skipped, isSealed: false),
      CheckPage.Row(
        number: 8, question: ask(.text), answer: .text("Not to be seen"), isSealed: true),
    ]
    return CheckPage(
      frame: frame, survey: survey, audience: "12-17", rows: rows, problem: problem,
      back: "/answer?n=8"
    ).html
  }
}
