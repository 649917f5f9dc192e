import SurveyCore

/// A row of the local information in Munro's Appendix B, or one of its lettered parts.
struct TwinCoreItem: Sendable, Hashable {
  let id: String
  /// Its definition in the words of Appendix B (Crown copyright, Open Government Licence).
  let definition: String
  /// Whose answers it is made of; nil where it comes from a case system.
  let group: Audience.Group?

  /// The twelve percentages of the five survey rows, in the order of Appendix B.
  static let asked: [TwinCoreItem] = [
    safe("L1a", "at home"), safe("L1b", "at school"), safe("L1c", "in their local area"),
    worker("L4a", "their interventions have improved the safety of children"),
    worker("L4b", "they received adequate professional supervision and support"),
    worker("L4c", "their caseloads are manageable"),
    worker("L4d", "they are able to spend enough time with children and young people"),
    agency("L5a", "the police"), agency("L5b", "the health service"), agency("L5c", "education"),
    listened("L7", "children and young people", .child), listened("L8", "parents", .parent),
  ]

  /// The four rows that come from case systems.
  static let held: [TwinCoreItem] = [
    TwinCoreItem(
      id: "L2",
      definition: "Number of changes of social worker in contact with the child from first contact "
        + "with children's social care", group: nil),
    TwinCoreItem(id: "L3", definition: "Average social worker caseload", group: nil),
    TwinCoreItem(
      id: "L6",
      definition: "Average number of working days taken to decide on a Child Protection Plan or "
        + "initiate care proceedings following the decision determining that course of action",
      group: nil),
    TwinCoreItem(
      id: "L9",
      definition: "Percentage of cases where the lead social worker has seen a child in accordance "
        + "with their Child Protection Plan", group: nil),
  ]

  /// What is true of the item beyond its definition (Appendix B, L1).
  var caution: String? {
    switch id {
    case "L1a": "Appendix B calls this the top priority."
    case "L1b":
      "Appendix B: potentially useful for measuring change over time; it is shown so below."
    case "L1c":
      "Appendix B: locally useful but not comparable between areas; it is never set "
        + "against another area's, nor one place's against another's."
    default: nil
    }
  }

  private static func safe(_ id: String, _ place: String) -> TwinCoreItem {
    TwinCoreItem(
      id: id,
      definition: "Percentage of children and young people engaged with children's social care "
        + "services who report that they feel safe \(place)", group: .child)
  }

  private static func worker(_ id: String, _ what: String) -> TwinCoreItem {
    TwinCoreItem(
      id: id,
      definition: "Percentage of children and young people's social workers who consider that "
        + what, group: .worker)
  }

  private static func agency(_ id: String, _ agency: String) -> TwinCoreItem {
    TwinCoreItem(
      id: id,
      definition: "Percentage of staff from \(agency) who consider that they have a good "
        + "understanding of children's social care referral thresholds and procedures",
      group: .partner)
  }

  private static func listened(
    _ id: String, _ people: String, _ group: Audience.Group
  ) -> TwinCoreItem {
    TwinCoreItem(
      id: id,
      definition: "Percentage of \(people) engaged with children's social care services who agree "
        + "that their views were listened to by professionals", group: group)
  }
}

/// The three themes that stand beside the twin core and are never added into it: the questions of
/// Munro 2.15.
enum LocalTheme {
  static let measures = ["seen-alone", "information", "wishes-and-feelings"]
}

extension Material {
  /// Whether a subject feeds the twin core, or is one of the three local themes.
  func isCore(_ subject: Subject) -> Bool {
    definition(subject)?.twinCore != nil || LocalTheme.measures.contains(subject.measure)
  }

  /// The subjects a group's part shows in pictures: of children those at the core, since they are
  /// asked so much more; of the others everything in a survey that holds a twin-core item.
  func charted(_ group: Audience.Group) -> [Subject] {
    let all = subjects(of: group)
    guard group != .child else { return all.filter(isCore) }
    let surveys = Set(all.filter(isCore).map(\.survey))
    return all.filter { surveys.contains($0.survey) }
  }

  /// The subjects of a twin-core item: one for each survey that asks it.
  func subjects(of item: TwinCoreItem) -> [Subject] {
    guard let group = item.group else { return [] }
    return subjects(of: group).filter { definition($0)?.twinCore == item.id }
  }
}
