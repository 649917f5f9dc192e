public import Foundation

/// A published survey: numbered, immutable, known by the hash of its content.
public struct Edition: Sendable, Hashable, Identifiable {
  public let id: Int
  /// 1 for the first edition of a survey, then 2, …
  public let number: Int
  public let survey: Survey
  public let hash: Fingerprint
  public let published: Day

  public init(id: Int, number: Int, survey: Survey, hash: Fingerprint, published: Day) {
    (self.id, self.number, self.survey) = (id, number, survey)
    (self.hash, self.published) = (hash, published)
  }
}

/// How somebody answered.
public enum Channel: String, Sendable, Codable, CaseIterable { case web, kiosk, text }

/// An edition open at a place for a time.
public struct Collection: Sendable, Hashable, Identifiable {
  public enum State: String, Sendable, Codable, CaseIterable {
    case open
    /// Hands out nothing new, still takes what was begun.
    case closing
    case closed
  }

  public let id: Int
  public let edition: Int
  public let place: String
  /// The one audience asked, or nil when the person says which.
  public let audience: String?
  /// Whether its links serve one person each.
  public let isSingleUse: Bool
  public let promise: Promise
  public var state: State
  public let opened: Day

  public init(
    id: Int, edition: Int, place: String, audience: String?, isSingleUse: Bool, promise: Promise,
    state: State, opened: Day
  ) {
    (self.id, self.edition, self.place, self.audience) = (id, edition, place, audience)
    (self.isSingleUse, self.promise, self.state) = (isSingleUse, promise, state)
    self.opened = opened
  }
}

/// What one person said. No name, no number, no address, and no time finer than the day.
public struct Response: Sendable, Hashable, Codable, Identifiable {
  public let id: UUID
  public let collection: Int
  public let audience: String
  public let language: Language
  public let channel: Channel
  public let day: Day
  /// Whether somebody helped the person answer.
  public let wasHelped: Bool
  /// Whether the person stopped before the end and the survey keeps partial responses.
  public let isPartial: Bool
  /// Answers on the route, by question id.
  public let answers: [String: Answer]

  public init(
    id: UUID, collection: Int, audience: String, language: Language, channel: Channel, day: Day,
    wasHelped: Bool = false, isPartial: Bool = false, answers: [String: Answer]
  ) {
    (self.id, self.collection, self.audience, self.language) = (id, collection, audience, language)
    (self.channel, self.day, self.wasHelped) = (channel, day, wasHelped)
    (self.isPartial, self.answers) = (isPartial, answers)
  }
}

/// Something that must be acted on for one person.
///
/// From an anonymous response it holds what was said, where and on which day, and nothing that
/// leads to the rest of the response.
public struct Concern: Sendable, Hashable, Identifiable {
  public let id: UUID
  public let collection: Int
  public let day: Day
  public let question: String
  public let answer: String

  public init(id: UUID, collection: Int, day: Day, question: String, answer: String) {
    (self.id, self.collection, self.day) = (id, collection, day)
    (self.question, self.answer) = (question, answer)
  }
}

extension Concern {
  /// The concerns that what was said raises: one for each answer the survey marks as worrying.
  public static func raised(
    by said: [(question: Question, answer: Answer)], as audience: String, in collection: Int,
    on day: Day
  ) -> [Concern] {
    said.flatMap { question, answer in
      question.options(for: audience)
        .filter { $0.isWorrying && answer.values.contains($0.value) }
        .map { option in
          Concern(
            id: UUID(), collection: collection, day: day, question: question.id,
            answer: option.value)
        }
    }
  }
}

/// A journey under way, found by the hash of its session's token and wiped when it ends.
public struct LiveJourney: Sendable, Hashable {
  public let session: Fingerprint
  public let collection: Int
  /// The single-use link it came by, so that the same link carries on; nil for an open link.
  public let link: Fingerprint?
  public var audience: String
  public var language: Language
  public var channel: Channel
  public var answers: [String: Answer]
  /// Answers given before it was resumed: never shown again.
  public var sealed: Set<String>
  public var wasHelped: Bool
  /// When it was last touched: for wiping, never kept with a response.
  public var touched: Date

  public init(
    session: Fingerprint, collection: Int, link: Fingerprint?, audience: String,
    language: Language, channel: Channel, answers: [String: Answer] = [:],
    sealed: Set<String> = [], wasHelped: Bool = false, touched: Date
  ) {
    (self.session, self.collection, self.link) = (session, collection, link)
    (self.audience, self.language, self.channel) = (audience, language, channel)
    (self.answers, self.sealed) = (answers, sealed)
    (self.wasHelped, self.touched) = (wasHelped, touched)
  }

  /// Hours after which an untouched journey is wiped (WCAG 2.2.6; GOV.UK Forms keeps 20).
  public static let hoursKept = 20
}
