import SurveyCore

/// What one group was asked, as far as it must stay the same for answers to be read in one series:
/// the words in every language, the answers and what they count as, and who is asked.
struct Wording: Sendable, Hashable {
  /// What a series is about.
  enum Subject: Sendable, Hashable {
    /// All questions with this measure.
    case measure(String)
    /// The question with this id.
    case question(String)

    fileprivate func holds(_ question: Question) -> Bool {
      switch self {
      case .measure(let id): question.measure == id
      case .question(let id): question.id == id
      }
    }
  }

  /// What one audience sees of one question.
  private struct Seen: Sendable, Hashable {
    let kind: Question.Kind
    let measure: String?
    let when: [Question.Condition]
    let answers: [Sign]
  }

  /// By question and audience.
  private var seen: [[String]: Seen] = [:]
  /// By question, audience, part and language.
  private var words: [[String]: String] = [:]

  init(_ subject: Subject, _ group: Audience.Group, in survey: Survey) {
    let audiences = survey.audiences.filter { $0.group == group }.map(\.id)
    for question in survey.questions where subject.holds(question) {
      for audience in audiences where question.audiences.contains(audience) {
        add(question, audience)
      }
    }
  }

  /// Whether nobody was asked.
  var isEmpty: Bool { seen.isEmpty }

  /// Whether answers to one and the other may stand in one series.
  ///
  /// A language that only one of them has changes nothing for those who were asked in another.
  func agrees(with other: Wording) -> Bool {
    let languages = Set(words.keys.map(\.last)).intersection(other.words.keys.map(\.last))
    guard seen == other.seen, !languages.isEmpty else { return false }
    return words.filter { languages.contains($0.key.last) }
      == other.words.filter { languages.contains($0.key.last) }
  }

  private mutating func add(_ question: Question, _ audience: String) {
    let options = question.options(for: audience)
    let place = [question.id, audience]
    seen[place] = Seen(
      kind: question.kind, measure: question.measure, when: question.when,
      answers: options.map(Sign.init))
    add(question.ask[audience], at: place + ["ask"])
    add(question.hint[audience], at: place + ["hint"])
    add(question.text?[audience], at: place + ["text"])
    add(question.ends[audience]?.low, at: place + ["low"])
    add(question.ends[audience]?.high, at: place + ["high"])
    for option in options { add(option.words, at: place + ["answer", option.value]) }
  }

  private mutating func add(_ words: Localized?, at place: [String]) {
    for (language, text) in words ?? [:] { self.words[place + [language.code]] = text }
  }
}

extension [Edition] {
  /// Whether what is asked changed after `before` and by the end of `now`: then a series starts anew
  /// there.
  ///
  /// Nobody can tell from figures when the last person was asked the old way, so a series breaks
  /// where people can first have been asked the new one. Editions are oldest first.
  func changed(
    _ subject: Wording.Subject, _ group: Audience.Group, after before: Month, by now: Month
  ) -> Bool {
    let wordings = map { ($0.published.inMonth, Wording(subject, group, in: $0.survey)) }
      .filter { !$0.1.isEmpty }
    guard let old = wordings.last(where: { $0.0 <= before }) else { return false }
    return wordings.contains { $0.0 > before && $0.0 <= now && !$0.1.agrees(with: old.1) }
  }
}
