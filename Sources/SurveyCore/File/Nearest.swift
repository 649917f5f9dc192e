/// Finds what was probably meant by a word that was mistyped.
public enum Nearest {
  /// The one of `known` that is most like `word`; nil when none is much like it.
  public static func to(_ word: String, in known: [String]) -> String? {
    let limit = max(1, word.count / 3)
    let near = known.filter { abs($0.count - word.count) <= limit }
      .map { (name: $0, distance: distance(Array(word.lowercased()), Array($0))) }
    return near.filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.name
  }

  /// How many letters must be put in, left out, changed or swapped with the next.
  static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for (row, letter) in one.enumerated() {
      var line = [row + 1]
      for (column, match) in other.enumerated() {
        var least = min(last[column + 1], line[column]) + 1
        least = min(least, last[column] + (letter == match ? 0 : 1))
        if row > 0, column > 0, letter == other[column - 1], one[row - 1] == match {
          least = min(least, before[column - 1] + 1)
        }
        line.append(least)
      }
      (before, last) = (last, line)
    }
    return last[other.count]
  }
}
