import Foundation

/// What becomes of a text that came in, before anybody asks what it answers.
extension Exchange {
  mutating func hear(_ text: IncomingText, lastLeft: Date?) {
    if isEcho(text, lastLeft: lastLeft) { return }
    let isLate = precedesQuestion(text)
    remember(text)
    endIfOver(at: isLate ? now : text.sent.map { min(max($0, now - maxTransit), now) } ?? now)
    let stopping = text.optOut == "STOP" ? .word : Stopping(text.body)
    let keyword =
      text.optOut == "HELP" ? .help : Keyword.said(in: text.body, of: setting.survey.languages)
    if text.hasMedia { effects.append(.keep(TextComment(.picture, to: question?.id, ""))) }
    if text.isFragment {
      takeFragment(text.body)
    } else if let stopping {
      stop(stopping, text)
    } else if isDisclosure(text.body, isLate: isLate) {
      disclose(.words, text.body, isLate: isLate)
    } else if text.optOut == "START" {
      obey(.start, text.body)
    } else if let keyword, !isAnswerInWords(text.body), !isAboutAnotherNumber(keyword, text.body) {
      obey(keyword, text.body)
    } else if !text.hasMedia || !text.body.isEmpty {
      take(text.body, isLate: isLate)
    }
  }

  /// A part of a text whose other parts never came is kept and read, and answers nothing.
  private mutating func takeFragment(_ body: String) {
    if Screening.finds(in: body) {
      disclose(.words, body, isLate: true)
    } else {
      keep(.fragment, body, to: question?.id)
    }
  }

  /// Words that answer nothing, by where the conversation stands.
  private mutating func take(_ body: String, isLate: Bool) {
    switch talk.state {
    case .invited where isLate, .open where isLate: keep(.late, body)
    case .invited: answerInvitation(body)
    case .open: answer(body)
    case .paused:
      // A person is reading what they said: the rest belongs to it.
      if !body.isEmpty { effects.append(.raise(TextConcern(.more, to: journey.current?.id, body))) }
    case .expired, .declined:
      keep(.afterwards, body, to: talk.asked?.question)
      if !talk.wasToldClosed, !body.isEmpty {
        talk.wasToldClosed = true
        send(speech.closed)
      }
    case .finished, .stopped, .wrong: keep(.afterwards, body)
    }
  }

  /// "They always ring the wrong number" is something to say about them, and no reason to wipe what
  /// was answered; "sorry wrong number mate" is.
  private func isAboutAnotherNumber(_ keyword: Keyword, _ body: String) -> Bool {
    keyword == .wrong && talk.state == .open && Said(body).words.count > 4
  }

  /// Whether it is word for word an answer that is offered: a survey may have "Next" or a
  /// language among its answers.
  private func isAnswerInWords(_ body: String) -> Bool {
    guard let question, question.kind != .text,
      case .answer = question.read(typed: body, as: talk.audience, in: talk.language),
      Keyword.said(in: body, of: setting.survey.languages) != .help
    else { return false }
    return true
  }
}

// MARK: Twice, late, and over

extension Exchange {
  /// The longest a gateway keeps a text before it gives up, in seconds (Notify keeps seven days).
  private var maxTransit: TimeInterval { 7 * 86_400 }

  /// Whether it is the last text once more: a finger that pressed twice, or a gateway that did.
  ///
  /// The same answer to the next question is no echo: a text of ours left in between.
  private func isEcho(_ text: IncomingText, lastLeft: Date?) -> Bool {
    guard let heard = talk.heard, heard.words == text.body else { return false }
    if let sent = text.sent, let before = heard.sent {
      // Gateways cut times to the second: the same second alone says nothing.
      if abs(sent.timeIntervalSince(before)) >= rules.echo { return false }
    } else if now.timeIntervalSince(heard.at) >= rules.echo {
      return false
    }
    return lastLeft.map { $0 < heard.at } ?? true
  }

  /// Whether it was sent before the current question was put, so that it cannot be its answer.
  ///
  /// What a poll had by then cannot. Else by the gateway's own clock where the text before it
  /// tells; otherwise by ours, less the shortest time a text of theirs ever took, and a second
  /// because gateways leave out fractions.
  private func precedesQuestion(_ text: IncomingText) -> Bool {
    guard let asked = talk.asked else { return false }
    if let fetched = text.fetched, fetched <= asked.at { return true }
    guard let sent = sent(of: text) else { return false }
    if let before = talk.heard?.sent, sent < before { return true }
    let lag = min(talk.lag ?? .infinity, now.timeIntervalSince(sent))
    return sent.addingTimeInterval(lag + 1) < asked.at
  }

  /// When it was sent; nil where the gateway does not say, or says a time that is still to come.
  private func sent(of text: IncomingText) -> Date? {
    text.sent.flatMap { $0.timeIntervalSince(now) > 120 ? nil : $0 }
  }

  private mutating func remember(_ text: IncomingText) {
    let sent = sent(of: text)
    if let sent {
      talk.lag = min(talk.lag ?? .infinity, now.timeIntervalSince(sent))
      if let before = talk.heard?.sent, sent < before { return }
    }
    talk.heard = Conversation.Heard(words: text.body, sent: sent, at: now)
  }

  /// Ends it first where its time was over when the text was sent, though no timer has rung yet.
  private mutating func endIfOver(at sent: Date) {
    let isUnder = [.invited, .open, .paused].contains(talk.state)
    guard isUnder else { return }
    if !setting.isOpen || (expiry.map { $0 <= sent } ?? false) { expire() }
  }
}
