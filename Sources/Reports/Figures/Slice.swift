import SurveyCore

/// A slice of a group's people in a quarter.
struct Slice {
  let category: String?
  /// Nil for everybody.
  let axis: Axis?
  let rows: [Int]
  var isRest = false

  static let everybody = Slice(category: nil, axis: nil, rows: [0])
}

extension ProtectedQuestion {
  /// Whether a row with people in it stands alone.
  func told(_ axis: Axis, _ row: Int) -> Bool {
    tables[axis.rawValue].rows.alone.contains(row) && tally(axis, [row]).people > 0
  }

  /// What may be told of a slice.
  func figure(_ slice: Slice) -> Figure {
    let table = slice.axis.map { tables[$0.rawValue] } ?? overall
    let tally = tally(slice.axis, slice.rows)
    let isCounted = table.rows.tells(slice)
    let hasShare = arrangement.layout.blocks.count == 2
    let share =
      hasShare && table.shares[0].tells(slice)
      ? Share(arrangement.layout.split(0, of: tally).yes, of: tally.people) : nil
    let answers = tally.people == 0 && isCounted ? [] : answers(slice, table, tally)
    let n = isCounted ? tally.people : nil
    return Figure(
      category: slice.category, isRest: slice.isRest, n: n, favourable: share,
      hasFavourable: hasShare, answers: answers, note: note(n, share, hasShare, answers))
  }

  private func tally(_ axis: Axis?, _ rows: [Int]) -> Tally {
    guard let axis else { return everybody }
    return rows.reduce(into: arrangement.layout.nobody) { $0 += tallies[axis.rawValue][$1] }
  }

  private func answers(
    _ slice: Slice, _ table: ProtectedTable, _ tally: Tally
  ) -> [AnswerFigure] {
    if arrangement.isByOption {
      return arrangement.answers(table, tally) { $0.tells(slice) }
    }
    guard slice.axis == .audience, !slice.isRest, let row = slice.rows.first,
      let own = own(asked.axes.audiences[row])
    else { return [] }
    let isTold = (table.shares.first ?? table.rows).tells(slice)
    return own.arrangement.answers(own.table, own.all) { isTold && !$0.alone.isEmpty }
  }

  /// One note serves all reasons, since which it was could say something too.
  private func note(
    _ n: Int?, _ share: Share?, _ hasShare: Bool, _ answers: [AnswerFigure]
  ) -> String {
    if n == 0 { return "" }
    let isComplete = (!hasShare || share != nil) && answers.allSatisfy { $0.share != nil }
    if n == nil || !isComplete { return Words.small }
    return answers.contains { $0.options.count > 1 } ? Words.merged : ""
  }
}

extension Rows {
  /// Whether the slice is one of those told.
  func tells(_ slice: Slice) -> Bool {
    slice.isRest ? Set(rest) == Set(slice.rows) : slice.rows.allSatisfy(alone.contains)
  }
}

extension Arrangement {
  /// The answers of a table's slice; `isTold` says whether the slice is among the rows told.
  fileprivate func answers(
    _ table: ProtectedTable, _ tally: Tally, isTold: (Rows) -> Bool
  ) -> [AnswerFigure] {
    func answer(_ group: Group, isTold: Bool) -> AnswerFigure {
      let count = group.reduce(0) { $0 + tally.columns[$1] }
      return AnswerFigure(
        options: group.map { options[$0].value },
        words: group.map { options[$0].words.words(in: .english) },
        share: isTold ? Share(count, of: tally.people) : nil)
    }
    if layout.blocks.isEmpty {
      return layout.splits.indices.map { answer([$0], isTold: isTold(table.shares[$0])) }
    }
    guard let blocks = table.blocks, isTold(table.spread(layout)) else {
      return options.indices.map { answer([$0], isTold: false) }
    }
    return blocks.joined().map { answer($0, isTold: true) }
  }
}
