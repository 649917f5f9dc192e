import SurveyCore

/// The words of questions that several answers may be given to.
enum ChoicesWords {
  static let answer = "Answer"
  static let people = "Chosen by"
  static let percent = "%"
  static let or = " or "
  static let nothing =
    "Nothing is told of this question: too few answered it, or none."

  /// The one most chosen and the next, for a chart's title.
  static func finding(_ told: [(words: String, share: Share)]) -> String {
    guard let first = told.first else { return "" }
    let start = "Most chosen: \(first.words) (\(first.share.percentage)%)"
    guard told.count > 1 else { return start }
    return start + ", then \(told[1].words) (\(told[1].share.percentage)%)"
  }
}
