import SurveyCore

/// One question with all that may be told of it.
struct ProtectedQuestion {
  let asked: AskedQuestion
  let arrangement: Arrangement
  let protector: Protector
  var overall: ProtectedTable
  /// By `Axis`, in order.
  var tables: [ProtectedTable]

  init(_ asked: AskedQuestion, _ rule: Rule) {
    self.asked = asked
    arrangement = asked.arrangement
    protector = Protector(
      rule: rule, layout: arrangement.layout, cells: asked.cells(arrangement))
    overall = protector.overall()
    tables = protector.tables(along: asked.axes.sizes)
  }

  /// What may be told of one audience's own answers, where audiences chose from different ones.
  ///
  /// They stand in one row of one table only, so nothing else can be set against them; what the
  /// audience's figures share with others is only how many were favourable, which that row tells
  /// already where this is asked for.
  func own(_ audience: String) -> (arrangement: Arrangement, table: ProtectedTable, all: Tally)? {
    guard !arrangement.isByOption, let answers = asked.answers[audience] else { return nil }
    let arrangement = Arrangement(asked.question.kind, [audience: answers])
    let cells = asked.cells(arrangement, of: audience)
    let protector = Protector(
      rule: self.protector.rule, layout: arrangement.layout, cells: cells)
    let all = cells.map(\.tally).reduce(arrangement.layout.nobody, +)
    return (arrangement, protector.overall(), all)
  }

  /// Withholds everything, or what is told along one axis.
  mutating func withhold(_ axis: Int?) {
    let layout = arrangement.layout
    guard let axis else {
      overall = .nothing(of: 1, layout)
      tables = asked.axes.sizes.map { .nothing(of: $0, layout) }
      return
    }
    tables[axis] = .nothing(of: asked.axes.sizes[axis], layout)
  }
}

/// All questions of one group, protected also from what they say of each other.
struct ProtectedGroup {
  let group: Audience.Group
  let axes: Axes
  private(set) var questions: [ProtectedQuestion]

  init(_ census: Census, _ rule: Rule) {
    (group, axes) = (census.group, census.axes)
    questions = census.questions.map { ProtectedQuestion($0, rule) }
    // All pairs are judged on what is there before any is withheld, so their order says nothing.
    let before = questions
    for pair in FollowUp.all(among: census.questions) {
      let withheld = pair.withheld(census.questions)
      let (parent, child) = (before[pair.parent], before[pair.child])
      if !pair.isSafe(parent, child, axis: nil, rule) { questions[withheld].withhold(nil) }
      for axis in Axis.allCases.map(\.rawValue)
      where !pair.isSafe(parent, child, axis: axis, rule) { questions[withheld].withhold(axis) }
    }
  }
}

extension FollowUp {
  /// Whether both may be told, overall (`axis` nil) or along one axis.
  fileprivate func isSafe(
    _ parent: ProtectedQuestion, _ child: ProtectedQuestion, axis: Int?, _ rule: Rule
  ) -> Bool {
    let tables = (
      axis.map { parent.tables[$0] } ?? parent.overall,
      axis.map { child.tables[$0] } ?? child.overall
    )
    if tables.0.rows.alone.isEmpty || tables.1.rows.alone.isEmpty { return true }
    // Editions that only partly overlap, or several boxes ticked at once, cannot be set against
    // each other exactly; then nothing is known to be safe.
    guard parent.asked.editions == child.asked.editions else {
      return Set(parent.asked.editions).isDisjoint(with: child.asked.editions)
    }
    if parent.asked.question.kind == .choices && values.count > 1 { return false }
    return slices(parent, child, axis, (tables.0.rows, tables.1.rows))
      .allSatisfy { $0.isSafe(rule) }
  }

  /// The finest slices that both tables tell: rows alone in both, and all others together.
  private func slices(
    _ parent: ProtectedQuestion, _ child: ProtectedQuestion, _ axis: Int?, _ rows: (Rows, Rows)
  ) -> [FollowUpSlice] {
    let alone = Set(rows.0.alone).intersection(rows.1.alone)
    var slices: [Int: FollowUpSlice] = [:]
    func slice(_ position: Position) -> Int {
      guard let axis else { return 0 }
      let row = position.indices[axis]
      return alone.contains(row) ? row : -1
    }
    for (position, said) in parent.asked.said {
      let audience = parent.asked.axes.audiences[position.audience]
      slices[slice(position), default: FollowUpSlice()]
        .add(said, of: audience, parent.arrangement, values)
    }
    for (position, said) in child.asked.said {
      let audience = child.asked.axes.audiences[position.audience]
      slices[slice(position), default: FollowUpSlice()].child +=
        child.arrangement.tally(said, of: audience).people
    }
    return Array(slices.values)
  }
}

extension FollowUpSlice {
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
