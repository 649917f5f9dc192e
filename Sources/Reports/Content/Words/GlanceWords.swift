import SurveyCore

/// The words of tables and charts that show measures at a glance.
enum GlanceWords {
  static let measure = "Measure"
  static let people = "n"
  static let favourable = "%"
  static let low = "Low"
  static let high = "High"
  static let inWords = "Plausibly"
  static let before = "Before"

  static let columns =
    "n is how many gave an answer that counts, % how many of them in a hundred gave a favourable one, "
    + "and Before the same % of the quarter before."
  static let numerator =
    "Favourable is a local definition, since Munro's Appendix B gives no scale and no cut-off: the "
    + "answers that count are listed under “\(ReportWords.numerators)”. All other answers that are "
    + "in n count as not favourable."
  static let interval =
    "Low and High, in words Plausibly, are the ends of the 95% Wilson interval: where the percentage "
    + "would plausibly lie had more people like those who answered been asked. They allow for chance "
    + "only, and not for who chose to answer."
  static let ages =
    "Age groups are asked in words and answers of their own, so a figure for all ages moves when "
    + "the mix of ages does. Compare an age group with itself over time, and not with another."

  static let answers = "counts answers, not people"

  static func title(_ group: Audience.Group, _ survey: String) -> String {
    "\(survey)\(survey.hasSuffix("?") ? " What" : ": what") \(group.people) said"
  }

  static func nothing(_ group: Audience.Group) -> String {
    "Nothing is told of this quarter. Too few \(group.people) answered, or none, or "
      + "their answers were too much alike to be told without saying what each of them answered."
  }

  /// What the chart shows, for its title: the lowest and the highest, always both.
  static func finding(_ shares: [(title: String, share: Share)], of group: Audience.Group) -> String
  {
    guard let high = shares.max(by: { $0.share.part < $1.share.part }),
      let low = shares.min(by: { $0.share.part < $1.share.part })
    else { return "" }
    if shares.count == 1 { return "\(high.title): \(high.share.percentage)%" }
    if high.share.percentage == low.share.percentage {
      return "All measures stand at \(high.share.percentage)%"
    }
    return "From \(low.share.percentage)% (\(low.title)) to \(high.share.percentage)% "
      + "(\(high.title))"
  }

  /// The chart in words, for whoever cannot see it.
  static func chart(_ bars: [Chart.Bar]) -> String {
    "Bars from 0 to 100%, each with its 95% interval. "
      + bars.map { bar in
        guard let share = bar.share else { return "\(bar.label): withheld or none" }
        return "\(bar.label): \(share)%"
      }.joined(separator: "; ") + "."
  }
}
