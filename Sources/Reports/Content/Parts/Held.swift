import SurveyCore

/// What was imported: the four rows of Appendix B that case systems hold, and national items.
struct Held {
  let material: Material

  func blocks(_ draft: inout Draft) -> [Block] {
    let rows = TwinCoreItem.held.map { item -> [Cell] in
      row(material.items.filter { $0.item == item.id }, item.definition)
        ?? [.words(item.id), .words(item.definition)]
        + Array(repeating: .symbol(.unavailable), count: HeldWords.columns.count - 2)
    }
    let local = draft.table(
      "held", HeldWords.local, HeldWords.columns, rows, notes: notes(TwinCoreItem.held.map(\.id)))
    return [.notice(HeldWords.notSurvey), .table(local)] + national(&draft)
  }

  private func national(_ draft: inout Draft) -> [Block] {
    let held = Set(TwinCoreItem.held.map(\.id))
    let others = material.items.filter { !held.contains($0.item) && $0.population == nil }
    let items = Dictionary(grouping: others, by: \.item)
    let ids = items.keys.sorted()
    guard !ids.isEmpty else { return [] }
    let rows = ids.compactMap { id in row(items[id] ?? [], items[id]?.last?.title ?? "") }
    return [
      .table(
        draft.table("national", HeldWords.national, HeldWords.columns, rows, notes: notes(ids)))
    ]
  }

  /// The newest value of an item beside the one of the period before it; nil where there is none.
  private func row(_ items: [ImportedItem], _ definition: String) -> [Cell]? {
    let inOrder = items.sorted { ($0.through, $0.from) < ($1.through, $1.from) }
    guard let newest = inOrder.last else { return nil }
    let before = inOrder.last { $0.through < newest.from }
    return [
      .words(newest.item), .words(definition), .words(HeldWords.period(newest)),
      HeldWords.cell(newest), before.map(HeldWords.cell) ?? .symbol(.unavailable),
      .words(HeldWords.or(newest.unit)), .words(HeldWords.source(newest)),
    ]
  }

  private func notes(_ ids: [String]) -> [String] {
    let isWithheld = material.items.contains { ids.contains($0.item) && $0.value == .confidential }
    return [HeldWords.notSurvey, HeldWords.before] + (isWithheld ? [HeldWords.sourceSymbols] : [])
  }

  func observations() -> [Observation] {
    material.items.map { item in
      Observation(
        from: item.from, through: item.through, item: item.item, wording: item.title,
        statistic: .imported, value: HeldWords.cell(item), unit: item.unit,
        note: [HeldWords.notSurvey, item.source, item.note].filter { !$0.isEmpty }
          .joined(separator: "; "))
    }
  }
}
