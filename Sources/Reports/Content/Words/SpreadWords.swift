import SurveyCore

/// The words of tables and charts that show how answers were spread.
enum SpreadWords {
  static let rounding =
    "Percentages are rounded to whole numbers, so that a row may add up to 99 or 101."
  static let merged =
    "Neighbouring answers given by too few are told as one, with “or” between."

  static func title(_ who: String) -> String { "How \(lower(who)) answered, in per cent" }

  /// How the share of the first answer ranges over the questions.
  static func finding(_ who: String, _ rows: [Spread.Row], _ answers: [String]) -> String {
    let firsts = rows.compactMap { $0.figure.answers.first?.share?.percentage }
    guard let low = firsts.min(), let high = firsts.max(), let first = answers.first else {
      return who
    }
    let range = low == high ? "\(low)%" : "\(low) to \(high)%"
    return "\(ReportWords.capital(who)): “\(first)” was the answer of \(range)"
  }

  static func chart(_ bars: [Chart.Bars], _ answers: [String]) -> String {
    "Each bar is split into its answers, from “\(answers.first ?? "")” to “\(answers.last ?? "")”. "
      + bars.map { bar in
        guard let shares = bar.shares else { return "\(bar.label): withheld" }
        return "\(bar.label): "
          + zip(answers, shares).map { "\($0) \($1)%" }.joined(separator: ", ")
      }.joined(separator: "; ") + "."
  }

  private static func lower(_ words: String) -> String {
    words.prefix(1).lowercased() + words.dropFirst()
  }
}
