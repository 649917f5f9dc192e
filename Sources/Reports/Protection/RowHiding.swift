extension Rule {
  /// Which rows may stand alone, by how many people each holds.
  ///
  /// Rows of fewer than `rows` people go to the rest, empty ones too, so that a hidden row may be
  /// empty. The rest must itself be empty or well filled, and leave every hidden row more than one
  /// possible number; until it is, further rows join it **by position**. Choosing them by size
  /// would let somebody who knows this rule undo it: of rows 9, 10 and 10 the smallest is gone
  /// first, so a rest of 19 could only be 9 and 10.
  func rows(of sizes: [Int]) -> Rows {
    var hidden = sizes.map { $0 < rows }
    if total(sizes, where: hidden) == 0 { return Rows(alone: Array(sizes.indices), rest: []) }
    while !isSafe(rest: sizes, hidden) {
      guard hideNext(&hidden, of: sizes.indices.filter { !hidden[$0] }) else { break }
    }
    return Rows(hidden: hidden)
  }

  /// For which rows it may be said how their people split.
  ///
  /// `rows` is what `rows(of:)` found. A row whose split is unsafe joins the rest, whose own split
  /// must then be safe; until it is, further rows join by position. Empty rows stay as they are:
  /// they hide nobody.
  func shares(of splits: [Split], in rows: Rows) -> Rows {
    var hidden = splits.map { $0.people > 0 && !isSafe($0) }
    for row in rows.rest { hidden[row] = true }
    while true {
      let rest = splits.indices.filter { hidden[$0] }.map { splits[$0] }.reduce(.nobody, +)
      if rest == .nobody || isSafe(rest) { break }
      let others = splits.indices.filter { !hidden[$0] && splits[$0].people > 0 }
      guard hideNext(&hidden, of: others) else { break }
    }
    return Rows(hidden: hidden)
  }

  private func isSafe(rest sizes: [Int], _ hidden: [Bool]) -> Bool {
    let rest = sizes.indices.filter { hidden[$0] }
    if total(sizes, where: hidden) < rows { return false }
    // Were every hidden row as full as a hidden row can be, their sum would say so.
    return !rest.allSatisfy { sizes[$0] == rows - 1 }
  }

  private func total(_ sizes: [Int], where hidden: [Bool]) -> Int {
    zip(sizes, hidden).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
  }

  /// Hides the first of `others` after the first hidden row, going round; false if there is none.
  private func hideNext(_ hidden: inout [Bool], of others: [Int]) -> Bool {
    let first = hidden.firstIndex(of: true) ?? -1
    guard let next = others.first(where: { $0 > first }) ?? others.first else { return false }
    hidden[next] = true
    return true
  }
}
