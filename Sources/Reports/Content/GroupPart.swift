import SurveyCore

/// One group's part of the report. It stands alone: nothing in it is about another group.
struct GroupPart {
  let group: Audience.Group
  let material: Material
  let changes: ComparedTable
  let breakdowns: Breakdowns
  let courses: Courses

  init(_ group: Audience.Group, _ material: Material) {
    (self.group, self.material) = (group, material)
    changes = ComparedTable(material.changes(of: group))
    breakdowns = Breakdowns(group, material)
    courses = Courses(group, material)
  }

  /// The surveys that ask the group anything that is measured.
  var surveys: [SurveySheets] { material.surveys(of: group) }

  private func id(_ name: String) -> String { "\(group.part)-\(name)" }

  /// Adds the part's sections.
  func write(_ draft: inout Draft) {
    let findings = Findings(part: self).all.map(\.words)
    draft.section(
      group.part, group.heading, level: 2, startsPage: true,
      [.paragraph(group.about), .facts(facts)]
        + (findings.isEmpty ? [] : [.list(findings)]) + [.notice(ReportWords.information)])
    for sheets in surveys {
      let glance = Glance(group, sheets, material)
      draft.section(id("at-\(sheets.survey)"), sheets.title, level: 3, glance.blocks(&draft))
    }
    for choices in choices {
      draft.section(choices.id + "-part", choices.list.title, level: 3, choices.blocks(&draft))
    }
    draft.section(id("spread"), ReportWords.spread, level: 3, spread(&draft))
    draft.section(id("munro"), ReportWords.munro, level: 3, munro.flatMap { $0.blocks(&draft) })
    draft.section(id("change"), ReportWords.change, level: 3, change(&draft))
    draft.section(id("differences"), ReportWords.differences, level: 3, differences)
    draft.section(
      id("comments"), ReportWords.comments, level: 3, Comments(group, material).blocks(&draft))
  }

  private var munro: [MunroComparison] {
    group == .child ? surveys.compactMap(MunroComparison.init) : []
  }

  /// The questions with several answers, but for the one that stands beside Munro's figures.
  var choices: [Choices] {
    let isBesideMunro = munro.contains(where: \.showsWays)
    return surveys.flatMap { Choices.all(group, $0) }.filter {
      !(isBesideMunro && $0.list.title == Munro.ways)
    }
  }

  /// How many answered each survey.
  private var facts: [Fact] {
    surveys.compactMap { sheets in
      let participation = sheets.participation.first { $0.group == group }
      return participation.flatMap(\.responses).map { range in
        Fact(
          label: ReportWords.responses, value: .words(AnsweredWords.range(range)),
          note: sheets.title)
      }
    }
  }

  private func spread(_ draft: inout Draft) -> [Block] {
    let isOnly = surveys.allSatisfy { sheets in
      sheets.editions.last?.survey.audiences.count { $0.group == group } ?? 0 <= 1
    }
    return spreads.enumerated().flatMap { index, spread in
      spread.blocks(id("spread-\(index + 1)"), of: group, isOnly: isOnly, &draft)
    }
  }

  private func change(_ draft: inout Draft) -> [Block] { [sinceBefore] + courses.blocks(&draft) }

  /// What is clearly different from in the quarter before.
  private var sinceBefore: Block {
    guard material.before != nil, changes.number > 0 else {
      return .paragraph(ComparedWords.noBefore)
    }
    let quarter = PeriodWords.quarter(material.first.adding(-3))
    let clear = changes.clear.map { ComparedWords.sentence($0.row, $0.difference) }
    return clear.isEmpty
      ? .paragraph(ComparedWords.noChange(quarter, changes.number))
      : .list(clear + [changes.words])
  }

  private var differences: [Block] {
    guard breakdowns.all.number > 0 else { return [.paragraph(BreakdownWords.nothing)] }
    let clear = breakdowns.all.clear.map { ComparedWords.sentence($0.row, $0.difference) }
    let found: Block =
      clear.isEmpty
      ? .paragraph(BreakdownWords.none(breakdowns.all.number))
      : .list(clear + [breakdowns.all.words])
    return [found, .paragraph(BreakdownWords.mode)]
  }

  private var spreads: [Spread] { Spread.all(material.charted(group), material) }

  /// Adds the sections that hold every figure.
  func writeFigures(_ draft: inout Draft) {
    let shown = Set(
      spreads.flatMap { spread in
        spread.rows.map { [$0.survey, $0.question, spread.audience.id] }
      })
    draft.section(
      id("figures-age"), ReportWords.figures(group, by: .audience), level: 3,
      Ages(group: group, material: material).blocks(&draft))
    if changes.number > 0 {
      let quarter = PeriodWords.quarter(material.first.adding(-3))
      let table = changes.table(
        id("changes"), ComparedWords.change(quarter), now: ReportWords.now,
        then: ReportWords.then, &draft)
      draft.section(id("figures-change"), ReportWords.change(group), level: 3, [.table(table)])
    }
    for (breakdown, rows) in breakdowns.parts {
      let table = breakdowns.all.part(rows).table(
        id("by-\(breakdown.rawValue)"), BreakdownWords.title(breakdown), now: ReportWords.these,
        then: ReportWords.others,
        notes: [breakdown == .place ? BreakdownWords.place : BreakdownWords.mode], &draft)
      draft.section(
        id("figures-\(breakdown.rawValue)"), ReportWords.figures(group, by: breakdown), level: 3,
        [.table(table)])
    }
    for sheets in surveys {
      draft.section(
        id("figures-\(sheets.survey)"), FullWords.title(sheets.title, group), level: 3,
        FullAnswers(group: group, sheets: sheets, shown: shown).blocks(&draft))
    }
  }
}
