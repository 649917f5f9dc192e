// From what was read to the survey itself. Only used whole when no fault was noted.

extension QuestionDraft {
  /// The question, with the favourable answers worked out from the measure.
  func question(_ measures: [Measure], _ questions: [QuestionDraft]) -> Question {
    let measure = measures.first { $0.id == self.measure?.value }
    let order = questions.compactMap { $0.id?.value }
    return Question(
      id: id?.value ?? "", kind: kind?.value ?? .text, measure: measure?.id, source: source,
      audiences: audiences, ask: ask.mapValues(\.text), hint: hint.mapValues(\.text),
      text: text.isEmpty ? nil : text.mapValues(\.text),
      answers: answers.mapValues { Self.options($0, measure) }, ends: ends, limit: limit,
      orders: orders?.value.map(\.value) ?? [], when: conditions(order))
  }

  private var ends: [String: Question.Ends] {
    var ends: [String: Question.Ends] = [:]
    for (audience, low) in low {
      ends[audience] = high[audience].map { Question.Ends(low: low.text, high: $0.text) }
    }
    return ends
  }

  /// In the order of the questions they look back to, so that the order of the keys in the file
  /// means nothing.
  private func conditions(_ order: [String]) -> [Question.Condition] {
    let conditions = when.map {
      Question.Condition(question: $0.question.value, values: $0.values.map(\.value))
    }
    return order.flatMap { id in conditions.filter { $0.question == id } }
  }

  private static func options(_ options: [Option], _ measure: Measure?) -> [Question.Option] {
    let highest = options.compactMap(\.score?.value).max()
    let favourable = highest.flatMap { measure?.favourable[$0] }
    return options.map { option in
      Question.Option(
        value: option.value.value, words: option.words.text, score: option.score?.value,
        favourable: option.score.flatMap { score in favourable.map { score.value >= $0 } },
        isWorrying: option.isWorrying)
    }
  }
}
