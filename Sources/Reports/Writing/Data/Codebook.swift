/// What stands in the codebook beside the data.
enum Codebook {
  static let from = "First month of the period, YYYY-MM (ISO 8601)."
  static let through = "Last month of the period, YYYY-MM."
  static let item =
    "Local information item of the Munro Review's Appendix B (L1a to L9), or the item of an "
    + "imported figure; empty for any other."
  static let measure = "Id of the measure: what the question is evidence of."
  static let survey = "Id of the survey; empty for figures that come from no survey."
  static let question = "Id of the question; empty where several are added up."
  static let editions = "Numbers of the survey's editions that asked it, with spaces between."
  static let wording = "The question as it was asked, in English."
  static let group =
    "Who answered: child, parent, worker or partner. Groups are never added together. Empty for "
    + "concerns, which are counted whoever raised them, and for figures that come from no survey."
  static let breakdown =
    "What the figure is broken down by (audience, channel, place, helped; last-question of those "
    + "who stopped, theme of comments, standing of concerns); empty for everybody."
  static let category = "Which part of the breakdown; empty for everybody."
  static let statistic = "What the value counts: see the lines with this column below."
  static let options = "The answer or answers that are counted, with \" | \" between."
  static let value =
    "The number, with a point before its decimals and a hyphen before what is below nothing; or a "
    + "symbol where there is none: see the lines with this column below."
  static let unit =
    "Of the value: people, comments, concerns, per cent, percentage points, or what an imported "
    + "figure says."
  static let note = "What must be known with it."

  /// Lines of column, value and meaning.
  static var lines: [[String]] {
    [["", "", WriterWords.information + ". " + file]]
      + Observation.columns.map { [$0.name, "", $0.meaning] }
      + Observation.Statistic.allCases.map { ["statistic", $0.rawValue, meaning($0)] }
      + Symbol.allCases.map { ["value", $0.rawValue, WriterWords.meaning($0)] }
  }

  private static let file =
    "One number a line. UTF-8 without a byte order mark, commas, CRLF, one header line (RFC 4180). "
    + "Text that a spreadsheet would take for a formula starts with an apostrophe."

  static func meaning(_ statistic: Observation.Statistic) -> String {
    switch statistic {
    case .answered: "How many gave an answer that counts: the base (n) of the shares."
    case .favourable: "How many gave a favourable answer."
    case .favourableShare: "The favourable answers out of all that count."
    case .low: "The low end of the interval of the favourable share (Wilson score interval)."
    case .high: "The high end of the interval of the favourable share."
    case .option: "How many gave the answer or answers in options."
    case .optionShare: "The same out of all that count."
    case .difference: "A favourable share less another; note says which."
    case .differenceLow: "The low end of the difference's interval (Newcombe hybrid score)."
    case .differenceHigh: "The high end of the difference's interval."
    case .mean: "The average of a control chart's points since the wording last changed."
    case .lowerLimit: "The low end of the range that chance alone explains, at this point."
    case .upperLimit: "The high end of the range that chance alone explains, at this point."
    case .responsesLow: "The fewest responses there can have been: the low end of the step told."
    case .responsesHigh: "The most responses there can have been."
    case .asked: "How many people were asked, where that was written down of everybody."
    case .population: "How many people could have been asked; note says where that is from."
    case .responseRateLow: "The fewest responses out of all who were asked."
    case .responseRateHigh: "The most responses out of all who were asked."
    case .marginOfError:
      "How far a share of all who were asked could be from the one found, at most, had those who "
        + "answered been drawn by lot (95%)."
    case .droppedOut:
      "How many began and stopped before the end; by the last question answered, few with their "
        + "neighbours."
    case .droppedOutShare: "The same out of all who stopped."
    case .questionAskedLow: "The fewest who can have been asked the question."
    case .questionAskedHigh: "The most who can have been asked the question."
    case .silentLow: "The fewest who can have been asked and given no answer that counts."
    case .silentHigh: "The most who can have been asked and given no answer that counts."
    case .notUnderstoodLow: "The fewest who can have said that they did not understand it."
    case .notUnderstoodHigh: "The most who can have said that they did not understand it."
    case .theme: "How many comments spoke of the theme in category, coded by a person."
    case .themeShare: "The same out of all comments on the question."
    case .published: "A figure that others published; note says where."
    case .imported: "A figure from another system, held here as it came. Not survey data."
    case .concernsLow:
      "The fewest concerns there can have been, by how they stood when the period ended: raised in "
        + "it, heard, agreed (with an action, or closed), closed, open, overdue; and of those "
        + "raised before it earlier-open and earlier-overdue."
    case .concernsHigh: "The most concerns there can have been."
    }
  }
}
