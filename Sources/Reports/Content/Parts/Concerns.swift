import SurveyCore

/// What somebody had to act on for one person: how many, and how far they have come.
struct Concerns {
  let material: Material

  /// In the order of the table: what each is called, in words and in the data, and how many.
  private var rows: [(words: String, id: String, number: ClosedRange<Int>)] {
    guard let told = material.concerns else { return [] }
    return [
      (ConcernWords.raised, "raised", told.raised), (ConcernWords.heard, "heard", told.heard),
      (ConcernWords.agreed, "agreed", told.agreed), (ConcernWords.closed, "closed", told.closed),
      (ConcernWords.open, "open", told.open), (ConcernWords.overdue, "overdue", told.overdue),
      (ConcernWords.earlier, "earlier-open", told.earlier),
      (ConcernWords.earlierOverdue, "earlier-overdue", told.earlierOverdue),
    ]
  }

  func blocks(_ draft: inout Draft) -> [Block] {
    guard !rows.isEmpty else { return [] }
    let cells = rows.map { [Cell.words($0.words), .words(ConcernWords.range($0.number))] }
    let table = draft.table(
      "concerns-table", ConcernWords.title, ConcernWords.columns, cells,
      notes: [ConcernWords.steps])
    return [.paragraph(ConcernWords.about), .table(table)]
  }

  func observations() -> [Observation] {
    rows.flatMap { row in
      material.range(row.number, .concernsLow, .concernsHigh) {
        ($0.breakdown, $0.category) = ("standing", row.id)
        ($0.unit, $0.note) = (ObservationWords.concerns, ConcernWords.data)
      }
    }
  }
}
