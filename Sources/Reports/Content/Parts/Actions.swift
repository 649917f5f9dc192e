import SurveyCore

/// What the service did about what it heard, and whether the measure moved since.
struct Actions {
  let material: Material
  let groups: [Audience.Group]

  func blocks(_ draft: inout Draft) -> [Block] {
    let said = material.authority.said
    guard !said.isEmpty else { return [.paragraph(ActionWords.nothing)] }
    let moves = said.map(moves)
    let table = ComparedTable(moves.joined().map(\.self))
    var start = 0
    let rows = zip(said, moves).map { said, moves -> [Cell] in
      defer { start += moves.count }
      let part = table.part(start..<start + moves.count)
      return [
        .words(said.you.words(in: .english)), .words(said.we.words(in: .english)),
        .words(said.since.map(PeriodWords.month) ?? ActionWords.unknown),
        .words(moved(part, said)),
      ]
    }
    return [
      .paragraph(ActionWords.about),
      .table(
        draft.table(
          "actions", ActionWords.title, ActionWords.columns, rows,
          notes: moves.joined().isEmpty ? [] : [ActionWords.cause, GlanceWords.ages, table.words])),
    ]
  }

  private func moved(_ table: ComparedTable, _ said: Authority.Said) -> String {
    guard let measure = said.measure else { return ActionWords.unnamed }
    let isHere = groups.flatMap(material.subjects).contains { $0.measure == measure }
    return isHere ? ActionWords.moved(table) : ActionWords.elsewhere
  }

  /// The measure in the last quarter that had ended when the action began, beside this one, for
  /// every group that is asked it.
  private func moves(_ said: Authority.Said) -> [Compared] {
    guard let id = said.measure, let since = said.since, since.quarterStart <= material.first,
      let then = material.quarters.last(where: { $0.first < since.quarterStart })
    else { return [] }
    let subjects = groups.flatMap(material.subjects).filter { $0.measure == id }
    return subjects.compactMap { subject in
      guard let now = material.sheets(subject), let old = then.survey(subject.survey),
        !now.countsAnswers(subject)
      else { return nil }
      let isSame = !now.editions.changed(
        .measure(id), subject.group, after: then.first.adding(2), by: material.through)
      return Compared(
        subject: subject, title: now.title(subject), who: subject.group.people,
        beside: ActionWords.in(PeriodWords.quarter(then.first)),
        now: now.figure(subject)?.favourable, then: old.figure(subject)?.favourable, isSame: isSame)
    }
  }
}
