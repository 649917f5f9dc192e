import GRDB

extension Ledger {
  /// Responses whose answers are sorted in together. In the order they are counted in, the answers
  /// of one response lie far apart, so that storing it at once would write a page for each; the
  /// more are sorted in together, the more of them share a page.
  static let sorted = 2000

  var isDueToSort: Bool { unsorted >= Self.sorted }

  /// Moves the answers that wait to where they are counted, in a transaction of its own. When the
  /// disk refuses, they wait on.
  func sort() {
    guard unsorted > 0 else { return }
    unsorted = 0
    do {
      try begin()
      try sortIn()
      try commit()
    } catch {
      undo()
    }
  }

  /// Moves the answers that wait to where they are counted.
  func sortIn() throws {
    try database.execute(
      sql: """
        INSERT INTO answers (slice, option, response)
        SELECT slice, value, response FROM unsorted, json_each(options)
        ORDER BY slice, value, response
        """)
    try database.execute(sql: "DELETE FROM unsorted")
  }
}
