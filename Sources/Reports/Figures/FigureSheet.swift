public import SurveyCore

/// Figures that are safe to publish. Only this target makes them, and only out of tables that have
/// passed disclosure control.
public struct FigureSheet: Sendable, Hashable {
  public let survey: String
  public let title: String
  public let from: Month
  public let through: Month
  public let breakdown: Breakdown?
  /// The numbers of the editions that were out.
  public let editions: [Int]
  public let groups: [GroupFigures]

  init(
    survey: String, title: String, period: Period, breakdown: Breakdown?, editions: [Int],
    groups: [GroupFigures]
  ) {
    (self.survey, self.title, self.breakdown) = (survey, title, breakdown)
    (from, through) = (period.from, period.through)
    (self.editions, self.groups) = (editions, groups)
  }

  /// The period in words: `2026-07`, or `2026-07 to 2026-09`.
  public var period: String { from == through ? "\(from)" : "\(from) to \(through)" }
}

/// The figures of one group, never to be added to another's.
public struct GroupFigures: Sendable, Hashable {
  public let group: Audience.Group
  public let questions: [FigureList]
  public let measures: [FigureList]

  init(group: Audience.Group, questions: [FigureList], measures: [FigureList]) {
    (self.group, self.questions, self.measures) = (group, questions, measures)
  }
}

/// The figures of one question or of one measure.
public struct FigureList: Sendable, Hashable {
  public enum Level: String, Sendable { case question, measure }

  public let level: Level
  /// The id; a question asked differently by several editions has them after it.
  public let id: String
  /// The question as it is asked, or the measure's title.
  public let title: String
  /// The measure, where there is one, and its title.
  public let measure: String?
  public let measureTitle: String?
  public let editions: [Int]
  /// Everybody first, then the categories of the breakdown.
  public let figures: [Figure]

  init(
    level: Level, id: String, title: String, measure: String?, measureTitle: String?,
    editions: [Int], figures: [Figure]
  ) {
    (self.level, self.id, self.title) = (level, id, title)
    (self.measure, self.measureTitle) = (measure, measureTitle)
    (self.editions, self.figures) = (editions, figures)
  }
}

/// What is told of one slice: a group's people in a period, or those of one category.
public struct Figure: Sendable, Hashable {
  /// Nil for everybody.
  public let category: String?
  /// Whether it is the rest: all who are in no category that is told.
  public let isRest: Bool
  /// How many answered; nil when withheld.
  public let n: Int?
  /// How many gave a favourable answer; nil when withheld. See `hasFavourable`.
  public let favourable: Share?
  /// Whether there are favourable answers at all.
  public let hasFavourable: Bool
  public let answers: [AnswerFigure]
  public let note: String

  init(
    category: String?, isRest: Bool = false, n: Int?, favourable: Share?, hasFavourable: Bool,
    answers: [AnswerFigure], note: String
  ) {
    (self.category, self.isRest, self.n) = (category, isRest, n)
    (self.favourable, self.hasFavourable) = (favourable, hasFavourable)
    (self.answers, self.note) = (answers, note)
  }
}

/// How many gave one of the answers named.
public struct AnswerFigure: Sendable, Hashable {
  /// The values of one option, or of several told as one.
  public let options: [String]
  /// Their words in English.
  public let words: [String]
  /// Out of the figure's n; nil when withheld.
  public let share: Share?

  init(options: [String], words: [String], share: Share?) {
    (self.options, self.words, self.share) = (options, words, share)
  }
}
