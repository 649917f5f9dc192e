/// The points between two breaks, with the limits within which chance alone keeps them.
///
/// The limits come from all points of the series, the newest included: a year or three of quarters
/// is too little to set some aside.
struct ControlSeries: Sendable, Hashable {
  /// How the limits were found.
  enum Method: Sendable, Hashable {
    /// From how chance moves a share of so many people.
    case proportions
    /// From how far the points move from one to the next.
    case individuals
    /// There are too few points.
    case none
  }

  /// Fewer points than this, a year of quarters, have no limits.
  static let fewest = 4
  /// Fewer points than this have none by an XmR chart: with four steps or less they would be so wide
  /// that next to nothing could lie outside them.
  static let fewestForIndividuals = 7
  /// Fewer points than this make trial limits: they will move as points come in.
  static let fewestForFirmLimits = 12

  let points: [SeriesPoint]
  let method: Method
  /// One for each point, in order; nil where there is no share or there are no limits.
  let standings: [Standing?]
  /// One for each point, in order.
  let signals: [Set<Signal>]

  init(_ points: [SeriesPoint]) {
    let shares = points.map(\.share)
    let told = shares.compactMap(\.self)
    let limits = told.count < Self.fewest ? nil : Self.limits(shares, told.count)
    (self.points, method) = (points, limits?.method ?? .none)
    standings = limits?.standings ?? Array(repeating: nil, count: points.count)
    signals = Signal.found(in: standings)
  }

  /// How many shares the limits rest on.
  var told: Int { points.count { $0.share != nil } }

  var areTrial: Bool { method != .none && told < Self.fewestForFirmLimits }

  /// Limits for shares, some of which may be missing.
  ///
  /// A p chart knows only of chance. Where its conditions do not hold, or the points move from one
  /// to the next by much more than chance would move them, an XmR chart takes the limits from the
  /// points themselves, as Making Data Count does throughout.
  private static func limits(
    _ shares: [Share?], _ told: Int
  ) -> (method: Method, standings: [Standing?])? {
    if let chart = ProportionChart(shares), chart.holds {
      return (.proportions, chart.standings)
    }
    guard told >= fewestForIndividuals, let chart = IndividualsChart(shares.map { $0?.part })
    else { return nil }
    return (.individuals, chart.standings)
  }
}
