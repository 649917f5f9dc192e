import Foundation
import SurveyCore
import Testing

@testable import Kiosk

struct ClockTests {
  @Test func `the wall clock is read once and goes on by the other`() {
    let hand = HandClock(wall: 5000, elapsed: 70.9)
    hand.pass(100.3)
    #expect(hand.clock.now.elapsed == 171)
    #expect((5100...5101).contains(hand.clock.now.wall))
    #expect(hand.clock.now.boot == "b007-1")
  }

  @Test func `this computer's clocks are what they seem`() {
    let clock = Clock.system()
    #expect(abs(clock.now.wall - Int(Date().timeIntervalSince1970)) <= 1)
    #expect(clock.now.boot.count == 36)
    #expect(clock.elapsed() > 0)
  }

  @Test func `it backs off twice as long each time, never exactly, to five minutes`() {
    var least = BackOff { 0 }
    var most = BackOff { 0.999_999 }
    let pairs = (0..<40).map { _ in (least.next(), most.next()) }
    #expect(pairs[0].0 == 0.5)
    #expect(pairs.allSatisfy { $0 < $1 && $1 <= 300 })
    #expect(pairs[39].0 == 150)
    least.reset()
    #expect(least.next() == 0.5)
  }

  @Test func `a bell that was rung does not wait`() {
    let bell = Bell()
    bell.ring()
    bell.ring()
    let clock = Clock.system()
    let before = clock.elapsed()
    bell.wait(20)
    #expect(clock.elapsed() - before < 10)
    bell.wait(0.05)
    #expect(clock.elapsed() - before >= 0.05)
  }
}
