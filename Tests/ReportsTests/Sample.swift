import Foundation
import SurveyCore

@testable import Reports

/// A made-up report with every kind of block, chart, cell and symbol in it, and with words that
/// would break a page, a spreadsheet or a file that did not escape them.
enum Sample {
  static let document = Document(
    kind: "psw", title: "Report of the Principal Social Worker",
    authority: "Elmshire Council (made up)", isMadeUp: true, from: month(2026, 7),
    through: month(2026, 9), made: day(2026, 10, 3), issue: 1, findings: findings,
    sections: [answered] + SampleParts.frontline + SampleParts.children
      + [parents, comments, method],
    notes: notes, observations: observations)

  /// The same before its release.
  static var draft: Document {
    var draft = document
    draft.issue = nil
    return draft
  }

  static func month(_ year: Int, _ month: Int) -> Month {
    Month(year: year, month: month) ?? Day(.distantPast, in: .gmt).inMonth
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(.distantPast, in: .gmt)
  }

  private static let findings = [
    Finding(
      about: "Children and young people",
      words: """
        Just under half of children and young people said their social worker sees them alone \
        every time or usually: 46%, most likely between 41% and 51%.
        """, section: "seen-alone"),
    Finding(
      about: "Children and young people",
      words: """
        Children feel as safe at school as a year ago: no more change than chance explains since \
        October 2025.
        """, section: "safe-school"),
    Finding(
      about: "Social workers",
      words: """
        Fewer than one in three social workers said their caseload is manageable: 29%, most likely \
        between 19% and 42%.
        """, section: "caseload"),
    Finding(
      about: "Parents and carers",
      words: """
        Parents and carers of children on a plan are heard no differently from others: no clear \
        difference.
        """, section: "parents"),
  ]

  private static let notes = [
    """
    These figures are information, not indicators: in isolation they do not show whether practice \
    is good or bad (Munro Review of Child Protection 2011, Appendix B). They are for asking what \
    lies behind them, not for targets, ranking or rating.
    """,
    "Favourable is a local definition: of five answers the top two, of three the top one.",
    """
    The interval is where the share would most likely lie had more people been asked (Wilson score \
    interval, 95%).
    """,
    """
    150 children and young people at one meeting in 2011, by interactive voting (Munro Review \
    2011, 2.15). See also [note 1]; there is no [note 9].
    """,
  ]

  private static let answered = Section(
    id: "who-answered", title: "Who answered, and who did not", level: 2,
    blocks: [
      .facts([
        Fact(label: "children and young people answered", value: .count(1243)),
        Fact(label: "parents and carers", value: .count(310)),
        Fact(label: "social workers", value: .count(52), note: "of 118 asked"),
        Fact(label: "staff of partner agencies", value: .symbol(.confidential)),
      ]),
      .paragraph("Links and kiosks are open to anybody, so this is not a response rate [note 2]."),
      .table(
        Table(
          id: "channels", title: "Responses by how they came",
          columns: [words("Channel"), number("Children"), number("Parents")],
          rows: [
            [.words("Web"), .count(702), .count(188)],
            [.words("Kiosk"), .count(396), .count(71)],
            [.words("Text"), .count(145), .count(51)],
          ], notes: [1])),
      .paragraph("Places where fewer than ten answered are counted together."),
      .table(
        Table(
          id: "places", title: "Responses by place",
          columns: [words("Place"), number("Children"), words("Share helped")],
          rows: (1...45).map { [.words("Place number \($0)"), .count(10 + $0), .words("a few")] },
          notes: [1])),
    ])

  private static let parents = Section(
    id: "parents", title: "What parents and carers said", level: 2, startsPage: true,
    blocks: [
      .paragraph("Parents and carers are counted apart from children, and never added to them."),
      .table(
        Table(
          id: "listened-parents", title: "Parents who agree that their views were listened to (L8)",
          columns: [
            words("Period"), number("n"), number("Agree"), words("95% interval"), words("Editions"),
            words("Told on"),
          ],
          rows: [
            [
              .words("July to September 2026"), .count(310), .percentage(58), .words("52% to 63%"),
              .words("1, 2"), .day(day(2026, 10, 3)),
            ],
            [
              .words("April to June 2026"), .count(287), .percentage(60), .words("54% to 65%"),
              .words("1"), .day(day(2026, 7, 2)),
            ],
            [
              .words("Difference"), .symbol(.notApplicable), .words("no clear difference"),
              .words("\u{2212}10 to 6 points"), .symbol(.notApplicable), .symbol(.unavailable),
            ],
          ], notes: [1, 3])),
    ])

  private static let comments = Section(
    id: "comments", title: "In their own words", level: 2,
    blocks: [
      .list(["Coded by a person: 214 of 214 comments.", "Told where at least ten wrote."]),
      .quote(
        words: "=1+1 <script>alert(\"x\")</script> She listens & she's kind\u{301}. \u{7}",
        from: "a young person, 12 to 17"),
      .quote(words: "أتمنى أن يخبرونا قبل أن تتغير الأخصائية.", from: "a parent or carer"),
    ])

  private static let method = Section(
    id: "method", title: "How this report was made", level: 2,
    blocks: [
      .notice("Information, not indicators: see [note 1]."),
      .paragraph("Nothing is told of fewer than ten people; [c] stands for what is withheld."),
    ])

  static func words(_ title: String) -> Table.Column {
    Table.Column(title: title, alignment: .words)
  }

  static func number(_ title: String) -> Table.Column {
    Table.Column(title: title, alignment: .numbers)
  }

  private static let observations: [Observation] = {
    var one = Observation(
      from: month(2026, 7), through: month(2026, 9), statistic: .answered, value: .count(371))
    (one.measure, one.survey, one.question) = ("seen-alone", "my-social-worker", "seen-alone")
    (one.editions, one.group, one.unit) = ("1 2", "child", "people")
    one.wording = "Does your social worker talk with you alone, \"without anyone else\" listening?"
    var share = one
    (share.statistic, share.value, share.unit) = (.favourableShare, .percentage(46), "per cent")
    var low = share
    (low.statistic, low.value) = (.low, .tenths(412))
    var place = one
    (place.breakdown, place.category) = ("place", "=cmd|' /C calc'!A0")
    place.value = .symbol(.confidential)
    var difference = share
    (difference.statistic, difference.value) = (.difference, .tenths(-25))
    (difference.unit, difference.note) = ("percentage points", "less April to June 2026; 95 %")
    var option = one
    (option.statistic, option.options) = (.option, "every-time | usually")
    option.note = "line one\r\nline two, with a comma"
    return [one, share, low, place, difference, option]
  }()
}
