import Foundation
import SurveyCore

/// How concerns are listed: one a line, with tabs between.
struct ConcernLines {
  private let places: [Int: String]
  private let surveys: [Int: String]
  private let today: Day

  init(collections: [Collection], editions: [Edition], today: Day) {
    let names = Dictionary(uniqueKeysWithValues: editions.map { ($0.id, $0.survey.id) })
    places = Dictionary(uniqueKeysWithValues: collections.map { ($0.id, $0.place) })
    surveys = Dictionary(
      uniqueKeysWithValues: collections.map { ($0.id, names[$0.edition] ?? "") })
    self.today = today
  }

  func line(_ concern: StandingConcern) -> String {
    let id = concern.id.uuidString.lowercased()
    let place = concern.collection.flatMap { places[$0] } ?? "nobody we asked"
    return ([id, "\(concern.day)", place] + said(concern) + [standing(concern)] + done(concern))
      .joined(separator: "\t")
  }

  private func said(_ concern: StandingConcern) -> [String] {
    switch concern.source {
    case .answer(let question, let value):
      [concern.collection.flatMap { surveys[$0] } ?? "", "\(question) = \(value)"]
    case .text: ["by text", "see 'heard text concern'"]
    }
  }

  private func standing(_ concern: StandingConcern) -> String {
    if let closed = concern.closed { return "closed \(closed)" }
    if concern.heard == nil { return "unheard" }
    return concern.isOverdue(on: today) ? "heard, and overdue" : "heard, and open"
  }

  private func done(_ concern: StandingConcern) -> [String] {
    let action = concern.action.map { action in
      [action.words.forTerminal, action.owner.forTerminal, "by \(action.due)"]
    }
    return (action ?? []) + (concern.outcome.map { ["outcome: " + $0.forTerminal] } ?? [])
  }

  /// How many open concerns there are, in one line.
  func sum(_ open: [StandingConcern]) -> String {
    let heard = open.count { $0.heard != nil }
    let overdue = open.count { $0.isOverdue(on: today) }
    return "\(open.count - heard) unheard" + (heard > 0 ? ", \(heard) heard and open" : "")
      + (overdue > 0 ? ", \(overdue) overdue" : "")
  }
}
