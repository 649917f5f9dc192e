/// Measures every question as it would be texted, in each language and for each audience.
struct TextMeasures {
  /// More messages than this in one text are refused; more than one are warned about.
  static let limit = 3

  private let draft: Draft

  init(_ draft: Draft) { self.draft = draft }

  private struct Measure {
    let line: Int
    let audience: String
    let language: Language
    let segments: Segments

    /// Named when they are few: a script that is no part of the basic alphabet has no cheap signs.
    var costly: [String] {
      let characters = segments.outside.isEmpty ? segments.doubled : segments.outside
      return characters.count > 8 ? [] : characters.map(String.init)
    }
  }

  func note(in faults: FaultList) {
    for measure in measures where measure.segments.count > Self.limit {
      let fact = Fault.WordsFact.segments(
        measure.segments.count, limit: Self.limit, audience: measure.audience, measure.language,
        costly: measure.costly)
      faults.add(measure.line, .words(fact))
    }
  }

  var warnings: [(line: Int, fact: Warning.Fact)] {
    guard draft.survey.mayBeTexted else { return [] }
    return measures.filter { $0.segments.count > 1 }.map {
      let fact = Warning.Fact.segments(
        $0.segments.count, audience: $0.audience, $0.language, costly: $0.costly)
      return ($0.line, fact)
    } + networkWords + revealing
  }

  /// The longest of each question in each language: what holds for the others is less.
  private var measures: [Measure] {
    guard draft.survey.mayBeTexted else { return [] }
    return zip(draft.questions, draft.survey.questions).flatMap { read, question in
      draft.survey.languages.compactMap { language in
        question.audiences.map { measure(question, read, $0, language) }
          .max { $0.segments.units < $1.segments.units }
      }
    }
  }

  private func measure(
    _ question: Question, _ read: QuestionDraft, _ audience: String, _ language: Language
  ) -> Measure {
    let words = read.text[audience] ?? read.ask[audience]
    return Measure(
      line: words?.line(of: language) ?? read.line, audience: audience, language: language,
      segments: Segments(TextPrompt.words(for: question, as: audience, in: language)))
  }

  private var networkWords: [(line: Int, fact: Warning.Fact)] {
    draft.questions.flatMap { question in
      question.answers.values.flatMap { $0 }.flatMap { option in
        option.words.text.compactMap { language, text in
          let said = Said(text).words
          guard said.count == 1, Self.commands.contains(said[0]) else { return nil }
          return (option.words.line(of: language), .networkWord(text))
        }
      }
    }
  }

  private static let commands = Stopping.gatewayWords.union([
    "start", "unstop", "yes", "help", "info", "stopio", "توقف",
  ])

  private var revealing: [(line: Int, fact: Warning.Fact)] {
    draft.questions.flatMap { question in
      question.text.values.compactMap { words in
        let said = Said(words.text[.english] ?? "")
        guard let found = PlainWords.revealing.first(where: { said.contains(Said($0).words) })
        else { return nil }
        return (words.line(of: .english), .revealing(found))
      }
    }
  }
}
