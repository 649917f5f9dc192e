import SurveyCore

/// The words beside what was imported.
enum HeldWords {
  static let notSurvey =
    "Not survey data: these come from case systems and national collections and were imported."
  static let local = "Local information from case systems: L2, L3, L6 and L9"
  static let national = "National information"
  static let columns: [Table.Column] = [
    .words("Item"), .words("What it is"), .words("Period"), .numbers("Value"), .numbers("Before"),
    .words("Unit"), .words("Source"),
  ]
  static let none = "none"
  static let before =
    "Before is the newest value of a period that ended earlier; all that were imported are in the "
    + "data."
  static let sourceSymbols = "Symbols are those of the source."

  static func period(_ item: ImportedItem) -> String {
    if item.from == item.through { return PeriodWords.month(item.from) }
    return item.from.quarterStart == item.from && item.through == item.from.adding(2)
      ? PeriodWords.quarter(item.from)
      : "\(PeriodWords.month(item.from)) to \(PeriodWords.month(item.through))"
  }

  /// Where it comes from, and what must be known of it.
  static func source(_ item: ImportedItem) -> String {
    item.note.isEmpty ? or(item.source) : "\(or(item.source)). \(item.note)"
  }

  static func or(_ text: String) -> String { text.isEmpty ? none : text }

  /// The value as it was written; tables are for reading, so its places are kept.
  static func cell(_ item: ImportedItem) -> Cell {
    switch item.value {
    case .number(let number):
      switch number.places {
      case 0: .count(number.digits)
      case 1: .tenths(number.digits)
      default: .words(number.description)
      }
    case .confidential: .symbol(.confidential)
    case .notApplicable: .symbol(.notApplicable)
    case .unavailable: .symbol(.unavailable)
    case .low: .symbol(.low)
    }
  }
}
