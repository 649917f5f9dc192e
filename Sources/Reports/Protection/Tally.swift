/// People counted: how many there are, and how many are in each column.
struct Tally: Sendable, Hashable {
  var people: Int
  var columns: [Int]

  static func + (one: Tally, other: Tally) -> Tally {
    Tally(
      people: one.people + other.people, columns: zip(one.columns, other.columns).map { $0 + $1 })
  }

  /// In place, since millions of cells are added up.
  static func += (sum: inout Tally, other: Tally) {
    sum.people += other.people
    for index in sum.columns.indices { sum.columns[index] += other.columns[index] }
  }
}
