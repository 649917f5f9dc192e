import Foundation
import SQLiteStore
import SurveyCore
import TestSupport
import Testing

@testable import Texting

/// The messenger between a real store and a gateway made up here.
@Suite struct MessengerTests {
  private final class Line: @unchecked Sendable {
    let store: SQLiteStore
    let texts: SQLiteTexts
    let collection: Int
    private let lock = NSLock()
    private var bodies: [String] = []
    private var references: [String] = []
    var answer: @Sendable (Int) -> WireAnswer = { _ in
      .response(WireResponse(202, type: "text/plain", "0: Accepted for delivery"))
    }

    init() throws {
      store = try SQLiteStore.inMemory()
      let survey = try Package.survey("parents-and-carers")
      let edition = try store.publish(survey, on: Day(Date(), in: .gmt))
      collection = try store.open(
        Opening(
          edition: edition.id, place: "Here", audience: "parent-carer", isSingleUse: true,
          promise: .confidential, links: [], day: Day(Date(), in: .gmt)))
      var rules = TextRules(zone: .gmt)
      (rules.from, rules.until) = (0, 24 * 60)
      texts = SQLiteTexts(
        store,
        TextHouse(
          key: try NumberKey(master: Array(0..<32)),
          authority: Authority(
            name: "Testshire", readers: [.english: "the team"], contacts: [],
            leaveTo: "https://www.bbc.co.uk/weather", isMadeUp: false),
          rules: rules, gateway: Self.gateway.traits))
    }

    static let gateway = KannelGateway(
      .init(
        sending: "http://127.0.0.1:1/", username: "heard", password: Secret("p"),
        sender: "07700900456", secret: Secret("s"), ours: "http://127.0.0.1/text/kannel"))

    func send(_ request: WireRequest) -> WireAnswer {
      let count = lock.withLock {
        bodies.append(String(decoding: request.body, as: UTF8.self))
        references.append(request.header("X-Kannel-DLR-URL") ?? "")
        return bodies.count
      }
      return answer(count)
    }

    var sent: [String] { lock.withLock { bodies } }
    var distinct: Int { lock.withLock { Set(references).count } }

    func messenger(
      perSecond: Double = 1000, threads: Int = 4,
      clock: @escaping @Sendable () -> Date = { Date() }
    ) -> Messenger {
      Messenger(
        texts, through: Self.gateway, pace: .init(perSecond: perSecond, threads: threads, claim: 4),
        clock: clock, send: send)
    }

    func invite(_ count: Int) throws {
      let people = try (0..<count).map { index in
        TextInvitation(
          number: try PhoneNumber("+4477009\(10_000 + index)"), language: .english,
          audience: "parent-carer")
      }
      let outcomes = try texts.invite(people, to: collection, at: Date())
      #expect(outcomes.allSatisfy { $0 == .invited })
    }

    func wait(for count: Int, seconds: Double = 10) {
      let end = Date() + seconds
      while sent.count < count, Date() < end { Thread.sleep(forTimeInterval: 0.01) }
    }
  }

  @Test func `everything that waits is sent once, by several threads`() throws {
    let line = try Line()
    try line.invite(200)
    let messenger = line.messenger()
    try messenger.start()
    line.wait(for: 200)
    Thread.sleep(forTimeInterval: 0.1)
    messenger.stop()
    #expect(line.sent.count == 200)
    #expect(line.distinct == 200)
    #expect(messenger.totals.sent == 200)
  }

  @Test func `a gateway that may have taken a text is not handed it again`() throws {
    let line = try Line()
    line.answer = { _ in .lost }
    try line.invite(1)
    let messenger = line.messenger()
    try messenger.start()
    line.wait(for: 1)
    Thread.sleep(forTimeInterval: 0.2)
    messenger.stop()
    #expect(line.sent.count == 1)
    #expect(messenger.totals.perhaps == 1)
    let second = line.messenger()
    try second.start()
    Thread.sleep(forTimeInterval: 0.2)
    second.stop()
    #expect(line.sent.count == 1)
  }

  @Test func `what was claimed and not handed over when it stops waits again`() throws {
    let line = try Line()
    line.answer = { _ in
      Thread.sleep(forTimeInterval: 0.3)
      return .response(WireResponse(202, type: "text/plain"))
    }
    try line.invite(16)
    let messenger = line.messenger()
    try messenger.start()
    line.wait(for: 1)
    messenger.stop()
    #expect(line.sent.count < 16)
    let waiting = try line.texts.claim(100, at: Date() + 1).texts
    #expect(waiting.count == 16 - line.sent.count)
    #expect(waiting.allSatisfy { $0.doubt == nil && $0.tries == 0 })
  }

  @Test func `no more than the pace allows are sent`() throws {
    let line = try Line()
    try line.invite(40)
    let messenger = line.messenger(perSecond: 10)
    try messenger.start()
    Thread.sleep(forTimeInterval: 1)
    messenger.stop()
    #expect((10...24).contains(line.sent.count))
  }

  @Test func `a gateway that is away for hours loses nothing, and is tried ever less often`() throws
  {
    /// A clock that is moved on by hand.
    final class Hand: @unchecked Sendable {
      private let lock = NSLock()
      private var now = Date()
      var time: Date { lock.withLock { now } }
      func move(_ seconds: TimeInterval) { lock.withLock { now += seconds } }
    }
    let (line, hand) = (try Line(), Hand())
    line.answer = { _ in .notReached }
    try line.invite(1)
    let messenger = line.messenger(threads: 1, clock: { hand.time })
    try messenger.start()
    line.wait(for: 1)
    for _ in 0..<120 {
      hand.move(30)
      messenger.nudge()
      Thread.sleep(forTimeInterval: 0.005)
    }
    let tries = line.sent.count
    #expect((10...70).contains(tries), "\(tries) tries in an hour")
    #expect(messenger.totals.held == .notReached)
    #expect(messenger.totals.failed == 0)
    line.answer = { _ in .response(WireResponse(202, type: "text/plain")) }
    hand.move(61)
    messenger.nudge()
    line.wait(for: tries + 1)
    Thread.sleep(forTimeInterval: 0.05)
    messenger.stop()
    #expect(messenger.totals.sent == 1)
    #expect(line.distinct == 1)
  }

  @Test func `a gateway that refuses our password is left in peace`() throws {
    let line = try Line()
    line.answer = { _ in .response(WireResponse(403, type: "text/plain")) }
    try line.invite(60)
    let messenger = line.messenger()
    try messenger.start()
    Thread.sleep(forTimeInterval: 0.5)
    #expect(messenger.totals.held == .credentials)
    messenger.stop()
    #expect(line.sent.count <= 16)
    let waiting = try line.texts.claim(100, at: Date() + 301).texts
    #expect(waiting.count == 60)
    #expect(waiting.allSatisfy { $0.tries == 0 && $0.doubt == nil })
  }
}
