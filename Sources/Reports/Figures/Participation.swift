public import SurveyCore

/// Who took part in one group, one survey and one quarter, and how far they got.
///
/// How many responses there are is told in steps of five. Beside it stands exactly how many
/// answered each question; an exact number less an exact number would say how many left a question
/// out, which is often one or two.
public struct Participation: Sendable, Hashable {
  public let group: Audience.Group
  /// From how many to how many responses there are; nil when withheld.
  public let responses: ClosedRange<Int>?
  /// The same by audience, few together with their neighbours; empty when withheld.
  public let audiences: [AudienceReach]
  /// In the order of the sheet's questions.
  public let questions: [QuestionReach]
  /// Those who stopped without a response; nil when withheld, or when there are none.
  public let dropOut: DropOut?
}

/// How many responses one audience gave, or several together.
public struct AudienceReach: Sendable, Hashable {
  /// Their ids.
  public let audiences: [String]
  public let responses: ClosedRange<Int>
}

/// How a question was met by those who were asked it. Nil is withheld.
public struct QuestionReach: Sendable, Hashable {
  /// As the sheet's list is called.
  public let question: String
  /// How many were asked.
  public let asked: ClosedRange<Int>?
  /// How many of them gave no answer that counts: they left it out, did not understand it, chose
  /// "don't know" beside a scale, or stopped before it.
  public let silent: ClosedRange<Int>?
  /// How many said that they did not understand it: exactly, or `0...4` for fewer than five.
  public let notUnderstood: ClosedRange<Int>?
}

/// People who began and stopped, and nothing else is known of them.
public struct DropOut: Sendable, Hashable {
  public let stopped: Int
  /// In the order of the questions; empty where it would tell of a few.
  public let steps: [Step]

  /// Those who stopped after the same questions.
  public struct Step: Sendable, Hashable {
    /// The last question they answered is one of these; empty stands for before the first.
    public let questions: [String]
    public let share: Share
  }
}
