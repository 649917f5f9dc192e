import SurveyCore

/// The words of the twin-core return.
enum TwinCoreWords {
  static let about = "About this return"
  static let part = "The five survey rows: twelve percentages"
  static let definitions = "What each item is, and where it comes from"
  static let mix = "How people answered, and who was helped"
  static let school = "Safety at school over time (L1b)"
  static let held = "The rows that case systems hold"
  static let themes = "Three local themes beside the return"
  static let notAsked = "Not asked in any survey"
  static let columns: [Table.Column] = [
    .words("Item"), .words("What people said"), .numbers(GlanceWords.people),
    .numbers("%"), .numbers(GlanceWords.low), .numbers(GlanceWords.high),
    .words(GlanceWords.inWords),
  ]
  static let themeColumns: [Table.Column] = [
    .words("Theme"), .numbers(GlanceWords.people), .numbers("%"),
    .numbers(GlanceWords.low), .numbers(GlanceWords.high), .words(GlanceWords.inWords),
  ]
  static let definitionColumns: [Table.Column] = [
    .words("Item"), .words("Definition"), .words("Survey and edition"),
  ]
  static let mixColumns: [Table.Column] = [
    .words("Item"), .words("What people said"), .numbers(GlanceWords.people),
    .numbers("Web (%)"), .numbers("Kiosk (%)"), .numbers("Text (%)"),
    .numbers("Somebody helped (%)"),
  ]
  static let source =
    "Definitions are those of the Munro Review of Child Protection 2011, Appendix B (Crown copyright, "
    + "Open Government Licence), where the set is called a draft that the sector is to develop."
  static let area =
    "L1c is locally useful but not comparable between areas (Appendix B): never set it beside another "
    + "area's."
  static let apart =
    "Children and young people (L7) and parents (L8) are two items and are never added up."
  static let mixNote =
    "[c] stands for what is withheld; it may be none. Shares are of those who stand in the item."
  static let nothing = "Nothing is told of any item this quarter: too few answered, or none."
  static let noSchool = "Nothing is told of safety at school so far."
  static let noThemes = "No survey of this quarter asks about the three local themes."
  static let beside =
    "Being seen alone, being given information, and having wishes and feelings noticed come from the "
    + "Munro Review's own questions to children (2.15). They are not items of Appendix B. They stand "
    + "beside the return and are never added into it."

  static let title = "Twin-core return: local survey information"
  /// The rows of Appendix B that surveys answer.
  static let rows = [
    ("L1", "L1: children feel safe"), ("L4", "L4: social workers"), ("L5", "L5: partners"),
    ("L7", "L7: children are heard"), ("L8", "L8: parents are heard"),
  ]

  static func table(_ first: Month) -> String {
    "Local survey information, \(PeriodWords.quarter(first))"
  }

  static func explained(_ first: Month) -> [String] {
    [
      "Appendix B of the Munro Review of Child Protection (2011) lists the information that a local "
        + "service should hold about itself. Five of its nine local rows come from surveys, and make "
        + "the twelve percentages of this return, for \(PeriodWords.quarter(first)). The other four "
        + "come from case systems and stand beside it.",
      "Each percentage is given with how many people it rests on, the interval it plausibly lies in, "
        + "the words that were asked, the answers that count, and how people answered.",
    ]
  }

  static func finding(_ told: Int) -> String {
    told == 12
      ? "All twelve percentages, each with its 95% interval"
      : "\(told) of the percentages are told, each with its 95% interval"
  }

  static func notTold(_ figure: Figure?) -> String {
    guard let figure else { return "not asked" }
    return figure.n == 0 ? "nobody answered" : "withheld"
  }
}
