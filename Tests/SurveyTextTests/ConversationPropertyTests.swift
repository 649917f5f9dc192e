import Foundation
import SurveyCore
import TestSupport
import Testing

/// What holds whatever anybody texts, at whatever time.
struct ConversationPropertyTests {
  private static let bodies = [
    "1", "2", "3", "4", "5", "0", "1 2", "five", "", "?", "SKIP", "BACK", "HELP", "START", "lang",
    "LANG cy", "english", "yes", "no", "good", "1 because", "٣", "😀", "he hits me", "stop hitting",
    "wrong number", "who is this", String(repeating: "long ", count: 400), "\u{0}\u{1B}",
    "é\u{301}",
  ]

  private static func random(_ seed: UInt64) throws -> Phone {
    var chance = SeededChance(seed)
    let id = try #require(try Package.surveyIDs().randomElement(using: &chance))
    let survey = try Package.survey(id)
    let audience = try #require(survey.audiences.randomElement(using: &chance))
    let language = try #require(survey.languages.randomElement(using: &chance))
    var phone = try Phone(survey, as: audience.id, in: language, from: "2026-10-20 08:00")
    try phone.invite()
    for _ in 0..<60 {
      let before = phone.conversation.answers
      let from = phone.effects.count
      let gap = ([0.01, 0.5, 2, 600, 2000] as [Double]).randomElement(using: &chance) ?? 1
      let transit = ([0, 1, 30, 2000] as [Double]).randomElement(using: &chance) ?? 1
      try phone.says(bodies.randomElement(using: &chance) ?? "1", after: gap, transit: transit)
      check(Array(phone.effects[from...]), survey, audience.id, before)
    }
    return phone
  }

  /// What is finished is what the journey says; nothing sent is far over the limit; nothing is
  /// sent with a gap left in it.
  private static func check(
    _ effects: [TextEffect], _ survey: Survey, _ audience: String, _ before: [String: Answer]
  ) {
    for effect in effects {
      switch effect {
      case .send(let words, _):
        #expect(Segments(words).count <= 4, "\(words)")
        #expect(!words.contains("{") && !words.isEmpty)
      case .finish(let answers):
        let journey = Journey(through: survey, as: audience, with: answers)
        #expect(journey.current == nil)
        #expect(Set(journey.onRoute.map(\.question.id)) == Set(answers.keys))
        for (id, answer) in before { #expect(answers[id] == nil || answers[id] == answer) }
      default: break
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `whatever is texted, what is finished is the journey's`(_ seed: UInt64) throws {
    var phone = try Self.random(seed)
    try phone.says("STOP")
    #expect(phone.conversation.state == .stopped)
    #expect(phone.conversation.answers.isEmpty)
    let from = phone.effects.count
    try phone.pass(minutes: 40 * 24 * 60)
    for body in Self.bodies where !["START", "HELP", "who is this"].contains(body) {
      try phone.says(body)
    }
    let sent = phone.effects[from...].filter {
      if case .send(_, .safety) = $0 { false } else if case .send = $0 { true } else { false }
    }
    #expect(sent.isEmpty, "\(sent)")
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `somebody silent is reminded twice at most, in waking hours, and then let be`(
    _ seed: UInt64
  ) throws {
    var chance = SeededChance(seed)
    let start = try Clock.date("2026-10-20 00:00")
      .addingTimeInterval(Double.random(in: 0..<180, using: &chance) * 86_400)
    var phone = try Phone(
      Town.survey(), as: "8-11", from: Clock.told(start, "yyyy-MM-dd HH:mm"),
      rules: TextRules(zone: Clock.london, onWeekends: seed % 2 == 0))
    try phone.invite(asReply: true)
    try phone.says("1")
    let from = phone.effects.count
    let rules = phone.setting.rules
    var now = phone.now
    var reminders = 0
    for _ in 0..<(24 * 30) {
      try phone.pass(minutes: 60)
      now = phone.now
    }
    for effect in phone.effects[from...] {
      if case .send(let words, let urgency) = effect {
        #expect(urgency == .whenAwake)
        if words.hasPrefix("This is still here") { reminders += 1 }
      }
    }
    #expect(reminders <= 2)
    #expect(phone.conversation.state == .expired)
    let waking = rules.waking(now)
    let hour = Int(Clock.told(waking, "HH")) ?? 0
    #expect((9..<20).contains(hour))
  }

  @Test func `what a timer says too early or too late changes nothing`() throws {
    var phone = try Phone(Town.survey(), as: "8-11", from: Stories.start)
    try phone.invite(asReply: true)
    try phone.says("1")
    let before = phone.conversation
    try phone.tick()
    #expect(phone.conversation == before)
  }
}
