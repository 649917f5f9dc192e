import Foundation
import SurveyCore
import TestSupport
import Testing

@testable import Kiosk

/// Every shipped survey, as everybody it is for, walked by chance.
struct KioskWalkTests {
  private static let walks: [(survey: String, audience: String)] = {
    let ids = (try? Package.surveyIDs()) ?? []
    return ids.flatMap { id in
      ((try? Package.survey(id))?.audiences ?? []).map { (id, $0.id) }
    }
  }()

  @Test(arguments: walks)
  func `what is kept is what was chosen, on the way that Journey says`(
    walk: (survey: String, audience: String)
  ) throws {
    for seed in 0..<3 {
      var chance = SeededChance(UInt64(seed))
      let survey = try Package.survey(walk.survey)
      let person = Person(
        PaperDesk(Fixed.bundle(Fixed.asked(survey, as: walk.audience))),
        width: [80, 120, 200][seed % 3], height: [24, 40, 60][seed % 3])
      person.begin()
      var chosen: [String: Answer] = [:]
      for _ in 0..<200 {
        guard let question = person.state.question else { break }
        let answer = Self.answer(question, walk.audience, person, &chance)
        if let answer { chosen[question.id] = answer }
      }
      #expect(person.state.screen == .check)
      person.readTo(.send)
      let kept = try #require(person.desk.kept.last)
      let way = Journey(through: survey, as: walk.audience, with: chosen)
      #expect(way.current == nil)
      #expect(
        kept.answers
          == Dictionary(uniqueKeysWithValues: way.onRoute.map { ($0.question.id, $0.answer) }))
      #expect(kept.ending == .sent && kept.audience == walk.audience)
    }
  }

  /// Answers in one of the ways there are; nil for going back instead.
  private static func answer(
    _ question: Question, _ audience: String, _ person: Person, _ chance: inout SeededChance
  ) -> Answer? {
    switch Int.random(in: 0..<12, using: &chance) {
    case 0:
      person.touch(.skip)
      return .skipped
    case 1:
      person.touch(.unclear)
      return .notUnderstood
    case 2:
      person.touch(.back)
      if person.state.screen == .welcome { person.readTo(.start) }
      return nil
    default: break
    }
    let values = question.options(for: audience).map(\.value)
    // Visited before, its draft is there still.
    for value in person.state.draft.chosen where question.kind == .choices {
      person.readTo(.answer(value))
    }
    switch question.kind {
    case .text:
      while !person.state.draft.typed.isEmpty { person.press(.backspace) }
      person.type("Ŵel done 1, 2!")
      person.press(.enter)
      return .text("Ŵel done 1, 2!")
    case .choices:
      let some = values.filter { _ in Bool.random(using: &chance) }
      for value in some {
        person.sitting.take(.input(.key(.home)))
        person.readTo(.answer(value))
      }
      person.touch(.goOn)
      return .several(some)
    case .choice, .faces, .scale:
      let value = values.randomElement(using: &chance) ?? ""
      person.sitting.take(.action(.answer(value)))
      person.press(.enter)
      return .chosen(value)
    }
  }

  @Test func `no screen writes outside its size, and small ones say so kindly`() throws {
    for name in GoldenScreens.names {
      var state = try GoldenScreens.screen(name, width: 80, height: 24)
      for size in [(20, 5), (21, 9), (65, 30), (66, 20), (67, 21), (70, 22), (97, 33), (300, 90)] {
        state.size = Size(width: size.0, height: size.1)
        for part in 0..<4 {
          state.part = part
          let view = state.view
          #expect(view.frame.size == state.size)
          for y in 0..<size.1 {
            let width = (0..<size.0).reduce(0) { $0 + (view.frame[$1, y].text.first?.width ?? 0) }
            #expect(width == size.0, "\(name) \(size) row \(y)")
          }
          for spot in view.spots {
            let area = spot.area
            #expect(area.x >= 0 && area.x + area.width <= size.0, "\(name) \(size) \(spot)")
            #expect(area.y >= 0 && area.y + area.height <= size.1, "\(name) \(size) \(spot)")
          }
        }
        if size.0 < 66 {
          #expect(state.view.frame.lines.joined(separator: " ").contains("window"))
        }
      }
    }
  }
}
