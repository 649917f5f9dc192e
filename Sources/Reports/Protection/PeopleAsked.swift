public import SurveyCore

/// How many people were asked in a quarter, where that is known of everybody who answered.
public enum PeopleAsked {
  /// The people asked of one group in a quarter.
  ///
  /// It is to be set against how many responses there were as the figures tell it, a range: exact
  /// numbers would tell how many left a question out.
  ///
  /// - Parameters:
  ///   - group: Whose.
  ///   - askings: The survey's, as the store gives them for the quarter's months.
  ///   - survey: Its newest edition, which says what group an audience belongs to.
  ///   - quarter: The quarter's first month.
  /// - Returns: Nil unless every response of that quarter came to a collection that was opened in
  ///   it and says how many it set out to ask. Otherwise what came is not a response rate.
  public static func number(
    of group: Audience.Group, by askings: [Asking], in survey: Survey, quarter: Month
  ) -> Int? {
    let audiences = survey.audiences.filter { $0.group == group }.map(\.id)
    return number(of: Set(audiences), by: askings, in: survey, quarter: quarter)
  }

  /// The people asked of some audiences in a quarter; nil unless every response of theirs came to a
  /// collection that was opened in it and says how many it set out to ask.
  static func number(
    of audiences: Set<String>, by askings: [Asking], in survey: Survey, quarter: Month
  ) -> Int? {
    let mine = askings.filter { $0.audience.map(audiences.contains) ?? true }
    // People who say themselves which audience they are could be of any.
    let isWhole = survey.audiences.allSatisfy { audiences.contains($0.id) }
    let now = mine.filter { $0.isAnswered || $0.opened.inMonth.quarterStart == quarter }
    guard !now.isEmpty, now.allSatisfy({ $0.opened.inMonth.quarterStart == quarter }),
      isWhole || now.allSatisfy({ $0.audience != nil })
    else { return nil }
    let numbers = now.map(\.denominator)
    let known = numbers.compactMap(\.self)
    return known.count == numbers.count ? known.reduce(0, +) : nil
  }
}
