import Foundation
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// What somebody texted that is no answer reaches a person.
@Suite struct TextReadingTests {
  @Test(arguments: Engine.allCases)
  func `words that are no answer are read once, and again when asked for`(engine: Engine) throws {
    let rig = try TextRig(engine.open())
    _ = try rig.invite()
    try rig.send()
    try rig.say("blue elephants")
    try rig.say("Good morning", from: "+447700900124")
    #expect(try rig.store.unreadTexts(.remarks) == 2)
    let read = try rig.texts.remarks(.remarks, all: false, after: nil)
    #expect(Set(read.compactMap(\.words)) == ["blue elephants", "Good morning"])
    #expect(Set(read.map(\.collection)) == [rig.collection, nil])
    #expect(Set(read.map(\.kind)) == ["unasked"])
    #expect(try rig.store.unreadTexts(.remarks) == 0)
    #expect(try rig.texts.remarks(.remarks, all: false, after: nil) == [])
    #expect(try rig.texts.remarks(.remarks, all: true, after: nil) == read)
    #expect(try rig.store.verify().faults == [])
  }

  @Test func `many are given some at a time, each once`() throws {
    let rig = try TextRig(Engine.memory.open())
    for index in 0..<50 { try rig.say("Remark \(index)", from: "Vodafone") }
    for isAll in [false, true] {
      var found: [HeldRemark] = []
      while case let some = try rig.texts.remarks(.remarks, all: isAll, after: found.last?.id),
        !some.isEmpty
      { found += some }
      #expect(found.count == 50)
      #expect(Set(found.compactMap(\.words)).count == 50)
    }
  }

  @Test func `what could not be read is shown without its number, and nothing else of it`() throws {
    let rig = try TextRig(Engine.memory.open())
    let request = WireRequest(
      .post, "/text/kannel/secret", headers: [WireHeader("X-Kannel-From", TextRig.child)],
      body: Array(#"{"source_number":"447700900123","text":"kestrel"}"#.utf8))
    let box = Box<Result<Void, StoreError>>()
    rig.texts.park(request, for: .missing(field: "message"), at: rig.now) { box.put($0) }
    #expect(box.take() != nil)
    #expect(try rig.store.unreadTexts(.parked) == 1)
    let read = try #require(try rig.texts.remarks(.parked, all: false, after: nil).first)
    #expect(read.words == #"{"source_number":"•••••123","text":"kestrel"}"#)
    #expect(read.kind.contains("message"))
    #expect(read.day == Day(rig.now, in: .gmt))
    #expect(try rig.store.unreadTexts(.parked) == 0)
  }

  @Test func `under another key nothing is shown, and nothing counts as read`() throws {
    let rig = try TextRig(Engine.memory.open())
    try rig.say("Good morning")
    var house = try TextRig.house(rig.collection)
    house.key = try NumberKey(master: Array(repeating: 9, count: 32))
    let others = SQLiteTexts(rig.store, house)
    #expect(try others.remarks(.remarks, all: false, after: nil).map(\.words) == [nil])
    #expect(try rig.store.unreadTexts(.remarks) == 1)
  }

  @Test(arguments: [
    ("07700 900456", "447700900456", true), ("07700 900456", "+44 7700 900456", true),
    ("07700 900456", "07700900457", false), ("07700 900456", "60777", false),
    ("60777", "60777", true), ("60777", "60778", false), ("Anytown", "ANYTOWN", true),
    ("07700 900456", "", true),
  ])
  func `a text to another number is put aside`(ours: String, to: String, isOurs: Bool) throws {
    let rig = try TextRig(Engine.memory.open()) { $1.sender = ours }
    var text = rig.incoming("Good morning")
    text.to = to
    #expect(rig.take(text) == .success(isOurs ? .heard : .parked))
    #expect(rig.take(text) == .success(.again))
    #expect(try rig.send().count == (isOurs ? 1 : 0))
    #expect(try rig.store.unreadTexts(.parked) == (isOurs ? 0 : 1))
    if isOurs { return }
    let read = try #require(try rig.texts.remarks(.parked, all: false, after: nil).first)
    #expect(read.words == "Good morning" && read.kind == "anotherNumber")
    var harm = rig.incoming("my dad hits me")
    harm.to = to
    #expect(rig.take(harm) == .success(.heard))
    #expect(try rig.send().isEmpty)
    #expect(try rig.store.openTextConcerns().count == 1)
  }
}
