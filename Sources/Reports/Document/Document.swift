public import SurveyCore

/// A report, ready to be written out as HTML, ODS, JSON or CSV: words and figures in the order of
/// reading. Nothing is in it that has not passed disclosure control.
public struct Document: Sendable, Hashable {
  /// `psw` or `twin-core`.
  public let kind: String
  public let title: String
  /// The authority's name, and whether it is made up.
  public let authority: String
  public let isMadeUp: Bool
  /// The quarter it is about.
  public let from: Month
  public let through: Month
  /// The day it was made; of a release, the day of its issue.
  public let made: Day
  /// The number of the issue, from 1; nil while the quarter has not been released.
  public var issue: Int? = nil
  /// Whether it was released otherwise than it is now: something beside its figures was changed.
  public var isChanged = false
  /// What stands first: the findings in words, each with the section it comes from.
  public let findings: [Finding]
  public let sections: [Section]
  /// What tables refer to as `[note 1]` and so on, in order.
  public let notes: [String]
  /// Every number of the report once, in tidy long form: what CSV and JSON hold.
  public let observations: [Observation]
}

/// What stands out, in one or two plain sentences.
public struct Finding: Sendable, Hashable {
  /// Whom or what it is about, such as `Social workers`; neighbours about the same stand together.
  public let about: String
  public let words: String
  /// The id of the section that shows it.
  public let section: String
}

/// A part of a report under a heading.
public struct Section: Sendable, Hashable {
  /// For links: lower-case letters, digits and hyphens; unique in the document.
  public let id: String
  public let title: String
  /// 2 for a part of the report, 3 for a part of that.
  public let level: Int
  /// Whether it starts a new page in print: a part that is handed on by itself.
  public var startsPage = false
  /// Whether paper has it; what nobody would leaf through is on the screen and in the files only.
  public var isPrinted = true
  public let blocks: [Block]
}

/// What a section is made of.
public indirect enum Block: Sendable, Hashable {
  case paragraph(String)
  case list([String])
  /// Something the reader must not miss, such as "information, not indicators".
  case notice(String)
  /// A few numbers that say how much there is to go by, side by side.
  case facts([Fact])
  case table(Table)
  /// A picture of a table that stands right below it.
  case chart(Chart, Table)
  /// What somebody wrote, as a person released it.
  case quote(words: String, from: String)
}

/// One number under a short name.
public struct Fact: Sendable, Hashable {
  /// Such as `children and young people answered`.
  public let label: String
  public let value: Cell
  /// What must be known with it, in a few words; may be empty.
  public var note = ""
}
