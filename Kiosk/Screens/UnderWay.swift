import Foundation
import SurveyCore

/// A visit that has begun and not ended.
struct UnderWay: Equatable {
  let asked: KioskBundle.Asked
  var audience: Audience?
  var answers: [String: Answer] = [:]
  /// What was chosen or typed on pages left without going on, by question.
  var drafts: [String: Draft] = [:]
  /// Minted at the first answer: before it there is nothing to keep.
  var id: UUID?
  /// When the first question was shown.
  var began: Double?
  var wasHelped = false
  /// Whether the disk did not take it when it was sent.
  var couldNotKeep = false

  var survey: Survey { asked.survey }

  var way: Journey { Journey(through: survey, as: audience?.id ?? "", with: answers) }

  /// The audiences that may answer: one, where the collection says which.
  var audiences: [Audience] {
    if let id = asked.audience { return survey.audiences.filter { $0.id == id } }
    return survey.audiences
  }

  /// The visit as it ends now; nil when nothing was answered. Answers off the way are not in it,
  /// and none are where somebody left a survey that keeps no partial responses.
  func visit(_ isSent: Bool, in language: Language, at now: Double) -> Visit? {
    guard let id, let audience else { return nil }
    let way = way
    let keeps = isSent || survey.keepsPartials
    let answers = way.onRoute.map { ($0.question.id, $0.answer) }
    return Visit(
      id: id, collection: asked.collection, audience: audience.id, language: language,
      wasHelped: wasHelped, ending: isSent ? .sent : .left(after: way.done.last?.id),
      answers: keeps ? Dictionary(uniqueKeysWithValues: answers) : [:],
      seconds: max(0, Int(now - (began ?? now))))
  }
}

/// What is chosen or typed on a page, before the person goes on.
struct Draft: Equatable {
  enum Layer: Int, Equatable { case letters, capitals, numbers }

  /// The values chosen.
  var chosen: [String] = []
  var typed = ""
  /// Which letters the keyboard on the screen shows.
  var layer = Layer.letters
  /// Why the page could not be taken as an answer.
  var why: Unclear?

  init() {}

  init(_ answer: Answer?) {
    chosen = answer?.values ?? []
    if case .text(let words) = answer { typed = words }
  }

  /// What `Question.read` reads.
  func reply(to question: Question) -> [String] { question.kind == .text ? [typed] : chosen }

  mutating func choose(_ value: String, for kind: Question.Kind) {
    why = nil
    guard kind == .choices else { chosen = [value]; return }
    if chosen.contains(value) { chosen.removeAll { $0 == value } } else { chosen.append(value) }
  }

  /// Nothing is taken beyond what the question allows.
  mutating func type(_ text: String, limit: Int) {
    why = nil
    if (typed + text).count <= limit { typed += text }
    if layer == .capitals { layer = .letters }
  }
}
