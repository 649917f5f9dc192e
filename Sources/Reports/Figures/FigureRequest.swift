public import SurveyCore

/// What a quarter's figures may be broken down by: one at a time, never across each other.
public enum Breakdown: String, Sendable, Hashable, CaseIterable {
  case audience, channel, helped, place

  var axis: Axis {
    switch self {
    case .audience: .audience
    case .channel: .channel
    case .helped: .helped
    case .place: .place
    }
  }
}

/// Which figures are asked for.
public struct FigureRequest: Sendable, Hashable {
  public var survey: String
  /// The first month.
  public var from: Month
  /// The last month.
  public var through: Month
  public var by: Breakdown?

  public init(survey: String, from: Month, through: Month, by: Breakdown? = nil) {
    (self.survey, self.from, self.through, self.by) = (survey, from, through, by)
  }

  /// The first month of the quarter asked for.
  ///
  /// - Throws: `FigureRefusal.quarter` unless the months are one quarter that has ended.
  public func quarter(today: Day) throws(FigureRefusal) -> Month {
    let latest = today.inMonth.quarterStart.adding(-3)
    guard from == from.quarterStart, through == from.adding(2), from <= latest else {
      throw .quarter(nearest: min(from.quarterStart, latest))
    }
    return from
  }

  /// The period asked for, if there are figures for it.
  ///
  /// - Throws: `FigureRefusal` with the nearest quarter there are figures for, unless the months
  ///   are one quarter, or one month of a quarter, and that quarter has ended before `today`.
  func period(today: Day) throws(FigureRefusal) -> Period {
    let quarter = from.quarterStart
    let latest = today.inMonth.quarterStart.adding(-3)
    let nearest = min(quarter, latest)
    let isMonth = from == through
    guard isMonth || (from == quarter && through == quarter.adding(2)) else {
      throw .period(nearest: nearest)
    }
    guard quarter <= latest else {
      throw isMonth && from < today.inMonth
        ? .monthInOpenQuarter(nearest: nearest) : .period(nearest: nearest)
    }
    if isMonth, let by { throw .brokenDownMonth(by, nearest: nearest) }
    return Period(quarter: quarter, month: isMonth ? from : nil)
  }
}

/// A calendar quarter that has ended, or one month of it.
///
/// A month is protected as part of its quarter, since the quarter minus two months is the third.
struct Period: Sendable, Hashable {
  /// The first month of the quarter.
  let quarter: Month
  let month: Month?

  var from: Month { month ?? quarter }
  var through: Month { month ?? quarter.adding(2) }
  var months: ClosedRange<Month> { quarter...quarter.adding(2) }
}

/// Why there are no figures.
public enum FigureRefusal: Error, Sendable, Hashable {
  /// Not one month or one quarter that has ended; the nearest quarter that is starts at `nearest`.
  case period(nearest: Month)
  /// A month that has ended, of a quarter that has not.
  case monthInOpenQuarter(nearest: Month)
  /// Months are too small to be broken down.
  case brokenDownMonth(Breakdown, nearest: Month)
  /// Not a quarter that has ended, which is what a report is about.
  case quarter(nearest: Month)
  /// No edition of a survey with this id was published.
  case unknownSurvey(String)
  /// No survey was published by the end of the quarter.
  case nothingPublished
  /// Nobody answered in the quarter, or too few for anything to be told.
  case nothingTold
  case store(StoreError)
}
