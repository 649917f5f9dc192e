public import Foundation

/// One visit to a kiosk, as it is sealed at its end and opened by the server alone.
public struct KioskRecord: Sendable, Hashable, Codable, Identifiable {
  /// Minted at the first answer.
  public var id: UUID
  /// 1, 2, … on this device and never used twice, so that the server sees that one is missing.
  public var number: Int
  public var finished: KioskMoment
  /// Seconds from the first question to the end.
  public var seconds: Int
  /// Seconds from the end of the visit before to the end of this one, where this run of the program
  /// saw both.
  public var sinceLast: Int?
  public var collection: Int
  public var audience: String
  public var language: Language
  public var wasHelped: Bool
  public var ending: Ending
  /// Answers on the route, by question id; empty where the visit ended early and the survey keeps
  /// no partial responses.
  public var answers: [String: Answer]

  /// How a visit ended.
  public enum Ending: Sendable, Hashable, Codable {
    /// The person sent the answers.
    case sent
    /// The person left or went away; the id of the last question they answered, nil for none.
    case left(after: String?)
  }

  public init(
    id: UUID, number: Int, finished: KioskMoment, seconds: Int, sinceLast: Int?, collection: Int,
    audience: String, language: Language, wasHelped: Bool, ending: Ending,
    answers: [String: Answer]
  ) {
    (self.id, self.number, self.finished, self.seconds) = (id, number, finished, seconds)
    (self.sinceLast, self.collection, self.audience) = (sinceLast, collection, audience)
    (self.language, self.wasHelped, self.ending) = (language, wasHelped, ending)
    self.answers = answers
  }
}

/// When something happened by a kiosk's own clocks, which may be wrong: the server corrects.
public struct KioskMoment: Sendable, Hashable, Codable {
  /// The kernel's id of the boot: `elapsed` can be compared within one only.
  public var boot: String
  /// Seconds since the boot, sleep included (`CLOCK_BOOTTIME`).
  public var elapsed: Int
  /// Seconds since 1970: the wall clock read once at the program's start, and `elapsed` added.
  public var wall: Int

  public init(boot: String, elapsed: Int, wall: Int) {
    (self.boot, self.elapsed, self.wall) = (boot, elapsed, wall)
  }
}
