import SurveyCore

/// Two figures of different people that may fairly be set beside each other.
struct Compared {
  let subject: Subject
  /// What it is about: the measure's title.
  let title: String
  /// Whom: `12 to 17`, `web`, `Beech House`, or the group.
  let who: String
  /// The id of the audience, channel or place; empty for everybody.
  var category = ""
  /// Beside whom or when: `others together`, `April to June 2026`.
  let beside: String
  let now: Share?
  let then: Share?
  /// Nil where the wording changed in between, so that the two are never compared.
  var isSame = true
}

/// Figures compared together: the more there are, the more each must show.
struct ComparedTable {
  let rows: [Compared]
  /// One for each row; nil where there is none to be made.
  let differences: [Difference?]
  /// How many were made, in all tables that were looked at together.
  let number: Int
  /// That, in words, and what it asks of each.
  let words: String

  init(_ rows: [Compared]) {
    let comparisons = Comparisons(
      rows.map { row in
        guard row.isSame, let now = row.now, let then = row.then else { return nil }
        return (now, then)
      })
    self.init(rows, comparisons.differences, comparisons.number, comparisons.words)
  }

  private init(_ rows: [Compared], _ differences: [Difference?], _ number: Int, _ words: String) {
    (self.rows, self.differences, self.number, self.words) = (rows, differences, number, words)
  }

  /// Some of the rows, as they stand among all.
  func part(_ range: Range<Int>) -> ComparedTable {
    ComparedTable(Array(rows[range]), Array(differences[range]), number, words)
  }

  /// Those whose interval leaves out that there is no difference.
  var clear: [(row: Compared, difference: Difference)] {
    zip(rows, differences).compactMap { row, difference in
      difference.flatMap { $0.isClear ? (row, $0) : nil }
    }
  }

  func table(
    _ id: String, _ title: String, now: String, then: String, notes: [String] = [],
    _ draft: inout Draft
  ) -> Table {
    let columns = [
      Table.Column.words(GlanceWords.measure), .words(ComparedWords.who), .numbers("\(now) (n)"),
      .numbers("\(now) (%)"), .numbers("\(then) (n)"), .numbers("\(then) (%)"),
      .numbers(ComparedWords.difference), .numbers(ComparedWords.low),
      .numbers(ComparedWords.high), .words(ComparedWords.inWords),
    ]
    return draft.table(
      id, title, columns, zip(rows, differences).map(cells),
      notes: [ComparedWords.newcombe, words] + notes)
  }

  private func cells(_ row: Compared, _ difference: Difference?) -> [Cell] {
    let tenths = difference?.tenths
    let none = Cell.symbol(row.isSame ? .confidential : .notApplicable)
    return [
      .words(row.title), .words(row.who), .told(people: row.now?.n), .told(row.now),
      .told(people: row.then?.n), .told(row.then), tenths.map { .tenths($0.value) } ?? none,
      tenths.map { .tenths($0.low) } ?? none, tenths.map { .tenths($0.high) } ?? none,
      difference.map { .words($0.words) } ?? (row.isSame ? none : .words(ComparedWords.reworded)),
    ]
  }
}

extension Material {
  /// Each measure against the quarter before, within one age group: the same words, the same
  /// people's ages, the same length of time (a fair comparison is of like with like).
  func changes(of group: Audience.Group) -> [Compared] {
    guard let before else { return [] }
    return subjects(of: group).flatMap { subject -> [Compared] in
      guard let now = sheets(subject), let then = before.survey(subject.survey),
        !now.countsAnswers(subject)
      else { return [] }
      let isSame = !now.editions.changed(
        .measure(subject.measure), group, after: before.first.adding(2), by: through)
      return slices(subject).map { audience in
        Compared(
          subject: subject, title: now.title(subject),
          who: audience?.title.words(in: .english) ?? ComparedWords.everybody,
          category: audience?.id ?? "",
          beside: ActionWords.in(PeriodWords.quarter(before.first)),
          now: now.share(subject, of: audience),
          then: then.share(subject, of: audience), isSame: isSame)
      }
    }.filter { $0.now != nil || $0.then != nil }
  }

  /// The audiences a measure is told of apart; nil alone where there is but one.
  private func slices(_ subject: Subject) -> [Audience?] {
    guard let sheets = sheets(subject), let survey = sheets.editions.last?.survey else { return [] }
    let asked = Set(
      sheets.questions(subject).flatMap { edition, question in
        edition.survey.asked(question, in: subject.group).map(\.id)
      })
    let isOnly = survey.audiences.count { $0.group == subject.group } <= 1
    return isOnly ? [nil] : survey.audiences.filter { asked.contains($0.id) }
  }
}

extension SurveySheets {
  /// The favourable share of one audience, or of everybody.
  fileprivate func share(_ subject: Subject, of audience: Audience?) -> Share? {
    guard let audience else { return figure(subject)?.favourable }
    return list(subject, by: .audience)?.figure(in: audience.id)?.favourable
  }
}
