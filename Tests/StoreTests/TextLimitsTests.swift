import Foundation
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// What a gateway cannot carry, numbers that come back, and too much at once.
@Suite struct TextLimitsTests {
  private static func rig(_ ask: String, languages: [Language] = [.english]) throws -> TextRig {
    try TextRig(Engine.memory.open(), keywords: ["TALK"]) { survey, house in
      house.gateway.alphabet = .gsm7AndWelsh
      survey.languages = languages
      let asked = survey.questions.lastIndex { $0.audiences.contains("12-17") }
      if let asked { survey.questions[asked].ask["12-17"] = [.english: ask] }
    }
  }

  @Test func `a word begins nothing that could not be asked to its end`() throws {
    let plain = try Self.rig("Were we kind?")
    #expect(try plain.say("TALK").count == 1)
    #expect(try plain.talk()?.state == .invited)
    let pictured = try Self.rig("Were we kind 😀?")
    let told = try pictured.say("TALK")
    #expect(told.count == 1 && told[0].contains("Testshire"))
    #expect(try pictured.talk() == nil)
    #expect(try pictured.say("TALK").isEmpty)
  }

  @Test func `START from a number that was given up makes it one to write to again`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    let text = try #require(try rig.send().first)
    _ = rig.take(
      TextReceipt(reference: text.reference, id: nil, delivery: .refused, failure: .permanent))
    #expect(try rig.texts.lostNumbers().count == 1)
    #expect(try rig.say("START").count == 2)
    #expect(try rig.texts.lostNumbers().isEmpty)
    #expect(try rig.count("silenced") == 0)

    try rig.say("wrong number")
    #expect(try rig.texts.lostNumbers().map(\.isWrong) == [true])
    #expect(try rig.say("hello").isEmpty)
    #expect(try rig.count("silenced") == 1)
    #expect(try rig.say("START").count == 2)
    #expect(try rig.count("silenced") == 0)
    #expect(try rig.talk()?.state == .open)
  }

  @Test func `START from a stranger's number that was given up does the same`() throws {
    let rig = try TextRig(Engine.memory.open())
    let hash = try rig.hash
    let number = try PhoneNumber(TextRig.child)
    try rig.texts.write(at: rig.now) {
      try $0.silence(hash, because: "unreachable", number: number)
    }
    try rig.say("hello")
    #expect(try rig.invite() == .lost)
    try rig.say("START")
    #expect(try rig.invite() == .invited)
  }

  @Test(arguments: [true, false])
  func `beside a partial no second response is given`(byStopping: Bool) throws {
    let rig = try TextRig(Engine.memory.open(), keepsPartials: true, keywords: ["TALK"])
    _ = try rig.invite()
    try rig.send()
    for body in ["1", "1", "4"] { try rig.say(body) }
    if byStopping {
      try rig.say("STOP")
    } else {
      rig.now += 10 * 86_400
      _ = try rig.texts.tick(at: rig.now)
      try rig.send()
    }
    #expect(try rig.store.verify().responses == 1)
    let told = try rig.say("START")
    #expect(told.count == 1 && told[0].contains("closed"), "\(told)")
    #expect(try rig.talk()?.state == .finished)
    for body in ["TALK", "1", "1", "4", "2", "1 3", "Again"] { try rig.say(body) }
    #expect(try rig.store.verify().responses == 1)
    #expect(try rig.count("silenced") == 0)
  }

  @Test func `help passes what waits for the morning`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    try rig.send()
    // At eleven in the evening comes what was texted hours ago: the reply waits.
    rig.now += 13 * 3600
    #expect(rig.take(rig.incoming("1", sent: rig.now - 7200)) == .success(.heard))
    #expect(try rig.send().isEmpty)
    let help = try rig.say("HELP")
    #expect(help.count == 1 && help[0].contains("999"))
    let safe = try rig.say("my dad hits me")
    #expect(safe.count == 1)
    rig.now += 11 * 3600
    #expect(try !rig.send().isEmpty)
  }

  @Test func `help is held by the limits on what one person is sent`() throws {
    let rig = try TextRig(Engine.memory.open())
    let sent = try (0..<12).map { _ in try rig.say("HELP").count }
    #expect(sent.reduce(0, +) == 10)
  }

  @Test func `while too much waits nobody is reminded, and later everybody is`() throws {
    let rig = try TextRig(Engine.memory.open()) { $1.sending.crowd = 2 }
    let numbers = (0..<6).map { "+44770090050\($0)" }
    for number in numbers.prefix(2) { #expect(try rig.invite(number) == .invited) }
    try rig.send()
    for number in numbers.dropFirst(2).prefix(3) { _ = try rig.invite(number) }
    #expect(throws: StoreError.busy) { _ = try rig.invite(numbers[5]) }
    rig.now += 86_500
    #expect(try rig.texts.tick(at: rig.now) == 0)
    try rig.send()
    #expect(try rig.texts.tick(at: rig.now) > 0)
  }

  @Test func `a gateway that is away costs no try, and what was in doubt stays so`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    for _ in 0..<100 {
      let claimed = try #require(try rig.texts.claim(8, at: rig.now).texts.first)
      #expect(claimed.tries == 0 && claimed.doubt == nil)
      rig.now += 60
      try rig.texts.record(
        [TextStep(claimed.text.reference, .hold(until: rig.now, .notReached))], at: rig.now)
    }
    _ = try rig.texts.claim(8, at: rig.now)
    try rig.texts.recover(at: rig.now)
    for _ in 0..<100 {
      let claimed = try #require(try rig.texts.claim(8, at: rig.now).texts.first)
      #expect(claimed.doubt?.asked == 0)
      rig.now += 60
      try rig.texts.record(
        [TextStep(claimed.text.reference, .holdAsking(until: rig.now, .notReached))], at: rig.now)
    }
    #expect(try rig.count("outbox WHERE state = 'doubtful'") == 1)
  }

  @Test func `what the gateway did not take is not late once it takes texts again`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    let claimed = try #require(try rig.texts.claim(8, at: rig.now).texts.first)
    let hold = OutboxStep.hold(until: rig.now + 86_400, .credentials)
    try rig.texts.record([TextStep(claimed.text.reference, hold)], at: rig.now)
    // Somebody put the right key there, and started it again.
    #expect(try rig.texts.claim(8, at: rig.now).texts.map(\.text) == [claimed.text])
  }
}
