/// The words beside figures that the Munro Review published.
enum MunroWords {
  static let review = "Munro Review 2011"
  static let about =
    "Young people aged 12 to 17 were asked in the words that the Munro Review used with 150 children "
    + "and young people. What was published is set beside what they say here only where it can be "
    + "read with certainty. It is not a target, and no difference is worked out: those children met "
    + "in a room and pressed buttons, how many pressed for each question was not published, and it "
    + "was 2011."
  static let base =
    "The Munro Review's figures are of 150 children and young people at one meeting; how many of "
    + "them answered each question was not published."
  static let caveat =
    "From Ofsted's press release on the same consultations, which speaks of 179 children in care and "
    + "care leavers, where the Munro Review speaks of 150. The figures for the other answers, and all "
    + "of question 2 (information), cannot be matched to their answers as published, so none is shown."
  static let columns: [Table.Column] = [
    .words("Way of asking"), .numbers("Chosen here by"), .numbers("Here (%)"),
    .numbers(GlanceWords.low),
    .numbers(GlanceWords.high), .numbers("Munro 2011 (%)"),
  ]
  static let singleColumns: [Table.Column] = [
    .words("What young people said"), .numbers("Here (n)"), .numbers("Here (%)"),
    .numbers(GlanceWords.low), .numbers(GlanceWords.high), .numbers("Published (%)"),
    .words("Where published"),
  ]
  static let singles =
    "Being seen alone, and wishes and feelings, beside what was published in 2011"

  static func ways(_ n: Int) -> String {
    "Good ways to find out wishes and feelings: \(n) young people here, and the Munro Review's"
  }

  static func finding(_ bars: [Chart.Bar]) -> String {
    guard
      let most = bars.filter({ $0.share != nil }).max(by: { ($0.share ?? 0) < ($1.share ?? 0) }),
      let share = most.share
    else { return "How young people would like to be asked" }
    let theirs = most.beside.map { "; \($0)% in the Munro Review" } ?? ""
    return "Most chosen here: \(most.label) (\(share)%\(theirs))"
  }

  static func chart(_ bars: [Chart.Bar]) -> String {
    "Bars from 0 to 100%, each with a mark for the Munro Review's figure. "
      + bars.map { bar in
        "\(bar.label): \(bar.share.map { "\($0)%" } ?? "withheld") here, "
          + "\(bar.beside.map { "\($0)%" } ?? "not known") there"
      }.joined(separator: "; ") + "."
  }
}
