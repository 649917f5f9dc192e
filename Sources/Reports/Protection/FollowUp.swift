import SurveyCore

/// A question that is asked only after certain answers to another.
///
/// How many answered it is at most how many gave those answers, so between them the two can tell
/// how many gave the others, or how many left the follow-up out.
struct FollowUp {
  /// The index of the question that decides.
  let parent: Int
  /// The index of the question that follows, directly or by others in between.
  let child: Int
  /// The answers after which it is asked.
  let values: Set<String>

  /// Every pair among `questions`, follow-ups of follow-ups too.
  static func all(among questions: [AskedQuestion]) -> [FollowUp] {
    questions.indices.flatMap { child in
      ancestors(of: child, among: questions).map {
        FollowUp(parent: $0.parent, child: child, values: $0.values)
      }
    }
  }

  private static func ancestors(
    of child: Int, among questions: [AskedQuestion]
  ) -> [(parent: Int, values: Set<String>)] {
    var found: [(parent: Int, values: Set<String>)] = []
    var waiting = [child]
    var seen: Set<Int> = [child]
    while let next = waiting.popLast() {
      for condition in questions[next].conditions {
        for parent in questions.indices where questions[parent].question.id == condition.question {
          found.append((parent, Set(condition.values)))
          if seen.insert(parent).inserted { waiting.append(parent) }
        }
      }
    }
    return found
  }

  /// Which of the two is withheld where both may not be told: the one without a measure, and the
  /// follow-up where that does not decide. It never depends on the numbers.
  func withheld(_ questions: [AskedQuestion]) -> Int {
    let isDecided =
      questions[parent].question.measure == nil
      && questions[child].question.measure != nil
    return isDecided ? parent : child
  }
}

/// What a follow-up and the question before it tell between them about one slice.
struct FollowUpSlice {
  /// People at each answer of the parent, those not in its figures too.
  var parent: [String: Int] = [:]
  /// People in the parent's figures.
  var parentPeople = 0
  var child = 0
  /// Those who gave an answer after which the follow-up is asked; `base` is those of them who are
  /// in the parent's figures.
  var asked = 0
  var base = 0

  /// Whether both may be told of the slice.
  ///
  /// All answers of the parent, and leaving the follow-up out, must be safe counts, and both being
  /// asked and not being asked well filled: then nothing that the follow-up shows of the parent is
  /// a small number, whatever the parent's own figures put together.
  func isSafe(_ rule: Rule) -> Bool {
    if parentPeople == 0 && child == 0 { return true }
    return parent.values.allSatisfy(rule.isSafe(cell:))
      && rule.isSafe(Split(yes: base, no: parentPeople - base))
      && asked >= child && rule.isSafe(cell: asked - child)
  }
}
