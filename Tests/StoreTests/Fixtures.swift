import Foundation
import SQLiteStore
import SurveyCore
import TestSupport

/// The engines every promise of storage is held for.
enum Engine: CaseIterable {
  case memory, file

  /// A fresh store.
  func open() throws -> SQLiteStore {
    switch self {
    case .memory: try SQLiteStore.inMemory()
    case .file: try SQLiteStore.open(in: TemporaryFolder())
    }
  }
}

extension SQLiteStore {
  /// A store in a file of `folder`, which stays as long as the store does.
  static func open(in folder: TemporaryFolder) throws -> SQLiteStore {
    try open(folder.store) {
      withExtendedLifetime(folder) { UUID() }
    }
  }
}

extension TemporaryFolder {
  /// Where the store is.
  var store: String { path("heard.sqlite") }

  func path(_ name: String) -> String { url.appending(path: name).path }
}

enum Fixture {
  static let day = at(2026, 7, 15)

  static func at(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(Date(timeIntervalSince1970: 0), in: .gmt)
  }

  static func month(_ text: String) -> Month { Month(text) ?? day.inMonth }

  static func audience(_ id: String, _ group: Audience.Group) -> Audience {
    Audience(
      id: id, group: group, title: [.english: id], choose: [.english: id],
      limits: .init(words: 20, answers: 5, questions: 12), idle: 60, young: false)
  }

  /// One question of every kind, for two audiences, the second of which is not asked everything.
  static func survey(
    _ id: String = "visit", about: String = "A visit", keepsPartials: Bool = false
  ) -> Survey {
    let both = ["12-17", "parent-carer"]
    func options(_ values: String..., worrying: String? = nil) -> [Question.Option] {
      values.map { .init(value: $0, words: [.english: $0], isWorrying: $0 == worrying) }
    }
    let yesNo = options("yes", "no", worrying: "no")
    return Survey(
      id: id, title: [.english: "The visit"], about: [.english: about], promise: .anonymous,
      languages: [.english, Language("cy")],
      audiences: [audience("12-17", .child), audience("parent-carer", .parent)],
      keepsPartials: keepsPartials,
      questions: [
        Question(
          id: "safe", kind: .choice, audiences: both, ask: [:],
          answers: ["12-17": yesNo, "parent-carer": yesNo + options("unsure")]),
        Question(
          id: "mood", kind: .faces, audiences: ["12-17"], ask: [:],
          answers: ["12-17": options("1", "2", "3", "4", "5")]),
        Question(
          id: "heard", kind: .scale, audiences: both, ask: [:],
          answers: Dictionary(uniqueKeysWithValues: both.map { ($0, options("0", "1", "2", "3")) })),
        Question(
          id: "how", kind: .choices, audiences: both, ask: [:],
          answers: Dictionary(
            uniqueKeysWithValues: both.map { ($0, options("post", "text", "talk")) })),
        Question(id: "change", kind: .text, audiences: both, ask: [:]),
      ])
  }

  static let answers: [String: Answer] = [
    "safe": .chosen("yes"), "mood": .chosen("4"), "heard": .chosen("2"),
    "how": .several(["post", "talk"]), "change": .text("Ask me first.\nThank you \u{1F600}"),
  ]

  static func response(
    _ collection: Int, id: UUID = UUID(), audience: String = "12-17",
    language: Language = .english, channel: Channel = .web, day: Day = day, helped: Bool = false,
    answers: [String: Answer] = answers
  ) -> Response {
    Response(
      id: id, collection: collection, audience: audience, language: language, channel: channel,
      day: day, wasHelped: helped, answers: answers)
  }

  static func token() -> Fingerprint { Token().fingerprint }

  static func journey(
    _ collection: Int, session: Fingerprint = token(), link: Fingerprint? = nil,
    answers: [String: Answer] = answers, touched: Date = Date(timeIntervalSince1970: 1_784_000_000)
  ) -> LiveJourney {
    LiveJourney(
      session: session, collection: collection, link: link, audience: "12-17", language: .english,
      channel: .web, answers: answers, touched: touched)
  }
}

extension SQLiteStore {
  /// Publishes the fixture's survey and opens a collection of it.
  func openCollection(
    _ survey: Survey = Fixture.survey(), at place: String = "Waiting room",
    audience: String? = nil, links: [Fingerprint] = [], isSingleUse: Bool = false,
    day: Day = Fixture.day
  ) throws -> Int {
    let edition = try publish(survey, on: Fixture.day)
    return try open(
      Opening(
        edition: edition.id, place: place, audience: audience, isSingleUse: isSingleUse,
        promise: isSingleUse ? .confidential : .anonymous, links: links, day: day))
  }

  /// Finishes, and waits for what became of it.
  func finishNow(
    _ session: Fingerprint, with response: Response, raising concerns: [Concern] = []
  ) -> Result<Kept, StoreError> {
    let box = Box<Result<Kept, StoreError>>()
    finish(session, with: response, raising: concerns) { box.put($0) }
    return box.take() ?? .failure(.broken("no answer"))
  }

  /// Keeps responses, and waits for what became of them.
  func keepNow(_ responses: [HandedIn]) -> [Result<Kept, StoreError>] {
    let box = Box<[Result<Kept, StoreError>]>()
    keep(responses) { box.put($0) }
    return box.take() ?? []
  }

  /// Carries a journey and finishes it.
  @discardableResult
  func walk(
    _ response: Response, link: Fingerprint? = nil, raising concerns: [Concern] = []
  ) -> Result<Kept, StoreError> {
    let journey = Fixture.journey(response.collection, link: link, answers: response.answers)
    carry(journey)
    return finishNow(journey.session, with: response, raising: concerns)
  }

  /// Waits until all that was queued before is on the disk.
  func settle() throws { _ = try hear(UUID(), on: Fixture.day) }

  func journeysCounted() throws -> Int {
    try counts(survey: "visit", months: Fixture.month("2000-01")...Fixture.month("2999-12"))
      .filter { $0.question == "safe" }.map(\.number).reduce(0, +)
  }
}

/// Hands one value from one thread to another.
final class Box<Value: Sendable>: @unchecked Sendable {
  private let arrived = DispatchSemaphore(value: 0)
  private let lock = NSLock()
  private var value: Value?

  func put(_ value: Value) {
    lock.withLock { self.value = value }
    arrived.signal()
  }

  /// Nil when nothing came within ten seconds.
  func take() -> Value? {
    _ = arrived.wait(timeout: .now() + 10)
    return lock.withLock { value }
  }
}

extension Result {
  var failure: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}
