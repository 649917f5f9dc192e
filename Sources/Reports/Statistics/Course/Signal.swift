/// What chance alone rarely does: the four rules of NHS England's Making Data Count, and no other.
///
/// They say where to ask what happened, not whether it is good. A point that is missing ends every
/// run: nobody knows on which side of the mean it was.
enum Signal: Sendable, Hashable, CaseIterable {
  /// A point outside the limits.
  case outside
  /// Seven points running on one side of the mean; one on the mean ends the run.
  case run
  /// Seven points running, each higher than the one before, or each lower.
  case trend
  /// Two of three points running beyond two thirds of the way to the same limit. The third may be
  /// anywhere, which is a little wider than NHSRplotthedots draws it.
  case near

  /// How many points running make a run or a trend.
  static let length = 7

  /// What each point has a part in.
  static func found(in standings: [Standing?]) -> [Set<Signal>] {
    var found: [Set<Signal>] = standings.map { $0?.isOutside == true ? [.outside] : [] }
    for start in standings.indices {
      let window = standings[start...].prefix(length).prefix { $0 != nil }.compactMap(\.self)
      if window.count == length, isRun(window) { mark(.run, window.indices, from: start, &found) }
      if window.count == length, isTrend(window) {
        mark(.trend, window.indices, from: start, &found)
      }
      mark(.near, near(Array(window.prefix(3))), from: start, &found)
    }
    return found
  }

  private static func mark(
    _ signal: Signal, _ places: some Sequence<Int>, from start: Int, _ found: inout [Set<Signal>]
  ) {
    for place in places { found[start + place].insert(signal) }
  }

  private static func isRun(_ window: [Standing]) -> Bool {
    abs(window.reduce(0) { $0 + $1.side }) == window.count
  }

  private static func isTrend(_ window: [Standing]) -> Bool {
    let steps = zip(window, window.dropFirst())
    return steps.allSatisfy { $0.value < $1.value } || steps.allSatisfy { $0.value > $1.value }
  }

  /// Which of up to three points are near the same limit, where at least two are.
  private static func near(_ window: [Standing]) -> [Int] {
    for side in [-1, 1] {
      let near = window.indices.filter { window[$0].side == side && window[$0].isNearLimit }
      if near.count >= 2 { return near }
    }
    return []
  }
}
