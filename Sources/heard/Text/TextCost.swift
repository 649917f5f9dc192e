import Foundation
import SurveyCore

/// What it costs to ask somebody by text: worked out by holding the conversation with somebody who
/// passes everything by.
struct TextCost {
  /// Texts we send, and messages they are charged as.
  let texts: Int
  let segments: Int
  /// Characters the gateway would turn into question marks, whichever way somebody goes.
  let lost: [Unicode.Scalar]
  /// Letters that would lose their accents.
  let bared: [Unicode.Scalar]

  init(
    asking survey: Survey, audience: String, in language: Language, by house: TextHouse,
    at now: Date
  ) {
    let setting = TextSetting(survey: survey, authority: house.authority, rules: house.rules)
    var talk = Conversation(collection: 0, edition: 0, audience: audience, language: language)
    var clock = now
    var effects = talk.invite(in: setting, at: clock, asReply: true)
    // "1" begins; as many as there are questions, and not for ever.
    for body in ["1"] + survey.questions.map({ _ in "SKIP" }) where !talk.isOver {
      clock += 3600
      let text = IncomingText(id: nil, from: "", to: "", body: body, sent: nil)
      effects += talk.receive(text, in: setting, at: clock, lastLeft: clock - 60)
    }
    let bodies = effects.compactMap { effect in
      if case .send(let words, _) = effect { house.gateway.alphabet.render(words) } else { nil }
    }
    texts = bodies.count
    segments = bodies.reduce(0) { $0 + Segments($1.text).count }
    let rendering = house.rendering(of: survey, to: audience, in: language)
    (lost, bared) = (rendering.lost, rendering.bared)
  }
}
