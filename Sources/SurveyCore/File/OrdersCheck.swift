/// Checks the questions that let a person put others in order.
///
/// The questions named form a block. The answer picked changes places with the first of the block
/// that lies ahead, so nothing may depend on where in the block a question stands.
struct OrdersCheck {
  let faults: FaultList
  let questions: [QuestionDraft]
  let positions: [String: Int]

  func checkAll() {
    var blocks: [(ids: Set<String>, owner: String, index: Int)] = []
    for (index, question) in questions.enumerated() {
      guard let orders = question.orders else { continue }
      let ids = Set(orders.value.map(\.value))
      let first = blocks.first { $0.ids == ids }
      if let other = blocks.first(where: { $0.ids != ids && !$0.ids.isDisjoint(with: ids) }) {
        faults.add(orders.line, .route(.orderedOverlap(with: other.owner)))
      }
      let start = first?.index ?? index
      let isWhole = orders.value.filter { !isOrderable($0, by: question, after: start) }.isEmpty
      if isWhole { checkBlock(orders, of: question, from: start, at: index) }
      checkAnswers(question, ids)
      blocks.append((ids, question.id?.value ?? "", start))
    }
  }

  private func isOrderable(
    _ id: Noted<String>, by question: QuestionDraft, after start: Int
  ) -> Bool {
    let fact: Fault.RouteFact?
    if id.value == question.id?.value {
      fact = .itself(id.value, key: "orders")
    } else if let position = positions[id.value] {
      let named = questions[position]
      if position < start {
        fact = .orderedAbove(id.value)
      } else if named.orders != nil {
        fact = .orderedNested(id.value)
      } else if Set(named.audiences) != Set(question.audiences) {
        fact = .orderedOthers(id.value)
      } else {
        fact = nil
      }
    } else {
      let known = questions[start...].dropFirst().compactMap { $0.id?.value }
      fact = .unknown(id.value, key: "orders", known: known)
    }
    if let fact { faults.add(id.line, .route(fact)) }
    return fact == nil
  }

  /// What holds for a block whose questions are all there.
  private func checkBlock(
    _ orders: Noted<[Noted<String>]>, of question: QuestionDraft, from start: Int, at index: Int
  ) {
    let places = orders.value.compactMap { positions[$0.value] }
    if places.filter({ $0 > index }).count < 2 { faults.add(orders.line, .route(.orderedTooFew)) }
    guard index == start, let first = places.min(), let last = places.max() else { return }
    for (place, waiting) in questions.enumerated() {
      for condition in waiting.when {
        guard let target = positions[condition.question.value], target < place else { continue }
        let mayLookForward =
          places.contains(place) && target >= first || places.contains(target) && place < last
        if mayLookForward {
          let fact = Fault.RouteFact.orderedWait(condition.question.value)
          faults.add(condition.question.line, .route(fact))
        }
      }
    }
  }

  private func checkAnswers(_ question: QuestionDraft, _ ids: Set<String>) {
    for audience in question.audiences {
      guard let options = question.answers[audience], let first = options.first else { continue }
      let values = Set(options.map(\.value.value))
      if values == ids { continue }
      let fact = Fault.RouteFact.orderedAnswers(
        audience: audience, missing: ids.subtracting(values).sorted(),
        extra: values.subtracting(ids).sorted())
      faults.add(first.value.line, .route(fact))
    }
  }
}
