import Foundation
import GRDB
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// What comes in by text is heard once, whole, or not at all.
@Suite struct TextKeepingTests {
  @Test(arguments: Engine.allCases)
  func `a conversation becomes a response`(engine: Engine) throws {
    let rig = try TextRig(engine.open())
    try rig.walkToLast()
    let thanks = try rig.say("Ask me first")
    #expect(thanks.count == 1)
    #expect(try rig.talk()?.state == .finished)
    let verified = try rig.store.verify()
    #expect(verified.faults == [])
    #expect(verified.responses == 1)
    #expect(try rig.store.number("SELECT count(*) FROM slices WHERE channel = 'text'") == 1)
    #expect(try rig.store.number("SELECT count(*) FROM comments") == 1)
  }

  @Test(arguments: Engine.allCases)
  func `a text that comes again, however late, is heard once`(engine: Engine) throws {
    let rig = try TextRig(engine.open())
    _ = try rig.invite()
    try rig.send()
    let text = rig.incoming("1", id: "one")
    #expect(rig.take(text) == .success(.heard))
    let waiting = try rig.count("outbox")
    rig.now += 47 * 3600
    #expect(rig.take(text) == .success(.again))
    #expect(try rig.count("outbox") == waiting)
  }

  @Test(arguments: Engine.allCases)
  func `of many that come with one id at the same instant one is heard`(engine: Engine) throws {
    let rig = try TextRig(engine.open())
    _ = try rig.invite()
    try rig.send()
    let text = rig.incoming("1", id: "one")
    let outcomes = Locked<[TextTaken]>([])
    DispatchQueue.concurrentPerform(iterations: 16) { _ in
      if case .success(let taken) = rig.take(text) { outcomes.with { $0.append(taken) } }
    }
    #expect(outcomes.with { $0.count { $0 == .heard } } == 1)
    #expect(outcomes.with { $0.count { $0 == .again } } == 15)
  }

  @Test func `the same words under another id are one text until we have written`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    try rig.send()
    try rig.say("1")
    #expect(rig.take(rig.incoming("1")) == .success(.heard))
    rig.now += 3
    #expect(rig.take(rig.incoming("1")) == .success(.again))
    #expect(try rig.talk()?.answers.count == 1)
    try rig.send()
    #expect(rig.take(rig.incoming("1")) == .success(.heard))
    #expect(try rig.talk()?.answers.count == 2)
  }

  @Test func `the same digit answers the next question, however fast that was put`() throws {
    for microseconds in stride(from: 0, to: 2000, by: 37) {
      let rig = try TextRig(SQLiteStore.inMemory())
      _ = try rig.invite()
      try rig.send()
      try rig.say("1")
      rig.now += 10 + Double(microseconds) / 1e6
      #expect(rig.take(rig.incoming("1", sent: rig.now)) == .success(.heard))
      // The question leaves within the same millisecond.
      rig.now += 20e-6
      let claim = try rig.texts.claim(8, at: rig.now)
      #expect(claim.texts.count == 1)
      try rig.texts.record(
        claim.texts.map { TextStep($0.text.reference, .sent(id: nil, .sent)) }, at: rig.now)
      rig.now += 0.5
      #expect(rig.take(rig.incoming("1", sent: rig.now)) == .success(.heard))
      #expect(try !rig.send().isEmpty, "\(microseconds)")
    }
  }

  @Test func `what a poll had when a question was put is no answer to it, in whichever fraction`()
    throws
  {
    for microseconds in stride(from: 0, to: 2000, by: 37) {
      let rig = try TextRig(SQLiteStore.inMemory(), keywords: ["talk"])
      rig.now += Double(microseconds) / 1e6
      let fetched = rig.now
      for body in ["TALK", "1"] {
        rig.now += 20e-6
        var text = rig.incoming(body, sent: fetched - 60)
        text.fetched = fetched
        #expect(rig.take(text) == .success(.heard))
      }
      #expect(try rig.talk()?.answers.isEmpty == true, "\(microseconds)")
      #expect(try rig.count("remarks") == 1, "\(microseconds)")
    }
  }

  @Test func `where ids are not stable, the same words of the same second are one text`() throws {
    let rig = try TextRig(Engine.memory.open(), idsAreStable: false)
    _ = try rig.invite()
    try rig.send()
    let sent = rig.now + 1
    rig.now += 2
    #expect(rig.take(rig.incoming("1", sent: sent)) == .success(.heard))
    rig.now += 1500
    #expect(rig.take(rig.incoming("1", sent: sent)) == .success(.again))
  }

  @Test(arguments: Engine.allCases)
  func `two phones do not hear each other`(engine: Engine) throws {
    let rig = try TextRig(engine.open())
    let numbers = (0..<40).map { "+4477009002" + ($0 < 10 ? "0" : "") + "\($0)" }
    for number in numbers { #expect(try rig.invite(number) == .invited) }
    try rig.send()
    for body in ["1", "1", "4", "2", "1 3"] {
      rig.now += 60
      DispatchQueue.concurrentPerform(iterations: numbers.count) { index in
        _ = rig.take(rig.incoming(body, from: numbers[index]))
      }
      try rig.send()
    }
    rig.now += 60
    for number in numbers { _ = rig.take(rig.incoming("From \(number.suffix(2))", from: number)) }
    #expect(try rig.store.verify().responses == 40)
    #expect(try rig.store.verify().faults == [])
    let said = try rig.store.read { try String.fetchSet($0, sql: "SELECT body FROM comments") }
    #expect(said == Set(numbers.map { "From \($0.suffix(2))" }))
  }

  @Test func `a full disk stores nothing of a text, which then comes again`() throws {
    let rig = try TextRig(Engine.file.open())
    _ = try rig.invite()
    try rig.send()
    try rig.say("1")
    try rig.store.setRoom(pages: 0)
    let long = rig.incoming(String(repeating: "word ", count: 12_000), id: "long")
    #expect(rig.take(long) == .failure(.full))
    try rig.store.setRoom(pages: 1_000_000)
    #expect(try rig.count("arrivals") == 1)
    #expect(rig.take(long) == .success(.heard))
    #expect(try rig.store.verify().faults == [])
  }

  @Test func `a copy taken midway holds whatever was acknowledged, and its reply`() throws {
    let folder = try TemporaryFolder()
    let rig = try TextRig(SQLiteStore.open(in: folder))
    try rig.walkToLast()
    #expect(rig.take(rig.incoming("All of it", id: "last")) == .success(.heard))
    let copy = folder.path("copy")
    try rig.store.database.read { database in
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM editions")
      try FileManager.default.copyItem(atPath: folder.store, toPath: copy)
      try FileManager.default.copyItem(atPath: folder.store + "-wal", toPath: copy + "-wal")
    }
    let crashed = try SQLiteStore.open(copy)
    #expect(try crashed.verify().responses == 1)
    #expect(try crashed.verify().faults == [])
    #expect(try crashed.number("SELECT count(*) FROM outbox WHERE state = 'waiting'") == 1)
  }

  @Test func `a keyword begins a survey, once`() throws {
    let rig = try TextRig(Engine.memory.open(), keywords: ["TALK"])
    #expect(try rig.say("talk!").count == 1)
    #expect(try rig.talk()?.state == .invited)
    for body in ["1", "1", "4", "2", "1 3", "SKIP"] { try rig.say(body) }
    #expect(try rig.talk()?.state == .finished)
    #expect(try rig.say("TALK").isEmpty)
    #expect(try rig.store.verify().responses == 1)
  }

  @Test func `who stops after the end and starts again is not asked a second time`() throws {
    let rig = try TextRig(Engine.memory.open(), keywords: ["TALK"])
    try rig.walkToLast()
    try rig.say("Ask me first")
    #expect(try rig.say("STOP").count == 1)
    #expect(try rig.say("START").count == 1)
    #expect(try rig.count("silenced") == 0)
    #expect(try rig.talk()?.state == .finished)
    #expect(try rig.say("TALK").isEmpty)
    for body in ["1", "1", "4", "2", "1 3", "Again"] { try rig.say(body) }
    #expect(try rig.store.verify().responses == 1)
  }

  @Test func `a picture is noted and never answered`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    try rig.send()
    try rig.say("1")
    for number in [TextRig.child, "+447700900124"] {
      var picture = rig.incoming("", from: number)
      picture.hasMedia = true
      #expect(rig.take(picture) == .success(.heard))
      #expect(try rig.send().isEmpty)
    }
    #expect(try rig.count("remarks WHERE kind = 'picture'") == 2)
    #expect(try rig.talk()?.answers.isEmpty == true)
  }

  @Test func `a stranger is told who we are once a day`() throws {
    let rig = try TextRig(Engine.memory.open(), keywords: ["TALK"])
    #expect(try rig.say("Good morning").count == 1)
    #expect(try rig.say("Hello?").isEmpty)
    rig.now += 86_500
    #expect(try rig.say("Hello again").count == 1)
    #expect(try rig.count("conversations") == 0)
    #expect(try rig.count("remarks") == 3)
  }

  @Test(arguments: ["Vodafone", "60777", ""])
  func `what is no number is kept and never answered`(sender: String) throws {
    let rig = try TextRig(Engine.memory.open())
    #expect(try rig.say("Top up now", from: sender).isEmpty)
    #expect(try rig.count("remarks") == 1)
    #expect(try rig.say("he hits me", from: sender).isEmpty)
    #expect(try rig.store.openTextConcerns().count == 1)
  }
}
