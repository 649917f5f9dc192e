import SurveyCore
import Testing

@testable import Reports

/// All sheets of a town's quarter.
struct Sheets {
  let town: Town
  let quarter: FigureSheet
  /// By axis: the months, then each breakdown. A category's name, and a sheet it stands in.
  let tables: [[(category: String, sheet: FigureSheet)]]

  let participation: Participation?

  init(_ town: Town) throws {
    self.town = town
    let sheets = try town.sheets()
    quarter = sheets.sheet
    participation = sheets.participation.first
    let months = sheets.months.map { ($0.from.description, $0) }
    tables =
      try [months]
      + Breakdown.allCases.map { breakdown in
        let sheet = try #require(sheets.by[breakdown])
        return Set(town.people.map { Self.category($0, breakdown) }).sorted().map { ($0, sheet) }
      }
  }

  /// What is told of each category of an axis; nil for a category that is not even named.
  func figures(_ id: String, along axis: Int) -> [(category: String, figure: Figure?)] {
    tables[axis].map { ($0.category, $0.sheet.list(id)?.figure(axis == 0 ? nil : $0.category)) }
  }

  func category(of person: Person, along axis: Int) -> String {
    axis == 0 ? person.month.description : Self.category(person, Breakdown.allCases[axis - 1])
  }

  private static func category(_ person: Person, _ breakdown: Breakdown) -> String {
    switch breakdown {
    case .audience: person.audience
    case .channel: person.channel.rawValue
    case .helped: person.wasHelped ? "helped" : "alone"
    case .place: person.place
    }
  }
}

/// The told slices of two breakdowns laid over the people themselves, to look for one within
/// another. Goes through all unions, where the program looks only at the ones that matter.
struct Overlay {
  struct Difference: Hashable {
    var people: Int
    var yes: Int
  }

  private let people: [Person]
  private let sheets: Sheets
  private let id: String

  init(_ sheets: Sheets, _ id: String) {
    (self.sheets, self.id) = (sheets, id)
    people = sheets.town.people.filter { !($0.said[id] ?? []).isEmpty }
  }

  /// What is left of a union of slices of one table less a union of another's that lies in it.
  func differences(ofShares: Bool = false) -> Set<Difference> {
    if ofShares && id != "q" { return [] }
    var found: Set<Difference> = []
    for one in sheets.tables.indices {
      for other in sheets.tables.indices where one != other {
        for inner in unions(one, ofShares) {
          for outer in unions(other, ofShares) where inner.isSubset(of: outer) {
            let left = outer.subtracting(inner)
            let yes = left.count {
              ["4", "5"].map { .chose($0) }.contains(people[$0].said["q"]?.first)
            }
            found.insert(Difference(people: left.count, yes: ofShares ? yes : 0))
          }
        }
      }
    }
    return found
  }

  /// The people of every union of a table's slices: those told, and the rest.
  private func unions(_ table: Int, _ ofShares: Bool) -> [Set<Int>] {
    let told = sheets.figures(id, along: table).filter { _, figure in
      figure?.n != 0 && (ofShares ? figure?.favourable != nil : figure?.n != nil)
    }
    let names = told.map(\.category)
    guard !names.isEmpty else { return [] }
    var slices = Dictionary(grouping: people.indices) { person in
      let name = sheets.category(of: people[person], along: table)
      return names.contains(name) ? name : ""
    }
    let first = slices.removeValue(forKey: "") ?? []
    let all = (first.isEmpty ? [] : [first]) + slices.values
    return (1..<(1 << all.count)).map { union in
      Set(all.indices.filter { union >> $0 & 1 == 1 }.flatMap { all[$0] })
    }
  }
}
