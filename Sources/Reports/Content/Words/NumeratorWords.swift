import SurveyCore

/// A question as one audience is asked it, and what its answers count as.
struct NumeratorWords {
  static func title(_ survey: String) -> String {
    "\(survey): what was asked, and which answers count"
  }
  static let columns: [Table.Column] = [
    .words(GlanceWords.measure), .words("Who is asked"), .words("The question"),
    .words("Counted as favourable"), .words("Left out of n"), .words("Edition"),
  ]
  static let none = "none"

  let ask: String
  let counted: String
  /// Answers that are in no n; all others count as not favourable.
  let left: String

  init(_ question: Question, _ audience: String) {
    let options = question.options(for: audience)
    func words(_ favourable: Bool?) -> String {
      let chosen = options.filter { $0.favourable == favourable }
      return chosen.isEmpty
        ? Self.none
        : chosen.map { question.words(of: $0.value, for: audience) }.joined(separator: "; ")
    }
    ask = question.ask[audience]?.words(in: .english) ?? question.id
    (counted, left) = (words(true), words(nil))
  }

  static func editions(_ numbers: [Int], _ survey: String) -> String {
    "\(survey), edition\(numbers.count == 1 ? "" : "s") \(Self.numbers(numbers))"
  }

  static func numbers(_ numbers: [Int]) -> String {
    numbers.sorted().map(String.init).joined(separator: ", ")
  }
}
