/// How many people a published number must be about.
///
/// The numbers are those of the GP Patient Survey (results of fewer than 10 people are suppressed,
/// and answers chosen by fewer than 5 where few people could have been asked).
struct Rule: Sendable, Hashable {
  /// The fewest people a slice may hold, unless it holds nobody.
  let rows: Int
  /// The fewest people a cell may hold, unless it holds nobody.
  let cells: Int

  static let standard = Rule(rows: 10, cells: 5)

  /// Whether a slice of this many people may stand on its own.
  func isSafe(slice people: Int) -> Bool { people == 0 || people >= rows }

  /// Whether a cell with this many people may stand on its own.
  func isSafe(cell people: Int) -> Bool { people == 0 || people >= cells }

  /// Whether it may be said how people split into two sides.
  ///
  /// Both sides must be well filled: an empty side would say of everybody in the slice what each
  /// of them answered (group disclosure; ONS, "Policy on protecting confidentiality in tables").
  func isSafe(_ split: Split) -> Bool { split.yes >= cells && split.no >= cells }
}

/// People in two sides: favourable and not, or chose an option and did not.
struct Split: Sendable, Hashable {
  var yes: Int
  var no: Int

  static let nobody = Split(yes: 0, no: 0)

  var people: Int { yes + no }

  static func + (one: Split, other: Split) -> Split {
    Split(yes: one.yes + other.yes, no: one.no + other.no)
  }
}

/// Which rows of a table stand on their own, and which only show together, as the rest.
///
/// The rest is everything minus what stands alone, so it counts as published whether or not it is
/// printed.
struct Rows: Sendable, Hashable {
  var alone: [Int]
  var rest: [Int]

  init(alone: [Int], rest: [Int]) { (self.alone, self.rest) = (alone, rest) }

  init(hidden: [Bool]) {
    alone = hidden.indices.filter { !hidden[$0] }
    rest = hidden.indices.filter { hidden[$0] }
  }

  /// Nothing but the total.
  static func none(of count: Int) -> Rows { Rows(alone: [], rest: Array(0..<count)) }

  /// The finest slices that can be worked out: each row alone, and the rest.
  var slices: [[Int]] { alone.map { [$0] } + (rest.isEmpty ? [] : [rest]) }
}
