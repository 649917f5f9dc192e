import SurveyCore

/// One question with all that may be told of it.
struct ProtectedQuestion {
  let asked: AskedQuestion
  let arrangement: Arrangement
  let protector: Protector
  /// Everybody, and how they split along each axis.
  let everybody: Tally
  let tallies: [[Tally]]
  var overall: ProtectedTable
  /// By `Axis`, in order.
  var tables: [ProtectedTable]

  init(_ asked: AskedQuestion, _ rule: Rule) {
    self.asked = asked
    arrangement = asked.arrangement
    protector = Protector(
      rule: rule, layout: arrangement.layout, cells: asked.cells(arrangement))
    everybody = protector.cells.reduce(into: arrangement.layout.nobody) { $0 += $1.tally }
    tallies = asked.axes.sizes.enumerated().map { [protector] in protector.tallies($0, $1) }
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
    let all = cells.reduce(into: arrangement.layout.nobody) { $0 += $1.tally }
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
      if !pair.isSafe(parent, child, rule) { questions[withheld].withhold(nil) }
      let other = withheld == pair.parent ? child : parent
      let axes = pair.unsafeAxes(
        parent, child, withheld: before[withheld], beside: other.tables, rule)
      for axis in axes { questions[withheld].withhold(axis) }
    }
  }
}
