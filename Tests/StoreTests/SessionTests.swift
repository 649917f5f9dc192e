import Foundation
import GRDB
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// What `ResponseKeeper` promises of journeys under way, on every engine.
@Suite struct SessionTests {
  @Test(arguments: Engine.allCases)
  func `the next request sees what was carried before the disk has it`(engine: Engine) throws {
    let store = try engine.open()
    var journey = Fixture.journey(try store.openCollection(), answers: [:])
    for (question, answer) in Fixture.answers {
      journey.answers[question] = answer
      store.carry(journey)
      #expect(try store.session(journey.session) == .under(journey))
    }
    #expect(try store.session(Fixture.token()) == .unknown)
  }

  @Test func `a journey goes on after the service was started again`() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore.open(in: folder)
    let link = Fixture.token()
    let collection = try store.openCollection(links: [link], isSingleUse: true)
    var journey = Fixture.journey(collection, link: link)
    journey.sealed = ["safe", "odd \"\\\n\u{1}\u{301}\u{1F600}"]
    journey.answers["how"] = .several([])
    journey.answers["mood"] = .notUnderstood
    journey.answers["heard"] = .skipped
    journey.answers["change"] = .text("a \"\\\n\u{1}\t\u{301}\u{1F600}\u{2028} b")
    journey.wasHelped = true
    store.carry(journey)
    try store.close()
    let again = try SQLiteStore.open(in: folder)
    #expect(try again.session(journey.session) == .under(journey))
    #expect(
      try again.link(link)
        == Link(collection: collection, isSpent: false, session: journey.session))
    let kept = again.finishNow(journey.session, with: Fixture.response(collection))
    #expect(kept == .success(.stored))
    #expect(try again.link(link) == Link(collection: collection, isSpent: true, session: nil))
    try again.close()
  }

  @Test(arguments: Engine.allCases)
  func `a finished journey is not revived by what comes late`(engine: Engine) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    let journey = Fixture.journey(collection)
    store.carry(journey)
    _ = store.finishNow(journey.session, with: Fixture.response(collection))
    store.carry(journey)
    try store.settle()
    // Also when only the disk remembers that it is finished.
    store.sessions.forget(journey.session)
    store.carry(journey)
    try store.settle()
    let finished = SessionState.finished(
      collection: collection, audience: "12-17", language: .english)
    #expect(try store.session(journey.session) == finished)
    store.leave(journey.session, on: Fixture.day)
    try store.settle()
    #expect(try store.number("SELECT count(*) FROM dropouts") == 0)
  }

  @Test(arguments: Engine.allCases)
  func `a journey that was left leaves only the last question reached`(engine: Engine) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    let journey = Fixture.journey(
      collection, answers: ["heard": .chosen("1"), "safe": .chosen("no")])
    let untouched = Fixture.journey(collection, answers: [:])
    for left in [journey, untouched] {
      store.carry(left)
      store.leave(left.session, on: Fixture.day)
      #expect(try store.session(left.session) == .unknown)
      store.carry(left)
      try store.settle()
      #expect(try store.session(left.session) == .unknown)
      #expect(store.finishNow(left.session, with: Fixture.response(collection)).failure != nil)
    }
    #expect(try store.number("SELECT count(*) FROM journeys") == 0)
    #expect(try store.number("SELECT number FROM dropouts WHERE question = 'heard'") == 1)
    #expect(try store.number("SELECT number FROM dropouts WHERE question = ''") == 1)
    #expect(try store.verify().responses == 0)
  }

  @Test(arguments: Engine.allCases)
  func `an answer carried at the moment of leaving does not stay`(engine: Engine) throws {
    let store = try engine.open()
    let journey = Fixture.journey(try store.openCollection())
    // What `carry` does before its job is queued.
    #expect(store.sessions.carry(journey) == .queueIt)
    store.leave(journey.session, on: Fixture.day)
    try store.settle()
    #expect(store.sessions.takeUnwritten(journey.session) == nil)
    #expect(try store.number("SELECT count(*) FROM journeys") == 0)
    #expect(try store.number("SELECT sum(number) FROM dropouts") == 1)
  }

  @Test(arguments: Engine.allCases)
  func `where the survey keeps partial responses what was said stays`(engine: Engine) throws {
    let store = try engine.open()
    let link = Fixture.token()
    let collection = try store.openCollection(
      Fixture.survey(keepsPartials: true), links: [link], isSingleUse: true)
    let journey = Fixture.journey(collection, link: link, answers: ["safe": .chosen("no")])
    store.carry(journey)
    store.leave(journey.session, on: Fixture.day)
    try store.settle()
    #expect(try store.number("SELECT partial FROM slices JOIN responses ON slice = slices.id") == 1)
    #expect(try store.journeysCounted() == 1)
    // The marked answer reached somebody, and the person is not counted twice.
    #expect(try store.unheardConcerns().map(\.answer) == ["no"])
    #expect(try store.link(link)?.isSpent == true)
    #expect(try store.verify().faults == [])
  }

  @Test(arguments: Engine.allCases)
  func `somebody else's words are not kept when the next person starts again`(
    engine: Engine
  ) throws {
    let store = try engine.open()
    let link = Fixture.token()
    let collection = try store.openCollection(
      Fixture.survey(keepsPartials: true), links: [link], isSingleUse: true)
    let journey = Fixture.journey(collection, link: link, answers: ["safe": .chosen("no")])
    store.carry(journey)
    store.leave(journey.session, on: Fixture.day, keepingWords: false)
    try store.settle()
    #expect(try store.verify().responses == 0)
    #expect(try store.unheardConcerns() == [])
    #expect(try store.number("SELECT number FROM dropouts WHERE question = 'safe'") == 1)
    // The link is for whoever it was given to, and that may be the next person.
    #expect(try store.link(link) == Link(collection: collection, isSpent: false, session: nil))
  }

  @Test(arguments: Engine.allCases)
  func `one journey goes on by a single-use link`(engine: Engine) throws {
    let store = try engine.open()
    let link = Fixture.token()
    let collection = try store.openCollection(links: [link], isSingleUse: true)
    let first = Fixture.journey(collection, link: link)
    let second = Fixture.journey(collection, link: link)
    store.carry(first)
    #expect(try store.link(link)?.session == first.session)
    store.carry(second)
    #expect(try store.link(link)?.session == second.session)
    #expect(try store.session(first.session) == .unknown)
    store.carry(first)
    #expect(store.finishNow(first.session, with: Fixture.response(collection)).failure != nil)
    #expect(
      store.finishNow(second.session, with: Fixture.response(collection)) == .success(.stored))
    // Spent: nobody starts by it again, and it leads to no session.
    let third = Fixture.journey(collection, link: link)
    store.carry(third)
    try store.settle()
    #expect(try store.session(third.session) == .unknown)
    #expect(try store.link(link) == Link(collection: collection, isSpent: true, session: nil))
    #expect(try store.link(Fixture.token()) == nil)
  }

  @Test(arguments: Engine.allCases)
  func `a link that leads elsewhere or an unknown collection carries nothing`(
    engine: Engine
  ) throws {
    let store = try engine.open()
    let open = Fixture.token()
    let collection = try store.openCollection(links: [open])
    for journey in [
      Fixture.journey(collection, link: open), Fixture.journey(collection, link: Fixture.token()),
      Fixture.journey(77),
    ] {
      store.carry(journey)
      try store.settle()
      #expect(try store.session(journey.session) == .unknown)
    }
    #expect(try store.number("SELECT count(*) FROM journeys") == 0)
  }

  @Test(arguments: Engine.allCases)
  func `journeys nobody touched any more are wiped and those that go on are not`(
    engine: Engine
  ) throws {
    let store = try engine.open()
    let collection = try store.openCollection()
    let now = Date(timeIntervalSince1970: 1_784_000_000)
    let old = (0..<7).map { _ in Fixture.journey(collection, touched: now - 100_000) }
    let new = Fixture.journey(collection, touched: now)
    for journey in old + [new] { store.carry(journey) }
    _ = store.finishNow(old[0].session, with: Fixture.response(collection))
    let long = Double(LiveJourney.hoursKept) * 3600
    #expect(try store.wipeJourneys(untouchedSince: now - long, on: Fixture.day) == 6)
    #expect(try store.session(old[1].session) == .unknown)
    #expect(try store.session(new.session) == .under(new))
    #expect(try store.number("SELECT sum(number) FROM dropouts") == 6)
    // The thank-you is kept a day longer at most, as only the day of it is known.
    _ = try store.wipeJourneys(untouchedSince: now, on: Fixture.day)
    #expect(try store.number("SELECT count(*) FROM journeys WHERE finished = 1") == 0)
  }
}

extension SQLiteStore {
  /// The first number a query gives; 0 when there is none.
  func number(_ sql: String) throws -> Int { try read { try Int.fetchOne($0, sql: sql) ?? 0 } }
}
