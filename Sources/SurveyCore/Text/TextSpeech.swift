/// What the program says by text, in one person's language and for their age.
struct TextSpeech {
  let language: Language
  let audience: Audience?
  let authority: Authority

  private var texts: Words.Texts { Words.in(language).texts }
  private var reader: Reader { audience.map { Reader($0) } ?? .adult }

  func invitation(texts count: Int) -> String {
    texts.invitation[reader](
      [.authority: authority.name, .number: String(count), .phone: phone]).asTexted
  }

  var stillInvited: String { texts.stillInvited([.authority: authority.name]).asTexted }

  var about: String {
    let readers = authority.readers.words(in: spoken)
    return texts.about[reader]([.readers: readers]).asTexted.capitalizingFirst
  }

  var safe: String { texts.safe[reader]([.phone: phone]).asTexted }

  var help: String {
    texts.help[reader]([.authority: authority.name, .phone: phone]).asTexted
  }

  var thanks: String {
    texts.thanks[reader]([.readers: authority.readers.words(in: spoken), .phone: phone]).asTexted
  }

  var unknown: String { texts.unknown([.authority: authority.name]).asTexted }
  var closed: String { texts.closed([.phone: phone]).asTexted }
  var stopped: String { texts.stopped.asTexted }
  var declined: String { texts.declined.asTexted }
  var wrongNumber: String { texts.wrongNumber.asTexted }
  var reminder: String { texts.reminder.asTexted }
  var movedOn: String { texts.movedOn.asTexted }
  var begin: String { texts.begin.asTexted }

  func languages(_ languages: [Language]) -> String {
    ([texts.languages] + languages.map(\.ownName)).joined(separator: "\n").asTexted
  }

  /// Asks again how to reply, the second time in fewer words.
  func again(_ question: Question, why: Unclear, time: Int) -> String {
    let total = String(question.options(for: audience?.id ?? "").count)
    switch question.kind {
    case .text:
      if case .tooLong = why { return texts.tooLong.asTexted }
      return texts.write.asTexted
    case .choices:
      let template = time > 1 ? texts.pickSeveralShort : texts.pickSeveral
      return template([.total: total]).asTexted
    case .choice, .faces, .scale:
      return (time > 1 ? texts.pickShort : texts.pick)([.total: total]).asTexted
    }
  }

  /// The language the program's own words are in, so that no name stands in another.
  private var spoken: Language { Words.in(language).language }

  /// A number that a person answers.
  private var phone: String { authority.contacts.first?.phone ?? "999" }
}

extension String {
  fileprivate var asTexted: String { Segments.plain(self) }

  /// A name put at the head of a sentence begins it.
  fileprivate var capitalizingFirst: String { prefix(1).uppercased() + dropFirst() }
}
