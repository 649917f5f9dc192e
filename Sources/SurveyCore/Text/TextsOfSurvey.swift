extension TextHouse {
  /// What the gateway makes of all that one person may be sent, whichever way they go through a
  /// survey: joined, each on its line.
  public func rendering(
    of survey: Survey, to audience: String, in language: Language
  ) -> GatewayAlphabet.Rendering {
    let speech = TextSpeech(
      language: language, audience: survey.audience(audience), authority: authority)
    let questions = survey.questions.filter { $0.audiences.contains(audience) }
    let asked = questions.flatMap { question in
      [TextPrompt.words(for: question, as: audience, in: language)]
        + (1...2).map { speech.again(question, why: .nothing, time: $0) }
    }
    return gateway.alphabet.render((speech.lines + asked).joined(separator: "\n"))
  }
}

extension TextSpeech {
  /// Everything that is said whatever the questions are.
  fileprivate var lines: [String] {
    [
      invitation(texts: 2), stillInvited, about, safe, help, thanks, unknown, closed, stopped,
      declined, wrongNumber, reminder, movedOn, begin,
    ]
  }
}

extension IncomingText {
  /// Whether it asks for texts, and for nothing else.
  public var asksToStart: Bool {
    optOut == "START" || Keyword.said(in: body, of: []) == .start
  }
}
