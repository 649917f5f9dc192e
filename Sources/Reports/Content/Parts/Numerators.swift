import SurveyCore

/// What was asked under each measure, and which answers count as favourable.
struct Numerators {
  let material: Material

  /// One row for each question and audience of the subjects given.
  func table(_ id: String, _ survey: String, _ subjects: [Subject], _ draft: inout Draft) -> [Block]
  {
    let rows = subjects.flatMap(rows)
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        draft.table(
          id, NumeratorWords.title(survey), NumeratorWords.columns, rows,
          notes: [GlanceWords.numerator]))
    ]
  }

  private func rows(_ subject: Subject) -> [[Cell]] {
    guard let sheets = material.sheets(subject) else { return [] }
    let item = sheets.definition(subject)?.twinCore
    let name = (item.map { "\($0): " } ?? "") + sheets.title(subject)
    var rows: [(key: [String], editions: [Int], cells: [Cell])] = []
    for (edition, question) in sheets.questions(subject) {
      for audience in edition.survey.asked(question, in: subject.group) {
        let words = NumeratorWords(question, audience.id)
        let who = audience.title.words(in: .english)
        let key = [who, words.ask, words.counted, words.left]
        if let index = rows.firstIndex(where: { $0.key == key }) {
          rows[index].editions.append(edition.number)
        } else {
          rows.append((key, [edition.number], key.map(Cell.words)))
        }
      }
    }
    return rows.map { row in
      [.words(name)] + row.cells + [.words(NumeratorWords.numbers(row.editions))]
    }
  }
}
