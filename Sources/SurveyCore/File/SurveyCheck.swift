/// Checks questions against each other: ids, measures, and the way from one to the next.
struct SurveyCheck {
  let faults: FaultList
  let questions: [QuestionDraft]
  private let positions: [String: Int]

  init(faults: FaultList, questions: [QuestionDraft]) {
    (self.faults, self.questions) = (faults, questions)
    positions = Dictionary(
      questions.enumerated().compactMap { index, question in
        question.id.map { ($0.value, index) }
      }, uniquingKeysWith: { first, _ in first })
  }

  func checkAll() {
    checkIDs()
    checkMeasures()
    for (index, question) in questions.enumerated() {
      for condition in question.when { check(condition, of: question, at: index) }
    }
    OrdersCheck(faults: faults, questions: questions, positions: positions).checkAll()
  }

  private func checkIDs() {
    var first: [String: Int] = [:]
    for id in questions.compactMap(\.id) {
      if let earlier = first[id.value] {
        faults.add(id.line, .key(.duplicate("id", id: id.value, first: earlier)))
      } else {
        first[id.value] = id.line
      }
    }
  }

  private func checkMeasures() {
    var first: [[String]: String] = [:]
    for question in questions {
      guard let measure = question.measure else { continue }
      let again = question.audiences.first { first[[measure.value, $0]] != nil }
      if let again {
        let fact = Fault.ScoreFact.measureTwice(
          measure.value, audience: again, first: first[[measure.value, again]] ?? "")
        faults.add(measure.line, .score(fact))
      }
      for audience in question.audiences {
        first[[measure.value, audience]] = question.id?.value ?? ""
      }
    }
  }

  private func check(
    _ condition: QuestionDraft.Condition, of question: QuestionDraft, at index: Int
  ) {
    let (name, line) = (condition.question.value, condition.question.line)
    let known = questions.prefix(index).compactMap { $0.id?.value }
    guard name != question.id?.value else {
      return faults.add(line, .route(.itself(name, key: "when")))
    }
    guard let position = positions[name] else {
      return faults.add(line, .route(.unknown(name, key: "when", known: known)))
    }
    guard position < index else {
      let isCircle = waits(position, for: index)
      return faults.add(line, .route(.later(name, isCircle: isCircle)))
    }
    let earlier = questions[position]
    if earlier.kind?.value == .text { return faults.add(line, .route(.onText(name))) }
    if let audience = question.audiences.first(where: { !earlier.audiences.contains($0) }) {
      return faults.add(line, .route(.notAsked(name, audience: audience)))
    }
    checkValues(condition, of: question, earlier)
  }

  private func checkValues(
    _ condition: QuestionDraft.Condition, of question: QuestionDraft, _ earlier: QuestionDraft
  ) {
    var offered: [String] = []
    for audience in question.audiences {
      for option in earlier.answers[audience] ?? [] where !offered.contains(option.value.value) {
        offered.append(option.value.value)
      }
    }
    // Answers that could not be read offer nothing, and were noted.
    if offered.isEmpty { return }
    let name = condition.question.value
    let strange = condition.values.filter { !offered.contains($0.value) }
    for value in strange {
      faults.add(value.line, .route(.value(value.value, of: name, known: offered)))
    }
    if !strange.isEmpty || condition.values.isEmpty { return }
    for audience in question.audiences {
      let values = (earlier.answers[audience] ?? []).map(\.value.value)
      if !condition.values.contains(where: { values.contains($0.value) }) {
        faults.add(condition.question.line, .route(.never(audience: audience)))
      }
    }
  }

  /// Whether the question at `start` is asked only after the one at `goal`, directly or not.
  private func waits(_ start: Int, for goal: Int) -> Bool {
    var open = [start]
    var seen: Set<Int> = []
    while let index = open.popLast() {
      if index == goal { return true }
      guard seen.insert(index).inserted else { continue }
      open += questions[index].when.compactMap { positions[$0.question.value] }
    }
    return false
  }
}
