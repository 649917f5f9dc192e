/// The door to what stands beside the figures in a report: given to `Reports` alone.
///
/// It gives numbers that were imported, counts grouped by the database, and what two people
/// released; never a comment that nobody has read.
public protocol ReportSource: Sendable {
  /// What was imported for periods that end within `months`, by item and period: a national figure
  /// is of a year, and belongs beside the quarters it ended in.
  func items(within months: ClosedRange<Month>) throws(StoreError) -> [ImportedItem]

  /// How many people each collection set out to ask, where that is known, and whether anybody
  /// finished it in the quarter that starts with `quarter`: by survey, oldest first. As a release
  /// froze it, or as it is kept now.
  func askings(
    quarter: Month, frozenBy release: Release?
  ) throws(StoreError) -> [String: [Asking]]

  /// How many comments were coded, and how many of them to each theme, for responses whose day
  /// lies in `months`: of those that a release froze, or of all. The order is not defined.
  func themeCounts(
    survey: String, months: ClosedRange<Month>, frozenBy release: Release?
  ) throws(StoreError) -> [ThemeCount]

  /// What may be quoted of responses whose day lies in `months`, of comments that a release froze or
  /// of all, in an order that says nothing.
  func quotes(
    survey: String, months: ClosedRange<Month>, frozenBy release: Release?
  ) throws(StoreError) -> [Quote]

  /// How many concerns were raised in the quarter that starts with `quarter`, and how they stood
  /// when it ended: as a release froze them, or as they are kept now.
  func concerns(
    quarter: Month, frozenBy release: Release?
  ) throws(StoreError) -> ConcernCounts
}

/// A number from another system that a report shows beside its own, such as L2 of the twin core.
/// It is not survey data, and every table says so.
public struct ImportedItem: Sendable, Hashable, Codable {
  /// What is held for the period.
  public enum Value: Sendable, Hashable, Codable {
    case number(ExactNumber)
    /// The source gives a symbol and no number.
    case confidential, notApplicable, unavailable, low
  }

  /// `L2`, `L3`, `L6` or `L9`; `N1` and so on for a national item; `P-12-17` and so on for how many
  /// people of an audience the service works with.
  public var item: String
  /// What it counts; empty for the four of the twin core, which have a name.
  public var title: String
  public var from: Month
  public var through: Month
  public var value: Value
  /// Such as `working days`, `per cent` or `cases per social worker`.
  public var unit: String
  /// Where it comes from, such as the case system's report.
  public var source: String
  /// What a reader must know of it; empty where there is nothing.
  public var note: String

  public init(
    item: String, title: String = "", from: Month, through: Month, value: Value, unit: String,
    source: String, note: String = ""
  ) {
    (self.item, self.title, self.from, self.through) = (item, title, from, through)
    (self.value, self.unit, self.source, self.note) = (value, unit, source, note)
  }

  /// The audience whose people it counts, where it is how many of them the service works with.
  public var population: String? {
    item.hasPrefix(Self.populationPrefix)
      ? String(item.dropFirst(Self.populationPrefix.count)) : nil
  }

  /// What stands before the audience: `P-12-17`.
  public static let populationPrefix = "P-"

  /// The period in words: `2026-07`, or `2026-07 to 2026-09`.
  public var period: String { from == through ? "\(from)" : "\(from) to \(through)" }
}

/// How many people one collection set out to ask, as far as anybody knows. Never published for one
/// collection alone.
public struct Asking: Sendable, Hashable {
  public let collection: Int
  /// The number of the edition.
  public let edition: Int
  public let place: String
  /// The one audience asked, or nil when people say which they are.
  public let audience: String?
  public let opened: Day
  /// People said to be asked when it was opened; nil when nobody said.
  public let asked: Int?
  /// Links for one person each that were made; nil for an open link.
  public let links: Int?
  /// People invited by text; nil where nobody was.
  public let texted: Int?
  /// Whether anybody finished it in the quarter asked about.
  public let isAnswered: Bool

  public init(
    collection: Int, edition: Int, place: String, audience: String?, opened: Day, asked: Int?,
    links: Int?, texted: Int?, isAnswered: Bool
  ) {
    (self.collection, self.edition, self.place) = (collection, edition, place)
    (self.audience, self.opened) = (audience, opened)
    (self.asked, self.links, self.texted, self.isAnswered) = (asked, links, texted, isAnswered)
  }

  /// How many people were asked, by the best that is known: what somebody said, else texts and
  /// links, which go to different people.
  public var denominator: Int? {
    asked ?? (links == nil && texted == nil ? nil : (links ?? 0) + (texted ?? 0))
  }
}

/// Comments of one audience on one question.
public struct ThemeCount: Sendable, Hashable {
  public enum Counted: Sendable, Hashable {
    /// Comments that somebody coded, whether or not a theme fitted.
    case coded
    /// Comments that bear the theme with this id, among others perhaps.
    case theme(String)
  }

  /// The number of the edition.
  public let edition: Int
  public let question: String
  public let audience: String
  public let counted: Counted
  public let number: Int

  public init(edition: Int, question: String, audience: String, counted: Counted, number: Int) {
    (self.edition, self.question, self.audience) = (edition, question, audience)
    (self.counted, self.number) = (counted, number)
  }
}

/// Words that somebody wrote, as one person proposed to quote them and another released them.
public struct Quote: Sendable, Hashable {
  /// The number of the edition.
  public let edition: Int
  public let question: String
  public let audience: String
  /// Without names and places.
  public let words: String
  /// Ids of its themes, in order.
  public let themes: [String]

  public init(edition: Int, question: String, audience: String, words: String, themes: [String]) {
    (self.edition, self.question, self.audience) = (edition, question, audience)
    (self.words, self.themes) = (words, themes)
  }
}
