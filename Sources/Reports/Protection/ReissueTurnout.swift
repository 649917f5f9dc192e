import SurveyCore

extension Reissue {
  /// Whether who took part, as both issues tell it, says nothing of a few.
  func isParticipationSafe(
    _ old: ProtectedGroup, _ new: ProtectedGroup, _ group: Int
  ) -> Bool {
    let attendances = (before.attendances[group], after.attendances[group])
    let told = (
      ProtectedAttendance(attendances.0, of: old, rule),
      ProtectedAttendance(attendances.1, of: new, rule)
    )
    let reaches = (
      before.reach(old, attendances.0, told.0).questions,
      after.reach(new, attendances.1, told.1).questions
    )
    let stopped = (attendances.0.stopped, attendances.1.stopped)
    return areStepsSafe(told.0.blocks, told.1.blocks, late(group))
      && zip(reaches.0, reaches.1).allSatisfy(isSafe)
      && isSafe(dropOut: stopped.0, stopped.1, after.questions(of: new))
  }

  /// The fewest people whose answers could be those that came late, by audience.
  private func late(_ group: Int) -> [String: Int] {
    after.attendances[group].fewest(since: before.attendances[group])
  }

  /// Steps of both issues leave every number possible if the later one begins at least as far on as
  /// the late answers reach: else only the first of the one goes with the last of the other.
  private func areStepsSafe(
    _ old: [ProtectedAttendance.Block], _ new: [ProtectedAttendance.Block], _ late: [String: Int]
  ) -> Bool {
    guard old.map(\.audiences) == new.map(\.audiences) else { return false }
    return zip(old, new).allSatisfy { old, new in
      let fewest = new.audiences.reduce(0) { $0 + (late[$1] ?? 0) }
      return new.responses.lowerBound >= old.responses.lowerBound + fewest
    }
  }

  private func isSafe(_ old: QuestionReach, _ new: QuestionReach) -> Bool {
    guard (old.notUnderstood == nil) == (new.notUnderstood == nil),
      (old.asked == nil) == (new.asked == nil)
    else { return false }
    guard let one = old.notUnderstood, let other = new.notUnderstood, one.count == 1,
      other.count == 1
    else { return true }
    let number = other.lowerBound - one.lowerBound
    guard let before = old.silent, let now = new.silent, before.count == 1, now.count == 1 else {
      return rule.isSafe(cell: number)
    }
    return rule.isSafe(cell: number)
      && rule.isSafe(cell: now.lowerBound - before.lowerBound - number)
  }

  private func isSafe(
    dropOut old: [String: Int], _ new: [String: Int], _ questions: [String]
  ) -> Bool {
    let steps = [""] + questions
    let told = (DropOut(old, questions: questions, rule), DropOut(new, questions: questions, rule))
    guard told.0?.steps.map(\.questions) == told.1?.steps.map(\.questions) else { return false }
    guard let groups = told.1?.steps.map(\.questions) else { return true }
    let late = steps.map { (new[$0] ?? 0) - (old[$0] ?? 0) }
    let people = late.reduce(0, +)
    let sums = groups.map { group in
      zip(steps, late).reduce(0) { group.contains($1.0) ? $0 + $1.1 : $0 }
    }
    return rule.isSafe(slice: people) && sums.allSatisfy(rule.isSafe(cell:))
      && (people == 0 || groups.isEmpty || sums.count { $0 > 0 } > 1)
  }
}
