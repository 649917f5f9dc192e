import SurveyCore

@testable import Reports

/// One original of a survey, everything that is told of it, and every number that is kept.
struct World {
  /// Two originals of which the same is told cannot be told apart, even by somebody who knows how
  /// figures are protected.
  struct Told: Hashable {
    let sheet: FigureSheet
    let by: [Breakdown: FigureSheet]
    let months: [FigureSheet]
    let participation: [Participation]
  }

  let told: Told
  /// Numbers of people, by what they are of.
  let kept: [String: Int]

  /// The children of a survey of one edition, each so many times; nil where there is no edition.
  init?(_ editions: [Edition], _ people: [(person: Person, number: Int)], _ rule: Rule) {
    let people = people.filter { $0.number > 0 }
    var counts: [Count] = []
    for (person, number) in people {
      for (question, said) in person.said {
        counts += said.map { person.count(of: question, $0, number) }
      }
    }
    let read = QuarterRead(
      survey: "how", quarter: july, editions: editions, counts: counts,
      turnouts: people.map { $0.person.turnout(.response, $0.number) })
    guard let counted = CountedQuarter(read, rule) else { return nil }
    let sheets = SurveySheets(counted, .everything, nil)
    told = Told(
      sheet: sheets.sheet, by: sheets.by, months: sheets.months,
      participation: sheets.participation)
    kept = Self.kept(people, told)
  }

  var responses: ClosedRange<Int>? { told.participation.first?.responses }

  /// How many there are, how many of them answered each question, and how many gave a favourable
  /// answer: of everybody and of each place, where that is not told.
  private static func kept(
    _ people: [(person: Person, number: Int)], _ told: Told
  ) -> [String: Int] {
    var kept = ["all": people.reduce(0) { $0 + $1.number }]
    for list in told.sheet.groups.first?.questions ?? [] {
      for place in [nil] + Set(people.map(\.person.place)).sorted() {
        let sheet = place == nil ? told.sheet : told.by[.place]
        let figure = sheet?.list(list.id)?.figure(place)
        let here = people.filter { place == nil || $0.person.place == place }
        func sum(_ isMeant: ([Count.Said]) -> Bool) -> Int {
          here.reduce(0) { $0 + (isMeant($1.person.said[list.id] ?? []) ? $1.number : 0) }
        }
        let name = "\(list.id) \(place ?? "everywhere")"
        if figure?.n == nil { kept[name] = sum { !$0.isEmpty && $0 != [.skipped] } }
        if figure?.favourable == nil, figure?.n != 0, list.figures[0].hasFavourable {
          kept["\(name) favourable"] = sum { $0 == [.chose("5")] }
        }
      }
    }
    return kept
  }
}

/// Many originals, sorted by what is told of them.
struct Worlds {
  private var classes: [World.Told: [String: ClosedRange<Int>]] = [:]
  private(set) var number = 0

  mutating func add(_ world: World) {
    number += 1
    let known = classes[world.told] ?? [:]
    classes[world.told] = known.merging(world.kept.mapValues { $0...$0 }) {
      min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound)
    }
  }

  /// What is the same in all originals that look alike, though it is kept. Where nobody is, nobody
  /// is found out.
  var givenAway: [String] {
    classes.flatMap { told, kept in
      kept.filter { $0.value.count == 1 && $0.value != 0...0 }.map { name, range in
        "\(name): \(range.lowerBound) of \(told.participation.first?.responses ?? 0...0)"
      }
    }
  }
}
