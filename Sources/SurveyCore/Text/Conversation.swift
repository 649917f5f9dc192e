public import Foundation

/// One survey held with one number by text message: texts and time in, effects out.
///
/// It is saved whole between every two texts. Where somebody is in the survey is never stored: it
/// is worked out from the answers by `Journey`, as on every other channel.
public struct Conversation: Sendable, Hashable, Codable {
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// Made, or invited, and not yet begun.
    case invited
    case open
    /// Something was said that may tell of harm: we ask nothing more until the person starts again.
    case paused
    case finished
    /// Nobody replied for too long, or the collection closed.
    case expired
    /// The person would rather not, this time.
    case declined
    case stopped
    /// The number is not this person's.
    case wrong
  }

  /// What waits for a reply.
  struct Asked: Sendable, Hashable, Codable {
    /// When it was put: when our text could leave.
    var at: Date
    /// How often it was asked again because no answer could be made of a reply.
    var again = 0
    /// The question; nil for the invitation.
    var question: String?
  }

  /// The last text that came in, to tell one that was sent twice.
  struct Heard: Sendable, Hashable, Codable {
    var words: String
    var sent: Date?
    var at: Date
  }

  public let collection: Int
  public let edition: Int
  public let audience: String
  public internal(set) var language: Language
  /// Whether whoever invited them said that a text from us does no harm on this phone: without it
  /// even the fixed reply is not sent.
  public let isSafeToText: Bool
  public internal(set) var state = State.invited
  /// By question id; wiped at every end.
  public internal(set) var answers: [String: Answer] = [:]
  var asked: Asked?
  /// How many reminders were sent, and when the last was.
  var reminders = 0
  var lastReminder: Date?
  var heard: Heard?
  /// The shortest time in seconds that a text ever took to reach us by the gateway's clock. What
  /// that clock is wrong by is in it.
  var lag: TimeInterval?
  var lastSafeReply: Date?
  /// Whether anything they said was raised.
  var wasRaised = false
  /// Worrying answers that were raised already, as `question=value`.
  var raised: Set<String> = []
  /// Whether a response was made of it, whole or in part: somebody who stops or falls silent
  /// afterwards and starts again is not asked a second time.
  public internal(set) var wasFinished = false
  /// Whether somebody who texted after the end was told that it is closed.
  var wasToldClosed = false

  /// A conversation that nobody has been told of yet: `invite` sends the first text.
  public init(
    collection: Int, edition: Int, audience: String, language: Language, isSafeToText: Bool = true
  ) {
    (self.collection, self.edition, self.audience) = (collection, edition, audience)
    (self.language, self.isSafeToText) = (language, isSafeToText)
  }

  /// Sends the first text: as soon as people may be texted, or at once to somebody who has just
  /// texted a word to begin.
  public mutating func invite(
    in setting: TextSetting, at now: Date, asReply: Bool = false
  ) -> [TextEffect] {
    var exchange = Exchange(self, in: setting, at: now, urgency: asReply ? .reply : .whenAwake)
    exchange.invite()
    return end(exchange)
  }

  /// Takes a text that came in.
  ///
  /// The gateway's ids are looked at before this: a text that was taken once does not come here
  /// again. `lastLeft` is when the last text of ours left for this number, where that is known.
  public mutating func receive(
    _ text: IncomingText, in setting: TextSetting, at now: Date, lastLeft: Date? = nil
  ) -> [TextEffect] {
    let isLive = text.sent.map { now.timeIntervalSince($0) <= setting.rules.live } ?? true
    var exchange = Exchange(self, in: setting, at: now, urgency: isLive ? .reply : .whenAwake)
    exchange.hear(text, lastLeft: lastLeft)
    return end(exchange)
  }

  /// Does what is due at `now`: a reminder, or the end. Nothing when a timer rings too early or
  /// for something that is past.
  public mutating func tick(in setting: TextSetting, at now: Date) -> [TextEffect] {
    var exchange = Exchange(self, in: setting, at: now, urgency: .whenAwake)
    exchange.tick()
    return end(exchange)
  }

  private mutating func end(_ exchange: Exchange) -> [TextEffect] {
    self = exchange.talk
    return exchange.effects + (exchange.nextWake.map { [.wake(at: $0)] } ?? [])
  }
}

/// One turn of a conversation: what it becomes, and the effects so far.
struct Exchange {
  var talk: Conversation
  let setting: TextSetting
  let now: Date
  /// How much our replies may wait.
  let urgency: TextUrgency
  var effects: [TextEffect] = []

  init(_ talk: Conversation, in setting: TextSetting, at now: Date, urgency: TextUrgency) {
    (self.talk, self.setting, self.now, self.urgency) = (talk, setting, now, urgency)
  }

  var rules: TextRules { setting.rules }
  var audience: Audience? { setting.survey.audience(talk.audience) }
  var speech: TextSpeech {
    TextSpeech(language: talk.language, audience: audience, authority: setting.authority)
  }

  var journey: Journey {
    Journey(through: setting.survey, as: talk.audience, with: talk.answers)
  }

  /// The question a reply is taken for; nil outside a question.
  var question: Question? { talk.state == .open ? journey.current : nil }

  mutating func send(_ words: String, _ urgency: TextUrgency? = nil) {
    effects.append(.send(words, urgency ?? self.urgency))
  }

  mutating func keep(_ kind: TextComment.Kind, _ words: String, to question: String? = nil) {
    // Nothing is lost where nothing was said.
    if words.isEmpty { return }
    effects.append(.keep(TextComment(kind, to: question, words)))
  }
}
