/// Replies to a question, and what comes next.
extension Exchange {
  mutating func invite() {
    let count = journey.remaining + 1
    talk.state = .invited
    send(speech.invitation(texts: count))
    talk.asked = Conversation.Asked(at: rules.earliest(urgency, from: now))
  }

  /// What is said once, then the first question.
  mutating func begin() {
    talk.state = .open
    talk.wasToldClosed = false
    send(speech.about)
    goOn()
  }

  mutating func answerInvitation(_ body: String) {
    let words = Said(body).words
    if KeywordLists.yes.contains(words) { return begin() }
    if KeywordLists.no.contains(words) { return decline() }
    keep(.unasked, body)
    askAgain(speech.begin)
  }

  /// Takes a reply to the current question.
  mutating func answer(_ body: String) {
    guard let question else { return goOn() }
    switch TextReading(body, to: question, as: talk.audience, in: talk.language) {
    case .answer(let answer, let hasRemark):
      if hasRemark { keep(.remark, body, to: question.id) }
      record(answer, to: question)
      goOn()
    case .unclear(let why):
      keep(.unread, body, to: question.id)
      let isLong = body.count > 20 && question.kind != .text
      askAgain(speech.again(question, why: why, time: timesAsked + 1), isLong: isLong)
    }
  }

  private var timesAsked: Int { talk.asked?.again ?? 0 }

  /// Asks again, or gives up on the question: after the second time; after the first where
  /// somebody clearly had something else to say.
  private mutating func askAgain(_ words: String, isLong: Bool = false) {
    if timesAsked < (isLong ? min(1, rules.asksAgain) : rules.asksAgain) {
      send(words)
      talk.asked?.again += 1
    } else if let question {
      // What they texted is kept; the question itself did not reach them.
      talk.answers[question.id] = .notUnderstood
      goOn(after: speech.movedOn)
    }
  }

  mutating func record(_ answer: Answer, to question: Question) {
    talk.answers[question.id] = answer
    let worrying = question.options(for: talk.audience)
      .filter { $0.isWorrying && answer.values.contains($0.value) }
    for option in worrying where talk.raised.insert("\(question.id)=\(option.value)").inserted {
      effects.append(.raise(TextConcern(.answer, to: question.id, option.value)))
    }
  }

  /// Puts the current question, or finishes where there is none.
  mutating func goOn(after line: String? = nil) {
    guard let question = journey.current else { return finish(thanking: true) }
    let prompt = TextPrompt.words(for: question, as: talk.audience, in: talk.language)
    send(line.map { $0 + "\n" + prompt } ?? prompt)
    talk.asked = Conversation.Asked(
      at: rules.earliest(urgency, from: now), question: question.id)
  }

  mutating func finish(thanking: Bool) {
    let answers = journey.onRoute.map { ($0.question.id, $0.answer) }
    effects.append(.finish(Dictionary(answers) { first, _ in first }))
    close(as: .finished)
    talk.wasFinished = true
    talk.asked = nil
    if thanking { send(speech.thanks) }
  }

  /// Wipes what was answered: it is in the response, or is not to be kept.
  mutating func close(as state: Conversation.State) {
    talk.state = state
    talk.answers = [:]
    talk.raised = []
  }
}

// MARK: Keywords

extension Exchange {
  mutating func obey(_ keyword: Keyword, _ body: String) {
    switch keyword {
    case .help: send(speech.help, urgency == .reply ? .help : urgency)
    case .start: start(body)
    case .wrong: wrongNumber(body)
    case .language(let language): speak(language, body)
    case .skip: passBy(as: .skipped, body)
    case .unclear: passBy(as: .notUnderstood, body)
    case .back: goBack(body)
    }
  }

  private mutating func start(_ body: String) {
    if talk.state == .stopped { effects.append(.unstop) }
    if talk.isOver, talk.wasFinished { talk.state = .finished }
    switch talk.state {
    case .finished: send(speech.closed)
    case .stopped, .expired, .declined, .wrong:
      if setting.isOpen { begin() } else { send(speech.closed) }
    case .invited: begin()
    case .paused where talk.asked?.question == nil: begin()
    case .paused, .open:
      // Somebody who goes on, and tells of harm again, is not met with silence.
      if talk.state == .paused { talk.lastSafeReply = nil }
      talk.state = .open
      goOn()
    }
  }

  private mutating func speak(_ language: Language?, _ body: String) {
    guard [.invited, .open].contains(talk.state) else { return keep(.afterwards, body) }
    guard let language else { return send(speech.languages(setting.survey.languages)) }
    talk.language = language
    if talk.state == .open { goOn() } else { invite() }
  }

  private mutating func passBy(as answer: Answer, _ body: String) {
    guard let question else {
      return talk.state == .invited ? answerInvitation(body) : keep(.unasked, body)
    }
    record(answer, to: question)
    goOn()
  }

  private mutating func goBack(_ body: String) {
    guard question != nil else {
      return talk.state == .invited ? answerInvitation(body) : keep(.unasked, body)
    }
    if let last = journey.done.last { talk.answers[last.id] = nil }
    goOn()
  }
}
