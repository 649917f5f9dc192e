import SurveyCore

/// How many took part, as it may be told.
///
/// The number of responses, less what is told of a question, is how many left that question out.
/// So it is told in steps, of `Rule.cells` each, counted from the fewest people whose answers could
/// be the ones that are told: then all numbers of a step are possible, and none is ever narrowed.
/// Steps counted from nought would not do: with 39 answers to one question and 37 to another,
/// "30 to 39" is 39 responses, and two people left the second out.
struct ProtectedAttendance {
  /// Audiences that are told together.
  struct Block: Sendable, Hashable {
    let audiences: [String]
    let responses: ClosedRange<Int>
  }

  /// Empty where nothing may be told. Sums of them are all that is told of several audiences.
  let blocks: [Block]

  /// Goes through the group's audiences in order and closes a block as soon as it surely holds
  /// enough people; what is left at the end joins the block before it.
  init(_ attendance: Attendance, of group: ProtectedGroup, _ rule: Rule) {
    let fewest = FewestPeople(group)
    func block(_ audiences: [String]) -> Block {
      let responses = audiences.reduce(0) { $0 + (attendance.responses[$1] ?? 0) }
      let least = fewest.people(of: Set(audiences))
      return Block(audiences: audiences, responses: rule.step(of: responses, from: least))
    }
    var blocks: [Block] = []
    var open: [String] = []
    for audience in group.axes.audiences {
      open.append(audience)
      guard block(open).responses.lowerBound >= rule.rows else { continue }
      blocks.append(block(open))
      open = []
    }
    if !open.isEmpty, let last = blocks.popLast() { blocks.append(block(last.audiences + open)) }
    // All together may be known to be more than the blocks are: where that is by a whole step, it
    // would say that they are at the ends of theirs.
    let least = blocks.reduce(0) { $0 + fewest.people(of: Set($1.audiences)) }
    let areApart = fewest.people(of: Set(group.axes.audiences)) < least + rule.cells
    self.blocks = areApart || blocks.count < 2 ? blocks : [block(group.axes.audiences)]
  }

  /// How many responses there are of these audiences; nil unless they are whole blocks.
  func responses(of audiences: Set<String>) -> ClosedRange<Int>? {
    let met = blocks.filter { !audiences.isDisjoint(with: $0.audiences) }
    guard !met.isEmpty, Set(met.flatMap(\.audiences)) == audiences else { return nil }
    let ranges = met.map(\.responses)
    return ranges.reduce(0) { $0 + $1.lowerBound }...ranges.reduce(0) { $0 + $1.upperBound }
  }
}

extension Rule {
  /// The step that a number of responses is in, where the first begins at `least`.
  func step(of responses: Int, from least: Int) -> ClosedRange<Int> {
    let low = least + max(0, responses - least) / cells * cells
    return low...low + cells - 1
  }
}
