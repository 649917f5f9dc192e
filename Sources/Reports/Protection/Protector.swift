/// Protects everything that is told of one question in one group and one quarter, together.
///
/// What is told are tables of one axis against the answers, never of two axes. All share the
/// overall answers, and every table's groups are made of the overall's groups, so that no table
/// shows more of the overall than the overall itself. Whatever is hidden in one table can
/// therefore change without anything changing in another: they are as safe together as each alone.
struct Protector {
  let rule: Rule
  let layout: Layout
  let cells: [Cell]

  /// What may be told of everybody together: a table of one row.
  func overall() -> ProtectedTable {
    let all = sum(cells)
    var table = ProtectedTable.nothing(of: 1, layout)
    table.rows = rule.rows(of: [all.people])
    table.shares = layout.splits.indices.map {
      rule.shares(of: [layout.split($0, of: all)], in: table.rows)
    }
    if !table.spread(layout).alone.isEmpty, !layout.blocks.isEmpty {
      table.blocks = rule.groups(of: layout.blocks, in: [all.columns])
    }
    return table
  }

  /// What may be told along each axis, given the number of its rows.
  ///
  /// An axis is held against those before it, so the order says which is kept where two would give
  /// something away between them.
  func tables(along axes: [Int]) -> [ProtectedTable] {
    let overall = overall()
    var tables: [ProtectedTable] = []
    for (axis, count) in axes.enumerated() {
      let isTold = !overall.rows.alone.isEmpty
      tables.append(
        isTold ? table(axis, count, beside: tables, overall) : .nothing(of: count, layout))
    }
    return tables
  }

  /// How many people each row of an axis holds, and what they said.
  func tallies(_ axis: Int, _ count: Int) -> [Tally] {
    var tallies = Array(repeating: layout.nobody, count: count)
    for cell in cells { tallies[cell.at[axis]] = tallies[cell.at[axis]] + cell.tally }
    return tallies
  }

  private func table(
    _ axis: Int, _ count: Int, beside others: [ProtectedTable], _ overall: ProtectedTable
  ) -> ProtectedTable {
    var table = ProtectedTable.nothing(of: count, layout)
    let tallies = tallies(axis, count)
    let rows = rule.rows(of: tallies.map(\.people))
    guard let left = implied(axis, rows, others.map(\.rows)),
      left.allSatisfy({ rule.isSafe(slice: $0.people) })
    else { return table }
    table.rows = rows
    for split in layout.splits.indices {
      let shares = rule.shares(of: tallies.map { layout.split(split, of: $0) }, in: rows)
      if let left = implied(axis, shares, others.map { $0.shares[split] }),
        left.allSatisfy({ rule.isSafe(layout.split(split, of: $0)) })
      {
        table.shares[split] = shares
      }
    }
    if isSpreadSafe(axis, table, over: tallies, beside: others, overall) {
      table.blocks = overall.blocks
    }
    return table
  }

  /// Whether a table may show the overall's groups: every cell of every row, of the rest and of
  /// all that is implied must be safe as it is.
  ///
  /// It is all or nothing. If further groups were put together until the table is safe, somebody
  /// who knows the overall's groups could ask why these and no others, and sometimes only one table
  /// answers: with cells of 3, the rows 7, 0, 4 and 2, 3, 3. That a table is not safe as it is says
  /// far less: any two rows and two groups with people in them can be unsafe in many ways.
  private func isSpreadSafe(
    _ axis: Int, _ table: ProtectedTable, over tallies: [Tally], beside others: [ProtectedTable],
    _ overall: ProtectedTable
  ) -> Bool {
    let rows = table.spread(layout)
    guard let blocks = overall.blocks, !rows.alone.isEmpty,
      let left = implied(axis, rows, others.map { $0.spread(layout) })
    else { return false }
    let slices = rows.slices.map { $0.map { tallies[$0] }.reduce(layout.nobody, +) } + left
    let rest = rows.rest.map { tallies[$0] }.reduce(layout.nobody, +)
    return rule.groups(of: blocks, in: slices.map(\.columns)) == blocks
      && (rest.people == 0 || isFilled(rest, blocks))
  }

  /// Whether each group that anybody is in has people in the rest. An empty one would say of every
  /// hidden row that nobody in it gave that answer.
  private func isFilled(_ rest: Tally, _ blocks: [[Group]]) -> Bool {
    let all = sum(cells)
    return blocks.joined().allSatisfy { group in
      group.contains { rest.columns[$0] > 0 } || group.allSatisfy { all.columns[$0] == 0 }
    }
  }

  /// What the slices of an axis and those of the axes before it give away between them.
  private func implied(_ axis: Int, _ rows: Rows, _ others: [Rows]) -> [Tally]? {
    var slices: [Tally] = []
    for (other, its) in others.enumerated() {
      guard let left = crossing(other, its, axis, rows).impliedSlices() else { return nil }
      slices += left
    }
    return slices
  }

  private func crossing(_ one: Int, _ rows: Rows, _ other: Int, _ columns: Rows) -> Crossing {
    let (down, across) = (rows.sliceByRow, columns.sliceByRow)
    let empty = Array(repeating: layout.nobody, count: columns.slices.count)
    var overlaps = Array(repeating: empty, count: rows.slices.count)
    for cell in cells {
      guard let row = down[cell.at[one]], let column = across[cell.at[other]] else { continue }
      overlaps[row][column] = overlaps[row][column] + cell.tally
    }
    return Crossing(overlaps: overlaps, nobody: layout.nobody)
  }

  private func sum(_ cells: [Cell]) -> Tally { cells.map(\.tally).reduce(layout.nobody, +) }
}

extension Rows {
  /// The index in `slices` of the slice each row is in.
  fileprivate var sliceByRow: [Int: Int] {
    var found: [Int: Int] = [:]
    for (slice, rows) in slices.enumerated() { for row in rows { found[row] = slice } }
    return found
  }
}
