import Foundation
import SQLiteStore
import SurveyCore
import Testing

/// What `ResponseKeeper` promises of a response, on every engine.
@Suite struct KeepingTests {
  @Test(arguments: Engine.allCases)
  func `a finished response is stored once and its session stays finished`(
    engine: Engine
  ) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    let journey = Fixture.journey(collection)
    let response = Fixture.response(collection)
    store.carry(journey)
    #expect(try store.session(journey.session) == .under(journey))
    #expect(store.finishNow(journey.session, with: response) == .success(.stored))
    #expect(store.finishNow(journey.session, with: response) == .success(.already))
    let finished = SessionState.finished(
      collection: collection, audience: "12-17", language: .english)
    #expect(try store.session(journey.session) == finished)
    #expect(try store.journeysCounted() == 1)
    #expect(try store.verify().faults == [])
    #expect(try store.verify().responses == 1)
  }

  @Test(arguments: Engine.allCases)
  func `the same id is fine with the same content and a conflict with other content`(
    engine: Engine
  ) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    let response = Fixture.response(collection)
    #expect(store.walk(response) == .success(.stored))
    #expect(store.walk(response) == .success(.already))
    let other = Fixture.response(collection, id: response.id, answers: ["safe": .skipped])
    #expect(store.walk(other) == .failure(.conflict))
    #expect(try store.verify().responses == 1)
  }

  @Test(arguments: Engine.allCases)
  func `what an edition does not offer is refused and nothing of it stays`(engine: Engine) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    let wrong: [[String: Answer]] = [
      ["nonsense": .skipped], ["safe": .chosen("unsure")], ["safe": .several(["yes"])],
      ["safe": .chosen(":skipped")], ["how": .several(["post", "post"])], ["change": .text("")],
      ["change": .text(String(repeating: "x", count: 1001))], ["mood": .text("fine")],
    ]
    for answers in wrong {
      let kept = store.walk(Fixture.response(collection, answers: answers))
      guard case .failure(.refused(let fact)) = kept else {
        Issue.record("\(answers) was taken: \(kept)")
        continue
      }
      #expect(!fact.contains("xxx") && !fact.contains("nonsense") && !fact.contains("unsure"))
    }
    let parents = Fixture.response(
      collection, audience: "parent-carer", answers: ["safe": .chosen("unsure")])
    #expect(store.walk(parents) == .success(.stored))
    for response in [
      Fixture.response(99), Fixture.response(collection, audience: "nobody"),
      Fixture.response(collection, language: Language("fr")),
    ] {
      #expect(store.keepNow([HandedIn(response)]).first?.failure != nil)
    }
    #expect(
      try store.verify()
        == Verification(
          responses: 1, editions: 1, collections: 1, concerns: 0, faults: []))
  }

  @Test(arguments: Engine.allCases)
  func `a closing collection still takes what was begun and a closed one nothing`(
    engine: Engine
  ) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    #expect(try store.close(collection, to: .closing))
    #expect(store.walk(Fixture.response(collection)) == .success(.stored))
    #expect(try store.close(collection, to: .closed))
    #expect(try store.collection(collection)?.state == .closed)
    #expect(store.walk(Fixture.response(collection)).failure != nil)
    #expect(throws: StoreError.self) { try store.close(collection, to: .closing) }
    #expect(throws: StoreError.self) { try store.close(collection, to: .open) }
    #expect(try store.close(collection, to: .closed))
    #expect(try !store.close(77, to: .closed))
  }

  @Test(arguments: Engine.allCases)
  func `concerns come with their response or not at all`(engine: Engine) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    func concern(_ question: String) -> Concern {
      Concern(
        id: UUID(), collection: collection, day: Fixture.day, question: question, answer: "no")
    }
    let good = concern("safe")
    #expect(store.walk(Fixture.response(collection), raising: [good]) == .success(.stored))
    #expect(store.walk(Fixture.response(collection), raising: [concern("x")]).failure != nil)
    #expect(store.walk(Fixture.response(collection), raising: [good]).failure != nil)
    #expect(try store.unheardConcerns() == [good])
    #expect(try store.verify().responses == 1)
    #expect(try store.hear(good.id, on: Fixture.day))
    #expect(try store.hear(good.id, on: Fixture.day))
    #expect(try !store.hear(UUID(), on: Fixture.day))
    #expect(try store.unheardConcerns() == [])
  }

  @Test(arguments: Engine.allCases)
  func `of many handed in together one that is refused leaves the others`(engine: Engine) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    let first = Fixture.response(collection, channel: .kiosk)
    let changed = Fixture.response(collection, id: first.id, answers: ["safe": .skipped])
    let kept = store.keepNow(
      [
        first, Fixture.response(42), first, changed,
        Fixture.response(collection, channel: .kiosk, answers: [:]),
      ].map { HandedIn($0) })
    #expect(kept.count == 5)
    #expect(kept[0] == .success(.stored))
    #expect(kept[1].failure != nil)
    #expect(kept[2] == .success(.already))
    #expect(kept[3] == .failure(.conflict))
    #expect(kept[4] == .success(.stored))
    #expect(try store.verify().responses == 2)
    #expect(try store.verify().faults == [])
  }
}
