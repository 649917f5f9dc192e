import Foundation
import Glibc
import SurveyCore

/// The kiosk's clocks: the wall clock read once, and from there on the one that only goes forward.
///
/// A wall clock on a waiting room's computer may be years out, and jumps when somebody sets it.
struct Clock: Sendable {
  /// The kernel's id of this boot.
  let boot: String
  /// Seconds since the boot, time asleep included.
  let elapsed: @Sendable () -> Double
  private let wallAtBoot: Int

  /// - Parameters:
  ///   - boot: The boot's id.
  ///   - wall: Seconds since 1970 by the wall clock, now.
  ///   - elapsed: Gives the seconds since the boot.
  init(boot: String, wall: Int, elapsed: @escaping @Sendable () -> Double) {
    (self.boot, self.elapsed) = (boot, elapsed)
    wallAtBoot = wall - Int(elapsed())
  }

  /// The clocks of this computer.
  static func system() -> Clock {
    let boot = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
    // Without an id nothing may be compared across programs: this run gets one of its own.
    let id = boot?.trimmingCharacters(in: .whitespacesAndNewlines) ?? UUID().uuidString
    return Clock(boot: id, wall: Int(time(nil)), elapsed: secondsSinceBoot)
  }

  var now: KioskMoment {
    let elapsed = Int(elapsed())
    return KioskMoment(boot: boot, elapsed: elapsed, wall: wallAtBoot + elapsed)
  }
}

private func secondsSinceBoot() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_BOOTTIME, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
