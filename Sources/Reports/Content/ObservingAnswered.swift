import SurveyCore

extension Material {
  /// A range in tidy long form, as its two ends; nil is withheld.
  func range(
    _ range: ClosedRange<Int>?, _ low: Observation.Statistic, _ high: Observation.Statistic,
    _ fill: (inout Observation) -> Void
  ) -> [Observation] {
    [(low, range?.lowerBound), (high, range?.upperBound)].map { statistic, end in
      observation(statistic, .told(people: end), fill)
    }
  }

  /// A number of the quarter in tidy long form.
  func observation(
    _ statistic: Observation.Statistic, _ value: Cell, _ fill: (inout Observation) -> Void
  ) -> Observation {
    var one = Observation(from: first, through: through, statistic: statistic, value: value)
    one.unit = ObservationWords.people
    fill(&one)
    return one
  }
}

extension WhoAnswered {
  /// How many answered, of how many, where people stopped, and what was left out.
  func observations() -> [Observation] {
    parts.flatMap { sheets, participation in
      turnout(participation, sheets) + missing(participation, sheets)
        + stopped(participation, sheets) + silence(participation, sheets)
    }
  }

  private func turnout(_ participation: Participation, _ sheets: SurveySheets) -> [Observation] {
    let group = participation.group.rawValue
    let whole = numbers(participation.responses, rate(of: participation, sheets)) {
      ($0.survey, $0.group) = (sheets.survey, group)
    }
    guard participation.audiences.count > 1 else { return whole }
    return whole
      + participation.audiences.flatMap { block in
        numbers(block.responses, rate(of: block, sheets)) {
          ($0.survey, $0.group) = (sheets.survey, group)
          ($0.breakdown, $0.category) = ("audience", block.audiences.joined(separator: " | "))
        }
      }
  }

  private func numbers(
    _ responses: ClosedRange<Int>?, _ rate: ResponseRate?, _ fill: (inout Observation) -> Void
  ) -> [Observation] {
    let all = material.range(responses, .responsesLow, .responsesHigh, fill)
    guard case .rate(_, let asked, _) = rate else { return all }
    let percent = { (one: inout Observation) in
      fill(&one)
      one.unit = ObservationWords.percent
    }
    let margin = rate?.margin.map { points in
      material.observation(.marginOfError, .count(points)) {
        fill(&$0)
        $0.unit = ObservationWords.points
      }
    }
    return all + [material.observation(.asked, .count(asked), fill)]
      + material.range(rate?.percentages, .responseRateLow, .responseRateHigh, percent)
      + [margin].compactMap(\.self)
  }

  private func missing(_ participation: Participation, _ sheets: SurveySheets) -> [Observation] {
    guard let missing = WhoIsMissing(self, sheets, participation), missing.base != .asked else {
      return []
    }
    return zip(missing.blocks, missing.people).map { block, people in
      material.observation(.population, .count(people)) {
        ($0.survey, $0.group) = (sheets.survey, participation.group.rawValue)
        ($0.breakdown, $0.category) = ("audience", block.audiences.joined(separator: " | "))
        $0.note = missing.note
      }
    }
  }

  private func stopped(_ participation: Participation, _ sheets: SurveySheets) -> [Observation] {
    guard let dropOut = participation.dropOut else { return [] }
    let fill = { (one: inout Observation) in
      (one.survey, one.group) = (sheets.survey, participation.group.rawValue)
    }
    return [material.observation(.droppedOut, .count(dropOut.stopped), fill)]
      + dropOut.steps.flatMap { step -> [Observation] in
        let last = step.questions.map { $0.isEmpty ? ObservationWords.none : $0 }
        let numbers: [(Observation.Statistic, Cell, String)] = [
          (.droppedOut, .count(step.share.count), ObservationWords.people),
          (.droppedOutShare, step.share.cell, ObservationWords.percent),
        ]
        return numbers.map { statistic, value, unit in
          material.observation(statistic, value) {
            fill(&$0)
            ($0.breakdown, $0.category) = ("last-question", last.joined(separator: " | "))
            $0.unit = unit
          }
        }
      }
  }

  private func silence(_ participation: Participation, _ sheets: SurveySheets) -> [Observation] {
    let lists = sheets.sheet.groups.first { $0.group == participation.group }?.questions ?? []
    return participation.questions.flatMap { reach -> [Observation] in
      guard let list = lists.first(where: { $0.id == reach.question }), reach.asked != nil else {
        return []
      }
      let fill = { (one: inout Observation) in
        (one.survey, one.group) = (sheets.survey, participation.group.rawValue)
        (one.measure, one.question, one.wording) = (list.measure ?? "", list.id, list.title)
        one.editions = list.editions.map(String.init).joined(separator: " ")
      }
      return material.range(reach.asked, .questionAskedLow, .questionAskedHigh, fill)
        + material.range(reach.silent, .silentLow, .silentHigh, fill)
        + material.range(reach.notUnderstood, .notUnderstoodLow, .notUnderstoodHigh, fill)
    }
  }
}

extension Comments {
  /// The themes that are told.
  func observations(_ material: Material) -> [Observation] {
    lists.flatMap { survey, list in
      list.themes.flatMap { theme -> [Observation] in
        let numbers: [(Observation.Statistic, Cell, String)] = [
          (.theme, .count(theme.share.count), ObservationWords.comments),
          (.themeShare, theme.share.cell, ObservationWords.percent),
        ]
        return numbers.map { statistic, value, unit in
          material.observation(statistic, value) {
            ($0.survey, $0.group, $0.question) = (survey, list.group.rawValue, list.question)
            ($0.wording, $0.unit, $0.note) = (list.title, unit, theme.title)
            $0.editions = list.editions.map(String.init).joined(separator: " ")
            ($0.breakdown, $0.category) = ("theme", theme.id)
          }
        }
      }
    }
  }
}
