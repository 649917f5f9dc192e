public import SurveyCore

/// A table with one header row; every cell has something in it.
public struct Table: Sendable, Hashable {
  /// For sheet names and anchors: lower-case letters, digits and hyphens; unique in the document.
  public let id: String
  public let title: String
  public let columns: [Column]
  public let rows: [[Cell]]
  /// The notes it refers to, by their place in the document's, from 1.
  public let notes: [Int]

  public struct Column: Sendable, Hashable {
    public enum Alignment: Sendable { case words, numbers }
    public let title: String
    public let alignment: Alignment
  }
}

extension Table.Column {
  static func words(_ title: String) -> Table.Column { .init(title: title, alignment: .words) }
  static func numbers(_ title: String) -> Table.Column { .init(title: title, alignment: .numbers) }
}

/// What stands in a cell.
public enum Cell: Sendable, Hashable {
  case words(String)
  case count(Int)
  /// In whole per cent.
  case percentage(Int)
  /// In tenths: 245 is 24.5.
  case tenths(Int)
  case day(Day)
  case symbol(Symbol)
}

/// Why there is no number, in the shorthand of the Department for Education and the Government
/// Analysis Function.
public enum Symbol: String, Sendable, Hashable, CaseIterable {
  /// Withheld so that nobody can be found out.
  case confidential = "[c]"
  /// Does not apply.
  case notApplicable = "[z]"
  /// Not available.
  case unavailable = "[x]"
  /// More than nothing, but rounds to 0.
  case low = "[low]"
}
