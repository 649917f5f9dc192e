/// What the writers add to a report in their own words.
enum WriterWords {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  static let information = "Information, not indicators"
  static let issue = "Issue"
  static let changed = "changed since"
  static let draft = "Draft, not released"
  static let skip = "Skip to the report"
  static let contents = "Contents"
  static let findings = "What stands out"
  static let notes = "Notes"
  static let symbols = "Symbols in tables"
  static let seeSection = "Section"
  static let number = "Number"
  static let madeUp = "Everything in this report is made up, to show what Heard does."
  static let withheld = "withheld"
  static let interval = "95% interval"
  static let average = "Average"
  static let upper = "Upper"
  static let lower = "Lower"
  static let limits = "Expected range"
  static let trialLimits = "Expected range (trial: fewer than 12 points)"
  static let signal = "Change that is more than chance"
  static let wordingChanged = "Wording or answers changed"
  static let missing = "No figure"

  // The workbook.
  static let cover = "Cover"
  static let contentsLead = "One table a sheet. Each name leads to its sheet."
  static let sheet = "Sheet"
  static let title = "Title"
  static let findingsSheet = "Findings"
  static let about = "About"
  static let finding = "Finding"
  static let noteWords = "Note"
  static let symbolsSheet = "Symbols"
  static let symbol = "Symbol"
  static let symbolMeaning = "Meaning"
  static let workbook = [
    "Each sheet holds one table, which starts in column A below its title.",
    "The sheet Contents leads to every table; the sheet Notes explains [note 1] and so on.",
    "The sheet Symbols explains what stands where there is no number, such as [c].",
  ]
  static let workbookFailure = "there is not enough memory to put the workbook together"

  /// What to say where there is no browser to print with.
  static let noBrowser =
    "a PDF is printed by Chromium, which is not on this machine; install the package chromium, or "
    + "write --format html and print that"

  static func notPrinted(_ browser: String, _ said: String) -> String {
    "\(browser) did not print the report\(said.isEmpty ? "" : ": \(said)")"
  }

  static func table(_ number: Int) -> String { "Table \(number)" }
  static func chart(_ number: Int) -> String { "Chart \(number)" }
  static func note(_ number: Int) -> String { "[note \(number)]" }

  /// What a symbol says, to be printed once beside all tables.
  static func meaning(_ symbol: Symbol) -> String {
    switch symbol {
    case .confidential:
      "Withheld so that nobody can be found out. It may be none, few or many."
    case .notApplicable: "Does not apply."
    case .unavailable: "Not available."
    case .low: "More than nothing, but rounds to 0."
    }
  }

  /// The same in a word or two, for whoever listens to a table.
  static func name(_ symbol: Symbol) -> String {
    switch symbol {
    case .confidential: "withheld"
    case .notApplicable: "does not apply"
    case .unavailable: "not available"
    case .low: "low"
    }
  }
}
