/// Checks the scores of answers, by themselves and against the measure they count for.
struct ScoreCheck {
  let faults: FaultList
  let measures: [Measure]

  func check(_ question: QuestionDraft) {
    for audience in question.audiences {
      let options = question.answers[audience] ?? []
      noteTwice(options)
      guard let id = question.measure, !options.isEmpty,
        let measure = measures.first(where: { $0.id == id.value })
      else { continue }
      let scores = options.compactMap(\.score?.value)
      let line = question.kind?.value == .scale ? id.line : options[0].value.line
      guard scores.count >= 2, let highest = scores.max() else {
        faults.add(line, .score(.tooFew(measure: id.value, found: scores.count)))
        continue
      }
      if measure.favourable[highest] == nil {
        let fact = Fault.ScoreFact.lengthNotDeclared(
          measure: id.value, highest: highest, declared: measure.favourable.keys.sorted())
        faults.add(line, .score(fact))
      }
    }
  }

  private func noteTwice(_ options: [QuestionDraft.Option]) {
    var first: [Int: Int] = [:]
    for score in options.compactMap(\.score) {
      if let earlier = first[score.value] {
        faults.add(score.line, .score(.twice(score.value, first: earlier)))
      } else {
        first[score.value] = score.line
      }
    }
  }
}
