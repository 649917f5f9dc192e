import SurveyCore
import TestSupport
import Testing

@testable import Reports

/// The shipped surveys, answered at random for some quarters up to the third of 2026.
enum Village {
  static let surveys = [
    "my-social-worker", "parents-and-carers", "partner-agencies", "social-workers",
  ]

  /// - Parameters:
  ///   - number: How many answer each survey in each quarter.
  ///   - quarters: How many quarters there are.
  ///   - seed: Of what they answer.
  ///   - changing: What becomes of each survey before it is published.
  /// - Returns: A town that answers the same each time.
  /// - Throws: the faults of a shipped survey.
  static func town(
    _ number: Int = 300, quarters: Int = 2, seed: UInt64 = 11,
    changing: (inout Survey) -> Void = { _ in }
  ) throws -> Town {
    var town = Town(editions: [])
    var chance = SeededChance(seed)
    for (index, id) in surveys.enumerated() {
      var survey = try Package.survey(id)
      changing(&survey)
      let edition = Edition(
        id: index + 1, number: 1, survey: survey, hash: Fingerprint(of: [UInt8(index)]),
        published: day("2025-01-01"))
      town.editions.append(edition)
      for quarter in 0..<quarters {
        town.people += (0..<number).map { _ in
          person(edition, july.adding(-3 * quarter), &chance)
        }
      }
    }
    return town
  }

  private static func person(
    _ edition: Edition, _ quarter: Month, _ chance: inout SeededChance
  ) -> Person {
    let survey = edition.survey
    var person = Person(
      edition: edition.id, audience: survey.audiences.randomElement(using: &chance)?.id ?? "",
      channel: Channel.allCases.randomElement(using: &chance) ?? .web,
      place: "Place \(Int.random(in: 0..<4, using: &chance))",
      month: quarter.adding(Int.random(in: 0..<3, using: &chance)),
      wasHelped: Bool.random(using: &chance))
    for question in survey.questions where question.audiences.contains(person.audience) {
      let isAsked = question.when.allSatisfy { condition in
        condition.values.contains { person.said[condition.question]?.contains(.chose($0)) ?? false }
      }
      let options = question.options(for: person.audience).map(\.value)
      guard isAsked, let one = options.randomElement(using: &chance) else { continue }
      person.said[question.id] =
        question.kind == .choices ? [.answered, .chose(one)] : [.chose(one)]
    }
    return person
  }
}

/// Evidence as it is given.
struct Shelf: ReportSource {
  var held: [ImportedItem] = []
  var asked: [String: [Asking]] = [:]
  var concerns = ConcernCounts()

  func items(within months: ClosedRange<Month>) throws(StoreError) -> [ImportedItem] {
    held.filter { months.contains($0.from) && months.contains($0.through) }
  }

  func askings(
    quarter: Month, frozenBy release: Release?
  ) throws(StoreError) -> [String: [Asking]] { asked }

  func themeCounts(
    survey: String, months: ClosedRange<Month>, frozenBy release: Release?
  ) throws(StoreError) -> [ThemeCount] { [] }

  func quotes(
    survey: String, months: ClosedRange<Month>, frozenBy release: Release?
  ) throws(StoreError) -> [Quote] { [] }

  func concerns(
    quarter: Month, frozenBy release: Release?
  ) throws(StoreError) -> ConcernCounts { concerns }
}

extension Town {
  func report(
    _ kind: ReportDesk.Kind, only group: Audience.Group? = nil, _ evidence: Shelf = Shelf(),
    said: [Authority.Said] = [], from: String = "2026-07", through: String = "2026-09"
  ) throws -> Document {
    let authority = Authority(
      name: "Anywhere", readers: [.english: "us"], contacts: [], leaveTo: "", isMadeUp: true,
      said: said)
    return try ReportDesk(
      figures: FigureDesk(source: self), evidence: evidence, frame: ThemeFrame(themes: []),
      authority: authority
    ).document(
      kind, from: month(from), through: month(through), only: group, today: day("2027-01-10"))
  }
}

extension Document {
  var tables: [Table] {
    sections.flatMap(\.blocks).compactMap { block in
      switch block {
      case .table(let table), .chart(_, let table): table
      default: nil
      }
    }
  }

  var charts: [Chart] {
    sections.flatMap(\.blocks).compactMap { block in
      if case .chart(let chart, _) = block { chart } else { nil }
    }
  }

  func table(_ id: String) -> Table? { tables.first { $0.id == id } }

  /// Everything that is said in words, outside tables.
  var words: [String] {
    findings.map(\.words)
      + sections.flatMap(\.blocks).flatMap { block -> [String] in
        switch block {
        case .paragraph(let words), .notice(let words): [words]
        case .list(let items): items
        default: []
        }
      }
  }
}

extension Cell {
  /// The words in it; empty where there are none.
  var text: String { if case .words(let words) = self { words } else { "" } }
}
