import SQLiteStore
import SurveyCore

/// What made-up people did about the demo's concerns, each on the day they would have.
struct DemoConcerns {
  /// The day it is: nothing is done later.
  let today: Day

  /// Only the newest are followed up, so that a demo of many answers starts soon.
  private static let most = 400
  private static let owners = ["Asha Rahman", "Tom Price", "Ffion Hughes"]
  private static let actions = [
    "Team manager speaks to every team that asks at this place",
    "Duty worker goes to the place and looks who is there",
    "Social worker sees the child alone this week",
  ]
  private static let outcomes = [
    "Nobody could be found from the answer; what was learned went to the team", "Seen and safe",
    "Plan reviewed",
  ]

  func follow(in store: SQLiteStore) throws {
    let concerns = try store.concerns(closed: false).suffix(Self.most)
    for (index, concern) in concerns.enumerated() {
      let day = concern.day.later(by: 1 + index % 3)
      guard day < today else { continue }
      let action = ConcernAction(
        words: pick(Self.actions, index), owner: pick(Self.owners, index) + " (made up)",
        due: day.later(by: 14))
      _ = try store.agree(action, about: concern.id, on: day)
      // One in six stays open beyond its day.
      let end = day.later(by: index % 6 == 5 ? 70 : 4 + index % 9)
      guard end < today else { continue }
      _ = try store.close(concern.id, outcome: pick(Self.outcomes, index), on: end)
    }
  }

  private func pick(_ words: [String], _ index: Int) -> String { words[index % words.count] }
}

extension Day {
  /// The day so many days after it.
  fileprivate func later(by days: Int) -> Day {
    var (month, number) = (inMonth, day + days)
    while number > month.lastDay {
      number -= month.lastDay
      month = month.next
    }
    return Day(year: month.year, month: month.month, day: number) ?? self
  }
}
