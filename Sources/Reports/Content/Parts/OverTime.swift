import SurveyCore

/// One measure over time.
struct OverTime {
  let subject: Subject
  let title: String
  let points: [SeriesPoint]
  let isMonthly: Bool

  init?(_ subject: Subject, _ material: Material) {
    guard let newest = material.sheets(subject), !newest.countsAnswers(subject) else { return nil }
    let history = material.quarters.compactMap { quarter in
      quarter.survey(subject.survey).map { (quarter.first, $0) }
    }
    let points = { (lists: [(Month, Month, FigureList?)]) -> [SeriesPoint] in
      var before: Month?
      return lists.map { from, through, list in
        defer { before = through }
        let isBreak = before.map {
          newest.editions.changed(.measure(subject.measure), subject.group, after: $0, by: through)
        }
        return SeriesPoint(
          from: from, through: through, share: list?.everybody?.favourable,
          isBreak: isBreak ?? false)
      }
    }
    let quarters = points(history.map { ($0, $0.adding(2), $1.list(subject)) })
    let months = points(
      history.flatMap { $1.months.map { ($0.from, $0.through, $0.list(subject)) } })
    let shown = [SeriesPoint].monthsOrQuarters(months: months, quarters: quarters)
    guard shown.contains(where: { $0.share != nil }) else { return nil }
    (self.subject, title, self.points) = (subject, newest.title(subject), shown)
    isMonthly = shown.contains { $0.from == $0.through }
  }

  var chart: ControlChart { ControlChart(points) }

  /// What it shows, for a title or a finding.
  var finding: String { "\(title): \(chart.finding(label: Self.label))" }

  func blocks(_ draft: inout Draft) -> [Block] {
    let course = chart.course(label: Self.label)
    let rows = zip(points, course.points).map { point, drawn -> [Cell] in
      let limit = { (tenths: Int?) -> Cell in tenths.map(Cell.tenths) ?? .symbol(.notApplicable) }
      return [
        .words(Self.words(point)), .told(people: point.share?.n), .told(point.share),
        limit(drawn.mean), limit(drawn.lower), limit(drawn.upper),
        .words(OverTimeWords.rule(drawn)),
      ]
    }
    let table = draft.table(
      "\(subject.group.part)-\(subject.survey)-\(subject.measure)-course",
      OverTimeWords.title(title, isMonthly: isMonthly), OverTimeWords.columns, rows,
      notes: [chart.method, OverTimeWords.rules, draft.material.ages(subject)].compactMap(\.self))
    let words = OverTimeWords.chart(title, points, Self.words)
    return [.chart(Chart(title: finding, words: words, picture: .course(course)), table)]
  }

  static func label(_ point: SeriesPoint) -> String {
    point.from == point.through
      ? PeriodWords.short(point.from) : PeriodWords.short(quarter: point.from)
  }

  private static func words(_ point: SeriesPoint) -> String {
    point.from == point.through
      ? PeriodWords.month(point.from) : PeriodWords.quarter(point.from)
  }
}

extension Material {
  /// What must be said of a figure that adds up several ages; nil where it does not.
  func ages(_ subject: Subject) -> String? {
    let audiences = sheets(subject)?.questions(subject).flatMap { edition, question in
      edition.survey.asked(question, in: subject.group).map(\.id)
    }
    return Set(audiences ?? []).count > 1 ? GlanceWords.ages : nil
  }
}
