import GRDB
public import SurveyCore

extension SQLiteStore: EvidenceKeeper {
  public func keep(
    _ items: [ImportedItem], on day: Day
  ) throws(StoreError) -> ItemsOutcome {
    try write { try $0.keep(items, on: day) }
  }

  public func items() throws(StoreError) -> [ImportedItem] {
    try read { try ImportedItem.fetch(from: $0, where: "true", []) }
  }

  public func forget(
    _ item: String, from: Month, through: Month
  ) throws(StoreError) -> Bool {
    try write { ledger in
      try ledger.database.execute(
        sql: "DELETE FROM items WHERE item = ? AND first = ? AND last = ?",
        arguments: [item, "\(from)", "\(through)"])
      return ledger.database.changesCount == 1
    }
  }
}

extension Ledger {
  /// Keeps items, unless one overlaps another period's; a job that finds one has changed nothing.
  func keep(_ items: [ImportedItem], on day: Day) throws -> ItemsOutcome {
    let held = try ImportedItem.fetch(from: database, where: "true", [])
    var overlapping: [Int: ImportedItem] = [:]
    for (index, item) in items.enumerated() {
      overlapping[index] = (held + items[..<index]).first(where: item.overlaps)
    }
    guard overlapping.isEmpty else { return .overlapping(overlapping) }
    return .kept(
      try items.map { item in
        let before = held.first {
          ($0.item, $0.from, $0.through) == (item.item, item.from, item.through)
        }
        if before == item { return .same }
        try write(item, on: day)
        return before.map { .replaced($0) } ?? .added
      })
  }

  private func write(_ item: ImportedItem, on day: Day) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        item.item, "\(item.from)", "\(item.through)", item.title, item.value.written, item.unit,
        item.source, item.note, "\(day)",
      ])
  }
}

extension ImportedItem {
  fileprivate static func columns(_ rule: String) -> String {
    """
    SELECT item, title, first, last, value, unit, source, note FROM items
    WHERE \(rule) ORDER BY item, first, last
    """
  }

  /// The items of the rows that match a rule, by item and period.
  static func fetch(
    from database: Database, where rule: String, _ values: [String]
  ) throws -> [ImportedItem] {
    try Row.fetchAll(database, sql: columns(rule), arguments: StatementArguments(values)).map {
      row in
      guard let from = Month(try row.get(2, as: String.self)),
        let through = Month(try row.get(3, as: String.self)),
        let value = Value(try row.get(4))
      else { throw StoreError.broken("an imported item cannot be read") }
      return ImportedItem(
        item: try row.get(0), title: try row.get(1), from: from, through: through, value: value,
        unit: try row.get(5), source: try row.get(6), note: try row.get(7))
    }
  }
}
