import SurveyCore

extension FollowUp {
  /// Whether both may be told of everybody together.
  func isSafe(
    _ parent: ProtectedQuestion, _ child: ProtectedQuestion, _ rule: Rule
  ) -> Bool {
    if parent.overall.rows.alone.isEmpty || child.overall.rows.alone.isEmpty { return true }
    guard areComparable(parent, child) else { return areApart(parent, child) }
    return FollowUpCells(self, parent, child, rule).everybody.isSafe(rule)
  }

  /// The axes along which the one of the two that is withheld may not be told beside the other.
  ///
  /// What can be worked out of both are sets of people that follow from the tables of each. So that
  /// these are known, the one may be told only by rows that the other is told by too: then they
  /// are the sets that follow from its own tables, whichever of them are put together.
  func unsafeAxes(
    _ parent: ProtectedQuestion, _ child: ProtectedQuestion, withheld: ProtectedQuestion,
    beside other: [ProtectedTable], _ rule: Rule
  ) -> [Int] {
    let told = withheld.tables.indices.filter { !withheld.tables[$0].rows.alone.isEmpty }
    if parent.overall.rows.alone.isEmpty || child.overall.rows.alone.isEmpty { return [] }
    guard areComparable(parent, child) else { return areApart(parent, child) ? [] : told }
    let cells = FollowUpCells(self, parent, child, rule)
    var kept: [Rows] = []
    var unsafe: [Int] = []
    for (axis, table) in withheld.tables.enumerated() {
      let rows = table.rows
      let isSafe =
        rows.alone.isEmpty
        || (Set(rows.alone).isSubset(of: other[axis].rows.alone)
          && cells.areSafe(axis, rows, beside: kept))
      if !isSafe { unsafe.append(axis) }
      kept.append(isSafe ? rows : .none(of: rows.alone.count + rows.rest.count))
    }
    return unsafe
  }

  /// Editions that only partly overlap, or several boxes ticked at once, cannot be set against each
  /// other exactly; then nothing is known to be safe.
  private func areComparable(_ parent: ProtectedQuestion, _ child: ProtectedQuestion) -> Bool {
    parent.asked.editions == child.asked.editions
      && !(parent.asked.question.kind == .choices && values.count > 1)
  }

  private func areApart(_ parent: ProtectedQuestion, _ child: ProtectedQuestion) -> Bool {
    Set(parent.asked.editions).isDisjoint(with: child.asked.editions)
  }
}

/// A question and its follow-up, counted together at every position.
private struct FollowUpCells {
  private let protector: Protector
  /// The answers of the question, in the order of the columns; after them stand the people in its
  /// figures, those in the follow-up's, those who were asked that, and how many of these are in the
  /// question's figures.
  private let answers: [String]
  private let sizes: [Int]

  init(
    _ pair: FollowUp, _ parent: ProtectedQuestion, _ child: ProtectedQuestion, _ rule: Rule
  ) {
    let answers = Set(parent.asked.said.values.flatMap(\.chosen.keys)).sorted()
    let layout = Layout(columns: answers.count + 4, splits: [], blocks: [])
    var sums: [Position: FollowUpSlice] = [:]
    for (position, said) in parent.asked.said {
      let audience = parent.asked.axes.audiences[position.audience]
      sums[position, default: FollowUpSlice()]
        .add(said, of: audience, parent.arrangement, pair.values)
    }
    for (position, said) in child.asked.said {
      let audience = child.asked.axes.audiences[position.audience]
      sums[position, default: FollowUpSlice()].child +=
        child.arrangement.tally(said, of: audience).people
    }
    let cells = sums.map { position, sum in
      CountedCell(at: position.indices, tally: sum.tally(by: answers))
    }
    protector = Protector(rule: rule, layout: layout, cells: cells)
    (self.answers, sizes) = (answers, parent.asked.axes.sizes)
  }

  var everybody: FollowUpSlice {
    slice(protector.cells.reduce(into: protector.layout.nobody) { $0 += $1.tally })
  }

  /// Whether every slice of an axis is safe, and all that it gives away beside other axes.
  func areSafe(_ axis: Int, _ rows: Rows, beside others: [Rows]) -> Bool {
    let tallies = protector.tallies(axis, sizes[axis])
    let slices = rows.slices.map { rows in
      rows.reduce(into: protector.layout.nobody) { $0 += tallies[$1] }
    }
    guard let implied = protector.implied(axis, rows, others) else { return false }
    return (slices + implied).allSatisfy { slice($0).isSafe(protector.rule) }
  }

  private func slice(_ tally: Tally) -> FollowUpSlice {
    FollowUpSlice(tally, by: answers)
  }
}

extension FollowUpSlice {
  fileprivate init(_ tally: Tally, by answers: [String]) {
    let count = answers.count
    self.init(
      parent: Dictionary(
        zip(answers, tally.columns), uniquingKeysWith: { one, _ in one }),
      parentPeople: tally.columns[count], child: tally.columns[count + 1],
      asked: tally.columns[count + 2], base: tally.columns[count + 3])
  }

  fileprivate func tally(by answers: [String]) -> Tally {
    let columns = answers.map { parent[$0] ?? 0 }
    return Tally(
      people: columns.reduce(child, +), columns: columns + [parentPeople, child, asked, base])
  }

  fileprivate mutating func add(
    _ said: Said, of audience: String, _ arrangement: Arrangement, _ values: Set<String>
  ) {
    parentPeople += arrangement.tally(said, of: audience).people
    for (value, number) in said.chosen {
      parent[value, default: 0] += number
      guard values.contains(value) else { continue }
      asked += number
      if arrangement.column[audience]?[value] != nil { base += number }
    }
  }
}
