/// The door through which counts come out: given to `Reports` alone.
///
/// It gives contingency counts, grouped by the database, never a response.
public protocol FigureSource: Sendable {
  /// How many responses of one survey fall in each cell, over all its editions, for responses
  /// whose day lies in `months`. Empty cells are left out; the order is not defined.
  func counts(
    survey: String, months: ClosedRange<Month>
  ) throws(StoreError) -> [Count]

  /// Every published edition of a survey, oldest first; empty when there is none.
  func editions(of survey: String) throws(StoreError) -> [Edition]
}

/// The number of responses in one cell.
public struct Count: Sendable, Hashable {
  /// What is counted in the cell.
  public enum Said: Sendable, Hashable {
    /// Chose the option with this value (for `choices`: among others, perhaps).
    case chose(String)
    /// Gave an answer at all: the base of `choices`, and the number of texts.
    case answered
    case skipped
    case notUnderstood
  }

  public let edition: Int
  public let question: String
  public let said: Said
  public let audience: String
  public let channel: Channel
  public let place: String
  public let month: Month
  public let number: Int

  public init(
    edition: Int, question: String, said: Said, audience: String, channel: Channel,
    place: String, month: Month, number: Int
  ) {
    (self.edition, self.question, self.said) = (edition, question, said)
    (self.audience, self.channel, self.place) = (audience, channel, place)
    (self.month, self.number) = (month, number)
  }
}
