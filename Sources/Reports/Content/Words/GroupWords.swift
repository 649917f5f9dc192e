import SurveyCore

/// How a report speaks of a group of people.
extension Audience.Group {
  /// The id that the group's sections start with.
  var part: String {
    switch self {
    case .worker: "frontline"
    case .child: "children"
    case .parent: "parents"
    case .partner: "partners"
    }
  }

  /// The heading of the group's part.
  var heading: String {
    switch self {
    case .worker: "The front line: social workers"
    case .child: "Children and young people"
    case .parent: "Parents and carers"
    case .partner: "Partner agencies"
    }
  }

  /// As they are called in a sentence.
  var people: String {
    switch self {
    case .worker: "social workers"
    case .child: "children and young people"
    case .parent: "parents and carers"
    case .partner: "people in partner agencies"
    }
  }

  /// What the group's part is, above everything in it.
  var about: String {
    switch self {
    case .worker:
      "What social workers say of their own work: the four questions that Munro's Appendix B asks "
        + "of them (L4 a to d), and what gets in the way. Carrying their views to every level of "
        + "management is what the Principal Social Worker is for (Munro Review 2011, "
        + "recommendation 14 and 7.21)."
    case .child:
      "What children and young people told us themselves. This part stands alone and may be passed "
        + "on by itself, as the Munro Review asks (7.46). No answer of a parent, a worker or "
        + "anybody else is added to theirs."
    case .parent:
      "What parents and carers told us. They were asked apart from their children, and nothing they "
        + "said is added to what children said."
    case .partner:
      "What the police, health, education and others who work with us say: whether they understand "
        + "thresholds (L5 a to c of Munro's Appendix B), and what they hear back when they refer a "
        + "child (5.37)."
    }
  }

  /// The order in which parts stand: the report is the front line's voice first (Munro Review
  /// 2011, recommendation 14).
  static let inOrder: [Audience.Group] = [.worker, .child, .parent, .partner]
}
