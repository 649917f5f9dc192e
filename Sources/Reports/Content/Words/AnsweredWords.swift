import SurveyCore

/// The words about who answered and who did not.
enum AnsweredWords {
  static let nobody = "Nothing is told of how many answered this quarter: too few did, or none."
  static let about =
    "How many answered each survey, and of how many. Whoever did not answer is not in any figure of "
    + "this report, and those who found the service hardest to deal with may be among them."
  static let turnout = "How many answered"
  static let turnoutColumns: [Table.Column] = [
    .words("Survey"), .words("Who"), .words("Responses"), .words("Of those asked"),
    .words("Could be off by"),
  ]
  static let ranges =
    "Numbers of responses are told as ranges: an exact number beside an exact n would tell how many "
    + "skipped a question, often only a few."
  static let notKnown = "not known"
  static let rates =
    "Not known: open links and kiosks have no denominator, since anybody could come by, so nobody "
    + "knows how many could have answered."
  static let margins =
    "Where it is known how many were asked: how far a percentage of those who answered could be from "
    + "that of all who were asked, at most, had those who answered been drawn by lot (95%). Those "
    + "who choose to answer never are, so allow for more."
  static let sameRate = "as above"
  static let ways = "How people answered"
  static let waysColumns: [Table.Column] = [
    .words("Survey"), .words("Who"), .numbers(GlanceWords.people), .numbers("Web (%)"),
    .numbers("Kiosk (%)"), .numbers("Text (%)"), .numbers("Helped (%)"),
  ]
  static let waysBase =
    "n is how many answered the question that most people answered, and each share is of them. "
    + "Helped: somebody helped them answer."

  /// Such as `about 8 points`.
  static func margin(_ rate: ResponseRate?) -> String {
    switch rate {
    case nil, .unknown: notKnown
    case .withheld: Symbol.confidential.rawValue
    case .impossible: Symbol.notApplicable.rawValue
    case .rate:
      rate?.margin.map { $0 == 0 ? "nothing" : "about \($0) \($0 == 1 ? "point" : "points")" }
        ?? Symbol.notApplicable.rawValue
    }
  }

  static let noDropOut =
    "Too few people began and stopped before the end for it to be told where."
  static let stopped = "Where people stopped who began and did not send their answers"
  static let stoppedColumns: [Table.Column] = [
    .words("Survey"), .words("Who"), .words("Last question answered"), .numbers("People"),
    .numbers("%"),
  ]
  static let stoppedNote =
    "Nothing else is kept of somebody who stops: their answers are wiped. Neighbouring questions "
    + "where few stopped are told as one."
  static let silence = "Questions that were asked and not answered"
  static let silenceColumns: [Table.Column] = [
    .words("Question"), .words("Who"), .words("Asked"), .words("No answer that counts"),
    .words("Said they did not understand"),
  ]
  static let silenceNote =
    "No answer that counts: skipped, did not understand, stopped before it, or an answer such as "
    + "“don't know”. Every question may be skipped."

  static let noSilence =
    "Of no question can it be told that people left it unanswered. All are listed under “Every "
    + "figure”."
  static let mostSilent =
    "Every question may be skipped. These were left without an answer that counts most often; all are "
    + "listed under “Every figure”."

  static func silent(
    _ question: String, _ group: Audience.Group, _ silent: ClosedRange<Int>,
    of asked: ClosedRange<Int>
  ) -> String {
    "“\(question)” (\(group.people)): \(range(silent)) of \(range(asked)) asked."
  }

  static func range(_ range: ClosedRange<Int>?) -> String {
    guard let range else { return Symbol.confidential.rawValue }
    return range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }

  static func notUnderstood(_ number: ClosedRange<Int>?) -> String {
    guard let number, number.lowerBound != number.upperBound else { return range(number) }
    return number.lowerBound == 0 ? "fewer than \(number.upperBound + 1)" : range(number)
  }

  static func step(_ questions: [String], _ sheets: SurveySheets) -> String {
    let titles = questions.map { id -> String in
      if id.isEmpty { return "before the first question" }
      let question = sheets.editions.last?.survey.question(id)
      let audience = question?.audiences.last
      let words = audience.flatMap { question?.ask[$0] }?.words(in: .english)
      return words.map { "“\($0)”" } ?? id
    }
    return titles.joined(separator: ChoicesWords.or)
  }
}
