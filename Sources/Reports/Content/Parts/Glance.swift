import SurveyCore

/// A survey's measures for one group at a glance: how many answered, how many favourably, and how
/// sure that is.
struct Glance {
  let group: Audience.Group
  let sheets: SurveySheets
  /// The quarter before; nil where there is none.
  let before: SurveySheets?
  let subjects: [Subject]

  init(_ group: Audience.Group, _ sheets: SurveySheets, _ material: Material) {
    (self.group, self.sheets) = (group, sheets)
    before = material.before?.survey(sheets.survey)
    subjects = sheets.subjects(of: group)
  }

  var id: String { "\(group.part)-\(sheets.survey)" }

  func blocks(_ draft: inout Draft) -> [Block] {
    let told = subjects.filter { sheets.figure($0)?.isTold == true }
    guard !told.isEmpty else { return [.paragraph(GlanceWords.nothing(group))] }
    let rows = subjects.map(row)
    let columns = [
      Table.Column.words(GlanceWords.measure), .numbers(GlanceWords.people),
      .numbers(GlanceWords.favourable), .numbers(GlanceWords.low), .numbers(GlanceWords.high),
      .numbers(GlanceWords.before), .words(GlanceWords.inWords),
    ]
    let table = draft.table(
      id, GlanceWords.title(group, sheets.title), columns, rows,
      notes: [GlanceWords.columns, GlanceWords.numerator, GlanceWords.interval] + pooled)
    return [.chart(chart(told), table)]
  }

  /// What must be said where a figure adds up people who were asked in different words.
  private var pooled: [String] {
    let isPooled = sheets.editions.last?.survey.audiences.count { $0.group == group } ?? 0 > 1
    return isPooled ? [GlanceWords.ages] : []
  }

  private func row(_ subject: Subject) -> [Cell] {
    let figure = sheets.figure(subject)
    var cells = figure?.cells ?? Array(repeating: .symbol(.confidential), count: 4)
    var words = figure?.favourable.map { Interval($0).words }
    if sheets.countsAnswers(subject) {
      cells.replaceSubrange(2..., with: [.symbol(.notApplicable), .symbol(.notApplicable)])
      words = GlanceWords.answers
    }
    let then = before.map { $0.figure(subject) }
    return [.words(title(subject))] + cells + [
      then.map { $0?.cells[1] ?? .symbol(.unavailable) } ?? .symbol(.unavailable),
      words.map(Cell.words) ?? .symbol(figure?.n == 0 ? .notApplicable : .confidential),
    ]
  }

  private func title(_ subject: Subject) -> String { sheets.title(subject) }

  private func chart(_ told: [Subject]) -> Chart {
    let shares = told.compactMap { subject in
      sheets.figure(subject)?.favourable.map { (title(subject), $0) }
    }
    // What is withheld stands in the table, and would be an empty row here.
    let bars = shares.map { title, share in
      Chart.Bar(
        label: title, share: share.percentage, low: share.interval.low, high: share.interval.high)
    }
    return Chart(
      title: GlanceWords.finding(shares, of: group), words: GlanceWords.chart(bars),
      picture: .bars(bars))
  }
}

extension SurveySheets {
  /// What staff call a measure.
  func title(_ subject: Subject) -> String {
    definition(subject)?.title.words(in: .english) ?? subject.measure
  }
}
