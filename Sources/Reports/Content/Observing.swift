import SurveyCore

/// Puts figures in tidy long form: one number a row.
struct Observing {
  let sheets: SurveySheets
  let material: Material

  /// Every figure of the quarter, by every breakdown that may be told.
  func all() -> [Observation] {
    let breakdowns = [nil] + Breakdown.allCases.map(Optional.some)
    return breakdowns.flatMap { breakdown -> [Observation] in
      guard let sheet = sheets.sheet(by: breakdown) else { return [] }
      return observations(sheet, by: breakdown)
    }
  }

  /// Every figure of a sheet; of a breakdown's, its categories alone, so that no number comes twice.
  private func observations(_ sheet: FigureSheet, by breakdown: Breakdown?) -> [Observation] {
    sheet.groups.flatMap { group in
      (group.questions + group.measures).filter { mayShow($0, group.group, by: breakdown) }
        .flatMap { list in
          list.figures.filter { (breakdown == nil) == ($0.category == nil) }.flatMap { figure in
            observations(figure, of: list, start(sheet, group.group, list, breakdown, figure))
          }
        }
    }
  }

  /// The measures alone of an earlier quarter or a month, for everybody.
  func measures(_ sheet: FigureSheet) -> [Observation] {
    sheet.groups.flatMap { group in
      group.measures.flatMap { list in
        list.figures.prefix(1).flatMap { figure in
          observations(figure, of: list, start(sheet, group.group, list, nil, figure))
        }
      }
    }
  }

  /// The measures by audience.
  func ages() -> [Observation] {
    guard let sheet = sheets.by[.audience] else { return [] }
    return observations(sheet, by: .audience).filter(\.question.isEmpty)
  }

  private func mayShow(
    _ list: FigureList, _ group: Audience.Group, by breakdown: Breakdown?
  ) -> Bool {
    guard let breakdown, let measure = list.measure else { return true }
    return material.mayShow(
      Subject(survey: sheets.survey, group: group, measure: measure), by: breakdown)
  }

  private func start(
    _ sheet: FigureSheet, _ group: Audience.Group, _ list: FigureList, _ breakdown: Breakdown?,
    _ figure: Figure
  ) -> Observation {
    let measure = list.measure ?? ""
    let subject = Subject(survey: sheet.survey, group: group, measure: measure)
    return Observation(
      from: sheet.from, through: sheet.through,
      item: list.level == .measure ? sheets.definition(subject)?.twinCore ?? "" : "",
      measure: measure, survey: sheet.survey, question: list.level == .question ? list.id : "",
      editions: list.editions.map(String.init).joined(separator: " "),
      wording: list.level == .question ? list.title : "", group: group.rawValue,
      breakdown: breakdown?.rawValue ?? "", category: figure.category ?? "",
      statistic: .answered, value: .told(people: figure.n), unit: ObservationWords.people,
      note: figure.note)
  }

  private func observations(
    _ figure: Figure, of list: FigureList, _ start: Observation
  ) -> [Observation] {
    var all = [start]
    func add(
      _ statistic: Observation.Statistic, _ value: Cell, _ unit: String, options: String = ""
    ) {
      var one = start
      (one.statistic, one.value, one.unit, one.options) = (statistic, value, unit, options)
      all.append(one)
    }
    if figure.hasFavourable, figure.n != 0 {
      let share = figure.favourable
      add(.favourable, .told(people: share?.count), ObservationWords.people)
      add(.favourableShare, .told(share), ObservationWords.percent)
      add(.low, .told(tenths: share?.interval.low), ObservationWords.percent)
      add(.high, .told(tenths: share?.interval.high), ObservationWords.percent)
    }
    for answer in figure.answers {
      let options = answer.options.joined(separator: " | ")
      add(.option, .told(people: answer.share?.count), ObservationWords.people, options: options)
      add(.optionShare, .told(answer.share), ObservationWords.percent, options: options)
    }
    return all
  }
}

extension OverTime {
  /// The limits that the chart draws.
  func observations() -> [Observation] {
    let course = chart.course(label: Self.label)
    return zip(points, course.points).flatMap { point, drawn -> [Observation] in
      let limits: [(Observation.Statistic, Int?)] = [
        (.mean, drawn.mean), (.lowerLimit, drawn.lower), (.upperLimit, drawn.upper),
      ]
      return limits.compactMap { statistic, tenths in
        tenths.map { tenths in
          Observation(
            from: point.from, through: point.through, measure: subject.measure,
            survey: subject.survey, group: subject.group.rawValue, statistic: statistic,
            value: .tenths(tenths), unit: ObservationWords.percent)
        }
      }
    }
  }
}

extension ComparedTable {
  /// The differences that were looked at.
  func observations(_ material: Material, by breakdown: Breakdown?) -> [Observation] {
    zip(rows, differences).flatMap { row, difference -> [Observation] in
      guard let difference else { return [] }
      let values: [(Observation.Statistic, Int)] = [
        (.difference, difference.tenths.value), (.differenceLow, difference.tenths.low),
        (.differenceHigh, difference.tenths.high),
      ]
      return values.map { statistic, tenths in
        Observation(
          from: material.first, through: material.through,
          item: material.definition(row.subject)?.twinCore ?? "", measure: row.subject.measure,
          survey: row.subject.survey, group: row.subject.group.rawValue,
          breakdown: row.category.isEmpty ? "" : breakdown?.rawValue ?? "", category: row.category,
          statistic: statistic, value: .tenths(tenths),
          unit: ObservationWords.points,
          note: ObservationWords.difference(row.beside, difference.confidence))
      }
    }
  }
}
