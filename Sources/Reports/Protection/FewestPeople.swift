import SurveyCore

/// The fewest people whose answers could be those that are told of a group.
///
/// It is made of told numbers alone: made of hidden ones it would be an equation for them. Were it
/// added up over the finest cells, 41 where two questions have 41 and 40 answers would say that in
/// no cell more people answered the second, and so how many did at a place that is hidden.
struct FewestPeople {
  /// What is told of one question, or of one audience's answers to it.
  private struct Told {
    let editions: Set<Int>
    let people: Int
    /// Those who did not understand it, at least.
    let notUnderstood: Int
    /// The people of each row told along each axis; empty where not all of `people` are in them.
    let rows: [[Int: Int]]
  }

  /// The most sets of editions that are added up.
  private static let mostEditions = 6

  private let questions: [ProtectedQuestion]
  /// Everybody's answers to each question; nil where it is not told how many they are.
  private let everybody: [Told?]

  init(_ group: ProtectedGroup) {
    questions = group.questions
    everybody = group.questions.indices.map { index in
      let question = group.questions[index]
      guard !question.overall.rows.alone.isEmpty else { return nil }
      return Told(
        editions: Set(question.asked.editions), people: question.everybody.people,
        notUnderstood: group.notUnderstood(index)?.lowerBound ?? 0,
        rows: question.tables.enumerated().map { axis, table in
          Dictionary(
            table.rows.alone.map { ($0, question.tallies[axis][$0].people) },
            uniquingKeysWith: max)
        })
    }
  }

  /// The fewest people of these audiences.
  func people(of audiences: Set<String>) -> Int {
    let all = questions.indices.compactMap { told($0, of: audiences) }
    let single = audiences.count < 2 ? 0 : audiences.reduce(0) { $0 + people(of: [$1]) }
    let byEditions = Dictionary(grouping: all, by: \.editions).mapValues(fewest)
      .sorted { ($1.value, $0.key.min() ?? 0) < ($0.value, $1.key.min() ?? 0) }
      .prefix(Self.mostEditions)
    return max(single, sum(byEditions.map { ($0.key, $0.value) }))
  }

  /// Nobody answers under two editions: what is told of different ones adds up.
  private func sum(_ fewest: [(editions: Set<Int>, people: Int)]) -> Int {
    fewest.map { some in
      some.people + sum(fewest.filter { $0.editions.isDisjoint(with: some.editions) })
    }.max() ?? 0
  }

  /// The fewest people of some editions: as many as any one question counts, and along an axis in
  /// every row as many as answered any question.
  private func fewest(_ told: [Told]) -> Int {
    var most = told.map { $0.people + $0.notUnderstood }.max() ?? 0
    for axis in Axis.allCases.indices {
      var rows: [Int: Int] = [:]
      for one in told { rows.merge(one.rows[axis], uniquingKeysWith: max) }
      for one in told {
        let more = one.rows[axis].reduce(0) { $0 + (rows[$1.key] ?? 0) - $1.value }
        most = max(most, one.people + more)
      }
    }
    return most
  }

  private func told(_ index: Int, of audiences: Set<String>) -> Told? {
    let question = questions[index]
    guard let everybody = everybody[index] else { return nil }
    if Set(question.asked.answers.keys).isSubset(of: audiences) { return everybody }
    return Told(
      editions: everybody.editions, people: people(question, of: audiences), notUnderstood: 0,
      rows: Axis.allCases.map { _ in [:] })
  }

  /// How many of these audiences answered it, as far as that is told.
  private func people(_ question: ProtectedQuestion, of audiences: Set<String>) -> Int {
    let axis = Axis.audience.rawValue
    let (rows, names) = (question.tables[axis].rows, question.asked.axes.audiences)
    let slices = rows.alone.isEmpty ? [] : rows.slices
    return slices.filter { $0.allSatisfy { audiences.contains(names[$0]) } }.joined()
      .reduce(0) { $0 + question.tallies[axis][$1].people }
  }
}
