import SurveyCore

/// The Principal Social Worker's report: the front line first, then children, parents and partners,
/// each apart.
struct PSWReport {
  let material: Material
  /// The groups it has parts for.
  let groups: [Audience.Group]

  init(_ material: Material, only group: Audience.Group? = nil) {
    self.material = material
    groups = group.map { [$0] } ?? Audience.Group.inOrder
  }

  func document() -> Document {
    var draft = Draft(material)
    let parts = groups.map { GroupPart($0, material) }
    for finding in parts.flatMap({ Findings(part: $0).first }) { draft.find(finding) }
    about(&draft)
    for part in parts { part.write(&draft) }
    answered(&draft)
    draft.section(
      "done", ReportWords.done, level: 2, startsPage: true,
      Actions(material: material, groups: groups).blocks(&draft))
    if groups.count > 1 {
      draft.section(
        "concerns", ReportWords.concerns, level: 2, Concerns(material: material).blocks(&draft))
      draft.section(
        "held-part", ReportWords.held, level: 2, Held(material: material).blocks(&draft))
    }
    let method = Method(material: material)
    method.write(&draft)
    draft.section(
      "figures", ReportWords.figures, level: 2, isPrinted: false,
      [.paragraph(ReportWords.everyFigure)])
    for part in parts { part.writeFigures(&draft) }
    draft.section(
      "figures-silence", AnsweredWords.silence, level: 3,
      WhoAnswered(material: material, groups: groups).silence(&draft))
    method.writeNumerators(groups.flatMap(material.subjects), &draft)
    observe(parts, &draft)
    return draft.document("psw", title: ReportWords.title(groups))
  }

  private func about(_ draft: inout Draft) {
    draft.section(
      "about", ReportWords.about, level: 2,
      material.notices + PSWWords.about(material.first, groups).map(Block.paragraph)
        + [.list(PSWWords.reading)])
  }

  private func answered(_ draft: inout Draft) {
    let who = WhoAnswered(material: material, groups: groups)
    draft.section("answered", ReportWords.answered, level: 2, startsPage: true, who.turnout(&draft))
    draft.section("answered-missing", ReportWords.missing, level: 3, who.missing(&draft))
    draft.section("answered-ways", ReportWords.ways, level: 3, who.ways(&draft))
    draft.section("answered-stopped", ReportWords.stopped, level: 3, who.dropOut(&draft))
    draft.section("answered-silence", ReportWords.silence, level: 3, who.mostSilent)
  }

  private func observe(_ parts: [GroupPart], _ draft: inout Draft) {
    draft.observe(material.observations(of: groups))
    for part in parts {
      draft.observe(part.courses.all.flatMap { $0.observations() })
      draft.observe(part.changes.observations(material, by: .audience))
      for (breakdown, rows) in part.breakdowns.parts {
        draft.observe(part.breakdowns.all.part(rows).observations(material, by: breakdown))
      }
    }
    draft.observe(WhoAnswered(material: material, groups: groups).observations())
    draft.observe(groups.flatMap { Comments($0, material).observations(material) })
    draft.observe(MunroComparison.observations(of: groups, material))
    if groups.count > 1 {
      draft.observe(Held(material: material).observations())
      draft.observe(Concerns(material: material).observations())
    }
  }
}

extension Material {
  /// Every figure of the quarter, and the measures of the quarters and months before;
  /// of the quarter right before by age too, since changes are told by age.
  func observations(of groups: [Audience.Group]) -> [Observation] {
    let names = Set(groups.map(\.rawValue))
    let now = surveys.flatMap { Observing(sheets: $0, material: self).all() }
    let months = quarters.flatMap(\.surveys).flatMap { sheets in
      sheets.months.flatMap { Observing(sheets: sheets, material: self).measures($0) }
    }
    let before = quarters.dropLast().flatMap(\.surveys).flatMap { sheets in
      Observing(sheets: sheets, material: self).measures(sheets.sheet)
    }
    let ages = self.before?.surveys ?? []
    let then = ages.flatMap { Observing(sheets: $0, material: self).ages() }
    return (now + before + then + months).filter { names.contains($0.group) }
  }
}
