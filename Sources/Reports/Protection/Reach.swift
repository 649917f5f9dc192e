import SurveyCore

/// How each question of a group was met, as it may be told.
struct Reach {
  let group: ProtectedGroup
  let attendance: ProtectedAttendance
  /// The ids of the editions that anybody took part in.
  let editions: Set<Int>
  /// The ids of editions by their numbers.
  let ids: [Int: Int]

  init(
    _ group: ProtectedGroup, _ attendance: ProtectedAttendance, editions: Set<Int>,
    ids: [Int: Int]
  ) {
    (self.group, self.attendance, self.editions, self.ids) = (group, attendance, editions, ids)
  }

  var questions: [QuestionReach] { group.questions.indices.map(reach) }

  private func reach(_ index: Int) -> QuestionReach {
    let question = group.questions[index]
    let n = question.figure(.everybody).n
    let asked = asked(index)
    var silent: ClosedRange<Int>?
    if let asked, let n, asked.upperBound >= n {
      silent = max(0, asked.lowerBound - n)...asked.upperBound - n
    }
    return QuestionReach(
      question: question.asked.label, asked: asked, silent: silent,
      notUnderstood: group.notUnderstood(index))
  }

  /// How many were asked: all of the audiences, or those who gave the answers it follows on, where
  /// the sheet tells these.
  private func asked(_ index: Int) -> ClosedRange<Int>? {
    let asked = group.questions[index].asked
    guard !asked.conditions.isEmpty else {
      let askedIn = Set(asked.editions.compactMap { ids[$0] })
      return editions.isSubset(of: askedIn)
        ? attendance.responses(of: Set(asked.answers.keys)) : nil
    }
    guard asked.conditions.count == 1, let condition = asked.conditions.first,
      let parent = group.questions.first(where: {
        $0.asked.question.id == condition.question && $0.asked.editions == asked.editions
      }), Set(parent.asked.answers.keys) == Set(asked.answers.keys)
    else { return nil }
    return parent.told(condition.values).map { $0...$0 }
  }
}

extension ProtectedGroup {
  /// How many did not understand a question, given its index; nil where nothing is told.
  ///
  /// Where it is known how many were asked, or a number that they are not more than, what is left
  /// when they are taken away must be enough people as well, or nobody.
  func notUnderstood(_ index: Int) -> ClosedRange<Int>? {
    let (rule, question) = (questions[index].protector.rule, questions[index])
    guard let n = question.figure(.everybody).n else { return nil }
    let number = question.asked.notUnderstood
    let pairs = FollowUp.all(among: questions.map(\.asked)).filter { $0.child == index }
    let bounds = pairs.compactMap { pair -> Int? in
      let parent = questions[pair.parent]
      return parent.overall.rows.alone.isEmpty ? nil : parent.people(choosing: pair.values)
    }
    guard !bounds.isEmpty else {
      return number >= rule.cells ? number...number : 0...rule.cells - 1
    }
    let isSafe =
      rule.isSafe(cell: number) && bounds.allSatisfy { rule.isSafe(cell: $0 - n - number) }
    return isSafe ? number...number : nil
  }
}

extension ProtectedQuestion {
  /// How many chose one of `values`, where the sheet tells each; nil otherwise.
  fileprivate func told(_ values: [String]) -> Int? {
    let answers = figure(.everybody).answers
    if asked.question.kind == .choices && values.count > 1 { return nil }
    var sum = 0
    for value in Set(values) {
      guard let share = answers.first(where: { $0.options == [value] })?.share else { return nil }
      sum += share.count
    }
    return sum
  }

  /// How many chose one of `values`, told or not.
  fileprivate func people(choosing values: Set<String>) -> Int {
    asked.said.values.reduce(0) { sum, said in
      sum + values.reduce(0) { $0 + (said.chosen[$1] ?? 0) }
    }
  }
}

extension DropOut {
  /// Those who stopped, by the questions in order; nil where it would tell of a few, or of nobody.
  init?(_ stopped: [String: Int], questions: [String], _ rule: Rule) {
    let steps = [""] + questions
    let columns = steps.map { stopped[$0] ?? 0 }
    let people = columns.reduce(0, +)
    let layout = Layout(
      columns: columns.count, splits: [], blocks: [columns.indices.map { [$0] }])
    let table = Protector(
      rule: rule, layout: layout,
      cells: [CountedCell(at: [], tally: Tally(people: people, columns: columns))]
    ).overall()
    guard people > 0, !table.rows.alone.isEmpty else { return nil }
    self.stopped = people
    self.steps = (table.blocks ?? []).joined().compactMap { group in
      Share(group.reduce(0) { $0 + columns[$1] }, of: people).map {
        Step(questions: group.map { steps[$0] }, share: $0)
      }
    }
  }
}
