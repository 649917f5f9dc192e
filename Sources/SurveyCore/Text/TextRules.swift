public import Foundation

/// When texts may be sent, how often we ask again, and when we give up.
public struct TextRules: Sendable, Hashable, Codable {
  /// The zone whose clock people live by; hours of the day are read in it.
  public var zone: TimeZone
  /// Minutes after midnight from which we may text of our own accord.
  public var from: Int
  /// Minutes after midnight from which we may not.
  public var until: Int
  public var onWeekends: Bool
  /// Days after a question was put when somebody silent is reminded. Two at most count, over the
  /// whole conversation.
  public var reminders: [Int]
  /// Days after a question was put when a silent conversation ends.
  public var expiry: Int
  /// How often a reply that fits no answer is asked for again.
  public var asksAgain: Int
  /// Seconds within which the same words are one text sent twice, unless a text of ours left in
  /// between.
  public var echo: TimeInterval
  /// Seconds after somebody texted during which they are taken to be awake.
  public var live: TimeInterval
  /// Seconds before the fixed reply to words that may tell of harm is given again.
  public var safeReply: TimeInterval

  public static let mostReminders = 2

  public init(
    zone: TimeZone, from: Int = 9 * 60, until: Int = 20 * 60, onWeekends: Bool = true,
    reminders: [Int] = [1, 2], expiry: Int = 3, asksAgain: Int = 2, echo: TimeInterval = 3,
    live: TimeInterval = 15 * 60, safeReply: TimeInterval = 12 * 3600
  ) {
    (self.zone, self.from, self.until, self.onWeekends) = (zone, from, until, onWeekends)
    (self.reminders, self.expiry, self.asksAgain) = (reminders, expiry, asksAgain)
    (self.echo, self.live, self.safeReply) = (echo, live, safeReply)
  }

  /// The first moment, `now` included, at which a text of this urgency may leave.
  public func earliest(_ urgency: TextUrgency, from now: Date) -> Date {
    urgency == .whenAwake ? waking(now) : now
  }

  /// `now` if we may text then, or the next moment when we may.
  ///
  /// Rules that allow no moment at all allow every moment, rather than none for ever.
  public func waking(_ now: Date) -> Date {
    let calendar = self.calendar
    let midnight = calendar.startOfDay(for: now)
    for day in 0...8 {
      guard let start = calendar.date(byAdding: .day, value: day, to: midnight),
        onWeekends || !calendar.isDateInWeekend(start),
        let open = moment(from, on: start, calendar), let close = moment(until, on: start, calendar)
      else { continue }
      if now < close, open < close { return max(now, open) }
    }
    return now
  }

  /// The same time of the clock, whole days later.
  func days(_ count: Int, after date: Date) -> Date {
    calendar.date(byAdding: .day, value: count, to: date)
      ?? date.addingTimeInterval(TimeInterval(count) * 86_400)
  }

  /// Read off the clock, so that a day of 23 or 25 hours opens and closes at the same time.
  private func moment(_ minutes: Int, on day: Date, _ calendar: Calendar) -> Date? {
    if minutes >= 24 * 60 { return calendar.date(byAdding: .day, value: 1, to: day) }
    return calendar.date(
      bySettingHour: minutes / 60, minute: minutes % 60, second: 0, of: day)
  }

  private var calendar: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    return calendar
  }
}

/// How much a text may wait.
public enum TextUrgency: String, Sendable, Hashable, Codable, CaseIterable {
  /// The fixed reply to words that may tell of harm: at once, at any hour, before all else.
  case safety
  /// Who we are and who helps now, for somebody who asks: at once, at any hour, and before what
  /// else waits for the same person.
  case help
  /// Part of an exchange that is going on: at once, at any hour.
  case reply
  /// Of our own accord, or to somebody who texted a while ago: not in quiet hours.
  case whenAwake

  /// The smaller goes first. As the outbox keeps it.
  public var rank: Int {
    switch self {
    case .safety: 0
    case .help: 1
    case .reply: 2
    case .whenAwake: 3
    }
  }

  public init?(rank: Int) {
    guard let urgency = Self.allCases.first(where: { $0.rank == rank }) else { return nil }
    self = urgency
  }

  /// Whether it may pass what was queued earlier for the same person.
  public var overtakes: Bool { self == .safety || self == .help }
}

/// What a conversation is held about, by whom, and how: all that it needs besides itself.
public struct TextSetting: Sendable {
  public var survey: Survey
  public var authority: Authority
  public var rules: TextRules
  /// Whether the collection still takes answers.
  public var isOpen: Bool
  /// Whether the gateway itself answers a lone STOP, so that we must not as well.
  public var gatewayAnswersStop: Bool

  public init(
    survey: Survey, authority: Authority, rules: TextRules, isOpen: Bool = true,
    gatewayAnswersStop: Bool = false
  ) {
    (self.survey, self.authority, self.rules) = (survey, authority, rules)
    (self.isOpen, self.gatewayAnswersStop) = (isOpen, gatewayAnswersStop)
  }
}
