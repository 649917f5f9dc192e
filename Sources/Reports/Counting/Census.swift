import SurveyCore

/// Everything one group said in one survey and one quarter, by question.
struct Census {
  let group: Audience.Group
  let axes: Axes
  let questions: [AskedQuestion]

  /// Sorts the counts of the quarter that starts with `quarter`, given the editions oldest first.
  init(
    _ group: Audience.Group, editions: [Edition], counts: [Count], quarter: Month, _ rule: Rule,
    for parts: SurveySheets.Parts = .everything
  ) {
    let audiences = Self.audiences(of: group, in: editions)
    let axes = Axes(quarter: quarter, audiences: audiences, counts: counts, for: parts)
    let (byQuestion, ids) = (Self.sorted(counts), Self.questions(of: editions))
    (self.group, self.axes) = (group, axes)
    questions = ids.flatMap { id in
      let variants = Self.variants(of: id, in: editions, for: audiences)
      let asked = variants.map {
        $0.asked(isOneOfMany: variants.count > 1, byQuestion[id] ?? [], axes)
      }
      // An old edition that hardly anybody answered in this quarter is not worth a line. Were there
      // one for a few, it would say that somebody did.
      let answered = asked.filter { $0.people >= rule.rows }
      return answered.isEmpty ? Array(asked.suffix(1)) : answered
    }
  }

  private static func sorted(_ counts: [Count]) -> [String: [Count]] {
    Dictionary(grouping: counts, by: \.question)
  }

  private static func audiences(of group: Audience.Group, in editions: [Edition]) -> [String] {
    var found: [String] = []
    for edition in editions.reversed() {
      for audience in edition.survey.audiences
      where audience.group == group && !found.contains(audience.id) { found.append(audience.id) }
    }
    return found
  }

  /// Every question id, in the order of the newest edition that has it.
  private static func questions(of editions: [Edition]) -> [String] {
    var found: [String] = []
    for edition in editions.reversed() {
      for question in edition.survey.questions where !found.contains(question.id) {
        found.append(question.id)
      }
    }
    return found
  }

  /// The different things asked under one id: editions go together while the answers of every
  /// audience they share agree in value, score and being favourable.
  private static func variants(
    of id: String, in editions: [Edition], for audiences: [String]
  ) -> [Variant] {
    var variants: [Variant] = []
    for edition in editions {
      guard let question = edition.survey.question(id),
        question.audiences.contains(where: audiences.contains)
      else { continue }
      let answers = Dictionary(
        audiences.filter(question.audiences.contains).map { ($0, question.options(for: $0)) },
        uniquingKeysWith: { one, _ in one })
      if let index = variants.firstIndex(where: { $0.agrees(with: question, answers) }) {
        variants[index].add(edition, question, answers)
      } else {
        variants.append(Variant(edition, question, answers))
      }
    }
    return variants
  }
}

/// Editions that asked the same under one id.
private struct Variant {
  var question: Question
  var editions: [Edition]
  var answers: [String: [Question.Option]]
  var conditions: [Question.Condition]

  init(_ edition: Edition, _ question: Question, _ answers: [String: [Question.Option]]) {
    (self.question, self.editions, self.answers) = (question, [edition], answers)
    conditions = question.when
  }

  func agrees(with question: Question, _ others: [String: [Question.Option]]) -> Bool {
    question.kind == self.question.kind && question.measure == self.question.measure
      && others.allSatisfy { audience, options in
        guard let mine = answers[audience] else { return true }
        return Set(mine.map(Sign.init)) == Set(options.map(Sign.init))
      }
  }

  mutating func add(
    _ edition: Edition, _ question: Question, _ others: [String: [Question.Option]]
  ) {
    self.question = question
    editions.append(edition)
    answers.merge(others) { _, new in new }
    conditions += question.when.filter { !conditions.contains($0) }
  }

  func asked(isOneOfMany: Bool, _ counts: [Count], _ axes: Axes) -> AskedQuestion {
    let numbers = editions.map(\.number)
    let list = numbers.map(String.init).joined(separator: ", ")
    let suffix = isOneOfMany ? " (edition\(numbers.count > 1 ? "s" : "") \(list))" : ""
    return AskedQuestion(
      question: question, label: question.id + suffix, editions: numbers, answers: answers,
      conditions: conditions, said: said(counts, axes),
      notUnderstood: notUnderstood(counts, axes), axes: axes)
  }

  private func notUnderstood(_ counts: [Count], _ axes: Axes) -> Int {
    let ids = Set(editions.map(\.id))
    return counts.reduce(0) { sum, count in
      let isMeant =
        count.said == .notUnderstood && ids.contains(count.edition)
        && axes.audiences.contains(count.audience)
      return isMeant ? sum + count.number : sum
    }
  }

  private func said(_ counts: [Count], _ axes: Axes) -> [Position: Said] {
    let ids = Set(editions.map(\.id))
    var said: [Position: Said] = [:]
    for count in counts where ids.contains(count.edition) && count.number > 0 {
      guard let position = Position(of: count, on: axes) else { continue }
      switch count.said {
      case .chose(let value):
        said[position, default: Said()].chosen[value, default: 0] += count.number
      case .answered: said[position, default: Said()].answered += count.number
      case .skipped, .notUnderstood: break
      }
    }
    return said
  }
}
