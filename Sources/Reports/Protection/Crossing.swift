/// People counted: how many there are, and how many are in each column.
struct Tally: Sendable, Hashable {
  var people: Int
  var columns: [Int]

  static func + (one: Tally, other: Tally) -> Tally {
    Tally(
      people: one.people + other.people, columns: zip(one.columns, other.columns).map { $0 + $1 })
  }

  static func - (one: Tally, other: Tally) -> Tally {
    Tally(
      people: one.people - other.people, columns: zip(one.columns, other.columns).map { $0 - $1 })
  }
}

/// The slices of two breakdowns laid across each other: one row for each of the first, one column
/// for each of the second. Never published.
struct Crossing {
  let overlaps: [[Tally]]
  let nobody: Tally

  /// The most slices of the first breakdown that are tried in every combination.
  static let mostSlices = 10

  /// What somebody can work out who knows that some slices lie inside others.
  ///
  /// Where two kiosks are the only ones there are, the kiosk channel minus one of them is the
  /// other. So for every union of slices of the first breakdown: the people left when the slices
  /// of the second that lie wholly inside it are taken away.
  ///
  /// Looking at each union and at what lies outside it covers containment both ways, since a union
  /// inside another means that the outside of the second is inside the outside of the first.
  ///
  /// - Returns: nil where there are too many slices to try; then nothing is known to be safe.
  func impliedSlices() -> [Tally]? {
    let rows = overlaps.filter { $0.contains { $0.people > 0 } }
    guard rows.count <= Self.mostSlices else { return nil }
    guard rows.count > 1 else { return [] }
    var slices: [Tally] = []
    for union in 1..<(1 << rows.count) - 1 {
      let inside = rows.indices.filter { union >> $0 & 1 == 1 }.map { rows[$0] }
      let outside = rows.indices.filter { union >> $0 & 1 == 0 }.map { rows[$0] }
      if let left = left(inside, outside), left.people > 0 { slices.append(left) }
    }
    return slices
  }

  /// The people inside a union who are in no slice that lies wholly inside; nil if no slice does.
  private func left(_ inside: [[Tally]], _ outside: [[Tally]]) -> Tally? {
    var left = nobody
    var isContaining = false
    for slice in overlaps.first?.indices ?? 0..<0 {
      let isOutside = outside.contains { $0[slice].people > 0 }
      let here = inside.map { $0[slice] }
      if !isOutside { isContaining = isContaining || here.contains { $0.people > 0 }; continue }
      left = here.reduce(left, +)
    }
    return isContaining ? left : nil
  }
}
