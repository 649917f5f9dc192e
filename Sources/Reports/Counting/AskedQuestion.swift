import SurveyCore

/// A question as one group was asked it, over all editions that asked the same, with what was said.
struct AskedQuestion {
  let question: Question
  /// Its id, and its editions where others asked something else under that id.
  let label: String
  /// The numbers of the editions that asked it.
  let editions: [Int]
  /// The answers of each audience of the group that was asked.
  let answers: [String: [Question.Option]]
  let conditions: [Question.Condition]
  let said: [Position: Said]
  let axes: Axes

  var arrangement: Arrangement { Arrangement(question.kind, answers) }

  /// The people, laid out by `arrangement`; those of one audience, or of all.
  func cells(_ arrangement: Arrangement, of audience: String? = nil) -> [Cell] {
    said.compactMap { position, said in
      let name = axes.audiences[position.audience]
      guard audience == nil || audience == name else { return nil }
      return Cell(at: position.indices, tally: arrangement.tally(said, of: name))
    }
  }
}

/// Where on the axes somebody is.
struct Position: Hashable {
  let month: Int
  let audience: Int
  let channel: Int
  let place: Int

  /// One index for each `Axis`, in order.
  var indices: [Int] { [month, audience, channel, place] }

  init?(of count: Count, on axes: Axes) {
    guard let month = axes.months.firstIndex(of: count.month),
      let audience = axes.audiences.firstIndex(of: count.audience),
      let channel = axes.channels.firstIndex(of: count.channel),
      let place = axes.row(ofPlace: count.place)
    else { return nil }
    (self.month, self.audience, self.channel, self.place) = (month, audience, channel, place)
  }
}
