import SurveyCore

/// All that a report is made of: figures that passed disclosure control, and what people brought
/// in beside them.
struct Material: Sendable {
  let authority: Authority
  /// The day it is made; of a release, the day of its issue.
  var made: Day
  /// The number of the issue; nil while the quarter has not been released.
  var issue: Int?
  /// Whether it was released otherwise than it is now.
  var isChanged = false
  /// Disjoint quarters in order of time; the last is the one reported.
  let quarters: [Quarter]
  /// What was imported: not survey data.
  var items: [ImportedItem] = []
  /// How many people collections set out to ask, by survey.
  var askings: [String: [Asking]] = [:]
  /// What comments are about, by survey, after disclosure control.
  var themes: [String: [ThemeList]] = [:]
  /// How many concerns there were over all surveys, after disclosure control; nil where nothing is
  /// known of them.
  var concerns: ToldConcerns?

  /// The figures of every survey that was out in one quarter.
  struct Quarter: Sendable {
    let first: Month
    let surveys: [SurveySheets]

    func survey(_ id: String) -> SurveySheets? { surveys.first { $0.survey == id } }
  }

  var first: Month { quarters.last?.first ?? made.inMonth.quarterStart }
  var through: Month { first.adding(2) }
  var surveys: [SurveySheets] { quarters.last?.surveys ?? [] }

  /// The quarter right before the one reported; nil where it is not among those there are.
  var before: Quarter? { quarters.first { $0.first == first.adding(-3) } }
}

extension Material {
  /// What a reader must know of the report as a whole: whether it was released as it is, and whether
  /// it is made up.
  var notices: [Block] {
    var notices: [Block] = []
    if issue == nil { notices.append(.notice(ReportWords.draft)) }
    if let issue, isChanged { notices.append(.notice(ReportWords.changed(issue, made))) }
    if authority.isMadeUp { notices.append(.notice(ReportWords.madeUp)) }
    return notices
  }

  /// Every subject of a group, survey by survey, in the order they are asked.
  func subjects(of group: Audience.Group) -> [Subject] {
    surveys(of: group).flatMap { $0.subjects(of: group) }
  }

  /// The surveys that ask a group anything that is measured; those that feed the twin core first.
  func surveys(of group: Audience.Group) -> [SurveySheets] {
    let mine = surveys.filter { !$0.subjects(of: group).isEmpty }
    let isCore = { (sheets: SurveySheets) in
      sheets.subjects(of: group).contains { sheets.definition($0)?.twinCore != nil }
    }
    return mine.filter(isCore) + mine.filter { !isCore($0) }
  }

  func sheets(_ subject: Subject) -> SurveySheets? {
    surveys.first { $0.survey == subject.survey }
  }

  func definition(_ subject: Subject) -> Measure? { sheets(subject)?.definition(subject) }

  /// What staff call it.
  func title(_ subject: Subject) -> String {
    definition(subject)?.title.words(in: .english) ?? subject.measure
  }

  func figure(_ subject: Subject) -> Figure? { sheets(subject)?.figure(subject) }
}
