import Foundation
import SurveyCore
import TestSupport

/// A telephone, a clock and a conversation, which is encoded and decoded between every two texts.
/// Everything that happens is written down as it would be read aloud.
struct Phone {
  var setting: TextSetting
  private(set) var conversation: Conversation
  private(set) var now: Date
  private(set) var effects: [TextEffect] = []
  private(set) var transcript: [String] = []
  private var wake: Date?
  private var day = ""

  /// `from` is local time, written `2026-11-02 09:00`.
  init(
    _ survey: Survey, as audience: String, in language: Language = .english, from: String,
    rules: TextRules = TextRules(zone: Clock.london), isSafeToText: Bool = true
  ) throws {
    setting = TextSetting(survey: survey, authority: Town.authority, rules: rules)
    conversation = Conversation(
      collection: 1, edition: 1, audience: audience, language: language,
      isSafeToText: isSafeToText)
    now = try Clock.date(from)
  }

  mutating func invite(asReply: Bool = false) throws {
    try note(conversation.invite(in: setting, at: now, asReply: asReply))
  }

  /// Texts `body` some minutes after whatever came before. It takes `transit` seconds to arrive;
  /// a poll had it `fetched` seconds before it is heard, where it came by one.
  mutating func says(
    _ body: String, after minutes: Double = 1, transit: Double = 1, optOut: String? = nil,
    isFragment: Bool = false, lastLeft: Date? = nil, fetched: Double? = nil
  ) throws {
    try pass(minutes: minutes)
    let text = IncomingText(
      id: nil, from: "+447700900123", to: "07700900456", body: body,
      sent: now.addingTimeInterval(-transit), isFragment: isFragment, optOut: optOut,
      fetched: fetched.map { now.addingTimeInterval(-$0) })
    write("Phone", body)
    try note(conversation.receive(text, in: setting, at: now, lastLeft: lastLeft))
  }

  /// Lets time go by, ringing whenever a ring was asked for.
  mutating func pass(minutes: Double) throws {
    let end = now.addingTimeInterval(minutes * 60)
    while let next = wake, next <= end {
      now = max(now, next)
      wake = nil
      try note(conversation.tick(in: setting, at: now))
      // A timer that rings for what it has just done would ring for ever.
      if let again = wake, again <= now { throw CocoaError(.featureUnsupported) }
    }
    now = end
  }

  mutating func tick() throws { try note(conversation.tick(in: setting, at: now)) }

  private mutating func note(_ effects: [TextEffect]) throws {
    wake = nil
    for effect in effects {
      switch effect {
      case .send(let words, let urgency): write(told(urgency), words)
      case .wake(let date): wake = date
      default: write("", "(\(Self.told(effect)))")
      }
    }
    self.effects += effects.filter { if case .wake = $0 { false } else { true } }
    conversation = try JSONDecoder().decode(
      Conversation.self, from: JSONEncoder().encode(conversation))
  }

  private func told(_ urgency: TextUrgency) -> String {
    let leaves = setting.rules.earliest(urgency, from: now)
    return leaves == now ? "Heard" : "Heard at \(Clock.told(leaves, "EEE HH:mm"))"
  }

  private mutating func write(_ who: String, _ words: String) {
    let today = Clock.told(now, "EEEE d MMMM yyyy")
    if today != day {
      transcript.append((day.isEmpty ? "" : "\n") + today)
      day = today
    }
    let lines = words.replacing("\n", with: "\n           ")
    let head = who.isEmpty ? "" : who + ": "
    transcript.append("  \(Clock.told(now, "HH:mm"))    \(head)\(lines)")
  }

  private static func told(_ effect: TextEffect) -> String {
    switch effect {
    case .finish(let answers):
      "finished: "
        + answers.sorted { $0.key < $1.key }.map { "\($0.key) = \(told($0.value))" }
        .joined(separator: ", ")
    case .raise(let concern): "raised, \(concern.reason.rawValue): \"\(concern.words)\""
    case .keep(let comment):
      "kept, \(comment.kind.rawValue)"
        + (comment.question.map { " at \($0)" } ?? "") + ": \"\(comment.words)\""
    case .stop: "no more texts to this number, ever"
    case .unstop: "texts are wanted again"
    case .wrongNumber: "the number is not theirs"
    case .dropOut(let last, let answers):
      "left off after \(last ?? "nothing"), \(answers.count) answers kept"
    case .send, .wake: ""
    }
  }

  private static func told(_ answer: Answer) -> String {
    switch answer {
    case .chosen(let value): value
    case .several(let values): "[\(values.joined(separator: " "))]"
    case .text(let words): "\"\(words)\""
    case .skipped: "skipped"
    case .notUnderstood: "not understood"
    }
  }
}

/// Local time, in England.
enum Clock {
  static let london = TimeZone(identifier: "Europe/London") ?? .gmt

  static func told(_ date: Date, _ format: String) -> String {
    formatter(format).string(from: date)
  }

  static func date(_ text: String) throws -> Date {
    guard let date = formatter("yyyy-MM-dd HH:mm").date(from: text) else {
      throw CocoaError(.formatting)
    }
    return date
  }

  private static func formatter(_ format: String) -> DateFormatter {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_GB_POSIX")
    formatter.timeZone = london
    formatter.dateFormat = format
    return formatter
  }
}

/// Who asks, and a survey with a question of every kind.
enum Town {
  static let authority = Authority(
    name: "Anytown Council",
    readers: [
      .english: "the participation team", Language("cy"): "y tîm cyfranogiad",
      Language("ar"): "فريق المشاركة",
    ],
    contacts: [
      Authority.Contact(name: [.english: "Anytown"], phone: "01632 960001", hours: [:])
    ], leaveTo: "", isMadeUp: true)

  static let yaml = """
    survey: visits
    title: Visits
    about: What visits are like.
    promise: confidential
    languages: [en]
    audiences: [8-11, 12-17, social-worker]
    questions:
      - id: listens
        kind: choice
        ask: Do people listen to you?
        answers:
          - {value: always, en: Always}
          - {value: mostly, en: Most of the time}
          - {value: never, en: Never, worrying: yes}
      - id: why
        kind: text
        when: {listens: [never]}
        ask: What would help?
      - id: ways
        kind: choices
        ask: How do you like to be asked?
        answers:
          - {value: phone, en: On the phone}
          - {value: text, en: By text}
          - {value: person, en: Face to face}
      - id: line
        kind: scale
        points: 5
        ask: How much did you say?
        ends: {low: None of it, high: All of it}
      - id: change
        kind: text
        limit: 200
        ask: What should change?
    """

  static func survey() throws -> Survey {
    let checked = try Package.catalogue().read(yaml, named: "visits")
    guard let survey = checked.survey else { throw Faults(checked.faults) }
    return survey
  }
}
