/// Protects everything that is told of one question in one group and one quarter, together.
///
/// What is told are tables of one axis against the answers, never of two axes. All share the
/// overall answers, and every table's groups are made of the overall's groups, so that no table
/// shows more of the overall than the overall itself. Whatever is hidden in one table can
/// therefore change without anything changing in another: they are as safe together as each alone.
struct Protector {
  let rule: Rule
  let layout: Layout
  let cells: [CountedCell]

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
    if count > 0 { for cell in cells { tallies[cell.at[axis]] += cell.tally } }
    return tallies
  }

  private func table(
    _ axis: Int, _ count: Int, beside others: [ProtectedTable], _ overall: ProtectedTable
  ) -> ProtectedTable {
    var table = ProtectedTable.nothing(of: count, layout)
    let tallies = tallies(axis, count)
    let rows = rule.rows(of: tallies.map(\.people))
    // The rows of the shares are often those of the table, and give the same away.
    var known: [[Rows]: [Tally]?] = [:]
    func implied(_ rows: Rows, _ others: [Rows]) -> [Tally]? {
      let all = [rows] + others
      if let left = known[all] { return left }
      let left = self.implied(axis, rows, others)
      known[all] = .some(left)
      return left
    }
    guard let left = implied(rows, others.map(\.rows)),
      left.allSatisfy({ rule.isSafe(slice: $0.people) })
    else { return table }
    table.rows = rows
    for split in layout.splits.indices {
      let shares = rule.shares(of: tallies.map { layout.split(split, of: $0) }, in: rows)
      if let left = implied(shares, others.map { $0.shares[split] }),
        left.allSatisfy({ rule.isSafe(layout.split(split, of: $0)) })
      {
        table.shares[split] = shares
      }
    }
    let spread = table.spread(layout)
    if let blocks = overall.blocks, !spread.alone.isEmpty,
      let left = implied(spread, others.map { $0.spreadTold(layout) }),
      isSafe(blocks, in: spread, and: left, over: tallies)
    {
      table.blocks = blocks
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
  private func isSafe(
    _ blocks: [[Group]], in rows: Rows, and left: [Tally], over tallies: [Tally]
  ) -> Bool {
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

  /// What the slices of an axis and those of the axes before it give away between them; nil where
  /// that is not known.
  func implied(_ axis: Int, _ rows: Rows, _ others: [Rows]) -> [Tally]? {
    rows.alone.isEmpty ? [] : crossing(axis, rows, others).impliedSlices()
  }

  private func crossing(_ axis: Int, _ rows: Rows, _ others: [Rows]) -> Crossing {
    let mine = rows.sliceByRow
    // A breakdown of which nothing is told has one slice, which says nothing.
    let theirs = others.enumerated().filter { !$0.element.alone.isEmpty }.map { other, its in
      (axis: other, count: its.slices.count, slices: its.sliceByRow)
    }
    // A spot by one number: its slices as digits, the new breakdown's first.
    var sums: [Int: Tally] = [:]
    for cell in cells where cell.tally.people > 0 {
      let spot = theirs.reduce(mine[cell.at[axis]]) {
        $0 * $1.count + $1.slices[cell.at[$1.axis]]
      }
      sums[spot, default: layout.nobody] += cell.tally
    }
    var spots: [[Crossing.Spot]] = Array(repeating: [], count: rows.slices.count)
    let width = theirs.reduce(0) { $0 + $1.count }
    for (spot, tally) in sums.sorted(by: { $0.key < $1.key }) {
      var (digits, first, slices) = (spot, width, [Int]())
      for its in theirs.reversed() {
        first -= its.count
        slices.append(first + digits % its.count)
        digits /= its.count
      }
      spots[digits].append(Crossing.Spot(slices: slices, tally: tally))
    }
    return Crossing(spots: spots, width: width, nobody: layout.nobody)
  }

  private func sum(_ cells: [CountedCell]) -> Tally {
    cells.reduce(into: layout.nobody) { $0 += $1.tally }
  }
}

extension Rows {
  /// The slice each row is in.
  fileprivate var sliceByRow: [Int] {
    var found = Array(repeating: 0, count: alone.count + rest.count)
    for (slice, rows) in slices.enumerated() {
      for row in rows { found[row] = slice }
    }
    return found
  }
}
