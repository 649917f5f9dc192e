import SurveyCore

/// The headings of reports, and what stands above everything.
enum ReportWords {
  static let information =
    "Information, not indicators: in isolation none of these figures shows good or bad practice. They "
    + "are for asking what lies behind them. There are no targets, ranks or ratings here."
  static let spread = "How answers were spread"
  static let munro = "Beside what the Munro Review published"
  static let change = "Change over time"
  static let differences = "By channel, help and place"
  static let comments = "In their own words"
  static let responses = "responses"
  static let now = "Now"
  static let then = "Before"
  static let these = "These"
  static let others = "All others"

  static let about = "About this report"
  static let answered = "Who answered, and who did not"
  static let turnout = "How many answered"
  static let missing = "Whose voice is missing"
  static let ways = "How they answered"
  static let stopped = "Where people stopped"
  static let silence = "What was left out"
  static let done = "What was done about it"
  static let concerns = "Concerns"
  static let held = "Beside it: information from case systems"
  static let figures = "Every figure"
  static let method = "How these figures were made"
  static let numerators = "Questions and the answers that count"
  static let rules = "What is withheld, and why"
  static let statistics = "Intervals, differences and limits"

  static let draft =
    "This is a draft. Its quarter has not been released, so late answers may still change it. Do not "
    + "pass it on: two drafts a day apart could be set against each other to tell what one person "
    + "said. Release the quarter first with “heard release”."
  static func changed(_ issue: Int, _ released: Day) -> String {
    "This is not the document that was released as issue \(issue) on \(released.words). The figures of "
      + "its quarter are the same. Something beside them was changed since: a number from another "
      + "system, how comments were coded, a quote, an earlier quarter, or how reports are written. "
      + "Pass on the document that was released."
  }
  static let madeUp = "Everything in it is made up: the authority, its people and what they say."

  static let everyFigure =
    "All figures by age, channel, help and place, each change and difference with its interval, and "
    + "each question with the answers that count. They are here, in the workbook and in the CSV; a "
    + "printed report leaves them out."

  static func title(_ groups: [Audience.Group]) -> String {
    "What \(groups.count == 1 ? groups[0].people : "children, families, staff and partners") told us"
  }

  static func figures(_ group: Audience.Group, by breakdown: Breakdown) -> String {
    let title = BreakdownWords.title(breakdown)
    return "\(capital(group.people)), \(title.prefix(1).lowercased() + title.dropFirst())"
  }

  static func change(_ group: Audience.Group) -> String {
    "\(capital(group.people)), since the quarter before"
  }

  static func capital(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }
}
