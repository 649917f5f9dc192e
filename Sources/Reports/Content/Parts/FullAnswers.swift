import SurveyCore

/// The answers to those questions of one survey and group that stand in no picture, in long form.
struct FullAnswers {
  let group: Audience.Group
  let sheets: SurveySheets
  /// The questions that stand in pictures, by audience.
  let shown: Set<[String]>

  func blocks(_ draft: inout Draft) -> [Block] {
    let lists = sheets.sheet.groups.first { $0.group == group }?.questions ?? []
    let rows = lists.flatMap(rows)
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        draft.table(
          "\(group.part)-\(sheets.survey)-answers", FullWords.title(sheets.title, group),
          FullWords.columns, rows,
          notes: [FullWords.base, SpreadWords.merged, SpreadWords.rounding]
        ))
    ]
  }

  private func rows(_ list: FigureList) -> [[Cell]] {
    guard let question = sheets.question(list), ![.text, .choices].contains(question.kind),
      !audiences(question).allSatisfy({ shown.contains([sheets.survey, list.id, $0.id]) })
    else { return [] }
    if let all = list.everybody, !all.answers.isEmpty {
      return rows(list, all, who: group.people) {
        question.words(of: $0, for: question.audiences[0])
      }
    }
    return audiences(question).flatMap { audience -> [[Cell]] in
      guard !shown.contains([sheets.survey, list.id, audience.id]),
        let figure = sheets.figure(list, of: audience, in: group)
      else { return [] }
      let title = audience.title.words(in: .english)
      return rows(list, figure, who: title) { question.words(of: $0, for: audience.id) }
    }
  }

  private func audiences(_ question: Question) -> [Audience] {
    sheets.editions.last?.survey.asked(question, in: group) ?? []
  }

  private func rows(
    _ list: FigureList, _ figure: Figure, who: String, words: (String) -> String
  ) -> [[Cell]] {
    figure.answers.filter { $0.share != nil }.map { answer in
      [
        .words(list.title), .words(who),
        .words(answer.options.map(words).joined(separator: ChoicesWords.or)),
        .told(people: answer.share?.count), .told(people: figure.n), .told(answer.share),
      ]
    }
  }
}

/// A group's measures by age, beside each other and not compared.
struct Ages {
  let group: Audience.Group
  let material: Material

  func blocks(_ draft: inout Draft) -> [Block] {
    let rows = material.charted(group).flatMap(rows)
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        draft.table(
          "\(group.part)-ages", BreakdownWords.title(.audience), FullWords.ageColumns, rows,
          notes: [BreakdownWords.ages, GlanceWords.interval]))
    ]
  }

  private func rows(_ subject: Subject) -> [[Cell]] {
    guard let sheets = material.sheets(subject), let survey = sheets.editions.last?.survey,
      survey.audiences.count(where: { $0.group == group }) > 1
    else { return [] }
    let asked = Set(
      sheets.questions(subject).flatMap { edition, question in
        edition.survey.asked(question, in: group).map(\.id)
      })
    return survey.audiences.filter { asked.contains($0.id) }.compactMap { audience in
      sheets.list(subject, by: .audience)?.figure(in: audience.id).map { figure in
        [.words(sheets.title(subject)), .words(audience.title.words(in: .english))] + figure.cells
      }
    }
  }
}
