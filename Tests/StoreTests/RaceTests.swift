import Foundation
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// Runs `body` on as many threads at once, and waits for them all.
private func together(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let group = DispatchGroup()
  for index in 0..<count {
    group.enter()
    Thread {
      body(index)
      group.leave()
    }.start()
  }
  group.wait()
}

/// What holds when many threads come at once.
@Suite struct RaceTests {
  @Test(arguments: Engine.allCases)
  func `of many that finish one session at once exactly one is stored`(engine: Engine) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    for _ in 0..<10 {
      let journey = Fixture.journey(collection)
      store.carry(journey)
      let outcomes = Locked<[Result<Kept, StoreError>]>([])
      together(32) { _ in
        let kept = store.finishNow(journey.session, with: Fixture.response(collection))
        outcomes.with { $0.append(kept) }
      }
      let all = outcomes.with { $0 }
      #expect(all.filter { $0 == .success(.stored) }.count == 1)
      #expect(all.filter { $0 == .success(.already) }.count == 31)
    }
    #expect(try store.verify().responses == 10)
  }

  @Test(arguments: Engine.allCases)
  func `many sessions at once are all stored`(engine: Engine) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    together(32) { _ in
      for _ in 0..<20 {
        let kept = store.walk(Fixture.response(collection))
        #expect(kept == .success(.stored))
      }
    }
    #expect(try store.verify().responses == 640)
    #expect(try store.verify().faults == [])
    #expect(try store.journeysCounted() == 640)
  }

  @Test(arguments: Engine.allCases)
  func `finishing and leaving at once end a journey one way only`(engine: Engine) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    let stored = Locked(0)
    together(32) { _ in
      for _ in 0..<10 {
        let journey = Fixture.journey(collection)
        store.carry(journey)
        together(3) { index in
          switch index {
          case 0: store.leave(journey.session, on: Fixture.day)
          case 1: store.carry(journey)
          default:
            let kept = store.finishNow(journey.session, with: Fixture.response(collection))
            if kept == .success(.stored) { stored.with { $0 += 1 } }
          }
        }
      }
    }
    try store.settle()
    let finished = stored.with { $0 }
    #expect(try store.verify().responses == finished)
    #expect(try store.number("SELECT sum(number) FROM dropouts") == 320 - finished)
    #expect(try store.number("SELECT count(*) FROM journeys WHERE finished = 0") == 0)
  }

  @Test func `readers see whole responses while others are stored`() throws {
    let store = try Engine.file.open()
    let collection = try store.openCollection()
    let isOver = Locked(false)
    let months = Fixture.month("2026-07")...Fixture.month("2026-07")
    let reader = Thread {
      while !isOver.with({ $0 }) {
        guard let counts = try? store.counts(survey: "visit", months: months) else { continue }
        let bases = Set(
          ["safe", "mood", "heard", "change"].map { question in
            counts.filter { $0.question == question }.map(\.number).reduce(0, +)
          })
        #expect(bases.count == 1)
      }
    }
    reader.start()
    together(4) { _ in
      for _ in 0..<100 { _ = store.keepNow([HandedIn(Fixture.response(collection))]) }
    }
    isOver.with { $0 = true }
    #expect(try store.journeysCounted() == 400)
  }

  @Test func `too much waiting is refused as busy and what was taken is written`() throws {
    let store = try Engine.file.open()
    let collection = try store.openCollection()
    let held = DispatchSemaphore(value: 0)
    let isHolding = DispatchSemaphore(value: 0)
    let holder = Thread {
      _ = try? store.write { _ in
        isHolding.signal()
        held.wait()
      }
    }
    holder.start()
    isHolding.wait()
    let outcomes = Locked<[Result<Kept, StoreError>]>([])
    let total = Writer.limit + 100
    for _ in 0..<total {
      store.keep([HandedIn(Fixture.response(collection))]) { kept in
        outcomes.with { $0 += kept }
      }
    }
    let refused = outcomes.with { $0 }
    #expect(refused.count == 100 && refused.allSatisfy { $0 == .failure(.busy) })
    held.signal()
    try store.close()
    let all = outcomes.with { $0 }
    #expect(all.count == total)
    #expect(all.filter { $0 == .success(.stored) }.count == total - refused.count)
  }
}
