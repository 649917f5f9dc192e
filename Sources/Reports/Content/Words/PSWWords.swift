import SurveyCore

/// The words of the Principal Social Worker's report.
enum PSWWords {
  static func about(_ first: Month, _ groups: [Audience.Group]) -> [String] {
    [
      "This is what the Principal Social Worker takes to every level of management (Munro Review "
        + "2011, recommendation 14). It is about \(PeriodWords.quarter(first)).",
      groups.count == 1
        ? "It holds one part of a longer report and may be passed on by itself."
        : "It has a part for social workers and one for children and young people that may be passed "
          + "on by itself, then one for parents and carers and one for partner agencies. Each group's "
          + "answers are counted apart and never added to another's.",
    ]
  }

  static let reading = [
    "n is how many people gave an answer that counts. A percentage is of n.",
    "Low and high say where the percentage would plausibly lie had more people like them answered. "
      + "Where they are far apart, few answered: read the figure as a hint.",
    "“No clear difference” means that chance alone could explain the gap. It does not mean that the "
      + "two are the same.",
    "The findings on the first page are chosen by rule and not by hand, so that nothing unwelcome can "
      + "be left out: for each group its lowest and its highest measure, what the Munro Review asks "
      + "about most, and everything that clearly changed.",
  ]

  static let statistics = [
    "Intervals: Wilson's score interval at 95% (Wilson 1927).",
    "Differences: Newcombe's hybrid score interval (1998, method 10). Where more than ten are looked "
      + "at together, each must stand at 99%.",
    "Over time: a p chart, or an XmR chart where the points move by more than chance would move "
      + "them. By month where each month has at least 20 answers, otherwise by quarter. Limits from "
      + "fewer than 12 points are trial limits. A new series begins where what is asked changed.",
    "Nothing is weighted. Those who answered are not a sample drawn by lot: the intervals allow for "
      + "chance and not for who chose to answer.",
    "Comments are coded by a person to a fixed list of themes and counted like a question with "
      + "several answers.",
  ]
}
