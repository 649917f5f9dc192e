import SurveyCore

/// Which column an answer counts in.
struct Arrangement {
  typealias Option = Question.Option

  let layout: Layout
  /// What stands in each column; empty where audiences chose from different answers.
  let options: [Option]
  /// The column of each option, by audience and value. An option that is in none is not counted:
  /// "don't know" beside a scale.
  let column: [String: [String: Int]]
  /// Whether people are counted once however much they chose or wrote.
  let countsPeople: Bool

  /// Arranges the answers of a question for the audiences given.
  ///
  /// Where audiences chose from different answers, all they share is what is favourable, or
  /// only that they answered.
  init(_ kind: Question.Kind, _ answers: [String: [Option]]) {
    countsPeople = kind == .text || kind == .choices
    let lists = answers.mapValues { kind == .choices ? $0 : Self.ordered($0) }
    let first = lists.min { $0.key < $1.key }?.value ?? []
    let areSame = lists.values.allSatisfy { Set($0.map(Sign.init)) == Set(first.map(Sign.init)) }
    let isJudged = !countsPeople && lists.values.allSatisfy(Self.isJudged)
    switch (areSame, isJudged) {
    case (true, _):
      options = first
      let places = Dictionary(
        first.enumerated().map { ($1.value, $0) }, uniquingKeysWith: { one, _ in one })
      column = lists.mapValues { _ in places }
      layout = Self.layout(kind, first)
    case (false, true):
      options = []
      column = lists.mapValues { list in
        Dictionary(
          list.map { ($0.value, $0.favourable == true ? 1 : 0) },
          uniquingKeysWith: { one, _ in one })
      }
      layout = Layout(columns: 2, splits: [[1]], blocks: [[[0]], [[1]]])
    case (false, false):
      options = []
      column = lists.mapValues { list in
        Dictionary(list.map { ($0.value, 0) }, uniquingKeysWith: { one, _ in one })
      }
      layout = Layout(columns: 1, splits: [], blocks: [])
    }
  }

  /// Whether the columns are the options themselves.
  var isByOption: Bool { !options.isEmpty }

  func tally(_ said: Said, of audience: String) -> Tally {
    var columns = layout.nobody.columns
    for (value, number) in said.chosen {
      if let column = column[audience]?[value] { columns[column] += number }
    }
    let people = countsPeople ? said.answered : columns.reduce(0, +)
    return Tally(people: people, columns: columns)
  }

  private static func layout(_ kind: Question.Kind, _ options: [Option]) -> Layout {
    let columns = Array(options.indices)
    if kind == .text { return Layout(columns: 0, splits: [], blocks: []) }
    if kind == .choices {
      return Layout(columns: columns.count, splits: columns.map { [$0] }, blocks: [])
    }
    let good = columns.filter { options[$0].favourable == true }
    guard isJudged(options), !good.isEmpty, good.count < columns.count else {
      return Layout(columns: columns.count, splits: [], blocks: [columns.map { [$0] }])
    }
    let rest = columns.filter { !good.contains($0) }
    return Layout(
      columns: columns.count, splits: [good], blocks: [good.map { [$0] }, rest.map { [$0] }])
  }

  private static func isJudged(_ options: [Option]) -> Bool {
    !options.isEmpty && options.allSatisfy { $0.favourable != nil }
  }

  /// The options that count, in the order of their scores, running the way they are shown.
  private static func ordered(_ options: [Option]) -> [Option] {
    let scored = options.filter { $0.score != nil }
    guard let first = scored.first?.score, let last = scored.last?.score else { return options }
    let sign = first > last ? -1 : 1
    return scored.enumerated().sorted {
      (sign * ($0.element.score ?? 0), $0.offset) < (sign * ($1.element.score ?? 0), $1.offset)
    }.map(\.element)
  }
}

/// What must agree for two options to be the same answer.
struct Sign: Hashable {
  let value: String
  let score: Int?
  let favourable: Bool?

  init(_ option: Question.Option) {
    (value, score, favourable) = (option.value, option.score, option.favourable)
  }
}

/// What people at one position said.
struct Said {
  var chosen: [String: Int] = [:]
  var answered = 0
}
