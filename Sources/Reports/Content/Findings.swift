import SurveyCore

/// What stands out of one group's part. It is chosen by rule and never by hand, so that nothing
/// unwelcome can be left out: its lowest and its highest measure, what the Munro Review asks about
/// most, what was chosen most, and all that clearly changed.
struct Findings {
  let part: GroupPart

  private var group: Audience.Group { part.group }

  /// All of them, for the group's own part.
  var all: [Finding] {
    shares.isEmpty ? nothing : ends + changes + quiet + core + choices
  }

  /// Those for the first page.
  var first: [Finding] {
    shares.isEmpty ? nothing : ends + changes + (group == .child ? core : []) + choices
  }

  private var nothing: [Finding] {
    [finding(FindingWords.nothing, group.part)]
  }

  /// What is told of the measures in the group's pictures.
  private var shares: [(subject: Subject, title: String, share: Share)] {
    part.material.charted(group).compactMap { subject in
      part.material.figure(subject)?.favourable.map {
        (subject, part.material.title(subject), $0)
      }
    }
  }

  private func finding(_ words: String, _ section: String) -> Finding {
    Finding(about: ReportWords.capital(group.people), words: words, section: section)
  }

  private func section(_ subject: Subject) -> String { "\(group.part)-at-\(subject.survey)" }

  private var ends: [Finding] {
    guard shares.count > 1, let low = shares.min(by: { $0.share.part < $1.share.part }),
      let high = shares.max(by: { $0.share.part < $1.share.part })
    else { return [] }
    let words = FindingWords.ends(
      low: (low.title, low.share), high: (high.title, high.share))
    return [finding(words, section(low.subject))]
  }

  private var core: [Finding] {
    let core = shares.filter { part.material.isCore($0.subject) }
    guard let first = core.first else { return [] }
    return [finding(FindingWords.core(core.map { ($0.title, $0.share) }), section(first.subject))]
  }

  private var choices: [Finding] {
    part.choices.filter { !$0.told.isEmpty }.map { choices in
      finding(FindingWords.choices(choices.list.title, choices.told), choices.id + "-part")
    }
  }

  private var changes: [Finding] {
    let before = PeriodWords.quarter(part.material.first.adding(-3))
    let clear = part.changes.clear
    let changed =
      clear.isEmpty
      ? [] : [ComparedWords.summary(clear, of: part.changes.number, beside: before)]
    let moved = part.courses.all.filter(\.chart.isSignalNow).map { $0.finding + "." }
    return (changed + moved).map { finding($0, "\(group.part)-change") }
  }

  private var quiet: [Finding] {
    guard part.changes.clear.isEmpty, part.changes.number > 0 else { return [] }
    let words = FindingWords.noChange(part.material.first.adding(-3), part.changes.number)
    return [finding(words, "\(group.part)-change")]
  }
}
