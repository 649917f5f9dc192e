public import SurveyCore

/// What one group's comments on one question are about. Safe to publish: only `ThemeDesk` makes it.
public struct ThemeList: Sendable, Hashable {
  /// How much may be told.
  public enum State: Sendable, Hashable {
    case told
    /// Some comments are still to be coded, so no theme is told yet; quotes may be.
    case notAllCoded
    /// Comments came after the quarter was frozen: themes stand in its first issue alone, since
    /// from one issue to the next a few would be told of. Quotes may be there.
    case cameLate
    /// Too few people wrote something.
    case withheld
  }

  public let group: Audience.Group
  /// As in the figures: the question's id, with its editions where others asked something else.
  public let question: String
  /// The question as it was asked.
  public let title: String
  public let editions: [Int]
  public let state: State
  /// How many people wrote something; nil when withheld.
  public let n: Int?
  /// The themes that may be told, those of most people first. People may speak of several. A theme
  /// that is not here was spoken of by nobody, by fewer than five or by all but fewer than five.
  public let themes: [ThemeFigure]
  /// What two people found fit to be quoted. To be shown with the group and nothing smaller.
  public let quotes: [QuoteFigure]

  init(
    group: Audience.Group, question: String, title: String, editions: [Int], state: State,
    n: Int?, themes: [ThemeFigure], quotes: [QuoteFigure]
  ) {
    (self.group, self.question, self.title) = (group, question, title)
    (self.editions, self.state, self.n) = (editions, state, n)
    (self.themes, self.quotes) = (themes, quotes)
  }
}

/// How many people spoke of a theme.
public struct ThemeFigure: Sendable, Hashable {
  public let id: String
  /// In English.
  public let title: String
  /// Of all who wrote something.
  public let share: Share

  init(id: String, title: String, share: Share) {
    (self.id, self.title, self.share) = (id, title, share)
  }
}

/// Words that may be quoted.
public struct QuoteFigure: Sendable, Hashable {
  public let words: String
  /// Ids of those of its themes that are told.
  public let themes: [String]

  init(words: String, themes: [String]) { (self.words, self.themes) = (words, themes) }
}
