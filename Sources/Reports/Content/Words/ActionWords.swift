/// The words about what was done.
enum ActionWords {
  static let nothing =
    "Nothing is written down yet about what was done. Write it under “said:” in heard.yaml: what "
    + "people said, what you did, since when, and the measure that should move."
  static let about =
    "What people said, what was done about it, and whether the measure moved since. What children "
    + "and families read about this is the same."
  static let title = "You said, we did"
  static let columns: [Table.Column] = [
    .words("You said"), .words("We did"), .words("Since"), .words("Did the measure move?"),
  ]
  static let unknown = "no date given"
  static let cause =
    "That a measure moved after something was done does not show that it moved because of it."

  static func `in`(_ quarter: String) -> String { "in \(quarter)" }

  static let unnamed = "No measure was named."
  static let elsewhere = "Its measure is asked of others than those of this report."

  static func moved(_ table: ComparedTable) -> String {
    guard !table.rows.isEmpty else { return "Too soon, or no quarter before it to compare with." }
    return zip(table.rows, table.differences).map { row, difference in
      let start = "\(row.title) (\(row.who)): "
      guard row.isSame else { return start + ComparedWords.reworded }
      guard let difference, let now = row.now, let then = row.then else {
        return start + "too little is told to compare"
      }
      return start + "\(now.percentage)%, \(then.percentage)% \(row.beside); \(difference.words)"
    }.joined(separator: ". ") + "."
  }
}
