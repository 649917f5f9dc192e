import SurveyCore

/// How many concerns there were, as it may be told.
///
/// A concern is mostly one worrying answer, so how many were raised, less the worrying answers that
/// the figures tell, is how many of those are withheld, with what was said by text or by somebody
/// who stopped. It is told in steps of `Rule.cells`, counted from the answers that are told, as
/// participation is: what is withheld is never known more narrowly than one step. All numbers below
/// the first step from `Rule.rows` on are told alike.
///
/// What became of concerns must not narrow it again. Those heard, agreed and closed lie in one
/// another, so they are told in the same steps: a step of theirs never begins within one of the
/// number raised. Those still open are what these numbers leave, and no more. Those closed and those
/// overdue together are no more than were raised, so that the steps in which those overdue are told
/// begin where the two together begin one of the number raised.
struct ToldConcerns: Sendable, Hashable {
  let raised: ClosedRange<Int>
  let heard: ClosedRange<Int>
  let agreed: ClosedRange<Int>
  let closed: ClosedRange<Int>
  let open: ClosedRange<Int>
  let overdue: ClosedRange<Int>
  let earlier: ClosedRange<Int>
  let earlierOverdue: ClosedRange<Int>

  /// - Parameters:
  ///   - counts: How many there were.
  ///   - told: How many worrying answers the figures of the same quarter tell.
  ///   - rule: How few people are too few.
  init(_ counts: ConcernCounts, told: Int, _ rule: Rule = .standard) {
    func step(_ number: Int, from start: Int) -> ClosedRange<Int> {
      let beyond = (start - rule.rows) % rule.cells
      let first = rule.rows + (beyond + rule.cells) % rule.cells
      guard number >= first else { return 0...first - 1 }
      let low = first + (number - first) / rule.cells * rule.cells
      return low...low + rule.cells - 1
    }
    raised = step(counts.raised, from: told)
    heard = step(counts.heard, from: told)
    agreed = step(counts.agreed, from: told)
    closed = step(counts.closed, from: told)
    let least = max(0, raised.lowerBound - closed.upperBound)
    let most = raised.upperBound - closed.lowerBound
    open = least < rule.rows ? 0...max(most, rule.rows - 1) : least...most
    overdue = step(counts.overdue, from: closed.lowerBound == 0 ? told : 0)
    earlier = step(counts.earlier, from: 0)
    earlierOverdue = step(counts.earlierOverdue, from: 0)
  }
}

extension SurveySheets {
  /// The fewest worrying answers of the quarter that can be added up from what is told of it.
  var worryingTold: Int {
    sheet.groups.reduce(0) { sum, group in
      sum + group.questions.reduce(0) { $0 + worryingTold(of: $1.id, in: group.group) }
    }
  }

  /// The most that any one breakdown, or all its months together, tell of a question.
  private func worryingTold(of list: String, in group: Audience.Group) -> Int {
    func told(_ sheet: FigureSheet?, _ figures: (FigureList) -> [Figure]) -> Int {
      let found = sheet?.groups.first { $0.group == group }?.questions.first { $0.id == list }
      guard let found, let question = question(found),
        let asked = editions.last?.survey.asked(question, in: group).map(\.id)
      else { return 0 }
      return figures(found).reduce(0) { sum, figure in
        let isAudience = figure.category.map(asked.contains) ?? false
        let audiences = isAudience ? figure.category.map { [$0] } ?? asked : asked
        return sum + figure.worryingTold(question, audiences)
      }
    }
    let everybody = { (list: FigureList) in list.everybody.map { [$0] } ?? [] }
    let whole = told(sheet, everybody)
    let parts = by.values.map { told($0, \.categories) }
    let months = months.reduce(0) { $0 + told($1, everybody) }
    return max(whole, months, parts.max() ?? 0)
  }
}

extension Figure {
  /// The fewest of the people in it who gave a worrying answer: those whose answers are told, or
  /// all who gave no favourable one, where only worrying ones are left.
  fileprivate func worryingTold(_ question: Question, _ audiences: [String]) -> Int {
    let options = audiences.flatMap { question.options(for: $0) }
    let worrying = Set(options.filter(\.isWorrying).map(\.value))
      .subtracting(options.filter { !$0.isWorrying }.map(\.value))
    guard !worrying.isEmpty else { return 0 }
    let told = answers.filter { worrying.isSuperset(of: $0.options) }
      .reduce(0) { $0 + ($1.share?.count ?? 0) }
    let unfavourable = Set(options.filter { $0.favourable == false }.map(\.value))
    guard let favourable, worrying.isSuperset(of: unfavourable) else { return told }
    return max(told, favourable.n - favourable.count)
  }
}
