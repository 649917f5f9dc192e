/// What a chart over time shows, in the words of its title.
extension ControlChart {
  /// Such as `higher in Jul–Sep 2026 than chance alone explains`, to stand after what the chart is
  /// of; `label` names a point's period.
  ///
  /// It speaks of the newest series only, and first of its newest point.
  func finding(label: (SeriesPoint) -> String) -> String {
    guard let newest = series.last, newest.method != .none else {
      return StatisticsWords.tooFew
    }
    guard let index = newest.signals.lastIndex(where: { !$0.isEmpty }),
      let standing = newest.standings[index], let signal = newest.strongest(at: index)
    else {
      return StatisticsWords.nothingFound(
        since: newest.points.first.map(label) ?? "", areTrial: newest.areTrial, points: newest.told)
    }
    let isNow = index == newest.standings.lastIndex { $0 != nil }
    let period = label(newest.points[index])
    return StatisticsWords.found(
      signal, isHigh: newest.isHigh(signal, at: index, standing), in: period, isNow: isNow)
  }

  /// How the newest limits were found, and how firm they are; nil where there are none.
  var method: String? {
    guard let newest = series.last else { return nil }
    let method: String? =
      switch newest.method {
      case .proportions: StatisticsWords.proportions
      case .individuals: StatisticsWords.individuals
      case .none: nil
      }
    return method.map { newest.areTrial ? $0 + " " + StatisticsWords.trial(newest.told) : $0 }
  }
}

extension ControlSeries {
  /// The signal at a point that says most, if there is any.
  fileprivate func strongest(at index: Int) -> Signal? {
    Signal.allCases.first { signals[index].contains($0) }
  }

  /// Whether a signal is about high values, or rising ones.
  fileprivate func isHigh(_ signal: Signal, at index: Int, _ standing: Standing) -> Bool {
    guard signal == .trend else { return standing.side > 0 }
    let before = index > 0 ? standings[index - 1] : nil
    // The last point of a trend always has one before it.
    return before.map { $0.value < standing.value } ?? false
  }
}
