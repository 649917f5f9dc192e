/// A share over time: one series after another, each with limits of its own.
struct ControlChart: Sendable, Hashable {
  let series: [ControlSeries]

  /// A chart of the points in order of time.
  init(_ points: [SeriesPoint]) { series = points.series.map(ControlSeries.init) }

  /// Whether the newest point that is told has a part in what a rule found: news, and not only a
  /// memory of it.
  var isSignalNow: Bool {
    guard let newest = series.last, let last = newest.points.lastIndex(where: { $0.share != nil })
    else { return false }
    return !newest.signals[last].isEmpty
  }

  /// The picture of it; `label` names a point's period.
  func course(label: (SeriesPoint) -> String) -> Chart.Course {
    let points = series.enumerated().flatMap { number, series in
      series.points.indices.map { index in
        let (point, standing) = (series.points[index], series.standings[index])
        return Chart.Course.Point(
          label: label(point), share: point.share?.tenths, mean: standing?.mean.inTenths,
          lower: standing?.lower.inTenths, upper: standing?.upper.inTenths,
          isSignal: !series.signals[index].isEmpty, isBreak: number > 0 && index == 0)
      }
    }
    return Chart.Course(points: points, areTrial: series.last?.areTrial ?? false)
  }
}
