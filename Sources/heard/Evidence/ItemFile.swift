import SurveyCore

/// Numbers from other systems, read from a CSV file: `item,period,value,unit,source,note`, and
/// `title` for national items. `P-12-17` counts the people of an audience that the service works
/// with, who could have been asked.
struct ItemFile {
  struct Row {
    let line: Int
    let item: ImportedItem
  }

  private(set) var rows: [Row] = []
  /// Every fault, by its line.
  let faults: [String]

  static let columns = ["item", "period", "value", "unit", "source", "note"]

  /// Items of the twin core that come from case systems, and what each is called.
  static let twinCore = ["L2", "L3", "L6", "L9"]

  /// An item as it is kept, however it was typed.
  static func id(_ written: String) -> String {
    let id = written.uppercased()
    let prefix = ImportedItem.populationPrefix
    return id.hasPrefix(prefix) ? prefix + id.dropFirst(prefix.count).lowercased() : id
  }

  /// Lines that may come in one file.
  static let mostLines = 5000

  /// - Parameters:
  ///   - text: What the file holds.
  ///   - name: What the faults call it.
  ///   - today: The day it is: a period that has not ended is a slip.
  ///   - held: What was imported before.
  ///   - audiences: The ids of all audiences that are asked.
  init(
    _ text: String, named name: String, today: Day, held: [ImportedItem], audiences: Set<String>
  ) {
    let table = CSVTable(text, columns: Self.columns, optional: ["title"])
    var found = table.faults
    if table.rows.count > Self.mostLines {
      let words = "has \(table.rows.count) lines; \(Self.mostLines) is the most, so part it"
      faults = [LineFault(line: 1, words: words)].told(of: name)
      return
    }
    var before: [String: [Row]] = [:]
    let held = Dictionary(grouping: held, by: \.item)
    for row in table.rows {
      var reader = ItemReader(row: row, today: today, audiences: audiences)
      if let item = reader.item() {
        reader.check(item, against: before[item.item] ?? [], held: held[item.item] ?? [])
        let kept = Row(line: row.line, item: item)
        before[item.item, default: []].append(kept)
        rows.append(kept)
      }
      found += reader.faults.map { LineFault(line: row.line, words: $0) }
    }
    if found.isEmpty, rows.isEmpty {
      found = [LineFault(line: 1, words: "holds no item below its first line")]
    }
    faults = found.told(of: name)
  }
}
