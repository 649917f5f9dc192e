/// One person's way through a survey, worked out from the answers given so far.
///
/// The position is never stored: change an early answer and the route changes by itself; answers
/// off the route stay where they are but are neither shown nor sent.
public struct Journey: Sendable {
  /// The questions answered so far, in the order they were met, as this person met them.
  public let done: [Question]
  /// The question to ask now; nil when there is nothing left to ask.
  public let current: Question?
  /// How many questions are left, `current` included, if nothing else opens or closes.
  public let remaining: Int
  /// Whether an answer still to come may open further questions, so that the number of questions
  /// cannot be promised.
  public let mayGrow: Bool

  private let answers: [String: Answer]

  /// Walks `survey` as `audience` with `answers`, by question id.
  public init(through survey: Survey, as audience: String, with answers: [String: Answer]) {
    var route = survey.questions.filter { $0.audiences.contains(audience) }
    var done: [Question] = []
    // Only answers on the route may open later questions.
    var given: [String: Answer] = [:]
    var current: Question?
    var remaining = 0
    var mayGrow = false
    var index = 0
    while index < route.count {
      var question = route[index]
      guard Self.isAsked(question, with: given) else {
        // Everything before the current question is settled; what comes after it is not.
        mayGrow = mayGrow || current != nil
        index += 1
        continue
      }
      if !question.orders.isEmpty {
        Self.offerWhatIsLeft(&question, route[(index + 1)...], audience)
      }
      let isDue = question.orders.isEmpty || question.options(for: audience).count > 1
      if isDue, current == nil, let answer = answers[question.id],
        Self.isStillOffered(answer, question, audience)
      {
        done.append(question)
        given[question.id] = answer
        Self.reorder(&route, after: index, answer, question)
      } else if isDue {
        if current == nil { current = question }
        remaining += 1
      }
      index += 1
    }
    (self.done, self.current, self.remaining) = (done, current, remaining)
    (self.mayGrow, self.answers) = (mayGrow, given)
  }

  /// The question `id` as this person meets it; nil unless it was answered or is the current one,
  /// for no other may be visited.
  public func question(_ id: String) -> Question? {
    current?.id == id ? current : done.first { $0.id == id }
  }

  /// The answers on the route, in order: what a response holds.
  public var onRoute: [(question: Question, answer: Answer)] {
    done.compactMap { question in answers[question.id].map { (question, $0) } }
  }

  private static func isAsked(_ question: Question, with answers: [String: Answer]) -> Bool {
    question.when.allSatisfy { condition in
      answers[condition.question]?.values.contains { condition.values.contains($0) } ?? false
    }
  }

  /// An ordering question offers only the questions that still lie ahead.
  private static func offerWhatIsLeft(
    _ question: inout Question, _ ahead: ArraySlice<Question>, _ audience: String
  ) {
    let left = Set(ahead.map(\.id))
    question.answers[audience]?.removeAll { !left.contains($0.value) }
  }

  /// Picking another order earlier on may leave an answer that names a question already behind.
  private static func isStillOffered(
    _ answer: Answer, _ question: Question, _ audience: String
  ) -> Bool {
    guard !question.orders.isEmpty, case .chosen(let value) = answer else { return true }
    return question.options(for: audience).contains { $0.value == value }
  }

  /// The question picked changes places with the first of its block that lies ahead.
  private static func reorder(
    _ route: inout [Question], after index: Int, _ answer: Answer, _ question: Question
  ) {
    guard case .chosen(let picked) = answer, !question.orders.isEmpty,
      let from = route[(index + 1)...].firstIndex(where: { $0.id == picked }),
      let to = route[(index + 1)...].firstIndex(where: { question.orders.contains($0.id) })
    else { return }
    route.swapAt(from, to)
  }
}
