public import SurveyCore

/// All that may be told of one survey in one quarter, from one count.
public struct SurveySheets: Sendable, Hashable {
  /// How much of it is wanted.
  public enum Parts: Sendable {
    case everything
    /// What change over time is seen in: the quarter, its months, and the quarter by audience.
    case history
  }

  public let survey: String
  public let title: String
  /// The quarter's first month.
  public let quarter: Month
  /// Those that were out by the quarter's end, oldest first.
  public let editions: [Edition]
  /// The whole quarter.
  public let sheet: FigureSheet
  /// The quarter, broken down.
  public let by: [Breakdown: FigureSheet]
  /// Its three months, in order.
  public let months: [FigureSheet]
  /// In the order of the sheet's groups; empty unless everything was wanted.
  public let participation: [Participation]
  /// The issue it was frozen by; nil while its counts may still change. What is not frozen is a
  /// draft, and not to be published: two drafts can be subtracted from each other.
  public let release: Release?

  init(_ counted: CountedQuarter, _ parts: Parts, _ release: Release?) {
    (survey, title, quarter) = (counted.survey, counted.title, counted.quarter)
    (editions, self.release) = (counted.editions, release)
    sheet = counted.sheet(counted.period)
    let breakdowns = parts == .everything ? Breakdown.allCases : [.audience]
    by = Dictionary(
      breakdowns.map { ($0, counted.sheet(counted.period, by: $0)) },
      uniquingKeysWith: { one, _ in one })
    months = (0..<3).map { [quarter] in
      counted.sheet(Period(quarter: counted.quarter, month: quarter.adding($0)))
    }
    participation = counted.participation()
  }

  /// Whether words that somebody of a group wrote to a question may be quoted, once two people have
  /// looked at them: only where enough people wrote that the sheet says how many. With the
  /// audience beside the words, that goes for the audience too. They are never quoted with a place,
  /// a channel or a month.
  public func mayQuote(
    _ question: String, of group: Audience.Group, audience: String? = nil
  ) -> Bool {
    func isTold(_ sheet: FigureSheet?, _ category: String?) -> Bool {
      let lists = sheet?.groups.first { $0.group == group }?.questions
      let figure = lists?.first { $0.id == question }?.figures
        .first { $0.category == category && !$0.isRest }
      return (figure?.n ?? 0) > 0
    }
    guard isTold(sheet, nil) else { return false }
    return audience.map { isTold(by[.audience], $0) } ?? true
  }
}
