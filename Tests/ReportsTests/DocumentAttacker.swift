import SurveyCore

@testable import Reports

/// Somebody who is given finished documents of one quarter, reads every row of their data, and adds
/// and takes away in every possible way. They know who stood where, but not what was said.
struct DocumentAttacker {
  /// What figures are of: a question, or a measure that one question asks.
  struct Subject: Hashable {
    let group: String
    let question: String
  }

  /// Those a row is about.
  struct Slice: Hashable {
    var month = ""
    var breakdown = ""
    var category = ""

    func holds(_ person: Person) -> Bool {
      switch breakdown {
      case "audience": person.audience == category
      case "channel": person.channel.rawValue == category
      case "helped": person.wasHelped == (category == "helped")
      case "place": person.place == category
      default: month.isEmpty || person.month.description == month
      }
    }
  }

  /// What a row counts of them.
  struct Counted: Hashable {
    let statistic: Observation.Statistic
    let options: String
  }

  /// The slices each number is told of, and the number.
  private(set) var told: [Subject: [Counted: [Slice: Int]]] = [:]

  /// Reads the documents; `questionOf` names the one question that a measure is made of.
  ///
  /// What is told of a rest is everybody less what is told of the others, and is worked out too.
  init(_ documents: [Document], questionOf: [String: String]) {
    let rests = Set(Axis.allCases.map(Words.others))
    for one in documents.flatMap(\.observations) where one.group == "child" {
      guard [.answered, .favourable, .option].contains(one.statistic),
        !rests.contains(one.category), case .count(let number) = one.value
      else { continue }
      let isMonth = one.from == one.through
      guard isMonth || one.from == july,
        let question = one.question.isEmpty ? questionOf[one.measure] : one.question
      else { continue }
      let slice = Slice(
        month: isMonth ? one.from.description : "", breakdown: one.breakdown,
        category: one.category)
      let counted = Counted(statistic: one.statistic, options: one.options)
      told[Subject(group: one.group, question: question), default: [:]][
        counted, default: [:]][slice] = number
    }
  }

  /// Every sum that follows from what is told of a number.
  ///
  /// - Parameters:
  ///   - issues: What each issue tells of it.
  ///   - people: Those in each issue; the first of a later one are those of the one before.
  ///   - most: The most sets that owe nothing to one another.
  ///   - said: Whether somebody is among those counted; nil for whoever did not answer.
  /// - Returns: How those of each set that can be worked out split; nil where there are too many.
  static func sums(
    _ issues: [[Slice: Int]], _ people: [[Person]], most: Int, _ said: (Person) -> Bool?
  ) -> [Split]? {
    // People who are in the same slices of every issue are one spot.
    let slices = issues.enumerated().flatMap { issue, told in told.keys.map { (issue, $0) } }
    var spots: [[Bool]: Split] = [:]
    for (index, person) in (people.last ?? []).enumerated() {
      guard let isCounted = said(person) else { continue }
      let at = slices.map { issue, slice in
        index < people[issue].count && slice.holds(person)
      }
      let one = Split(yes: isCounted ? 1 : 0, no: isCounted ? 0 : 1)
      spots[at] = spots[at, default: .nobody] + one
    }
    let (keys, splits) = (Array(spots.keys), Array(spots.values))
    let sets = slices.indices.map { slice in keys.map { $0[slice] } }
    let attacker = SpanAttacker(spots: keys.count, sets: sets)
    guard attacker.rank <= most else { return nil }
    return attacker.found().map { set in set.reduce(.nobody) { $0 + splits[$1] } }
  }
}
