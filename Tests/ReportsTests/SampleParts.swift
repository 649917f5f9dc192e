import SurveyCore

@testable import Reports

/// The parts of the sample that have charts.
enum SampleParts {
  static let frontline = [
    Section(
      id: "frontline", title: "What social workers said", level: 2, startsPage: true,
      blocks: [
        .notice(
          "Information, not indicators: figures to ask about, not to rate by. See [note 1].")
      ]),
    Section(id: "caseload", title: "The four items of L4", level: 3, blocks: [.chart(items, four)]),
    Section(
      id: "in-the-way", title: "What gets in the way", level: 3,
      blocks: [.paragraph("Several could be chosen, and choosing none was an answer.")]),
  ]

  static let children = [
    Section(
      id: "children", title: "What children and young people said", level: 2, startsPage: true,
      blocks: [.paragraph("This part stands alone: it may be handed on by itself.")]),
    Section(
      id: "seen-alone", title: "Seen alone", level: 3,
      blocks: [.paragraph(question), .chart(spread, spreadTable)]),
    Section(
      id: "asked", title: "How they would like to be asked", level: 3,
      blocks: [.chart(asked, askedTable)]),
    Section(
      id: "safe-school", title: "Safe at school, over time", level: 3,
      blocks: [.chart(course, courseTable)]),
  ]

  private static let question = """
    “Does your social worker or caseworker talk with you alone, without anyone else listening to \
    what you are saying?” (12 to 17; Munro Review 2011, 2.15)
    """

  // Shares of social workers with their intervals, in tenths.
  private static let l4: [(String, Int?, Int, Int)] = [
    ("Their interventions have improved the safety of children", 71, 577, 817),
    ("They received adequate professional supervision and support", 56, 423, 684),
    ("Their caseloads are manageable", 29, 185, 424),
    ("They are able to spend enough time with children and young people", nil, 0, 0),
  ]

  private static let items = Chart(
    title: "Fewer than one in three social workers can manage their caseload",
    words: """
      Bars: interventions improve safety 71%, adequate supervision 56%, manageable caseloads 29%, \
      enough time with children withheld.
      """,
    picture: .bars(
      l4.map { label, share, low, high in
        Chart.Bar(
          label: label, share: share, low: share.map { _ in low }, high: share.map { _ in high })
      }))

  private static let four = Table(
    id: "l4", title: "L4: social workers who consider that … [note 2]",
    columns: [
      Sample.words("Item"), Sample.number("n"), Sample.number("Consider so"),
      Sample.words("95% interval"),
    ],
    rows: l4.map { label, share, low, high in
      [
        .words(label), .count(52), share.map(Cell.percentage) ?? .symbol(.confidential),
        share.map { _ in .words("\(low / 10)% to \(high / 10)%") } ?? .symbol(.confidential),
      ]
    }, notes: [1, 2, 3])

  private static let answers = [
    "Every time", "Usually", "Sometimes", "If I specifically ask to talk to them alone", "Never",
  ]

  private static let groups: [(String, Int, [Int]?)] = [
    ("All children and young people", 371, [22, 24, 27, 12, 15]),
    ("8 to 11", 160, [30, 25, 21, 9, 14]), ("12 to 17", 197, [15, 23, 32, 15, 16]),
    ("Under 8", 0, nil),
  ]

  private static let spread = Chart(
    title: "Just under half are seen alone every time or usually",
    words: "All: every time 22%, usually 24%, sometimes 27%, if asked 12%, never 15%.",
    picture: .spread(
      answers: answers, rows: groups.map { Chart.Bars(label: $0.0, shares: $0.2) }))

  private static let spreadTable = Table(
    id: "seen-alone-spread", title: "Seen alone, by age group, in per cent of n",
    columns: [Sample.words("Group"), Sample.number("n")] + answers.map(Sample.number),
    rows: groups.map { label, n, shares in
      [.words(label), n == 0 ? .symbol(.confidential) : .count(n)]
        + answers.indices.map { index in
          shares.map { .percentage($0[index]) } ?? .symbol(.confidential)
        }
    }, notes: [1])

  // How they would like to be asked: our share, and that of the Munro Review.
  private static let ways: [(String, Int, Int)] = [
    ("Face to face on your own", 74, 78), ("On the phone", 31, 40), ("Texting", 52, 40),
    ("Face to face with someone there to support you", 41, 38),
    ("Write them down on paper", 22, 35), ("Email", 12, 34),
    ("In a group of other children or young people", 25, 22), ("Some other way", 0, 20),
  ]

  private static let asked = Chart(
    title: "Most would rather be asked face to face, on their own",
    words: "Bars, with the Munro Review's share as a mark: on your own 74% and 78%, and so on.",
    picture: .bars(
      ways.map { label, share, munro in
        Chart.Bar(
          label: label, share: share, low: max(0, share * 10 - 44), high: share * 10 + 44,
          beside: munro)
      }, beside: "Munro Review 2011 (150 children)"))

  private static let askedTable = Table(
    id: "how-asked", title: "How children would like to be asked; several could be chosen",
    columns: [Sample.words("Way"), Sample.number("Here"), Sample.number("Munro Review [note 4]")],
    rows: ways.map { label, share, munro in
      [
        .words(label), share == 0 ? .symbol(.low) : .percentage(share), .percentage(munro),
      ]
    }, notes: [1, 4])

  // Twelve quarters in tenths; the wording changed before the fifth.
  private static let quarters: [(String, Int?)] = [
    ("Oct–Dec 2023", 640), ("Jan–Mar 2024", 655), ("Apr–Jun 2024", 612), ("Jul–Sep 2024", nil),
    ("Oct–Dec 2024", 704), ("Jan–Mar 2025", 688), ("Apr–Jun 2025", 721), ("Jul–Sep 2025", 697),
    ("Oct–Dec 2025", 712), ("Jan–Mar 2026", 690), ("Apr–Jun 2026", 705), ("Jul–Sep 2026", 548),
  ]

  private static let course = Chart(
    title: "Fewer children felt safe at school in July to September 2026",
    words: "About 64% until 2024; about 70% after the wording changed; 55% in the last quarter.",
    picture: .course(
      Chart.Course(
        points: quarters.enumerated().map { index, quarter in
          Chart.Course.Point(
            label: quarter.0, share: quarter.1, mean: index < 4 ? 636 : 683,
            lower: index < 4 ? 480 : 583, upper: index < 4 ? 792 : 783, isSignal: index == 11,
            isBreak: index == 4)
        }, areTrial: true)))

  private static let courseTable = Table(
    id: "safe-school-course", title: "Feels safe at school (L1b), by quarter",
    columns: [Sample.words("Quarter"), Sample.number("Feels safe"), Sample.words("Change")],
    rows: quarters.enumerated().map { index, quarter in
      [
        .words(quarter.0),
        quarter.1.map { .tenths($0) } ?? .symbol(.confidential),
        .words(index == 11 ? "more than chance" : index == 4 ? "new wording" : "none"),
      ]
    }, notes: [1])
}
