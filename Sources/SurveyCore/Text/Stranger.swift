/// A text from a number that no conversation is held with.
///
/// It is looked through and kept as any other. The reply says nothing about anybody.
public enum Stranger {
  /// What is to be done about `text`.
  ///
  /// `wasAnswered` says that the number was sent the same reply not long ago: it gets it only once,
  /// unless it asks for help. `isStopped` says that it asked for no more texts.
  public static func receive(
    _ text: IncomingText, from authority: Authority, in language: Language = .english,
    isStopped: Bool = false, wasAnswered: Bool = false
  ) -> [TextEffect] {
    let speech = TextSpeech(language: language, audience: nil, authority: authority)
    let stopping = text.optOut == "STOP" ? .word : Stopping(text.body)
    let isHarm = Screening.finds(in: text.body) || stopping == .sentence
    if isHarm, stopping != .word {
      let reason: TextConcern.Reason = stopping == .sentence ? .stopSentence : .words
      let raise = TextEffect.raise(TextConcern(reason, text.body))
      let stop: [TextEffect] = stopping == .asked && !isStopped ? [.stop] : []
      return [raise] + stop + (wasAnswered ? [] : [.send(speech.unknown, .safety)])
    }
    if let stopping {
      let kept: [TextEffect] =
        stopping == .asked ? [.keep(TextComment(.stopping, text.body))] : []
      let told: [TextEffect] = text.optOut == "STOP" ? [] : [.send(speech.stopped, .reply)]
      return kept + (isStopped ? [] : [.stop] + told)
    }
    if text.hasMedia, text.body.isEmpty { return [.keep(TextComment(.picture, ""))] }
    if text.isFragment { return [.keep(TextComment(.fragment, text.body))] }
    let keyword = Keyword.said(in: text.body, of: [])
    if keyword == .help { return [.send(speech.unknown, .help)] }
    let unstop: [TextEffect] = keyword == .start && isStopped ? [.unstop] : []
    if text.body.isEmpty { return [] }
    let isSilent = (isStopped && unstop.isEmpty) || wasAnswered
    return unstop + [.keep(TextComment(.unasked, text.body))]
      + (isSilent ? [] : [.send(speech.unknown, .reply)])
  }
}
