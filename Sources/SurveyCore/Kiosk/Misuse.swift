/// Signs that nobody meant a kiosk's answers: kept with the response, which is never dropped, so
/// that figures can be told with and without.
public enum Misuse: String, Sendable, Codable, CaseIterable {
  /// Less than two seconds for a question, over at least three: too fast to have read them
  /// (Huang et al. 2012 draw the line there).
  case fast
  /// The same place on the scale all through, over at least four scored questions.
  case same
  /// Begun and ended on the heels of the visit before: played with, or one person over again.
  case burst

  private static let secondsForQuestion = 2
  private static let fewestQuestions = 3
  private static let fewestScored = 4
  /// Seconds between two visits in which somebody else can have stepped up and read the first
  /// screen.
  private static let gap = 10

  /// What the record of a visit shows of itself.
  public static func signs(in record: KioskRecord, of survey: Survey) -> Set<Misuse> {
    let way = Journey(through: survey, as: record.audience, with: record.answers)
    let asked = way.done.count
    var signs: Set<Misuse> = []
    if asked >= fewestQuestions, record.seconds < asked * secondsForQuestion { signs.insert(.fast) }
    if isSameThroughout(way, record.audience) { signs.insert(.same) }
    // A device may say anything: nothing is subtracted that could overflow.
    if let sinceLast = record.sinceLast, let end = record.seconds.adding(gap), sinceLast < end {
      signs.insert(.burst)
    }
    return signs
  }

  /// Scales differ in length, so a place is counted from either end.
  private static func isSameThroughout(_ way: Journey, _ audience: String) -> Bool {
    let places = way.onRoute.compactMap { question, answer -> (fromStart: Int, fromEnd: Int)? in
      let scored = question.options(for: audience).filter { $0.score != nil }
      guard case .chosen(let value) = answer, scored.count > 1,
        let index = scored.firstIndex(where: { $0.value == value })
      else { return nil }
      return (index, scored.count - 1 - index)
    }
    guard places.count >= fewestScored else { return false }
    return Set(places.map(\.fromStart)).count == 1 || Set(places.map(\.fromEnd)).count == 1
  }
}

extension Int {
  fileprivate func adding(_ other: Int) -> Int? {
    let (sum, isOver) = addingReportingOverflow(other)
    return isOver ? nil : sum
  }
}
