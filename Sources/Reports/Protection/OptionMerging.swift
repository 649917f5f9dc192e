/// Columns that are told as one.
typealias Group = [Int]

extension Rule {
  /// Puts neighbours together until every cell of every row is safe.
  ///
  /// One set of groups serves all rows, so no cell is blank that a total could fill in again.
  /// It goes through `block` in order and closes a group as soon as it is safe in every row; what
  /// is left at the end joins the group before it. The order is the question's own, never one of
  /// size.
  ///
  /// - Returns: `block` with some of its groups put together; nil where even the whole is unsafe.
  func groups(of block: [Group], in rows: [[Int]]) -> [Group]? {
    var groups: [Group] = []
    var open: Group = []
    for group in block {
      open += group
      if isSafe(open, in: rows) { groups.append(open); open = [] }
    }
    while !open.isEmpty, !isSafe(open, in: rows) {
      guard let last = groups.popLast() else { return nil }
      open = last + open
    }
    return open.isEmpty ? groups : groups + [open]
  }

  /// The same for several blocks, which never mix.
  ///
  /// - Returns: nil where a block is unsafe, or where a row has all its people in one group: then
  ///   everybody in it gave the same answer, and nothing may be said.
  func groups(of blocks: [[Group]], in rows: [[Int]]) -> [[Group]]? {
    var found: [[Group]] = []
    for block in blocks {
      guard let groups = groups(of: block, in: rows) else { return nil }
      found.append(groups)
    }
    let isVaried = rows.allSatisfy { row in
      found.joined().count { sum($0, in: row) > 0 } != 1
    }
    return isVaried ? found : nil
  }

  private func isSafe(_ group: Group, in rows: [[Int]]) -> Bool {
    rows.allSatisfy { isSafe(cell: sum(group, in: $0)) }
  }

  private func sum(_ columns: Group, in row: [Int]) -> Int {
    columns.reduce(0) { $0 + row[$1] }
  }
}
