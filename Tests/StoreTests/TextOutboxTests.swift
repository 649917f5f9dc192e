import Foundation
import GRDB
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// What is to be sent is sent once, in order, and never to somebody who said no.
@Suite struct TextOutboxTests {
  @Test
  func `what was being handed over when we stopped is asked about, never sent again`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    let first = try #require(try rig.texts.claim(8, at: rig.now).texts.first)
    #expect(first.doubt == nil && first.tries == 0)
    #expect(try rig.texts.claim(8, at: rig.now).texts.isEmpty)
    try rig.texts.recover(at: rig.now)
    let again = try #require(try rig.texts.claim(8, at: rig.now).texts.first)
    #expect(again.text.reference == first.text.reference)
    #expect(again.doubt?.asked == 0)
    try rig.texts.record([TextStep(first.text.reference, .perhapsSent)], at: rig.now)
    #expect(try rig.send().isEmpty)
    #expect(try rig.count("outbox WHERE state = 'perhaps' AND sealed IS NULL") == 1)
  }

  @Test func `a text waits its turn behind one that is tried again`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    try rig.send()
    #expect(rig.take(rig.incoming("1")) == .success(.heard))
    let about = try #require(try rig.texts.claim(8, at: rig.now).texts.first)
    try rig.texts.record(
      [TextStep(about.text.reference, .sendAgain(at: rig.now + 300))], at: rig.now)
    let claim = try rig.texts.claim(8, at: rig.now)
    #expect(claim.texts.isEmpty)
    #expect(claim.next.map { abs($0.timeIntervalSince(rig.now + 300)) < 0.01 } == true)
    rig.now += 301
    let again = try rig.texts.claim(8, at: rig.now).texts
    #expect(again.map(\.text.reference) == [about.text.reference])
  }

  @Test func `replies go before invitations, and invitations wait for the morning`() throws {
    let rig = try TextRig(Engine.memory.open(), keywords: ["TALK"])
    rig.now += 12 * 3600
    #expect(try rig.invite() == .invited)
    #expect(try rig.send().isEmpty)
    #expect(try rig.say("TALK", from: "+447700900124").count == 1)
    rig.now += 11 * 3600
    #expect(rig.take(rig.incoming("HELP", from: "+447700900124")) == .success(.heard))
    let claim = try rig.texts.claim(1, at: rig.now)
    #expect(claim.texts.map(\.text.to) == ["+447700900124"])
    try rig.texts.record(
      claim.texts.map { TextStep($0.text.reference, .sent(id: nil, .sent)) }, at: rig.now)
    #expect(try rig.send().map(\.to) == [TextRig.child])
  }

  @Test func `a stop cancels what waits, and what is just being handed over`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    let claimed = try #require(try rig.texts.claim(1, at: rig.now).texts.first)
    #expect(rig.take(rig.incoming("STOP")) == .success(.heard))
    try rig.texts.record(
      [TextStep(claimed.text.reference, .sendAgain(at: rig.now))], at: rig.now)
    let sent = try rig.send()
    #expect(sent.count == 1)
    #expect(sent.first?.reference != claimed.text.reference)
  }

  @Test func `receipts only move a text on, whenever they come`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    let text = try #require(try rig.texts.claim(1, at: rig.now).texts.first?.text)
    func receive(_ delivery: TextDelivery, id: String? = nil) throws -> String? {
      _ = rig.take(
        TextReceipt(reference: id == nil ? text.reference : nil, id: id, delivery: delivery))
      return try rig.store.read { try String.fetchOne($0, sql: "SELECT state FROM outbox") }
    }
    // Before we were told that it was taken.
    #expect(try receive(.delivered) == "delivered")
    try rig.texts.record([TextStep(text.reference, .sent(id: "g-1", .sent))], at: rig.now)
    #expect(try receive(.sent) == "delivered")
    #expect(try receive(.undelivered, id: "g-1") == "delivered")
    #expect(try receive(.delivered, id: "unknown") == "delivered")
  }

  @Test func `a number that is wrong, or missed three times, is left alone`() throws {
    let rig = try TextRig(Engine.memory.open())
    for round in 1...3 {
      let number = "+44770090030\(round)"
      _ = try rig.invite(number)
      let text = try #require(try rig.send().first)
      _ = rig.take(
        TextReceipt(
          reference: text.reference, id: nil, delivery: .refused, failure: .permanent))
      #expect(try rig.invite(number) == .lost)
    }
    #expect(try rig.texts.lostNumbers().count == 3)
    #expect(try rig.texts.lostNumbers().allSatisfy { !$0.isWrong })
    _ = try rig.invite()
    try rig.send()
    try rig.say("WRONG")
    #expect(try rig.texts.lostNumbers().contains { $0.isWrong && $0.number.e164 == TextRig.child })
    #expect(try rig.invite() == .lost)
  }

  @Test func `somebody silent is reminded twice, and then let go`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    try rig.send()
    for body in ["1", "1"] { try rig.say(body) }
    var sent: [[OutgoingText]] = []
    for _ in 0..<120 {
      rig.now += 3600
      _ = try rig.texts.tick(at: rig.now)
      let texts = try rig.send()
      if !texts.isEmpty { sent.append(texts) }
    }
    #expect(sent.count == 2)
    #expect(try rig.talk()?.state == .expired)
    let dropouts = try rig.store.read {
      try String.fetchAll($0, sql: "SELECT question FROM dropouts")
    }
    #expect(dropouts == ["safe"])
    #expect(try rig.count("conversations WHERE wake IS NOT NULL") == 0)
  }

  @Test func `reminders missed at night wait for the morning, and ring once`() throws {
    let rig = try TextRig(Engine.memory.open())
    rig.now += 10 * 3600 - 60
    let count = 120
    for index in 0..<count { #expect(try rig.invite("+4477009\(10_000 + index)") == .invited) }
    #expect(try rig.send().count == count)
    // Nobody was there when they were due, just before eight in the evening.
    rig.now += 86_400 + 1800
    #expect(try rig.texts.tick(at: rig.now) == count)
    #expect(try rig.texts.tick(at: rig.now) == 0)
    #expect(try rig.send().isEmpty)
    rig.now += 13 * 3600
    #expect(try rig.texts.tick(at: rig.now) == count)
    #expect(try rig.send().count == count)
  }

  @Test(arguments: [true, false])
  func `who stopped with the gateway is as one who told us`(byReceipt: Bool) throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    try rig.send()
    #expect(rig.take(rig.incoming("1")) == .success(.heard))
    let claimed = try #require(try rig.texts.claim(1, at: rig.now).texts.first)
    let reference = claimed.text.reference
    try rig.texts.record(
      [TextStep(reference, byReceipt ? .sent(id: nil, .sent) : .optedOut)], at: rig.now)
    if byReceipt {
      _ = rig.take(
        TextReceipt(reference: reference, id: nil, delivery: .refused, failure: .optedOut))
    }
    #expect(try rig.talk()?.state == .stopped)
    for _ in 0..<100 {
      rig.now += 3600
      _ = try rig.texts.tick(at: rig.now)
      #expect(try rig.send().isEmpty)
    }
    #expect(try rig.say("START").count > 0)
    #expect(try rig.count("silenced") == 0)
    #expect(try rig.store.verify().faults == [])
  }

  @Test func `those who text a lot hold up nobody else`() throws {
    let rig = try TextRig(Engine.memory.open())
    let chatty = (0..<20).map { "+4477009004" + ($0 < 10 ? "0" : "") + "\($0)" }
    for number in chatty {
      for _ in 0..<10 { try rig.say("HELP", from: number) }
      rig.now += 5
      #expect(rig.take(rig.incoming("HELP", from: number)) == .success(.heard))
    }
    #expect(try rig.send().isEmpty)
    #expect(try rig.say("HELP").count == 1)
    rig.now += 3700
    #expect(try rig.send().count == 20)
  }

  @Test func `whoever sends hears of invitations at once`() throws {
    let rig = try TextRig(Engine.memory.open())
    let rings = Locked(0)
    let texts = SQLiteTexts(rig.store, rig.texts.house) { rings.with { $0 += 1 } }
    let invitation = TextInvitation(
      number: try PhoneNumber(TextRig.child), language: .english, audience: "12-17")
    _ = try texts.invite([invitation], to: rig.collection, at: rig.now)
    #expect(rings.with { $0 } == 1)
  }

  @Test func `nobody is asked twice, nor in the middle of something`() throws {
    let rig = try TextRig(Engine.memory.open())
    #expect(try rig.invite() == .invited)
    #expect(try rig.invite() == .already)
    let other = try rig.store.openCollection(
      Fixture.survey("other"), audience: "12-17", isSingleUse: true)
    let invitation = TextInvitation(
      number: try PhoneNumber(TextRig.child), language: .english, audience: "12-17")
    #expect(try rig.texts.invite([invitation], to: other, at: rig.now) == [.underWay])
    var untexted = Fixture.survey("fourth")
    untexted.isNotTexted = true
    let never = try rig.store.openCollection(untexted, audience: "12-17", isSingleUse: true)
    #expect(throws: StoreError.self) {
      _ = try rig.texts.invite([invitation], to: never, at: rig.now)
    }
    let anonymous = try rig.store.openCollection(Fixture.survey("third"))
    #expect(throws: StoreError.self) {
      _ = try rig.texts.invite([invitation], to: anonymous, at: rig.now)
    }
  }
}
