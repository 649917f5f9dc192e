/// What a participation team designs: questions, in wordings per audience and language.
///
/// A `Survey` that came out of `SurveyFile` is whole: every question has its words for every
/// audience and language that may meet it, and carries the audiences and the favourable answers it
/// was checked against, so that an edition never changes meaning when a data file does.
public struct Survey: Hashable, Sendable, Codable {
  public var id: String
  public var title: Localized
  /// One or two sentences for the first page: what this is about.
  public var about: Localized
  /// The strongest promise the survey may make; a collection may make a weaker one.
  public var promise: Promise
  /// The first is the one shown when nobody has chosen.
  public var languages: [Language]
  /// Languages whose words are a draft that no native speaker has approved yet.
  public var drafts: [Language]
  public var audiences: [Audience]
  /// Whether what was answered before somebody stopped is kept as a partial response.
  public var keepsPartials: Bool
  /// Whether it must not be handed out by text message; nil where it may.
  public var isNotTexted: Bool?
  /// The measures its questions are evidence of, as they were defined when it was checked.
  public var measures: [Measure]
  public var questions: [Question]

  public init(
    id: String, title: Localized, about: Localized, promise: Promise, languages: [Language],
    drafts: [Language] = [], audiences: [Audience], keepsPartials: Bool = false,
    isNotTexted: Bool? = nil, measures: [Measure] = [], questions: [Question]
  ) {
    (self.id, self.title, self.about, self.promise) = (id, title, about, promise)
    (self.languages, self.drafts, self.audiences) = (languages, drafts, audiences)
    (self.keepsPartials, self.isNotTexted) = (keepsPartials, isNotTexted)
    (self.measures, self.questions) = (measures, questions)
  }

  /// Whether it may be handed out by text message.
  public var mayBeTexted: Bool { isNotTexted != true }

  public func question(_ id: String) -> Question? { questions.first { $0.id == id } }
  public func audience(_ id: String) -> Audience? { audiences.first { $0.id == id } }

  /// The groups its audiences belong to, in the order of `Audience.Group`.
  public var groups: [Audience.Group] {
    Audience.Group.allCases.filter { group in audiences.contains { $0.group == group } }
  }
}

/// What the person who answers is told about who could know it was them.
public enum Promise: String, Sendable, Codable, CaseIterable, Comparable {
  /// The name is with the answers.
  case named
  /// A name or number is kept apart, and opened only by rule.
  case confidential
  /// Nothing that is kept says who answered.
  case anonymous

  private var strength: Int {
    switch self {
    case .named: 0
    case .confidential: 1
    case .anonymous: 2
    }
  }

  public static func < (one: Promise, other: Promise) -> Bool { one.strength < other.strength }
}
