/// How a question's answers are laid out in columns.
struct Layout: Sendable, Hashable {
  var columns: Int
  /// The ways people are split in two: for each, the columns whose people are on the yes side.
  ///
  /// One for a question with favourable answers; one for each option where people may choose
  /// several; none for the rest.
  var splits: [[Int]]
  /// The columns of the distribution in order, in blocks that are never put together: the
  /// favourable and the rest, or one block where no answer is favourable. Empty where there is no
  /// distribution, because people may choose several or write their own words.
  var blocks: [[Group]]

  func split(_ index: Int, of tally: Tally) -> Split {
    let yes = splits[index].reduce(0) { $0 + tally.columns[$1] }
    return Split(yes: yes, no: tally.people - yes)
  }

  var nobody: Tally { Tally(people: 0, columns: Array(repeating: 0, count: columns)) }
}

/// People at one position: an index on each axis, and what they said.
struct CountedCell: Sendable, Hashable {
  var at: [Int]
  var tally: Tally
}

/// What may be told of one question along one axis.
struct ProtectedTable: Sendable, Hashable {
  /// For which rows it may be told how many people they hold.
  var rows: Rows
  /// For each split, for which rows it may be told.
  var shares: [Rows]
  /// The blocks of groups that all rows share; nil where the distribution is withheld.
  var blocks: [[Group]]?

  static func nothing(of count: Int, _ layout: Layout) -> ProtectedTable {
    let none = Rows.none(of: count)
    return ProtectedTable(rows: none, shares: layout.splits.map { _ in none }, blocks: nil)
  }

  /// For which rows the distribution may be told: where answers are favourable or not, those whose
  /// split is, since the blocks are its two sides.
  func spread(_ layout: Layout) -> Rows { layout.blocks.count == 2 ? shares[0] : rows }

  /// For which rows the distribution is told.
  func spreadTold(_ layout: Layout) -> Rows {
    blocks == nil ? .none(of: rows.alone.count + rows.rest.count) : spread(layout)
  }
}
