import SurveyCore

/// What is told of one month or one quarter, in a series over time.
struct SeriesPoint: Sendable, Hashable {
  let from: Month
  let through: Month
  /// Nil where it is withheld, or where nobody answered.
  let share: Share?
  /// Whether what is asked changed since the point before, so that the two are never read together.
  let isBreak: Bool

  init(from: Month, through: Month, share: Share?, isBreak: Bool = false) {
    (self.from, self.through, self.share, self.isBreak) = (from, through, share, isBreak)
  }

  /// Whether enough answered for a month of its own.
  var isThick: Bool { (share?.n ?? 0) >= SeriesPoint.enoughForMonth }

  /// Fewer answers in a month than this, and chance moves it so far that only quarters say anything:
  /// with 20 answers and a share of 85 % the limits run from about 60 to 100 %.
  static let enoughForMonth = 20
}

extension [SeriesPoint] {
  /// The months where they are thick enough, otherwise the quarters: both in order of time, and the
  /// months those of the quarters.
  ///
  /// The newest quarters whose three months each have enough answers are shown by month, where they
  /// make a year, or are all there are.
  static func monthsOrQuarters(months: [SeriesPoint], quarters: [SeriesPoint]) -> [SeriesPoint] {
    let byQuarter = Dictionary(grouping: months, by: \.from.quarterStart)
    let thick = quarters.reversed().prefix { quarter in
      let months = byQuarter[quarter.from] ?? []
      return months.count == 3 && months.allSatisfy(\.isThick)
    }
    guard let first = thick.last, thick.count >= 4 || thick.count == quarters.count else {
      return quarters
    }
    return months.filter { $0.from >= first.from }
  }

  /// The points between breaks, in order.
  var series: [[SeriesPoint]] {
    var series: [[SeriesPoint]] = []
    for point in self {
      if point.isBreak || series.isEmpty { series.append([]) }
      series[series.endIndex - 1].append(point)
    }
    return series
  }
}
