@testable import Reports

/// Somebody who knows who stood where, but not what they said, and adds and takes away whole tables
/// in every possible way.
///
/// People are sorted into spots: those who are alike in everything figures are broken down by. What
/// is told is how many are in certain sets of spots. Every set of spots whose number follows from
/// these by adding and taking away is found: it is a combination of them, and where it holds some
/// spots and not others, that is decided by as many spots as there are sets that owe nothing to one
/// another. So all combinations are tried there are, over all breakdowns at once.
struct SpanAttacker {
  private let spots: Int
  /// The told sets, so combined that each has a spot of its own that no other has.
  private var basis: [(own: Int, set: [Int])] = []
  private static let prime = 1_000_003

  /// `sets` says for each told set which spots are in it.
  init(spots: Int, sets: [[Bool]]) {
    self.spots = spots
    for set in sets { add(set.map { $0 ? 1 : 0 }) }
  }

  /// The number of sets that owe nothing to one another.
  var rank: Int { basis.count }

  /// Every set of spots whose number can be worked out, but the empty one.
  func found() -> [[Int]] {
    var found: [[Int]] = []
    for choice in 1..<(1 << basis.count) {
      var sum = Array(repeating: 0, count: spots)
      for (index, one) in basis.enumerated() where choice >> index & 1 == 1 {
        for spot in 0..<spots { sum[spot] = (sum[spot] + one.set[spot]) % Self.prime }
      }
      if sum.allSatisfy({ $0 <= 1 }) { found.append(sum.indices.filter { sum[$0] == 1 }) }
    }
    return found
  }

  /// Adds a set to the basis, unless it follows from what is there.
  private mutating func add(_ set: [Int]) {
    var set = set
    for one in basis where set[one.own] != 0 { Self.take(one.set, set[one.own], from: &set) }
    guard let own = set.firstIndex(where: { $0 != 0 }) else { return }
    let inverse = Self.inverse(set[own])
    set = set.map { $0 * inverse % Self.prime }
    for index in basis.indices where basis[index].set[own] != 0 {
      Self.take(set, basis[index].set[own], from: &basis[index].set)
    }
    basis.append((own, set))
  }

  private static func take(_ one: [Int], _ times: Int, from set: inout [Int]) {
    for spot in set.indices {
      set[spot] = ((set[spot] - times * one[spot]) % prime + prime) % prime
    }
  }

  /// By Fermat: the prime less two, as a power.
  private static func inverse(_ number: Int) -> Int {
    var (power, base, result) = (prime - 2, number, 1)
    while power > 0 {
      if power & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      power >>= 1
    }
    return result
  }
}

/// One question's answers by spot, and what is told of them.
struct SpottedQuestion {
  /// How many people there are at each spot, and what they said.
  let people: [Tally]
  let question: ProtectedQuestion
  private let spots: [[Int]]

  init(_ question: ProtectedQuestion) {
    self.question = question
    var sums: [[Int]: Tally] = [:]
    let nobody = question.arrangement.layout.nobody
    for cell in question.protector.cells where cell.tally.people > 0 {
      sums[cell.at, default: nobody] += cell.tally
    }
    spots = sums.keys.sorted { $0.lexicographicallyPrecedes($1) }
    people = spots.map { sums[$0] ?? nobody }
  }

  /// The sets of spots that the rows `rows` picks from every table tell of.
  func sets(_ rows: (ProtectedTable) -> Rows) -> [[Bool]] {
    let all = rows(question.overall).alone.isEmpty ? [] : [spots.map { _ in true }]
    return all
      + question.tables.enumerated().flatMap { axis, table in
        rows(table).alone.map { row in spots.map { $0[axis] == row } }
      }
  }

  func sum(_ set: [Int]) -> Tally {
    set.reduce(into: question.arrangement.layout.nobody) { $0 += people[$1] }
  }
}
