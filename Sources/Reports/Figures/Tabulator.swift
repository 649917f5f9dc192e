import SurveyCore

/// Puts what may be told of a group into figures.
struct Tabulator {
  let group: ProtectedGroup
  let measures: [String: Measure]
  let period: Period
  let by: Breakdown?

  func figures() -> GroupFigures {
    let slices = slices
    let lists = questions.map { question in
      FigureList(
        level: .question, id: question.asked.label, title: title(question.asked),
        measure: question.asked.question.measure,
        measureTitle: question.asked.question.measure.map(title(measure:)),
        editions: question.asked.editions,
        figures: slices.map { question.figure($0) } + rest(question))
    }
    let ids = questions.compactMap(\.asked.question.measure)
    var seen: Set<String> = []
    let sums = ids.filter { seen.insert($0).inserted }.compactMap { measure(id: $0, among: lists) }
    return GroupFigures(group: group.group, questions: lists, measures: sums)
  }

  /// The questions there are figures of. Safety in the area is never compared between areas
  /// (Munro Review 2011, Appendix B, L1c), so never told by place.
  private var questions: [ProtectedQuestion] {
    guard by == .place else { return group.questions }
    return group.questions.filter { question in
      question.asked.question.measure.flatMap { measures[$0]?.twinCore } != Self.safetyInArea
    }
  }

  private static let safetyInArea = "L1c"

  /// The slices told of every question.
  private var slices: [Slice] {
    if let month = period.month, let row = group.axes.months.firstIndex(of: month) {
      return [Slice(category: nil, axis: .month, rows: [row])]
    }
    guard let axis = by?.axis else { return [.everybody] }
    let names = group.axes.names(of: axis)
    // A place that shows nowhere is not named, since its name would say that somebody answered.
    let told = names.indices.filter { row in
      axis != .place
        || questions.contains { $0.told(axis, row) }
    }
    return [.everybody] + told.map { Slice(category: names[$0], axis: axis, rows: [$0]) }
  }

  private func rest(_ question: ProtectedQuestion) -> [Figure] {
    guard let axis = by?.axis else { return [] }
    let rows = question.tables[axis.rawValue].rows
    guard !rows.alone.isEmpty, !rows.rest.isEmpty else { return [] }
    let slice = Slice(category: Words.others(axis), axis: axis, rows: rows.rest, isRest: true)
    return [question.figure(slice)]
  }

  private func title(_ asked: AskedQuestion) -> String {
    let audience = asked.axes.audiences.first { asked.question.ask[$0] != nil }
    return audience.flatMap { asked.question.ask[$0] }?.words(in: .english) ?? asked.question.id
  }

  private func title(measure id: String) -> String {
    measures[id]?.title.words(in: .english) ?? id
  }

  /// A measure's figures: nothing but sums of its questions' published ones, so that it tells
  /// nothing they do not.
  private func measure(id: String, among lists: [FigureList]) -> FigureList? {
    let parts = lists.filter { $0.measure == id && $0.figures.contains(where: \.hasFavourable) }
    guard let first = parts.first else { return nil }
    let figures = first.figures.filter { !$0.isRest }.map { model in
      sum(parts.flatMap { $0.figures.filter { $0.category == model.category && !$0.isRest } })
    }
    return FigureList(
      level: .measure, id: id, title: title(measure: id), measure: id,
      measureTitle: title(measure: id), editions: Set(parts.flatMap(\.editions)).sorted(),
      figures: figures)
  }

  private func sum(_ parts: [Figure]) -> Figure {
    let category = parts.first?.category
    let shares = parts.filter { $0.n != 0 }.map(\.favourable)
    let told = shares.compactMap(\.self)
    guard told.count == shares.count else {
      return Figure(
        category: category, n: nil, favourable: nil, hasFavourable: true, answers: [],
        note: Words.small)
    }
    let n = told.reduce(0) { $0 + $1.n }
    return Figure(
      category: category, n: n, favourable: Share(told.reduce(0) { $0 + $1.count }, of: n),
      hasFavourable: true, answers: [], note: told.count > 1 ? Words.sum : "")
  }
}
