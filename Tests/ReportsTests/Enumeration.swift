@testable import Reports

/// What somebody sees who is given every table of a question, and what is kept from them.
///
/// Two originals with the same `told` cannot be told apart, even by somebody who knows how the
/// tables are made. `kept` names every number that is not told; where the same number is the same
/// in all originals that look alike, it is told all the same.
struct Sighting {
  private(set) var told: [Int] = []
  private(set) var kept: [Int: Int] = [:]
  private let layout: Layout

  init(of protector: Protector, along axes: [Int]) {
    layout = protector.layout
    let all = protector.cells.map(\.tally).reduce(layout.nobody, +)
    let overall = protector.overall()
    look(at: overall, [all], empty: [])
    let groups: [Group] = (overall.blocks ?? []).flatMap { $0 }
    let empty = groups.filter { $0.allSatisfy { all.columns[$0] == 0 } }.flatMap { $0 }
    for (axis, table) in protector.tables(along: axes).enumerated() {
      look(at: table, protector.tallies(axis, axes[axis]), empty: Set(empty))
    }
  }

  /// `empty` are columns known to hold nobody: that their cells are empty is no secret.
  private mutating func look(at table: ProtectedTable, _ rows: [Tally], empty: Set<Int>) {
    for (row, tally) in rows.enumerated() {
      see(tally.people, isTold: table.rows.alone.contains(row))
      let isEmpty = table.rows.alone.contains(row) && tally.people == 0
      for split in layout.splits.indices where !isEmpty {
        see(layout.split(split, of: tally).yes, isTold: table.shares[split].alone.contains(row))
      }
      let spread = layout.blocks.isEmpty ? Rows.none(of: rows.count) : table.spread(layout)
      let isSpread = table.blocks != nil && spread.alone.contains(row)
      for block in isEmpty ? [] : layout.blocks {
        // One column that is a whole side of the split is told with it.
        let isSide = layout.splits.count == 1 && block.count == 1
        let isSeen = isSide && table.shares[0].alone.contains(row)
        let groups =
          isSpread ? table.blocks?.first { $0.joined().elementsEqual(block.joined()) } : nil
        for group in groups ?? [] {
          told.append(group.count)
          see(group.reduce(0) { $0 + tally.columns[$1] }, isTold: true)
        }
        let whole = Set((groups ?? []).filter { $0.count == 1 }.joined()).union(empty)
        for column in block.joined() where !whole.contains(column) && !isSeen {
          see(tally.columns[column], isTold: false)
        }
      }
    }
  }

  private mutating func see(_ number: Int, isTold: Bool) {
    told.append(isTold ? number : -1)
    if !isTold { kept[told.count] = number }
  }
}

/// Every original of a small size, sorted by what is told of it.
struct Enumeration {
  private var kept: [[Int]: [Int: (low: Int, high: Int)]] = [:]
  private(set) var originals = 0

  /// All ways in which as many people as `totals` says can be spread over the positions and columns.
  init(_ layout: Layout, along axes: [Int], totals: ClosedRange<Int>, _ rule: Rule) {
    let positions = axes.reduce(1, *)
    for total in totals {
      compositions(of: total, into: positions * layout.columns) { numbers in
        let cells = (0..<positions).map { position in
          let columns = Array(numbers[position * layout.columns..<(position + 1) * layout.columns])
          let tally = Tally(people: columns.reduce(0, +), columns: columns)
          return CountedCell(at: indices(position, axes), tally: tally)
        }
        add(Sighting(of: Protector(rule: rule, layout: layout, cells: cells), along: axes))
      }
    }
  }

  private mutating func add(_ sighting: Sighting) {
    originals += 1
    var ranges = kept[sighting.told] ?? [:]
    for (key, number) in sighting.kept {
      let range = ranges[key] ?? (number, number)
      ranges[key] = (min(range.low, number), max(range.high, number))
    }
    kept[sighting.told] = ranges
  }

  /// What is told although something that is kept can only be one number.
  var givenAway: [[Int]] {
    kept.filter { $0.value.values.contains { $0.low == $0.high } }.map(\.key)
  }
}

private func indices(_ position: Int, _ axes: [Int]) -> [Int] {
  var rest = position
  return axes.map { size in
    defer { rest /= size }
    return rest % size
  }
}

/// Calls `body` with every way to write `total` as a sum of `parts` numbers from 0 up, in order.
func compositions(of total: Int, into parts: Int, _ body: ([Int]) -> Void) {
  var numbers = Array(repeating: 0, count: parts)
  func fill(_ part: Int, _ left: Int) {
    if part == parts - 1 {
      numbers[part] = left
      return body(numbers)
    }
    for number in 0...left {
      numbers[part] = number
      fill(part + 1, left - number)
    }
  }
  fill(0, total)
}
