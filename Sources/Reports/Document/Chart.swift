/// A picture of numbers. Its title says what is to be seen; its words say the same to whoever
/// cannot see it.
public struct Chart: Sendable, Hashable {
  public let title: String
  public let words: String
  public let picture: Picture

  public enum Picture: Sendable, Hashable {
    /// One bar for each row, split into its answers from one end of the scale to the other; shares
    /// are in per cent and add up to about 100. Nil is withheld.
    case spread(answers: [String], rows: [Bars])
    /// One bar for each row from nought, in per cent, with its interval. `beside` names the other
    /// figure that bars may have a mark for, such as `Munro Review 2011`.
    case bars([Bar], beside: String? = nil)
    /// Shares in per cent over periods, with limits where there are any.
    case course(Course)
  }

  public struct Bars: Sendable, Hashable {
    public let label: String
    public let shares: [Int]?
  }

  public struct Bar: Sendable, Hashable {
    public let label: String
    /// In per cent; nil is withheld.
    public let share: Int?
    /// In tenths of a per cent.
    public let low: Int?
    public let high: Int?
    /// In per cent, where another figure may be set beside this one.
    public var beside: Int? = nil
  }

  /// Shares over periods, and how far chance moves them: a control chart. Where there are too few
  /// periods for limits it is the points alone.
  public struct Course: Sendable, Hashable {
    /// In order of time.
    public let points: [Point]
    /// Whether the newest limits rest on fewer than 12 points.
    public let areTrial: Bool

    public struct Point: Sendable, Hashable {
      /// Short, such as `Jul 2026` or `Jul–Sep 2026`; it is broken at its spaces.
      public let label: String
      /// In tenths of a per cent, since a point rounded to whole ones could stand on the wrong side
      /// of a limit; nil is withheld or missing.
      public let share: Int?
      /// In tenths of a per cent: the mean of the series this point is in, a step where a new one
      /// starts; nil while there are too few points.
      public let mean: Int?
      /// In tenths of a per cent, for this point.
      public let lower: Int?
      public let upper: Int?
      /// Whether one of the four rules finds something here that chance alone rarely does.
      public let isSignal: Bool
      /// Whether the wording or the answers changed just before: never read across it.
      public let isBreak: Bool
    }
  }
}
