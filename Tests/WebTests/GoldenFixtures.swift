import Foundation
import SurveyCore

@testable import Web

/// What the golden pages are about: a survey of one question of every kind.
extension GoldenPages {
  static func frame(_ code: String = "en", young: Bool = false, canLeave: Bool = true) -> Frame {
    let language = Language(code)
    return Frame(
      words: Words.in(language), language: language, authority: authority, young: young,
      languages: ["en", "cy", "ar", "pl"].map(Language.init), here: "/answer?n=2",
      canLeave: canLeave)
  }

  static func collection(
    _ promise: Promise, audience: String? = nil, isSingleUse: Bool = false
  ) -> SurveyCore.Collection {
    SurveyCore.Collection(
      id: 1, edition: 1, place: "Front desk", audience: audience, isSingleUse: isSingleUse,
      promise: promise, state: .open, opened: day)
  }

  private static let day = Day(year: 2026, month: 7, day: 1) ?? .distant

  static let token = Token("0123456789abcdefghjkmnpqrs") ?? Token()

  static let survey = Survey(
    id: "every-kind", title: said("Every kind"), about: said("One question of every kind."),
    promise: .anonymous, languages: ["en", "cy", "ar", "pl"].map(Language.init),
    drafts: [Language("pl")], audiences: audiences,
    questions: Question.Kind.allCases.map(ask))

  static func ask(_ kind: Question.Kind) -> Question {
    let isScale = kind == .scale
    let values = isScale ? ["1", "2", "3"] : ["yes", "maybe", "no", "unsure"]
    let options = values.enumerated().map { place, value in
      Question.Option(
        value: value, words: said(value), score: value == "unsure" ? nil : 3 - place)
    }
    let forAll: ([Question.Option]) -> [String: [Question.Option]] = { options in
      Dictionary(uniqueKeysWithValues: audiences.map { ($0.id, options) })
    }
    let ends = Question.Ends(low: said("Not <at> all"), high: said("Very much"))
    return Question(
      id: "ask-\(kind.rawValue)", kind: kind, audiences: audiences.map(\.id),
      ask: inAll(said("What is it like (\(kind.rawValue))?")),
      hint: kind == .choices ? inAll(said("Think of today.")) : [:],
      answers: kind == .text ? [:] : forAll(options), ends: isScale ? inAll(ends) : [:])
  }

  private static func inAll<Said>(_ said: Said) -> [String: Said] {
    Dictionary(uniqueKeysWithValues: audiences.map { ($0.id, said) })
  }

  /// The same words in every language, so that a copy shows which language was asked for.
  private static func said(_ words: String) -> Localized {
    [
      .english: words, Language("cy"): "[cy] \(words)", Language("ar"): "[ar] \(words)",
      Language("pl"): "[pl] \(words)",
    ]
  }

  private static let audiences = [
    audience("under-8", .child, young: true), audience("12-17", .child),
    audience("parent-carer", .parent),
  ]

  private static func audience(
    _ id: String, _ group: Audience.Group, young: Bool = false
  ) -> Audience {
    Audience(
      id: id, group: group, title: said(id), choose: said("I am \(id)"),
      limits: .init(words: 10, answers: 5, questions: 10), idle: 90, young: young)
  }

  private static let authority = Authority(
    name: "Elm & Vale Council", readers: said("the listening team"),
    contacts: [
      .init(name: said("Children’s services"), phone: "01632 960 101", hours: said("Any time"))
    ],
    leaveTo: "https://www.bbc.co.uk/weather", isMadeUp: true)
}

extension Day {
  fileprivate static var distant: Day {
    Day(.init(timeIntervalSince1970: 0), in: .gmt)
  }
}
