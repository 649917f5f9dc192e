import SurveyCore

/// Reads one line of a file of items, and finds every fault of it.
struct ItemReader {
  /// No figure that is shown beside ours is older: Appendix B is of 2011.
  private static let firstYear = 1990

  let row: CSVTable.Row
  let today: Day
  /// The ids of all audiences that are asked.
  let audiences: Set<String>
  var faults: [String] = []

  init(row: CSVTable.Row, today: Day, audiences: Set<String>) {
    (self.row, self.today, self.audiences) = (row, today, audiences)
  }

  /// Nil where something is wrong; the faults tell what.
  mutating func item() -> ImportedItem? {
    let (id, period) = (id(), period())
    let (title, unit, source) = (title(id), words("unit", 60), words("source", 200))
    let value = id.hasPrefix(ImportedItem.populationPrefix) ? people(unit) : value(unit: unit)
    let note = words("note", 300, mayBeEmpty: true)
    guard faults.isEmpty, let period, let value else { return nil }
    return ImportedItem(
      item: id, title: title, from: period.lowerBound, through: period.upperBound, value: value,
      unit: unit, source: source, note: note)
  }

  /// Finds what would count the same months twice.
  mutating func check(
    _ item: ImportedItem, against rows: [ItemFile.Row], held: [ImportedItem]
  ) {
    let months = (item.from, item.through)
    let other = rows.first {
      $0.item.overlaps(item) || ($0.item.from, $0.item.through) == months
    }
    if let other {
      faults.append(
        "\(item.item) for \(item.period) is about months that line \(other.line) is about "
          + "already; leave one out")
    }
    if let other = held.first(where: item.overlaps) {
      faults.append(
        "\(other.item) for \(other.period) is held already, and the periods overlap; import that "
          + "period instead, or take it away with 'heard import forget'")
    }
  }

  private mutating func id() -> String {
    let id = ItemFile.id(row["item"])
    if let audience = id.wholeMatch(of: /P-(.+)/).map({ String($0.1) }) {
      if !audiences.contains(audience) {
        faults.append(
          "nobody is asked as '\(audience.short)'; write one of "
            + audiences.sorted().map { ImportedItem.populationPrefix + $0 }.joined(separator: ", "))
      }
      return id
    }
    if ItemFile.twinCore.contains(id) { return id }
    if let digits = id.wholeMatch(of: /N([1-9][0-9]?)/)?.1, Int(digits) != nil { return id }
    let isSurveyed = id.wholeMatch(of: /L[145][A-D]?|L[78]/) != nil
    faults.append(
      isSurveyed
        ? "\(id) comes from the surveys; only \(ItemFile.twinCore.joined(separator: ", ")) and "
          + "national items are imported"
        : "item is '\(row["item"].short)'; write \(ItemFile.twinCore.joined(separator: ", ")), "
          + "N1 to N99 for a national item, or P- and an audience, such as P-12-17, for how many "
          + "people there are")
    return id
  }

  /// `2026-07` or `2026-07 to 2026-09`.
  private mutating func period() -> ClosedRange<Month>? {
    let written = row["period"]
    let parts = written.split(separator: " to ", maxSplits: 1).map { Month(String($0)) }
    guard let from = parts.first ?? nil, let through = parts.last ?? nil else {
      let isRewritten = written.wholeMatch(of: /[A-Za-z]{3}-\d\d/) != nil
      faults.append(
        "period is '\(written.short)'; write a month such as 2026-07, or '2026-07 to 2026-09'"
          + (isRewritten ? " (a spreadsheet rewrites months unless the column is text)" : ""))
      return nil
    }
    guard from <= through else {
      faults.append("the period ends before it begins; write the earlier month first")
      return nil
    }
    if from.year < Self.firstYear {
      faults.append("the period begins in \(from.year); check the year")
      return nil
    }
    if through >= today.inMonth {
      faults.append("the period has not ended; import it once \(through) is over")
      return nil
    }
    return from...through
  }

  private mutating func value(unit: String) -> ImportedItem.Value? {
    let text = row["value"]
    guard let value = ImportedItem.Value(text) else {
      faults.append(
        text.isEmpty
          ? "value is missing; write a number, or [x] where there is none"
          : "value is '\(text.short)'; write a number such as 16.8, without its unit, or one "
            + "of [c], [z], [x], [low]")
      return nil
    }
    if case .number(let number) = value {
      let isShare = ["%", "per cent", "percent", "percentage"].contains(unit.lowercased())
      if number.digits < 0 || (isShare && number.value > 100) {
        faults.append(
          "value is \(number), which is no "
            + (isShare ? "percentage; write 0 to 100" : "count; write 0 or more"))
      }
    }
    return value
  }

  /// How many people there are: a whole number, and never a symbol.
  private mutating func people(_ unit: String) -> ImportedItem.Value? {
    if unit != "people", !unit.isEmpty {
      faults.append("unit is '\(unit.short)'; a population is counted in people")
    }
    if case .number(let number) = ImportedItem.Value(row["value"]), number.places == 0,
      1...9_999_999 ~= number.digits
    {
      return .number(number)
    }
    faults.append("value is '\(row["value"].short)'; write how many people, such as 240")
    return nil
  }

  /// The four of the twin core have a name of their own; a national item brings one.
  private mutating func title(_ id: String) -> String {
    guard id.hasPrefix("N") else {
      if !row["title"].isEmpty {
        faults.append("\(id) has a title of its own; leave 'title' empty")
      }
      return ""
    }
    if row["title"].isEmpty {
      faults.append("a national item needs a title; add a column 'title'")
    }
    return words("title", 200, mayBeEmpty: true)
  }

  private mutating func words(
    _ column: String, _ limit: Int, mayBeEmpty: Bool = false
  ) -> String {
    let words = row[column]
    if words.isEmpty, !mayBeEmpty { faults.append("\(column) is missing") }
    if words.count > limit {
      faults.append("\(column) has \(words.count) characters; \(limit) is the most")
    }
    if words.contains(where: \.isNewline) { faults.append("\(column) must stand on one line") }
    return words
  }
}
