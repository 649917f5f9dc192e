import SurveyCore

/// Who answered and who did not: how many, how, of how many, and where people stopped.
struct WhoAnswered {
  let material: Material
  let groups: [Audience.Group]

  var parts: [(sheets: SurveySheets, participation: Participation)] {
    material.surveys.flatMap { sheets in
      sheets.participation.filter { groups.contains($0.group) }.map { (sheets, $0) }
    }
  }

  /// One row for each survey, group and audience.
  func turnout(_ draft: inout Draft) -> [Block] {
    let rows = parts.flatMap { turnout(of: $0.participation, $0.sheets) }
    guard !rows.isEmpty else { return [.paragraph(AnsweredWords.nobody)] }
    return [
      .paragraph(AnsweredWords.about),
      .table(
        draft.table(
          "turnout", AnsweredWords.turnout, AnsweredWords.turnoutColumns, rows,
          notes: [AnsweredWords.ranges, AnsweredWords.rates, AnsweredWords.margins])),
    ]
  }

  private func turnout(of participation: Participation, _ sheets: SurveySheets) -> [[Cell]] {
    let whole = rate(of: participation, sheets)
    return participation.audiences.enumerated().map { index, block in
      let own = rate(of: block, sheets)
      let rate = own ?? (index == 0 ? whole : nil)
      let words = rate?.words ?? (whole == nil ? AnsweredWords.notKnown : AnsweredWords.sameRate)
      return [
        .words(sheets.title), .words(sheets.titles(of: block.audiences)),
        .words(AnsweredWords.range(block.responses)), .words(words),
        .words(AnsweredWords.margin(rate)),
      ]
    }
  }

  /// The response rate of a whole group; nil where not everybody who answered was counted as asked.
  func rate(of participation: Participation, _ sheets: SurveySheets) -> ResponseRate? {
    guard let responses = participation.responses, let survey = sheets.editions.last?.survey else {
      return nil
    }
    return PeopleAsked.number(
      of: participation.group, by: material.askings[sheets.survey] ?? [], in: survey,
      quarter: material.first
    ).map { ResponseRate(finished: responses, delivered: nil, asked: $0) }
  }

  /// The response rate of some audiences.
  func rate(of block: AudienceReach, _ sheets: SurveySheets) -> ResponseRate? {
    asked(of: block, sheets).map {
      ResponseRate(finished: block.responses, delivered: nil, asked: $0)
    }
  }

  /// How many of some audiences were asked; nil where that is not known of all who answered.
  func asked(of block: AudienceReach, _ sheets: SurveySheets) -> Int? {
    guard let survey = sheets.editions.last?.survey else { return nil }
    return PeopleAsked.number(
      of: Set(block.audiences), by: material.askings[sheets.survey] ?? [], in: survey,
      quarter: material.first)
  }

  /// How people answered the question that most of them answered: one row a survey and group.
  func ways(_ draft: inout Draft) -> [Block] {
    let rows = parts.compactMap { way(of: $0.participation.group, $0.sheets) }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        draft.table(
          "ways", AnsweredWords.ways, AnsweredWords.waysColumns, rows,
          notes: [AnsweredWords.waysBase, BreakdownWords.mode]))
    ]
  }

  private func way(of group: Audience.Group, _ sheets: SurveySheets) -> [Cell]? {
    let lists = sheets.sheet.groups.first { $0.group == group }?.questions ?? []
    let most = lists.max { ($0.everybody?.n ?? 0) < ($1.everybody?.n ?? 0) }
    guard let most, let n = most.everybody?.n, n > 0 else { return nil }
    let ways: [(Breakdown, String)] = [
      (.channel, "web"), (.channel, "kiosk"), (.channel, "text"), (.helped, "helped"),
    ]
    return [.words(sheets.title), .words(group.people), .count(n)]
      + ways.map { breakdown, category in
        let list = sheets.by[breakdown]?.groups.first { $0.group == group }?
          .questions.first { $0.id == most.id }
        return .told(list?.figure(in: category)?.n.flatMap { Share($0, of: n) })
      }
  }

  /// Where people who began and did not send their answers stopped.
  func dropOut(_ draft: inout Draft) -> [Block] {
    let rows = parts.flatMap { sheets, participation in
      (participation.dropOut?.steps ?? []).map { step -> [Cell] in
        [
          .words(sheets.title), .words(participation.group.people),
          .words(AnsweredWords.step(step.questions, sheets)), .count(step.share.count),
          step.share.cell,
        ]
      }
    }
    guard !rows.isEmpty else { return [.paragraph(AnsweredWords.noDropOut)] }
    return [
      .table(
        draft.table(
          "stopped", AnsweredWords.stopped, AnsweredWords.stoppedColumns, rows,
          notes: [AnsweredWords.stoppedNote]))
    ]
  }

  /// The questions that were left unanswered most, by the least that can have left them.
  var mostSilent: [Block] {
    let all = parts.flatMap { sheets, participation in
      participation.questions.compactMap { reach -> (words: String, part: Double)? in
        guard let asked = reach.asked, let silent = reach.silent, silent.lowerBound > 0,
          let row = row(reach, participation.group, sheets), case .words(let title) = row[0]
        else { return nil }
        let words = AnsweredWords.silent(title, participation.group, silent, of: asked)
        return (words, Double(silent.lowerBound) / Double(asked.upperBound))
      }
    }
    let most = all.sorted { ($1.part, $0.words) < ($0.part, $1.words) }.prefix(Self.most)
    return most.isEmpty
      ? [.paragraph(AnsweredWords.noSilence)]
      : [.paragraph(AnsweredWords.mostSilent), .list(most.map(\.words))]
  }

  /// How many questions are named.
  private static let most = 5

  /// How many were asked each question and gave no answer that counts, or did not understand it.
  func silence(_ draft: inout Draft) -> [Block] {
    let rows = parts.flatMap { sheets, participation in
      participation.questions.compactMap { row($0, participation.group, sheets) }
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        draft.table(
          "silence", AnsweredWords.silence, AnsweredWords.silenceColumns, rows,
          notes: [AnsweredWords.silenceNote, AnsweredWords.ranges]))
    ]
  }

  private func row(
    _ reach: QuestionReach, _ group: Audience.Group, _ sheets: SurveySheets
  ) -> [Cell]? {
    let list = sheets.sheet.groups.first { $0.group == group }?
      .questions.first { $0.id == reach.question }
    guard let list, reach.asked != nil else { return nil }
    return [
      .words(list.title), .words(group.people), .words(AnsweredWords.range(reach.asked)),
      .words(AnsweredWords.range(reach.silent)),
      .words(AnsweredWords.notUnderstood(reach.notUnderstood)),
    ]
  }
}

extension SurveySheets {
  /// What staff call some audiences together.
  func titles(of audiences: [String]) -> String {
    audiences.map { id in
      editions.last?.survey.audience(id)?.title.words(in: .english) ?? id
    }.joined(separator: " and ")
  }
}
