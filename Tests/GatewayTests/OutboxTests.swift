import Foundation
import SurveyCore
import Testing

@Suite struct DeliveryTests {
  @Test func `receipts in any order, and twice, end the same, and the first end stays`() {
    var chance = Chance(state: 41)
    for _ in 0..<2000 {
      let receipts = (0..<6).compactMap { _ in TextDelivery.allCases.randomElement(using: &chance) }
      var (state, seen) = (TextDelivery.perhapsSent, [TextDelivery.perhapsSent])
      for receipt in receipts {
        state = state.after(receipt: receipt)
        seen.append(state)
        #expect(state.after(receipt: receipt) == state)
      }
      let firstEnd = receipts.first(where: \.isFinal)
      #expect(firstEnd.map { $0 == state } ?? !state.isFinal)
      #expect(!seen.contains(.queued))
    }
  }

  @Test(arguments: [
    (TextDelivery.sent, TextDelivery.delivered, TextDelivery.delivered),
    (.delivered, .sent, .delivered), (.delivered, .undelivered, .delivered),
    (.refused, .delivered, .refused), (.perhapsSent, .sent, .sent), (.sent, .perhapsSent, .sent),
    (.queued, .delivered, .delivered), (.sent, .queued, .sent),
  ])
  func `a message only gets further`(
    _ state: TextDelivery, _ receipt: TextDelivery, _ expected: TextDelivery
  ) {
    #expect(state.after(receipt: receipt) == expected)
  }

  private func receipt(
    _ delivery: TextDelivery, _ failure: TextReceipt.Failure? = nil
  ) -> TextReceipt {
    TextReceipt(reference: nil, id: "1", delivery: delivery, failure: failure)
  }

  @Test func `a wrong number is left alone at once, an unreachable one after three`() {
    var wrong = NumberStanding()
    wrong.heed(receipt(.refused, .permanent))
    #expect(wrong.isDisabled)
    wrong.heed(receipt(.delivered))
    #expect(wrong.isDisabled)

    var off = NumberStanding()
    off.heed(receipt(.undelivered, .temporary))
    off.heed(receipt(.undelivered, .temporary))
    off.heed(receipt(.delivered))
    #expect(off.misses == 0)
    for misses in 1...3 {
      #expect(!off.isDisabled)
      off.heed(receipt(.undelivered, .temporary))
      #expect(off.misses == misses)
    }
    #expect(off.isDisabled)
  }

  @Test func `what is not the number's fault does not count against it`() {
    var standing = NumberStanding()
    standing.heed(receipt(.refused, .technical))
    standing.heed(receipt(.undelivered, .technical))
    #expect(standing == NumberStanding())
    standing.heed(receipt(.refused, .optedOut))
    #expect(standing.isDisabled)
  }
}

@Suite struct SendRulesTests {
  let rules = SendRules()
  let now = Made.noon

  private func step(_ outcome: SendOutcome, tries: Int = 1, canAsk: Bool = false) -> OutboxStep {
    rules.step(after: outcome, tries: tries, canAsk: canAsk, at: now)
  }

  @Test func `only what passes is tried again: after 5 minutes, after 10, then no more`() {
    #expect(step(.retry(after: nil), tries: 1) == .sendAgain(at: now + 300))
    #expect(step(.retry(after: nil), tries: 2) == .sendAgain(at: now + 600))
    #expect(step(.retry(after: nil), tries: 3) == .failed(.tooManyTries))
    #expect(step(.retry(after: 900), tries: 1) == .sendAgain(at: now + 900))
    #expect(step(.refused(.wrongNumber)) == .failed(.refused(.wrongNumber)))
    #expect(step(.optedOut) == .optedOut)
    #expect(step(.accepted(id: "1")) == .sent(id: "1", .sent))
  }

  @Test func `what may have been sent is never sent again blindly`() {
    for tries in 1...5 {
      #expect(step(.perhaps, tries: tries) == .perhapsSent)
      #expect(
        step(.perhaps, tries: tries, canAsk: true) == .ask(at: now + 300 * Double(tries)))
    }
    #expect(rules.stepAfterRestart(canAsk: false, at: now) == .perhapsSent)
    #expect(rules.stepAfterRestart(canAsk: true, at: now) == .ask(at: now))
  }

  @Test func `too fast, or a wrong key, holds everything and costs no try`() {
    #expect(
      step(.hold(.tooFast, seconds: 10), tries: 3) == .hold(until: now + 10, .tooFast))
    #expect(step(.hold(.credentials, seconds: 0)) == .hold(until: now + 1, .credentials))
  }

  @Test func `a gateway that is not there costs no try, and is tried for ever`() {
    for (absences, seconds) in [(1, 5), (2, 10), (3, 20), (4, 40), (5, 60), (5000, 60)] {
      let until = now + TimeInterval(seconds)
      let step = rules.step(
        after: SendOutcome.notReached, tries: 3, canAsk: true, absences: absences, at: now)
      #expect(step == .hold(until: until, .notReached))
      let asking = rules.step(
        after: Lookup.notReached, tries: 3, asked: 12, handedOver: now - 9000, absences: absences,
        at: now)
      #expect(asking == .holdAsking(until: until, .notReached))
    }
  }

  private func asked(
    _ lookup: Lookup, tries: Int = 1, asked: Int = 1, ago: TimeInterval = 300
  ) -> OutboxStep {
    rules.step(after: lookup, tries: tries, asked: asked, handedOver: now - ago, at: now)
  }

  @Test func `a message is sent again once the gateway says it has it not, and not sooner`() {
    #expect(asked(.found(id: "1", .delivered)) == .sent(id: "1", .delivered))
    #expect(asked(.notFound, ago: 299) == .ask(at: now + 1))
    #expect(asked(.notFound, ago: 300) == .sendAgain(at: now))
    #expect(asked(.notFound, tries: 3) == .failed(.tooManyTries))
    #expect(asked(.unknown) == .ask(at: now + 300))
    #expect(asked(.unknown, asked: 12) == .perhapsSent)
  }

  @Test func `invitations wait outside while too many are in`() {
    #expect(rules.mayCrowd(waiting: 10_000))
    #expect(!rules.mayCrowd(waiting: 10_001))
  }
}

@Suite struct RedeliveryTests {
  private func text(_ body: String, id: String?, second: Double = 0) -> IncomingText {
    IncomingText(id: id, from: Made.number, to: "1", body: body, sent: Made.noon + second)
  }

  private func isRepeat(
    _ text: IncomingText, of earlier: IncomingText, apart: TimeInterval = 1, wrote: Bool = false,
    stable: Bool = true
  ) -> Bool {
    Redelivery().isRepeat(
      text, of: earlier, apart: apart, wroteBetween: wrote, idsAreStable: stable)
  }

  @Test func `the same id is the same message, always`() {
    #expect(isRepeat(text("1", id: "a"), of: text("1", id: "a"), apart: 170_000, wrote: true))
  }

  @Test func `the same words within four seconds are one answer, unless we wrote in between`() {
    let (one, other) = (text("1", id: "a"), text("1", id: "b"))
    #expect(isRepeat(other, of: one, apart: 4))
    #expect(!isRepeat(other, of: one, apart: 5))
    #expect(!isRepeat(other, of: one, apart: 1, wrote: true))
    #expect(!isRepeat(text("2", id: "b"), of: one))
    #expect(isRepeat(text("1", id: nil), of: text("1", id: nil)))
    var another = other
    another.from = "+447700900124"
    #expect(!isRepeat(another, of: one))
  }

  @Test func `Notify's second delivery of one second is one message, however late`() {
    let one = text("1", id: "a")
    #expect(isRepeat(text("1", id: "b", second: 0.4), of: one, apart: 1500, stable: false))
    #expect(!isRepeat(text("1", id: "b", second: 0.4), of: one, apart: 1500, stable: true))
    #expect(!isRepeat(text("1", id: "b", second: 1), of: one, apart: 1500, stable: false))
    #expect(!isRepeat(text("1", id: "b"), of: one, apart: 1500, wrote: true, stable: false))
  }
}
