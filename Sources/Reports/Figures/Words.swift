import SurveyCore

/// What this target says in words.
enum Words {
  static let information =
    "These figures are information, not indicators: in isolation they do not show whether practice "
    + "is good or bad (Munro Review of Child Protection 2011, Appendix B). They are for asking what "
    + "lies behind them, not for targets, ranking or rating."
  static let rules = [
    "Each group of people (children, parents, workers, partners) is counted apart and never added "
      + "to another.",
    "n is how many people gave an answer that counts; skipped questions and answers such as "
      + "\"don't know\" beside a scale are not in it.",
    "Nothing is told of fewer than 10 people. [c] stands for what is withheld; it may be none.",
    "How answers split is told only where at least 5 people are on either side, and single answers "
      + "only where each was given by nobody or by at least 5.",
    "Neighbouring answers given by too few are told as one.",
    "Further figures are withheld, chosen by position and not by size, until what is withheld "
      + "cannot be worked out from what is told.",
    "All breakdowns are protected together, in the order of months, audiences, channels, whether "
      + "somebody helped, and places: a later one is withheld where adding and taking away all of "
      + "them would tell of a few.",
    "A question that decides who is asked another, or that other, is withheld where the two "
      + "together would tell of a few.",
    "A measure is the sum of its questions' figures, and is withheld where one of them is.",
    "Percentages are of n, each rounded by itself, so that they may add up to 99 or 101, and many "
      + "answers to a little less or more.",
  ]
  static let method =
    "low and high are the ends of the 95 % Wilson score interval (Wilson 1927) of the favourable "
    + "share, in per cent."
  static let withheld = "[c]"
  static let alone = "alone"
  static let helped = "helped"
  static let small = "[c]: too few people, or too near to telling what a few said"
  static let merged = "answers given by few are told as one"
  static let sum = "adds up several questions; n counts answers, not people"

  static func others(_ axis: Axis) -> String {
    switch axis {
    case .month: "other months together"
    case .audience: "other audiences together"
    case .channel: "other channels together"
    case .helped: "alone or helped, together"
    case .place: "other places together"
    }
  }
}

extension FigureRefusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .period(let nearest):
      "figures are for one month or one quarter that has ended; the nearest is "
        + Self.quarter(nearest)
    case .monthInOpenQuarter(let nearest):
      "a month's figures are given when its quarter has ended; the nearest quarter is "
        + Self.quarter(nearest)
    case .brokenDownMonth(let by, let nearest):
      "figures by \(by.rawValue) are for a whole quarter; the nearest is " + Self.quarter(nearest)
    case .quarter(let nearest):
      "reports and releases are of one quarter that has ended; the nearest is "
        + Self.quarter(nearest)
    case .unknownSurvey(let id): "no edition of \"\(id)\" has been published"
    case .nothingPublished:
      "no survey was published by the end of that quarter; name a later one"
    case .nothingTold:
      "nothing can be told of that quarter: nobody answered in it, or too few did"
    case .store(.broken(let reason)), .store(.refused(let reason)):
      "what is kept could not be read: \(reason)"
    case .store: "what is kept could not be read"
    }
  }

  private static func quarter(_ first: Month) -> String { "\(first) to \(first.adding(2))" }
}
