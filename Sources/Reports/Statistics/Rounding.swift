/// How the percentages of one question's answers stand to each other and to 100.
enum Rounding {
  /// What must be said below them; nil where they add up to 100 and nothing needs saying.
  ///
  /// Each is rounded by itself, so that five answers may add up to anything from 98 to 102; none is
  /// bent so that they come to 100.
  static func note(_ shares: [Share], maySeveralBeChosen: Bool = false) -> String? {
    if maySeveralBeChosen { return shares.first.map { StatisticsWords.several(of: $0.n) } }
    let sum = shares.reduce(0) { $0 + $1.percentage }
    return sum == 100 || shares.isEmpty ? nil : StatisticsWords.rounded(to: sum)
  }
}
