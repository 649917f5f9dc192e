/// The slices of one breakdown laid across those of all breakdowns that are told already. Never
/// published.
///
/// Somebody may know that some slices lie inside others. Where two kiosks are the only ones there
/// are, the kiosk channel minus one of them is the other; and where a third breakdown tells apart
/// who is where in the first two, three tables can be set against each other though no two can. So
/// it is not enough to look at pairs.
///
/// A set of people can be worked out when a number can be given to each told slice so that, for
/// everybody, the numbers of their slices add up to 1 inside the set and to 0 outside. Of the new
/// breakdown's slices each can take any number; so those of the others may add up, within one new
/// slice, to some number and the next and to nothing else: those at the higher one are in the set.
/// Every way to give out numbers that does this is gone through.
struct Crossing {
  /// People of one new slice who are in the same slices of all other breakdowns.
  struct Spot {
    /// Their slice of each other breakdown, as an index into all of those.
    var slices: [Int]
    var tally: Tally
  }

  /// The spots of each new slice.
  let spots: [[Spot]]
  /// How many slices the other breakdowns have between them.
  let width: Int
  let nobody: Tally

  /// The most ways to give out numbers that are looked into.
  static let most = 50_000

  /// The people of every set that can be worked out, but for whole new slices put together with it:
  /// these are safe by themselves.
  ///
  /// - Returns: nil where there are too many ways to try; then nothing is known to be safe.
  func impliedSlices() -> [Tally]? {
    var search = Search(Steps(spots, width), most: Self.most)
    var found: Set<Tally> = []
    let isWhole = search.run { distances in
      let set = upper(distances)
      if set.people > 0 { found.insert(set) }
    }
    return isWhole ? Array(found) : nil
  }

  /// The people at the higher distance of each new slice that has two.
  private func upper(_ distances: [[Int]]) -> Tally {
    var sum = nobody
    for (spots, its) in zip(spots, distances) {
      guard let highest = its.max(), its.contains(where: { $0 != highest }) else { continue }
      for (spot, distance) in zip(spots, its) where distance == highest { sum += spot.tally }
    }
    return sum
  }
}

/// How far each spot is from the first of its slice: told by as few distances as all others follow
/// from.
private struct Steps {
  /// Of a slice and a spot in it: how its distance is made of the ones that decide.
  struct Step {
    let slice: Int
    let spot: Int
    let parts: [Int]
  }

  /// How many distances decide all others.
  private(set) var rank = 0
  /// By the last of the deciding distances that they depend on.
  private(set) var settled: [[Step]] = []
  let sizes: [Int]

  init(_ spots: [[Crossing.Spot]], _ width: Int) {
    sizes = spots.map(\.count)
    var basis = Basis(width)
    var made: [(slice: Int, spot: Int, parts: [Int])] = []
    for (slice, its) in spots.enumerated() {
      for (spot, one) in its.enumerated().dropFirst() {
        var way = Array(repeating: 0, count: width)
        for index in one.slices { way[index] += 1 }
        for index in its[0].slices { way[index] -= 1 }
        made.append((slice, spot, basis.express(way)))
      }
    }
    rank = basis.rank
    settled = Array(repeating: [], count: rank)
    for (slice, spot, parts) in made {
      if let last = parts.lastIndex(where: { $0 != 0 }) {
        settled[last].append(Step(slice: slice, spot: spot, parts: parts))
      }
    }
  }
}

/// Directions that owe nothing to one another, and what others are made of, in whole numbers modulo
/// a prime so large that no sum of ours comes near it.
private struct Basis {
  private static let prime = 1_000_003
  private let width: Int
  /// Each with a place of its own where it is 1 and those after it are 0, and what it is made of.
  private var rows: [(own: Int, way: [Int], parts: [Int])] = []

  init(_ width: Int) { self.width = width }

  var rank: Int { rows.count }

  /// What a direction is made of; it joins the basis where it is made of none.
  mutating func express(_ way: [Int]) -> [Int] {
    var left = way.map(Self.reduced)
    var parts = Array(repeating: 0, count: rows.count)
    for row in rows where left[row.own] != 0 {
      let times = left[row.own]
      Self.take(row.way, times, from: &left)
      for (index, part) in row.parts.enumerated() {
        parts[index] = Self.reduced(parts[index] + times * part)
      }
    }
    guard let own = left.firstIndex(where: { $0 != 0 }) else { return parts.map(Self.signed) }
    let inverse = Self.inverse(left[own])
    let made = parts.map { Self.reduced(-$0 * inverse) } + [inverse]
    rows.append((own, left.map { $0 * inverse % Self.prime }, made))
    return Array(repeating: 0, count: rows.count - 1) + [1]
  }

  private static func take(_ one: [Int], _ times: Int, from left: inout [Int]) {
    for index in left.indices { left[index] = reduced(left[index] - times * one[index]) }
  }

  private static func reduced(_ number: Int) -> Int { (number % prime + prime) % prime }

  /// Small numbers as they are, whether below nought or above.
  private static func signed(_ number: Int) -> Int {
    number > prime / 2 ? number - prime : number
  }

  /// By Fermat's little theorem: the number to the power of the prime less two.
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

/// Goes through the ways to choose the deciding distances, each -1, 0 or 1, so that no slice holds
/// distances further than 1 apart.
private struct Search {
  private let steps: Steps
  private var left: Int
  private var chosen: [Int]
  private var distances: [[Int]]
  init(_ steps: Steps, most: Int) {
    (self.steps, left) = (steps, most)
    chosen = Array(repeating: 0, count: steps.rank)
    distances = steps.sizes.map { Array(repeating: 0, count: $0) }
  }

  /// Shows every way to `visit`; false where there are too many.
  mutating func run(_ visit: (_ distances: [[Int]]) -> Void) -> Bool { choose(0, visit) }

  private mutating func choose(_ level: Int, _ visit: ([[Int]]) -> Void) -> Bool {
    guard level < steps.rank else {
      visit(distances)
      return true
    }
    for distance in [0, 1, -1] {
      left -= 1
      if left < 0 { return false }
      chosen[level] = distance
      if settle(level), !choose(level + 1, visit) { return false }
    }
    for step in steps.settled[level] { distances[step.slice][step.spot] = 0 }
    return true
  }

  /// Works out the distances that are decided now; false where a slice would hold too many.
  ///
  /// Those not decided yet count as 0, which every slice holds at its first spot.
  private mutating func settle(_ level: Int) -> Bool {
    for step in steps.settled[level] { distances[step.slice][step.spot] = 0 }
    for step in steps.settled[level] {
      var distance = 0
      for (part, value) in zip(step.parts, chosen) { distance += part * value }
      guard (-1...1).contains(distance) else { return false }
      distances[step.slice][step.spot] = distance
      if distance != 0, distances[step.slice].contains(-distance) { return false }
    }
    return true
  }
}
