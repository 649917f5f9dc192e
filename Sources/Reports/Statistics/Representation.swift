/// Whether those who answered are made up like those who could have: by age, sex, ethnicity, plan
/// or area.
///
/// Nothing is weighted by it. It tells the reader whose voice is missing.
struct Representation: Sendable, Hashable {
  /// One part of the people.
  struct Part: Sendable, Hashable {
    let name: String
    /// How many of it answered: a range where an exact number would give something away; nil is
    /// withheld.
    let answered: ClosedRange<Int>?
    /// How many of it there are.
    let people: Int
  }

  enum Finding: Sendable, Hashable {
    case asExpected
    /// A smaller part of those who answered than of the people, by `Representation.far` or more.
    case few
    /// A larger part, by as much.
    case many
    /// There are some, and none of them answered, or so few that it is not told whether any did.
    case hardlyAnybody
    /// Withheld, or there is nothing to compare.
    case unknown
  }

  /// How far apart two percentages must be to be pointed out, in percentage points.
  static let far = 10

  let parts: [Part]
  /// One for each part, in order.
  let findings: [Finding]

  init(_ parts: [Part]) {
    self.parts = parts
    let people = parts.reduce(0) { $0 + Int128($1.people) }
    let counts = parts.compactMap { $0.answered.map(Self.twice) }
    // One part withheld, and the whole that the others are parts of is not known either.
    let whole = counts.count == parts.count ? counts.reduce(0, +) : nil
    findings = parts.map { Self.finding($0, of: whole, among: people) }
  }

  /// A part's share of those who answered, by the middles of the ranges; nil where any is withheld.
  func share(of part: Part) -> Share? {
    let counts = parts.compactMap { $0.answered.map(Self.twice) }
    guard counts.count == parts.count, let part = part.answered.map(Self.twice) else { return nil }
    return Share(Int(part), of: Int(counts.reduce(0, +)))
  }

  private static func finding(_ part: Part, of whole: Int128?, among people: Int128) -> Finding {
    if part.answered?.lowerBound == 0, part.people > 0 { return .hardlyAnybody }
    guard let answered = part.answered.map(twice), let whole, whole > 0, people > 0 else {
      return .unknown
    }
    let gap = answered * people - Int128(part.people) * whole
    guard abs(gap) * 100 >= Int128(far) * whole * people else { return .asExpected }
    return gap < 0 ? .few : .many
  }

  /// Twice the middle of a range, which is whole, so that a part that is off by exactly ten points
  /// is not missed; wide, since how many people there are is what somebody wrote.
  private static func twice(_ range: ClosedRange<Int>) -> Int128 {
    Int128(range.lowerBound) + Int128(range.upperBound)
  }
}
