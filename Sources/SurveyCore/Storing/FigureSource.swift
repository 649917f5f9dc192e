/// The door through which counts come out: given to `Reports` alone.
///
/// It gives contingency counts, grouped by the database, never a response.
public protocol FigureSource: Sendable {
  /// How many responses of one survey fall in each cell, over all its editions, for responses
  /// whose day lies in `months`. Empty cells are left out; the order is not defined.
  func counts(
    survey: String, months: ClosedRange<Month>
  ) throws(StoreError) -> [Count]

  /// How many responses there are in each cell over all surveys, and how many people stopped on
  /// the way to one, for days in `months`. Empty cells are left out; the order is not defined.
  func turnouts(months: ClosedRange<Month>) throws(StoreError) -> [Turnout]

  /// What `counts` gave for the release's quarter when it was frozen.
  func counts(survey: String, frozenBy release: Release) throws(StoreError) -> [Count]

  /// What `turnouts` gave for the release's quarter when it was frozen.
  func turnouts(frozenBy release: Release) throws(StoreError) -> [Turnout]

  /// The newest issue of the quarter that starts with `quarter`; nil when it was never released.
  func release(of quarter: Month) throws(StoreError) -> Release?

  /// Every published edition of a survey, oldest first; empty when there is none.
  func editions(of survey: String) throws(StoreError) -> [Edition]

  /// The ids of all surveys that were ever published, in order.
  func surveys() throws(StoreError) -> [String]
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
  /// Whether somebody helped them answer.
  public let wasHelped: Bool
  public let place: String
  public let month: Month
  public let number: Int

  public init(
    edition: Int, question: String, said: Said, audience: String, channel: Channel,
    wasHelped: Bool = false, place: String, month: Month, number: Int
  ) {
    (self.edition, self.question, self.said) = (edition, question, said)
    (self.audience, self.channel, self.wasHelped) = (audience, channel, wasHelped)
    (self.place, self.month, self.number) = (place, month, number)
  }
}

/// The number of people in one cell who took part.
public struct Turnout: Sendable, Hashable {
  /// How far they got.
  public enum Reached: Sendable, Hashable {
    /// They sent a response, or a survey that keeps partial ones kept theirs.
    case response
    /// They stopped with this as the last question they answered, and nothing else is known of
    /// them; empty where that was before the first.
    case stopped(after: String)
  }

  public let edition: Int
  public let reached: Reached
  public let audience: String
  public let channel: Channel
  public let wasHelped: Bool
  public let place: String
  public let month: Month
  public let number: Int

  public init(
    edition: Int, reached: Reached, audience: String, channel: Channel, wasHelped: Bool = false,
    place: String, month: Month, number: Int
  ) {
    (self.edition, self.reached, self.audience) = (edition, reached, audience)
    (self.channel, self.wasHelped) = (channel, wasHelped)
    (self.place, self.month, self.number) = (place, month, number)
  }
}
