import SurveyCore

/// The findings in words, each made from its figures.
enum FindingWords {
  typealias Titled = (title: String, share: Share)

  static let nothing = "Nothing is told of this quarter: too few answered, or none."

  /// What the Munro Review asks about most, share by share.
  static func core(_ shares: [Titled]) -> String {
    let list = shares.map { "“\($0.title)” \($0.share.percentage)%" }
    return "What the Munro Review asks about most: \(list.joined(separator: ", "))."
  }

  static func ends(low: Titled, high: Titled) -> String {
    "Lowest: \(whole(low)). Highest: \(whole(high))."
  }

  private static func whole(_ titled: Titled) -> String {
    "“\(titled.title)”, \(titled.share.percentage)% of \(titled.share.n), plausibly "
      + Interval(titled.share).words
  }

  static func choices(_ question: String, _ told: [(words: String, share: Share)]) -> String {
    let list = told.prefix(3).map { "\($0.words) (\($0.share.percentage)%)" }
    return "“\(question)” Most chosen: \(list.joined(separator: ", "))."
  }

  static func noChange(_ before: Month, _ made: Int) -> String {
    "No clear difference from \(PeriodWords.quarter(before)) in any of the \(made) figures compared."
  }

  static func twinCore(_ shares: [Titled]) -> String {
    shares.map { "\(whole($0))." }.joined(separator: " ")
  }
}
