import Foundation
import SurveyCore
import TestSupport
import Testing

@testable import Kiosk

struct PINGuardTests {
  @Test func `the right digits open, and wrong ones count down`() throws {
    let kiosk = try TestKiosk()
    #expect(kiosk.desk.tryPIN("402958") == .wrong(triesLeft: 4))
    #expect(kiosk.desk.tryPIN("") == .wrong(triesLeft: 3))
    #expect(kiosk.desk.tryPIN("402957") == .right)
    #expect(kiosk.desk.tryPIN("000000") == .wrong(triesLeft: 4))
    #expect(kiosk.pins.unreported == 3)
  }

  @Test func `five wrong ones lock it for longer each time, for the right one too`() throws {
    let kiosk = try TestKiosk()
    for minutes in [5, 15, 60, 60] {
      for left in [4, 3, 2, 1] {
        #expect(kiosk.desk.tryPIN("111112") == .wrong(triesLeft: left))
      }
      #expect(kiosk.desk.tryPIN("111112") == .locked(seconds: minutes * 60))
      kiosk.hand.pass(Double(minutes * 60 - 1))
      #expect(kiosk.desk.tryPIN("402957") == .locked(seconds: 1))
      kiosk.hand.pass(1)
    }
    #expect(kiosk.desk.tryPIN("402957") == .right)
    for _ in 0..<4 { _ = kiosk.desk.tryPIN("111112") }
    #expect(kiosk.desk.tryPIN("111112") == .locked(seconds: 300))
  }

  @Test func `a restart forgets nothing, and a new boot begins the lock again`() throws {
    let kiosk = try TestKiosk()
    for _ in 0..<5 { _ = kiosk.desk.tryPIN("111112") }
    kiosk.hand.pass(200)
    let again = PINGuard(home: kiosk.home, kiosk.device.pin, clock: kiosk.hand.clock)
    #expect(again.attempt("402957") == .locked(seconds: 100))
    let rebooted = HandClock(boot: "b007-2", elapsed: 5)
    let other = PINGuard(home: kiosk.home, kiosk.device.pin, clock: rebooted.clock)
    #expect(other.attempt("402957") == .locked(seconds: 300))
    rebooted.pass(300)
    #expect(other.attempt("402957") == .right)
  }

  @Test func `wrong ones are told once, in a heartbeat that arrived`() throws {
    let kiosk = try TestKiosk()
    _ = kiosk.desk.tryPIN("111112")
    _ = kiosk.desk.tryPIN("111112")
    kiosk.run(1)
    kiosk.hand.pass(300)
    kiosk.run(1)
    #expect(kiosk.server.beats.map(\.wrongPINs) == [2, 0])
  }
}
