import Foundation
import GRDB
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// Numbers stand nowhere in clear, and nothing leads from them to a response.
@Suite struct TextPrivacyTests {
  static let word = "kestrel4711"

  @Test func `a number and a word are nowhere in clear in the files`() throws {
    let folder = try TemporaryFolder()
    let rig = try TextRig(SQLiteStore.open(in: folder), keywords: ["TALK"])
    _ = try rig.invite()
    try rig.send()
    for body in [
      "what \(Self.word)", "1 \(Self.word)", "1", "1 because \(Self.word)", "5 \(Self.word)",
      "he hits me \(Self.word)", "more \(Self.word)", "stop it \(Self.word)", "START",
    ] { try rig.say(body) }
    try rig.say("hello \(Self.word)", from: "+447700900124")
    try rig.say("\(Self.word)", from: "Vodafone")
    let request = WireRequest(
      .post, "/text/kannel/secret", headers: [WireHeader("X-Kannel-From", TextRig.child)],
      body: Array(Self.word.utf8))
    let box = Box<Result<Void, StoreError>>()
    rig.texts.park(request, for: .notUTF8, at: rig.now) { box.put($0) }
    #expect(box.take() != nil)
    #expect(try rig.count("remarks") > 0)
    #expect(try rig.count("text_concerns") > 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) {
      let bytes = try Data(contentsOf: folder.url.appending(path: name))
      for canary in [Self.word, "7700900123", "7700900124", "700900123"] {
        #expect(bytes.range(of: Data(canary.utf8)) == nil, "\(name) holds \(canary)")
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `at finish what joined the number to the answers is gone`(engine: Engine) throws {
    let rig = try TextRig(engine.open())
    try rig.walkToLast()
    try rig.say("Ask me first")
    let hash = try rig.hash
    let sealed = try rig.store.read {
      try Data.fetchOne($0, sql: "SELECT sealed FROM conversations") ?? Data()
    }
    let json = try rig.texts.house.key.open(
      [UInt8](sealed), for: NumberKey.Place(table: "conversations", row: hash.bytes.hex))
    let text = String(decoding: json, as: UTF8.self)
    #expect(!text.contains("Ask me") && !text.contains("safe") && !text.contains("mood"))
    #expect(try rig.count("conversations WHERE wake IS NULL AND until % 7 = 4") == 1)
    #expect(try rig.count("outbox WHERE sealed IS NOT NULL") == 0)
    // No key of one side is anywhere on the other.
    func blobs(_ tables: [String]) throws -> Set<Data> {
      try rig.store.read { database in
        var found: Set<Data> = []
        for table in tables {
          for row in try Row.fetchAll(database, sql: "SELECT * FROM \(table)") {
            for (_, value) in row {
              if case .blob(let bytes) = value.storage { found.insert(bytes) }
            }
          }
        }
        return found
      }
    }
    let numbers = try blobs(["arrivals", "recent_texts", "conversations", "outbox", "remarks"])
    let said = try blobs(["responses", "answers", "unsorted", "comments"])
    #expect(!numbers.isEmpty && !said.isEmpty && numbers.isDisjoint(with: said))
  }

  @Test func `an open concern keeps its sealed number until it is closed`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    try rig.send()
    try rig.say("1")
    let reply = try rig.say("my dad hits me")
    #expect(reply.count == 1)
    let concern = try #require(try rig.store.openTextConcerns().first)
    #expect(concern.collection == rig.collection)
    let content = try #require(try rig.texts.read(concern.id))
    #expect(content.number?.e164 == TextRig.child)
    #expect(content.concern.words == "my dad hits me")
    rig.now += 400 * 86_400
    _ = try rig.texts.wipeTexts(at: rig.now)
    #expect(try rig.texts.read(concern.id)?.number != nil)
    #expect(try rig.store.hear(concern.id, on: Fixture.day))
    #expect(try rig.store.openTextConcerns().map(\.isHeard) == [true])
    #expect(try rig.texts.read(concern.id)?.number?.e164 == TextRig.child)
    #expect(try rig.store.hear(UUID(), on: Fixture.day) == false)
    #expect(try rig.store.close(concern.id, outcome: nil, on: Fixture.day) == .done)
    #expect(try rig.store.openTextConcerns().isEmpty)
    let closed = try #require(try rig.texts.read(concern.id))
    #expect(closed.number == nil)
    #expect(closed.concern.words == "my dad hits me")
    #expect(try rig.store.close(UUID(), outcome: nil, on: Fixture.day) == .absent)
  }

  @Test func `no time leads from a closed concern to the number`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    try rig.send()
    for body in ["1", "my dad hits me", "STOP"] { try rig.say(body) }
    let hash = try rig.hash
    let sealed = try rig.store.read {
      try Data.fetchOne($0, sql: "SELECT sealed FROM conversations") ?? Data()
    }
    let row: [String: JSONValue] = try rig.texts.house.key.open(
      sealed, in: "conversations", hash.bytes)
    guard case .object(let talk) = row["talk"], case .number(let time) = talk["lastSafeReply"]
    else {
      Issue.record("no such time is kept")
      return
    }
    #expect(time.truncatingRemainder(dividingBy: 86_400) == 0)
    #expect(try rig.say("he hit me again").isEmpty)
    #expect(try rig.store.openTextConcerns().count == 2)
  }

  private enum JSONValue: Decodable {
    case number(Double)
    case object([String: JSONValue])
    case other

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else if let object = try? value.decode([String: JSONValue].self) {
        self = .object(object)
      } else {
        self = .other
      }
    }
  }

  @Test func `a stop is remembered when all else is gone`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    try rig.send()
    try rig.say("1")
    #expect(try rig.say("STOP").count == 1)
    #expect(try rig.say("STOP").isEmpty)
    rig.now += 800 * 86_400
    let wiped = try rig.texts.wipeTexts(at: rig.now)
    #expect(wiped.conversations == 1 && wiped.texts > 0)
    for table in ["conversations", "outbox", "arrivals", "recent_texts", "misses"] {
      #expect(try rig.count(table) == 0, "\(table)")
    }
    #expect(try rig.count("silenced") == 1)
    #expect(try rig.invite() == .stopped)
    try rig.say("START")
    #expect(try rig.count("silenced") == 0)
    #expect(try rig.invite() == .invited)
  }

  @Test func `a backup holds nothing that would be sent again`() throws {
    let folder = try TemporaryFolder()
    let rig = try TextRig(SQLiteStore.open(in: folder))
    _ = try rig.invite()
    try rig.store.backup(to: folder.path("backup"))
    let copy = try SQLiteStore.open(folder.path("backup"))
    #expect(try copy.number("SELECT count(*) FROM outbox") == 0)
    #expect(try copy.number("SELECT count(*) FROM conversations") == 1)
    #expect(try copy.verify().faults == [])
  }

  @Test func `whether a key is the one that was there can be told`() throws {
    let rig = try TextRig(Engine.memory.open())
    let other = try NumberKey(master: Array(repeating: 9, count: 32))
    #expect(try !rig.store.needsNumberKey())
    #expect(try rig.store.mayBeSealed(with: other))
    _ = try rig.invite()
    #expect(try rig.store.needsNumberKey())
    #expect(try rig.store.mayBeSealed(with: rig.texts.house.key))
    #expect(try !rig.store.mayBeSealed(with: other))
  }

  @Test func `under another key nothing opens, and what comes is not lost`() throws {
    let rig = try TextRig(Engine.memory.open())
    _ = try rig.invite()
    var house = try TextRig.house(rig.collection)
    house.key = try NumberKey(master: Array(repeating: 9, count: 32))
    let others = SQLiteTexts(rig.store, house)
    #expect(try others.claim(8, at: rig.now).texts.isEmpty)
    #expect(throws: StoreError.self) {
      _ = try others.write(at: rig.now) { [hash = try rig.hash] in try $0.conversation(with: hash) }
    }
  }
}
