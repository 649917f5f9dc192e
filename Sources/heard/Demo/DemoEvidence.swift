import Foundation
import SQLiteStore
import SurveyCore

/// What stands beside the demo's figures: numbers from other systems, how many were asked, and what
/// two made-up people made of the comments. All of it comes in as anybody's would.
struct DemoEvidence {
  /// The first day of the demo's year, and the day it is.
  let from: Day
  let to: Day
  /// How many responses the year has.
  let responses: Int

  private static let coder = "Asha Rahman (made up)"
  private static let releaser = "Tom Price (made up)"

  /// A card that says what comes next was given out from the fifth month before this one.
  var lifts: [Lift] {
    to.inMonth.adding(-5).firstDay.map { [Lift(measure: "next-steps", since: $0, by: 0.17)] } ?? []
  }

  /// The first month of every quarter from the first day on.
  private var quarters: [Month] {
    var quarters: [Month] = []
    var quarter = from.inMonth.quarterStart
    while quarter <= to.inMonth {
      quarters.append(quarter)
      quarter = quarter.adding(3)
    }
    return quarters
  }

  /// The quarters that have ended.
  private var ended: [Month] { quarters.filter { $0 < to.inMonth.quarterStart } }

  /// Opens a survey at a place: once for children and families, who come when they come; for
  /// those who work with them anew each quarter, when everybody in an office is asked.
  func open(
    _ opening: Opening, of survey: Survey, expecting responses: Int, in store: SQLiteStore
  ) throws -> Stand {
    let isForAll = survey.groups.contains { $0 == .child || $0 == .parent }
    let days = isForAll ? [from] : quarters.compactMap { max($0.firstDay ?? from, from) }
    let collections = try days.enumerated().map { index, day in
      var opening = opening
      opening.day = day
      // A little more than one in two answers.
      if !isForAll { opening.asked = max(10, responses * 2 / 5) }
      // The printed link is that of the collection that is open now.
      if index + 1 < days.count { opening.links = [] }
      return (opened: day, id: try store.open(opening))
    }
    return Stand(survey: survey, collections: collections)
  }

  /// Fills in what is known once people have answered.
  func fill(_ store: SQLiteStore, surveys: [Edition], stands: [Stand], on day: Day) throws {
    for collection in stands.flatMap({ $0.collections.dropLast() }) {
      _ = try store.close(collection.id, to: .closed)
    }
    if case .overlapping = try store.keep(items, on: day) {
      throw Refused("the demo's items overlap")
    }
    for edition in surveys where edition.survey.questions.contains(where: { $0.kind == .text }) {
      for quarter in ended { try code(edition.survey, in: quarter, store: store, on: day) }
    }
    try DemoConcerns(today: day).follow(in: store)
  }
}

extension DemoEvidence {
  private var items: [ImportedItem] {
    let workforce = ended.enumerated().flatMap { index, quarter in
      [
        item("L2", quarter, ["1.9", "1.8", "1.8", "1.6", "1.5"][index % 5], "changes a child"),
        item(
          "L3", quarter, ["17.9", "18.4", "18.1", "17.2", "16.8"][index % 5],
          "cases a social worker", note: "Full-time equivalents; agency staff are counted."),
        item("L6", quarter, ["21", "19", "20", "17", "17"][index % 5], "working days"),
        item(
          "L9", quarter, ["88", "86", "90", "91", "92"][index % 5], "per cent",
          note: "Seen within the time in the plan; whether alone is not recorded."),
      ]
    }
    let april = Month(year: from.year, month: 4)
    let year = april.map { from.inMonth < $0 ? $0.adding(-12) : $0 }
    return workforce + ended.flatMap(children) + (year.map { [national($0)] } ?? [])
  }

  /// How many children of each age the made-up service works with: more than ever answer.
  private func children(in quarter: Month) -> [ImportedItem] {
    let all = max(1000, responses / 5)
    return [("under-8", 30), ("8-11", 25), ("12-17", 45)].map { audience, part in
      item(
        ImportedItem.populationPrefix + audience, quarter, "\(all * part / 100)", "people",
        note: "Children with a plan or in care.")
    }
  }

  private func item(
    _ id: String, _ quarter: Month, _ value: String, _ unit: String, note: String = ""
  ) -> ImportedItem {
    ImportedItem(
      item: id, from: quarter, through: quarter.adding(2),
      value: ImportedItem.Value(value) ?? .unavailable, unit: unit,
      source: "Elmshire's case system (made up)", note: note)
  }

  /// The twelve months from April that the demo's year began in, where they have ended.
  private func national(_ april: Month) -> ImportedItem {
    let first = april.adding(11) < to.inMonth ? april : april.adding(-12)
    return ImportedItem(
      item: "N1", title: "Children subject to a second or later child protection plan",
      from: first, through: first.adding(11), value: ImportedItem.Value("23.4") ?? .unavailable,
      unit: "per cent", source: "Children in need census (made up)")
  }

  /// One person codes a quarter's comments and proposes a few to be quoted; another releases them.
  private func code(
    _ survey: Survey, in quarter: Month, store: SQLiteStore, on day: Day
  ) throws {
    let reading = CommentReading(
      id: UUID(), reader: Self.coder, reason: "coding for the quarterly report",
      survey: survey.id, from: quarter, through: quarter.adding(2), day: day)
    try store.log(reading)
    var quoted: [String: Set<String>] = [:]
    let changes = try store.comments(for: reading.id).map { comment in
      let made = MadeUpComment.byWords[comment.words]
      let group = survey.audience(comment.audience)?.group.rawValue ?? ""
      var change = CodingChange(comment: comment.id, themes: made?.themes ?? [])
      if let quote = made?.quote, comment.language == .english,
        quoted[comment.question + group, default: []].count < 4,
        quoted[comment.question + group, default: []].insert(quote).inserted
      {
        change.quote = quote
      }
      return change
    }
    try code(changes, by: Self.coder, in: store, on: day)
    let released = changes.filter { $0.quote != nil }.map { change in
      var change = change
      change.isReleased = true
      return change
    }
    try code(released, by: Self.releaser, in: store, on: day)
  }

  private func code(
    _ changes: [CodingChange], by name: String, in store: SQLiteStore, on day: Day
  ) throws {
    for start in stride(from: 0, to: changes.count, by: 5000) {
      let some = Array(changes[start..<min(start + 5000, changes.count)])
      if case .refused(let faults) = try store.code(some, by: name, on: day) {
        throw Refused(faults.values.first?.words ?? "a comment was not coded")
      }
    }
  }
}
