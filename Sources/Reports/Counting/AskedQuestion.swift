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
  /// How many said that they did not understand it.
  let notUnderstood: Int
  let axes: Axes

  /// The same question with other answers.
  func with(_ said: [Position: Said]) -> AskedQuestion {
    AskedQuestion(
      question: question, label: label, editions: editions, answers: answers,
      conditions: conditions, said: said, notUnderstood: notUnderstood, axes: axes)
  }

  var arrangement: Arrangement { Arrangement(question.kind, answers) }

  /// How many gave an answer that counts.
  var people: Int { cells(arrangement).reduce(0) { $0 + $1.tally.people } }

  /// The people, laid out by `arrangement`; those of one audience, or of all.
  func cells(_ arrangement: Arrangement, of audience: String? = nil) -> [CountedCell] {
    said.compactMap { position, said in
      let name = axes.audiences[position.audience]
      guard audience == nil || audience == name else { return nil }
      return CountedCell(at: position.indices, tally: arrangement.tally(said, of: name))
    }
  }
}

/// Where on the axes somebody is.
struct Position: Hashable {
  let month: Int
  let audience: Int
  let channel: Int
  let helped: Int
  private(set) var place: Int

  func at(place: Int) -> Position {
    var position = self
    position.place = place
    return position
  }

  /// One index for each `Axis`, in order; 0 on those without rows.
  var indices: [Int] { [month, audience, channel, helped, place] }

  init?(of count: Count, on axes: Axes) {
    guard let month = axes.months.firstIndex(of: count.month),
      let audience = axes.audiences.firstIndex(of: count.audience)
    else { return nil }
    (self.month, self.audience) = (month, audience)
    channel = axes.channels.firstIndex(of: count.channel) ?? 0
    helped = axes.helped.firstIndex(of: count.wasHelped) ?? 0
    place = axes.row(ofPlace: count.place) ?? 0
  }
}
