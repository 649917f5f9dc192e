/// The words about concerns: what somebody had to act on for one person.
enum ConcernWords {
  static let about =
    "A concern is a worrying answer or a message for which somebody must act. This is how many there "
    + "were and how far they had come when the quarter ended, over all places and whoever raised "
    + "them. What was said stands in no report."
  static let title = "Concerns, as they stood when the quarter ended"
  static let columns: [Table.Column] = [.words("Concerns"), .words("How many")]
  static let raised = "Raised in the quarter"
  static let heard = "Of these, taken on by somebody"
  static let agreed = "Of these, with an action, an owner and a day, or closed"
  static let closed = "Of these, closed"
  static let open = "Raised in the quarter and still open"
  static let overdue = "Of these, overdue: the day of the action had passed"
  static let earlier = "Raised before the quarter and still open"
  static let earlierOverdue = "Of these, overdue"
  static let steps =
    "Few are told as fewer than ten or a few more, and others in steps of five: an exact number, less "
    + "the worrying answers in the figures, would be what a few people said. Those still open are "
    + "told as far as those raised and those closed leave them."
  static let data = "How many there were, at least and at most; over all groups and places."

  /// Such as `fewer than ten` or `15 to 19`.
  static func range(_ range: ClosedRange<Int>) -> String {
    guard range.lowerBound == 0 else { return AnsweredWords.range(range) }
    return "fewer than \(range.upperBound == 9 ? "ten" : "\(range.upperBound + 1)")"
  }
}
