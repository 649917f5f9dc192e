import Foundation
import SurveyCore
import TestSupport
import Testing

/// What single replies do, above all the vectors of how a number from 1 to 5 is texted.
struct ReplyTests {
  /// A conversation at the question with a line from 1 to 5.
  private static func atLine() throws -> Phone {
    var phone = try Phone(Town.survey(), as: "8-11", from: Stories.start)
    try phone.invite(asReply: true)
    for reply in ["1", "1", "0"] { try phone.says(reply) }
    return phone
  }

  @Test(arguments: [
    ("5", "5"), (" 5 ", "5"), ("5.", "5"), ("(4)", "4"), ("five", "5"), ("٤", "4"), ("۵", "5"),
    ("5 😀", "5"), ("5!!", "5"), ("No. 2", "2"), ("2)", "2"), ("5 please", "5"), ("FIVE", "5"),
    ("number 3", "3"), ("5️⃣", "5"),
  ])
  func `a number is taken however it is texted`(_ body: String, _ value: String) throws {
    var phone = try Self.atLine()
    try phone.says(body)
    #expect(phone.conversation.answers["line"] == .chosen(value))
    #expect(!phone.effects.contains { if case .keep = $0 { true } else { false } })
  }

  @Test func `what is said besides an answer is kept`() throws {
    var phone = try Self.atLine()
    try phone.says("5 bc she listens")
    #expect(phone.conversation.answers["line"] == .chosen("5"))
    let kept = TextEffect.keep(TextComment(.remark, to: "line", "5 bc she listens"))
    #expect(phone.effects.contains(kept))
  }

  @Test(arguments: ["55", "0", "4 or 5", "good", "6", "4 no 5", "1 2"])
  func `what is no answer is kept and asked for again`(_ body: String) throws {
    var phone = try Self.atLine()
    try phone.says(body)
    #expect(phone.conversation.answers["line"] == nil)
    #expect(phone.effects.contains(.keep(TextComment(.unread, to: "line", body))))
    let again = TextEffect.send("Reply with one number from 1 to 5, or SKIP.", .reply)
    #expect(phone.effects.last == again)
  }

  @Test func `an empty text is asked about and nothing is kept of it`() throws {
    var phone = try Self.atLine()
    try phone.says("")
    #expect(phone.effects.last == .send("Reply with one number from 1 to 5, or SKIP.", .reply))
  }

  @Test(arguments: [
    "STOP", "stop", "Stop!", "STOOOP", "ＳＴＯＰ", "stop 🛑", "توقّف", "Stopio", "стоп", "QUIT",
  ])
  func `one word stops at once`(_ body: String) throws {
    var phone = try Self.atLine()
    try phone.says(body)
    #expect(phone.conversation.state == .stopped)
    #expect(phone.conversation.answers.isEmpty)
    #expect(phone.effects.contains(.stop))
    #expect(!phone.effects.contains { if case .keep = $0 { true } else { false } })
  }

  @Test(arguments: [
    "Stop please", "pls stop texting", "please stop texting me its annoying", "remove me",
    "paid â thecstio", "توقف من فضلك",
  ])
  func `asking to stop in a sentence stops, and the sentence is kept`(_ body: String) throws {
    var phone = try Self.atLine()
    try phone.says(body)
    #expect(phone.conversation.state == .stopped)
    #expect(phone.effects.contains(.keep(TextComment(.stopping, body))))
  }

  @Test(arguments: ["stop hitting me", "Stop him", "stop coming into my room"])
  func `a sentence that begins with stop is raised and never thanked for`(_ body: String) throws {
    var phone = try Self.atLine()
    let before = phone.effects.count
    try phone.says(body)
    #expect(phone.conversation.state == .paused)
    #expect(!phone.effects.contains(.stop))
    let turn = phone.effects[before...]
    #expect(turn.contains { if case .raise(let it) = $0 { it.words == body } else { false } })
    let sent = turn.compactMap {
      if case .send(let words, let how) = $0 { (words, how) } else { nil }
    }
    #expect(sent.map(\.1) == [.safety])
    #expect(sent.allSatisfy { $0.0.contains("999") && $0.0.contains("0800 1111") })
  }

  @Test func `the same answer to two questions in a row is taken twice`() throws {
    var phone = try Phone(Town.survey(), as: "8-11", from: Stories.start)
    try phone.invite(asReply: true)
    for _ in 0..<3 { try phone.says("1") }
    #expect(phone.conversation.answers["listens"] == .chosen("always"))
    #expect(phone.conversation.answers["ways"] == .several(["phone"]))
  }

  @Test func `within three seconds it is one answer, unless a text of ours left in between`() throws
  {
    for hasLeft in [false, true] {
      var phone = try Self.atLine()
      try phone.says("BACK", after: 5)
      try phone.says("1")
      let left = phone.now.addingTimeInterval(0.5)
      try phone.says("1", after: 2.0 / 60, lastLeft: hasLeft ? left : nil)
      #expect(phone.conversation.answers.keys.contains("line") == hasLeft)
    }
  }

  @Test func `a gateway with a slow clock makes no answer late`() throws {
    var phone = try Phone(Town.survey(), as: "8-11", from: Stories.start)
    try phone.invite(asReply: true)
    for reply in ["1", "1", "0", "4"] { try phone.says(reply, after: 0.2, transit: 45) }
    #expect(phone.conversation.answers.count == 3)
  }

  /// A first poll brings a backlog, each as late as the other: no clock is wrong by that.
  @Test func `what a poll had before we asked answers nothing and is kept`() throws {
    var phone = try Phone(Town.survey(), as: "8-11", from: Stories.start)
    try phone.invite(asReply: true)
    let sent = phone.effects
    for reply in ["1", "yes", "2"] { try phone.says(reply, after: 0, transit: 60, fetched: 1) }
    #expect(phone.conversation.state == .invited)
    #expect(
      Array(phone.effects.dropFirst(sent.count))
        == ["1", "yes", "2"].map { .keep(TextComment(.late, $0)) })
    // What the next poll brings may answer, whatever its age.
    for _ in 0..<2 { try phone.says("1", after: 5, transit: 200, fetched: 1) }
    #expect(phone.conversation.answers["listens"] == .chosen("always"))
  }

  @Test func `where the gateway answers STOP itself we do not`() throws {
    for (body, optOut) in [("STOP", nil), ("stop it now", "STOP")] as [(String, String?)] {
      var phone = try Self.atLine()
      phone.setting.gatewayAnswersStop = true
      try phone.says(body, optOut: optOut)
      #expect(phone.effects.last == .stop)
    }
    var phone = try Self.atLine()
    phone.setting.gatewayAnswersStop = true
    try phone.says("stop please")
    #expect(phone.effects.last != .stop)
  }

  @Test func `nothing is sent to a phone that is not safe to text`() throws {
    var phone = try Phone(
      Town.survey(), as: "8-11", from: Stories.start, isSafeToText: false)
    try phone.says("he hurts me")
    #expect(phone.effects == [.raise(TextConcern(.words, "he hurts me"))])
  }

  @Test func `a part of a text answers nothing`() throws {
    var phone = try Self.atLine()
    try phone.says("5", isFragment: true)
    #expect(phone.effects.last == .keep(TextComment(.fragment, to: "line", "5")))
  }

  @Test func `a closed collection ends what was begun`() throws {
    var phone = try Self.atLine()
    phone.setting.isOpen = false
    try phone.says("5")
    #expect(phone.conversation.state == .expired)
    #expect(phone.effects.contains(.keep(TextComment(.afterwards, to: "line", "5"))))
  }

  @Test func `only a word to start takes a stop back`() throws {
    var phone = try Self.atLine()
    for reply in ["STOP", "yes", "1", "hello", "ok"] { try phone.says(reply) }
    #expect(phone.conversation.state == .stopped)
    try phone.says("START")
    #expect(phone.conversation.state == .open)
    #expect(phone.effects.contains(.unstop))
  }

  @Test func `a wrong number wipes what was answered, talk of wrong numbers does not`() throws {
    var phone = try Self.atLine()
    try phone.says("they always ring the wrong number")
    #expect(phone.conversation.state == .open)
    #expect(phone.conversation.answers.count == 2)
    try phone.says("sorry wrong number mate")
    #expect(phone.conversation.state == .wrong)
    #expect(phone.conversation.answers.isEmpty)
    #expect(phone.effects.contains(.wrongNumber))
  }

  @Test func `a worrying answer is raised once, and the next question is as calm as ever`() throws {
    var phone = try Phone(Town.survey(), as: "8-11", from: Stories.start)
    try phone.invite(asReply: true)
    for reply in ["1", "3", "BACK", "3"] { try phone.says(reply) }
    let raised = phone.effects.filter { if case .raise = $0 { true } else { false } }
    #expect(raised == [.raise(TextConcern(.answer, to: "listens", "never"))])
    #expect(phone.conversation.state == .open)
  }
}
