public import Foundation

/// What the server keeps of a visit to a kiosk.
public struct KioskVisit: Sendable, Hashable {
  /// Somebody who stopped, of whom only how far they got is kept.
  public struct Dropout: Sendable, Hashable {
    public var collection: Int
    public var audience: String
    public var language: Language
    public var day: Day
    public var wasHelped: Bool
    /// The id of the last question they answered; nil for none.
    public var last: String?

    public init(
      collection: Int, audience: String, language: Language, day: Day, wasHelped: Bool,
      last: String?
    ) {
      (self.collection, self.audience, self.language) = (collection, audience, language)
      (self.day, self.wasHelped, self.last) = (day, wasHelped, last)
    }
  }

  public enum Remains: Sendable, Hashable {
    case response(HandedIn, signs: Set<Misuse>)
    case dropout(Dropout)
  }

  /// The visit's number on its device.
  public var number: Int
  public var remains: Remains

  public init(number: Int, remains: Remains) { (self.number, self.remains) = (number, remains) }

  /// What is kept of `record`, a visit that ended on `day`: a response where the person sent it, or
  /// left and the survey keeps partial responses; how far they got otherwise.
  public init(_ record: KioskRecord, of survey: Survey, on day: Day) {
    number = record.number
    let isPartial = record.ending != .sent
    if case .left(let last) = record.ending, !survey.keepsPartials || record.answers.isEmpty {
      remains = .dropout(
        Dropout(
          collection: record.collection, audience: record.audience, language: record.language,
          day: day, wasHelped: record.wasHelped,
          last: last.flatMap { survey.question($0) }?.id))
      return
    }
    // A concern must not be missed because the way to it looks odd from here.
    let said = survey.questions.compactMap { question in
      record.answers[question.id].map {
        (question: question, answer: Self.tidied($0, to: question, as: record.audience))
      }
    }
    var answers = record.answers
    for (question, answer) in said { answers[question.id] = answer }
    let response = Response(
      id: record.id, collection: record.collection, audience: record.audience,
      language: record.language, channel: .kiosk, day: day, wasHelped: record.wasHelped,
      isPartial: isPartial, answers: answers)
    let concerns = Concern.raised(
      by: said, as: record.audience, in: record.collection, on: day)
    remains = .response(
      HandedIn(response, raising: concerns), signs: Misuse.signs(in: record, of: survey))
  }

  /// Words as they are read everywhere, without control characters.
  private static func tidied(
    _ answer: Answer, to question: Question, as audience: String
  ) -> Answer {
    guard case .text(let words) = answer, question.kind == .text,
      case .answer(let tidy) = question.read([words], as: audience)
    else { return answer }
    return tidy
  }
}

extension KioskMoment {
  /// The day of this moment by the server's clock.
  ///
  /// In one boot the device's seconds are right whatever its wall clock says; after another boot
  /// there is only that, held between the day the device enrolled and today.
  ///
  /// - Parameters:
  ///   - asked: What the device's clocks said as it sent its request.
  ///   - now: When the request arrived.
  ///   - enrolled: The day the device enrolled, before which it cannot have asked anybody.
  ///   - zone: The authority's time zone.
  /// - Returns: The day, never before `enrolled` and never after today.
  public func day(
    seenAt asked: KioskMoment, now: Date, enrolled: Day, in zone: TimeZone
  ) -> Day {
    let today = Day(now, in: zone)
    let instant: Date
    if boot == asked.boot, 0 <= elapsed, elapsed <= asked.elapsed {
      instant = now.addingTimeInterval(-Double(asked.elapsed - elapsed))
    } else {
      instant = Date(timeIntervalSince1970: Double(wall))
    }
    if instant >= now { return max(enrolled, today) }
    // Calendars have no year for what is thousands of years back.
    if instant.timeIntervalSince1970 <= 0 { return enrolled }
    return min(max(Day(instant, in: zone), enrolled), max(enrolled, today))
  }
}
