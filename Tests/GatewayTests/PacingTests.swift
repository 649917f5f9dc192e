import Foundation
import SurveyCore
import Testing

@Suite struct RateLimitTests {
  let now = Made.noon

  @Test func `a bucket lets a burst through and then its rate, whatever the steps of the clock`() {
    for step in [0.001, 0.01, 0.1, 0.25, 1.0] {
      var bucket = TokenBucket(perSecond: 10, at: now)
      var taken = 0
      for tick in 0..<Int(20 / step) {
        while bucket.take(at: now + Double(tick) * step) { taken += 1 }
      }
      // Ten at once, and ten a second for twenty seconds, less the last step.
      #expect(abs(Double(taken) - (210 - 10 * step)) <= 1)
    }
  }

  @Test func `it says when the next one may go, and that is true`() {
    var bucket = TokenBucket(perSecond: 4, burst: 2, at: now)
    #expect(bucket.next(after: now) == now)
    let first = (0..<3).map { _ in bucket.take(at: now) }
    #expect(first == [true, true, false])
    let next = bucket.next(after: now)
    #expect(next == now + 0.25)
    let then = (0..<2).map { _ in bucket.take(at: next) }
    #expect(then == [true, false])
  }

  @Test func `a clock that is put back fills nothing`() {
    var bucket = TokenBucket(perSecond: 1, at: now)
    let taken = [0.0, -3600, -3599].map { bucket.take(at: now + $0) }
    #expect(taken == [true, false, true])
  }

  @Test func `one person gets ten an hour and thirty a day`() {
    let limits = RecipientLimits()
    var sent: [Date] = []
    var clock = now
    while clock < now + 86_400 {
      let next = limits.next(after: sent, at: clock)
      if next <= clock { sent.append(clock) }
      clock = max(clock + 60, next)
    }
    #expect(sent.count == 30)
    #expect(sent[9] < now + 3600 && sent[10] == now + 3600)
    #expect(limits.next(after: sent, at: now + 40_000) == now + 86_400)
    #expect(limits.next(after: [], at: now) == now)
  }
}

@Suite struct SendOrderTests {
  let now = Made.noon
  let ours: [NumberHash] = (0..<3).compactMap { number in
    NumberHash(bytes: (0..<32).map { _ in UInt8(number) })
  }

  private func waiting(
    _ place: Int, _ person: Int, _ urgency: TextUrgency, due: TimeInterval = 0
  ) -> WaitingText {
    WaitingText(
      reference: Self.reference(place), place: place, recipient: ours[person], urgency: urgency,
      due: now + due)
  }

  private static func reference(_ place: Int) -> UUID {
    Made.id("00000000-0000-4000-8000-\(String(100_000_000_000 + place))")
  }

  private func turn(_ all: [WaitingText], sent: [NumberHash: [Date]] = [:]) -> SendTurn {
    SendOrder().turn(of: all, sent: sent, at: now)
  }

  @Test func `safety goes before replies, and replies before the rest`() {
    let all = [
      waiting(1, 0, .whenAwake), waiting(2, 1, .reply), waiting(3, 2, .safety),
      waiting(4, 2, .reply),
    ]
    #expect(turn(all) == .send(Self.reference(3)))
    #expect(turn(all.filter { $0.urgency != .safety }) == .send(Self.reference(2)))
    #expect(turn([all[0]]) == .send(Self.reference(1)))
    #expect(turn([]) == .nothing)
  }

  @Test func `nobody's turn comes before it is due`() {
    #expect(turn([waiting(1, 0, .reply, due: 60)]) == .wait(until: now + 60))
    let all = [waiting(1, 0, .reply, due: 60), waiting(2, 1, .whenAwake)]
    #expect(turn(all) == .send(Self.reference(2)))
  }

  @Test func `what one person is sent keeps its order, but for safety and help`() {
    let all = [waiting(1, 0, .reply, due: 300), waiting(2, 0, .reply)]
    #expect(turn(all) == .wait(until: now + 300))
    #expect(turn(all + [waiting(3, 0, .safety)]) == .send(Self.reference(3)))
    #expect(turn(all + [waiting(3, 0, .help)]) == .send(Self.reference(3)))
  }

  @Test func `a person who had enough waits, others do not, and safety never does`() {
    let sent = [ours[0]: (0..<10).map { now - Double($0) }]
    #expect(turn([waiting(1, 0, .reply)], sent: sent) == .wait(until: now + 3591))
    let both = [waiting(1, 0, .reply), waiting(2, 1, .whenAwake)]
    #expect(turn(both, sent: sent) == .send(Self.reference(2)))
    #expect(turn([waiting(1, 0, .safety)], sent: sent) == .send(Self.reference(1)))
    #expect(turn([waiting(1, 0, .help)], sent: sent) == .wait(until: now + 3591))
  }

  @Test func `everything is sent in the end, once`() {
    var chance = Chance(state: 9)
    var all = (0..<25).map { place in
      waiting(
        place, Int.random(in: 0..<3, using: &chance),
        TextUrgency.allCases.randomElement(using: &chance) ?? .reply,
        due: Double.random(in: 0...600, using: &chance))
    }
    var (clock, sent, order) = (now, [NumberHash: [Date]](), [UUID]())
    loop: while true {
      switch SendOrder().turn(of: all, sent: sent, at: clock) {
      case .nothing: break loop
      case .wait(let until):
        #expect(until > clock)
        clock = until
      case .send(let reference):
        guard let at = all.firstIndex(where: { $0.reference == reference }) else { break loop }
        #expect(all[at].due <= clock)
        sent[all[at].recipient, default: []].append(clock)
        order.append(all.remove(at: at).reference)
      }
    }
    #expect(Set(order).count == 25)
  }
}
