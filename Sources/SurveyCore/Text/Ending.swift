import Foundation

/// Harm, stopping, and the other ends of a conversation.
extension Exchange {
  /// Whether the words may tell of harm. An answer word for word as it was offered is not looked
  /// through: the survey itself says which of those are worrying.
  func isDisclosure(_ body: String, isLate: Bool) -> Bool {
    if !isLate, let question, question.kind != .text,
      case .answer(_, hasRemark: false) = TextReading(
        body, to: question, as: talk.audience, in: talk.language)
    {
      return false
    }
    return Screening.finds(in: body)
  }

  /// Raises what was said, whole; keeps the answer in it, if there is one; says the one fixed
  /// thing; and asks nothing more until the person starts again.
  mutating func disclose(_ reason: TextConcern.Reason, _ body: String, isLate: Bool) {
    let question = isLate ? nil : question
    effects.append(.raise(TextConcern(talk.wasRaised ? .more : reason, to: question?.id, body)))
    if let question { recordAnswer(in: body, to: question) }
    if !isAboutTheirWork {
      talk.wasRaised = true
      pause()
      sendSafeReply()
    } else if question != nil {
      goOn()
    }
  }

  /// Workers and partners write of harm as their work: somebody looks, and the survey goes on.
  private var isAboutTheirWork: Bool {
    guard let audience else { return false }
    return audience.group == .worker || audience.group == .partner
  }

  /// Their own words stand in the concern alone: beside the answers, the same words would lead from
  /// its number to the response.
  private mutating func recordAnswer(in body: String, to question: Question) {
    if question.kind == .text, !isAboutTheirWork { return record(.skipped, to: question) }
    let reading = TextReading(body, to: question, as: talk.audience, in: talk.language)
    if case .answer(let answer, _) = reading { record(answer, to: question) }
  }

  private mutating func pause() {
    switch talk.state {
    case .open where journey.current == nil: finish(thanking: false)
    case .open, .invited: talk.state = .paused
    case .paused, .finished, .expired, .declined, .stopped, .wrong: return
    }
  }

  private mutating func sendSafeReply() {
    let isDue = talk.lastSafeReply.map { now.timeIntervalSince($0) >= rules.safeReply } ?? true
    guard talk.isSafeToText, isDue else { return }
    talk.lastSafeReply = now
    send(speech.safe, .safety)
  }

  mutating func stop(_ stopping: Stopping, _ text: IncomingText) {
    let isHarm = stopping != .word && Screening.finds(in: text.body)
    if stopping == .sentence {
      return disclose(isHarm ? .words : .stopSentence, text.body, isLate: false)
    }
    if stopping == .asked, !isHarm { keep(.stopping, text.body) }
    if talk.state != .stopped {
      dropOut()
      close(as: .stopped)
      effects.append(.stop)
      if !isAnsweredByGateway(text) { send(speech.stopped) }
    }
    if isHarm { disclose(.words, text.body, isLate: true) }
  }

  private func isAnsweredByGateway(_ text: IncomingText) -> Bool {
    if text.optOut == "STOP" { return true }
    let word = text.body.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    return setting.gatewayAnswersStop && Stopping.gatewayWords.contains(word)
  }

  mutating func decline() {
    close(as: .declined)
    send(speech.declined)
  }

  /// Nothing said on a number that is not theirs is kept as theirs.
  mutating func wrongNumber(_ body: String) {
    if talk.state == .wrong { return }
    let wasStopped = talk.state == .stopped
    keep(.unasked, body)
    close(as: .wrong)
    effects.append(.wrongNumber)
    if !wasStopped { send(speech.wrongNumber) }
  }

  mutating func expire() {
    dropOut()
    close(as: .expired)
  }

  /// Says how far somebody got who began and did not finish.
  private mutating func dropOut() {
    guard talk.state == .open || (talk.state == .paused && talk.asked?.question != nil) else {
      return
    }
    let route = journey.onRoute
    let kept = setting.survey.keepsPartials ? route : []
    if !kept.isEmpty, setting.isOpen { talk.wasFinished = true }
    effects.append(
      .dropOut(
        after: route.last?.question.id,
        Dictionary(kept.map { ($0.question.id, $0.answer) }) { first, _ in first }))
  }
}

// MARK: Time

extension Exchange {
  /// When a silent conversation ends; nil when it has ended, or nobody was asked yet.
  var expiry: Date? {
    guard [.invited, .open, .paused].contains(talk.state), let asked = talk.asked else {
      return nil
    }
    return rules.days(rules.expiry, after: asked.at)
  }

  /// When the next reminder is due; nil when there is none to come before the end.
  private var reminder: Date? {
    let most = min(rules.reminders.count, TextRules.mostReminders)
    guard [.invited, .open].contains(talk.state), let asked = talk.asked, talk.reminders < most,
      let expiry
    else { return nil }
    var due = rules.days(rules.reminders[talk.reminders], after: asked.at)
    if let last = talk.lastReminder { due = max(due, rules.days(1, after: last)) }
    // One that was missed is due in the next waking hours, never in the past: it would ring for ever.
    let waking = rules.waking(max(due, now))
    return waking < expiry ? waking : nil
  }

  /// When something is next due.
  var nextWake: Date? { reminder ?? expiry }

  mutating func tick() {
    if !setting.isOpen || (expiry.map { $0 <= now } ?? false) {
      if [.invited, .open, .paused].contains(talk.state) { expire() }
    } else if let reminder, reminder <= now {
      remind()
    }
  }

  private mutating func remind() {
    talk.reminders += 1
    talk.lastReminder = now
    guard let question else { return send(speech.stillInvited) }
    send(speech.reminder)
    send(TextPrompt.words(for: question, as: talk.audience, in: talk.language))
  }
}
