import SurveyCore

/// The local information of Munro's Appendix B: twelve percentages from five survey rows, with the
/// rows that case systems hold and the three local themes beside them, never added in.
struct TwinCoreReport {
  let material: Material

  /// An item as one survey asks it; the subject is nil where none does.
  private struct Row {
    let item: TwinCoreItem
    let subject: Subject?
  }

  private var rows: [Row] {
    TwinCoreItem.asked.flatMap { item -> [Row] in
      let subjects = material.subjects(of: item)
      return subjects.isEmpty
        ? [Row(item: item, subject: nil)] : subjects.map { Row(item: item, subject: $0) }
    }
  }

  func document() -> Document {
    var draft = Draft(material)
    findings(&draft)
    about(&draft)
    draft.section("return", TwinCoreWords.part, level: 2, percentages(&draft))
    draft.section("definitions", TwinCoreWords.definitions, level: 3, definitions(&draft))
    draft.section("mix", TwinCoreWords.mix, level: 3, mix(&draft))
    draft.section("school", TwinCoreWords.school, level: 3, school(&draft))
    draft.section(
      "held-part", TwinCoreWords.held, level: 2, Held(material: material).blocks(&draft))
    draft.section("themes", TwinCoreWords.themes, level: 2, themes(&draft))
    let method = Method(material: material)
    method.write(&draft)
    method.writeNumerators(rows.compactMap(\.subject) + themeSubjects, &draft)
    draft.observe(observations)
    draft.observe(Held(material: material).observations())
    return draft.document("twin-core", title: TwinCoreWords.title)
  }

  /// One for each of the five rows, with all its parts.
  private func findings(_ draft: inout Draft) {
    let told = rows.compactMap { row -> (row: String, title: String, share: Share)? in
      guard let subject = row.subject, let share = material.figure(subject)?.favourable else {
        return nil
      }
      return (String(row.item.id.prefix(2)), material.title(subject), share)
    }
    for (row, about) in TwinCoreWords.rows {
      let mine = told.filter { $0.row == row }.map { ($0.title, $0.share) }
      guard !mine.isEmpty else { continue }
      draft.find(Finding(about: about, words: FindingWords.twinCore(mine), section: "return"))
    }
  }

  private func about(_ draft: inout Draft) {
    draft.section(
      "about", TwinCoreWords.about, level: 2,
      material.notices + [.notice(ReportWords.information)]
        + TwinCoreWords.explained(material.first).map(Block.paragraph))
  }

  private func percentages(_ draft: inout Draft) -> [Block] {
    let cells = rows.map { row -> [Cell] in
      let figure = row.subject.flatMap(material.figure)
      return [.words(row.item.id), .words(name(row))]
        + (figure?.cells ?? Array(repeating: .symbol(.unavailable), count: 4))
        + [.words(figure?.favourable.map { Interval($0).words } ?? TwinCoreWords.notTold(figure))]
    }
    let table = draft.table(
      "twin-core", TwinCoreWords.table(material.first), TwinCoreWords.columns, cells,
      notes: [GlanceWords.numerator, GlanceWords.interval, TwinCoreWords.area, TwinCoreWords.apart])
    let bars = rows.map { row in
      let share = row.subject.flatMap(material.figure)?.favourable
      return Chart.Bar(
        label: "\(row.item.id) \(name(row))", share: share?.percentage, low: share?.interval.low,
        high: share?.interval.high)
    }
    let told = rows.compactMap { row in
      row.subject.flatMap(material.figure)?.favourable.map { (name(row), $0) }
    }
    guard !told.isEmpty else { return [.paragraph(TwinCoreWords.nothing), .table(table)] }
    let chart = Chart(
      title: TwinCoreWords.finding(told.count), words: GlanceWords.chart(bars),
      picture: .bars(bars))
    return [.chart(chart, table)]
  }

  private func name(_ row: Row) -> String {
    row.subject.map(material.title) ?? TwinCoreWords.notAsked
  }

  /// The definition of each item, its period, survey and editions.
  private func definitions(_ draft: inout Draft) -> [Block] {
    let cells = rows.map { row -> [Cell] in
      let sheets = row.subject.flatMap(material.sheets)
      let editions = row.subject.flatMap { sheets?.list($0) }?.editions ?? []
      let survey = sheets.map { NumeratorWords.editions(editions, $0.title) }
      return [
        .words(row.item.id),
        .words(row.item.definition + (row.item.caution.map { ". " + $0 } ?? "")),
        survey.map(Cell.words) ?? .symbol(.unavailable),
      ]
    }
    return [
      .table(
        draft.table(
          "items", TwinCoreWords.definitions, TwinCoreWords.definitionColumns, cells,
          notes: [TwinCoreWords.source]))
    ]
  }

  /// How those who stand in each item answered, and how many of them somebody helped.
  private func mix(_ draft: inout Draft) -> [Block] {
    let cells = rows.map { row -> [Cell] in
      let all = row.subject.flatMap(material.figure)?.n
      let ways: [(Breakdown, String)] = [
        (.channel, "web"), (.channel, "kiosk"), (.channel, "text"), (.helped, "helped"),
      ]
      return [.words(row.item.id), .words(name(row)), .told(people: all)]
        + ways.map { breakdown, category in
          guard let subject = row.subject, let all, all > 0 else { return .symbol(.notApplicable) }
          let figure = material.sheets(subject)?.list(subject, by: breakdown)?
            .figure(in: category)
          return .told(figure?.n.flatMap { Share($0, of: all) })
        }
    }
    return [
      .table(
        draft.table(
          "mix-table", TwinCoreWords.mix, TwinCoreWords.mixColumns, cells,
          notes: [TwinCoreWords.mixNote, BreakdownWords.mode]))
    ]
  }

  /// Safety at school is for change over time (Appendix B, L1 b).
  private func school(_ draft: inout Draft) -> [Block] {
    let subjects = rows.filter { $0.item.id == "L1b" }.compactMap(\.subject)
    let courses = subjects.compactMap { OverTime($0, material) }
    let blocks = courses.flatMap { $0.blocks(&draft) }
    return blocks.isEmpty ? [.paragraph(TwinCoreWords.noSchool)] : blocks
  }

  private var themeSubjects: [Subject] {
    material.subjects(of: .child).filter { LocalTheme.measures.contains($0.measure) }
  }

  private func themes(_ draft: inout Draft) -> [Block] {
    let rows = themeSubjects.map { subject -> [Cell] in
      let figure = material.figure(subject)
      return [.words(material.title(subject))]
        + (figure?.cells ?? Array(repeating: .symbol(.unavailable), count: 4))
        + [.words(figure?.favourable.map { Interval($0).words } ?? TwinCoreWords.notTold(figure))]
    }
    guard !rows.isEmpty else { return [.paragraph(TwinCoreWords.noThemes)] }
    return [
      .paragraph(TwinCoreWords.beside),
      .table(
        draft.table(
          "themes-table", TwinCoreWords.themes, TwinCoreWords.themeColumns, rows,
          notes: [
            TwinCoreWords.beside, GlanceWords.numerator, GlanceWords.interval, GlanceWords.ages,
          ]
        )),
    ]
  }

  /// Nothing but what the return shows: the items and the themes, with their channels and help.
  private var observations: [Observation] {
    let shown = Set((rows.compactMap(\.subject) + themeSubjects).map { [$0.survey, $0.measure] })
    return material.observations(of: Audience.Group.inOrder).filter {
      $0.question.isEmpty && shown.contains([$0.survey, $0.measure])
        && ["", "channel", "helped"].contains($0.breakdown)
    }
  }
}
