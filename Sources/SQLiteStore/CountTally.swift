import GRDB
import SurveyCore

/// Adds up the counts of slices that differ only in what figures do not tell apart: language,
/// completeness, and the collection at a place.
struct CountTally {
  private struct Group: Hashable {
    let edition: Int
    let audience: String
    let channel: Channel
    let wasHelped: Bool
    let place: String
    let month: Month
  }

  private var groups: [Group] = []
  private var numbers: [Group: Int] = [:]
  private var groupOfSlice: [Int: Int] = [:]
  /// By group, then by option.
  private var sums: [[Int: Int]] = []

  /// A row of id, edition, audience, channel, helped, place and month.
  mutating func add(slice row: Row) throws {
    guard let channel = Channel(rawValue: try row.get(3)),
      let month = Month(try row.get(6, as: String.self))
    else { throw StoreError.broken("a slice cannot be read") }
    let group = Group(
      edition: try row.get(1), audience: try row.get(2), channel: channel,
      wasHelped: try row.get(4), place: try row.get(5), month: month)
    let number = numbers[group] ?? groups.count
    if number == groups.count {
      groups.append(group)
      numbers[group] = number
      sums.append([:])
    }
    groupOfSlice[try row.get(0)] = number
  }

  /// Adds to an option of a slice, or to what there is but one of.
  mutating func add(_ count: Int, to slice: Int, option: Int = 0) {
    guard let group = groupOfSlice[slice] else { return }
    sums[group][option, default: 0] += count
  }

  func counts(
    meanings: (_ edition: Int) throws -> [Int: (question: String, value: String)]
  ) throws -> [Count] {
    var counts: [Count] = []
    for (group, sums) in zip(groups, sums) {
      let meanings = try meanings(group.edition)
      for (option, number) in sums {
        guard let (question, value) = meanings[option] else { continue }
        counts.append(
          Count(
            edition: group.edition, question: question, said: Count.Said(stored: value),
            audience: group.audience, channel: group.channel, wasHelped: group.wasHelped,
            place: group.place, month: group.month, number: number))
      }
    }
    return counts
  }

  /// What was added without an option is how many responded.
  func turnouts() -> [Turnout] {
    zip(groups, sums).compactMap { group, sums in
      sums[0].map { number in
        Turnout(
          edition: group.edition, reached: .response, audience: group.audience,
          channel: group.channel, wasHelped: group.wasHelped, place: group.place,
          month: group.month, number: number)
      }
    }
  }
}

extension Count.Said {
  /// What an option's value stands for.
  fileprivate init(stored value: String) {
    switch value {
    case Codebook.answered: self = .answered
    case Codebook.skipped: self = .skipped
    case Codebook.notUnderstood: self = .notUnderstood
    default: self = .chose(value)
    }
  }
}
