import SurveyCore

/// An issue of a survey's quarter, held against the one before it.
///
/// Who has both can take every figure of the one from the same figure of the other, and is left with
/// that of the answers that came late. So these are a slice like any other: both issues must tell
/// the same, and wherever they do, the late answers must be safe to tell by themselves.
struct Reissue {
  let before: CountedQuarter
  let after: CountedQuarter
  let rule: Rule

  init(before: CountedQuarter, after: CountedQuarter, _ rule: Rule) {
    (self.before, self.after, self.rule) = (before, after, rule)
  }

  var isSafe: Bool {
    guard before.groups.map(\.group) == after.groups.map(\.group) else { return false }
    return after.groups.indices.allSatisfy { isSafe(before.groups[$0], after.groups[$0], $0) }
  }

  private func isSafe(_ old: ProtectedGroup, _ new: ProtectedGroup, _ group: Int) -> Bool {
    guard old.questions.map(\.asked.label) == new.questions.map(\.asked.label),
      old.axes.audiences == new.axes.audiences
    else { return false }
    var late: [ProtectedQuestion] = []
    for (old, new) in zip(old.questions, new.questions) {
      guard tellsTheSame(old, new), let question = ProtectedQuestion(late: new, since: old, rule),
        isSafe(question), areTheirOwnSafe(question, as: new)
      else { return false }
      late.append(question)
    }
    return areFollowUpsSafe(late, of: new.questions) && isParticipationSafe(old, new, group)
  }

  // MARK: What is told

  /// Whether two issues of a question tell the same rows, sides and groups.
  private func tellsTheSame(_ old: ProtectedQuestion, _ new: ProtectedQuestion) -> Bool {
    guard old.asked.answers == new.asked.answers, old.overall == new.overall else { return false }
    return Axis.allCases.allSatisfy { axis in
      let tables = (old.tables[axis.rawValue], new.tables[axis.rawValue])
      let names = (old.asked.axes.names(of: axis), new.asked.axes.names(of: axis))
      func told(_ rows: Rows, _ names: [String], _ tallies: [Tally]) -> Set<String> {
        // A place where nobody answered is not named; that it is there later says nothing.
        Set(rows.alone.filter { axis != .place || tallies[$0].people > 0 }.map { names[$0] })
      }
      func isSame(_ old: Rows, _ new: Rows, _ question: (ProtectedQuestion, ProtectedQuestion))
        -> Bool
      {
        told(old, names.0, question.0.tallies[axis.rawValue])
          == told(new, names.1, question.1.tallies[axis.rawValue])
      }
      return isSame(tables.0.rows, tables.1.rows, (old, new)) && tables.0.blocks == tables.1.blocks
        && zip(tables.0.shares, tables.1.shares).allSatisfy { isSame($0, $1, (old, new)) }
        && tellTheirOwn(old, new, axis)
    }
  }

  /// Whether each audience's own answers are grouped alike.
  private func tellTheirOwn(
    _ old: ProtectedQuestion, _ new: ProtectedQuestion, _ axis: Axis
  ) -> Bool {
    guard axis == .audience else { return true }
    return new.asked.axes.audiences.allSatisfy { old.own($0)?.table == new.own($0)?.table }
  }

  // MARK: What came late

  /// Whether the late answers to a question may be told in all its tables.
  private func isSafe(_ late: ProtectedQuestion) -> Bool {
    let layout = late.arrangement.layout
    guard isSafe([late.everybody], late.overall, layout) else { return false }
    return late.tables.indices.allSatisfy { axis in
      isSafe(late.tallies[axis], late.tables[axis], layout) && isCrossingSafe(late, axis)
    }
  }

  /// Whether each audience's own late answers may be told, grouped as the issues group them.
  private func areTheirOwnSafe(
    _ late: ProtectedQuestion, as new: ProtectedQuestion
  ) -> Bool {
    late.asked.axes.audiences.allSatisfy { audience in
      guard let own = late.own(audience), let told = new.own(audience)?.table else { return true }
      return isSafe([own.all], told, own.arrangement.layout)
    }
  }

  private func isSafe(_ tallies: [Tally], _ table: ProtectedTable, _ layout: Layout) -> Bool {
    func slices(_ rows: Rows) -> [Tally] {
      // Where no row stands alone the rest is everybody, who are looked at by themselves.
      rows.alone.isEmpty
        ? []
        : rows.slices.map { $0.reduce(into: layout.nobody) { $0 += tallies[$1] } }
    }
    return slices(table.rows).allSatisfy { rule.isSafe(slice: $0.people) }
      && layout.splits.indices.allSatisfy { split in
        slices(table.shares[split]).allSatisfy { isSafe(layout.split(split, of: $0)) }
      } && slices(table.spread(layout)).allSatisfy { isSafe($0, table.blocks) }
      && isRestFilled(tallies, table, layout)
  }

  /// Whether each group that anybody came late to has people in the rest, as for any table.
  private func isRestFilled(
    _ tallies: [Tally], _ table: ProtectedTable, _ layout: Layout
  ) -> Bool {
    let rows = table.spread(layout)
    let rest = rows.rest.reduce(into: layout.nobody) { $0 += tallies[$1] }
    guard let blocks = table.blocks, !rows.alone.isEmpty, rest.people > 0 else { return true }
    let all = tallies.reduce(into: layout.nobody) { $0 += $1 }
    return blocks.joined().allSatisfy { group in
      group.contains { rest.columns[$0] > 0 } || group.allSatisfy { all.columns[$0] == 0 }
    }
  }

  private func isSafe(_ split: Split) -> Bool { split.people == 0 || rule.isSafe(split) }

  /// Whether people may be told by their answers: every group is filled or empty, and they are not
  /// all in one.
  private func isSafe(_ slice: Tally, _ blocks: [[Group]]?) -> Bool {
    guard let blocks, slice.people > 0 else { return true }
    return rule.groups(of: blocks, in: [slice.columns]) == blocks
  }

  /// Whether slices of two breakdowns that lie in one another differ by enough.
  private func isCrossingSafe(_ late: ProtectedQuestion, _ axis: Int) -> Bool {
    let (layout, table) = (late.arrangement.layout, late.tables[axis])
    let earlier = late.tables[..<axis]
    func implied(_ rows: Rows, _ others: [Rows], _ isSafe: (Tally) -> Bool) -> Bool {
      if rows.alone.isEmpty { return true }
      return late.protector.implied(axis, rows, others)?.allSatisfy(isSafe) ?? false
    }
    return implied(table.rows, earlier.map(\.rows)) { rule.isSafe(slice: $0.people) }
      && layout.splits.indices.allSatisfy { split in
        implied(table.shares[split], earlier.map { $0.shares[split] }) {
          isSafe(layout.split(split, of: $0))
        }
      }
      && (table.blocks == nil
        || implied(table.spread(layout), earlier.map { $0.spreadTold(layout) }) {
          isSafe($0, table.blocks)
        })
  }

  private func areFollowUpsSafe(
    _ late: [ProtectedQuestion], of news: [ProtectedQuestion]
  ) -> Bool {
    let asked = late.map(\.asked)
    return FollowUp.all(among: asked).allSatisfy { pair in
      let (parent, child) = (late[pair.parent], late[pair.child])
      let withheld = pair.withheld(asked)
      // By which rows the other was told before anything was withheld.
      let other = news[withheld == pair.parent ? pair.child : pair.parent]
      let tables = ProtectedQuestion(other.asked, rule).tables
      return pair.isSafe(parent, child, rule)
        && pair.unsafeAxes(
          parent, child, withheld: late[withheld], beside: tables, rule
        ).isEmpty
    }
  }
}
