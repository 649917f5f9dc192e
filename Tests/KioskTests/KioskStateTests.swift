import Foundation
import SurveyCore
import TestSupport
import Testing

@testable import Kiosk

/// What a person can do at the screens, and what never happens.
struct KioskStateTests {
  private func person(_ id: String = "how-was-today", as audience: String? = nil) throws -> Person {
    Person(PaperDesk(try Fixed.shipped(id, as: audience)))
  }

  @Test func `a digit and Enter answer a question, and choosing alone does not`() throws {
    let person = try person()
    person.begin(as: "under-8")
    let first = person.state.screen
    person.press(.typed("1"))
    #expect(person.state.screen == first)
    person.press(.enter)
    #expect(person.state.screen != first)
    #expect(person.state.underWay?.answers["today-had-say"] == .chosen("yes"))
  }

  @Test func `two arrows and Enter reach everything`() throws {
    let person = try person()
    person.begin(as: "under-8")
    var seen: Set<Action> = []
    for _ in 0..<20 {
      person.press(.right)
      if let focus = person.state.focus { seen.insert(focus) }
    }
    #expect(Set(person.state.page.controls.map(\.action)).subtracting(seen) == [])
    person.press(.left)
    #expect(person.state.focus != nil)
  }

  @Test func `Enter on nothing chosen chooses what has the focus, and tells what is missing`()
    throws
  {
    let person = try person()
    person.begin(as: "under-8")
    person.touch(.goOn)
    #expect(person.state.draft.why == .nothing)
    #expect(person.state.page.pieces.contains { if case .fault = $0 { true } else { false } })
  }

  @Test func `several are chosen by digits, and none is an answer`() throws {
    let person = try person("my-social-worker", as: "12-17")
    person.begin()
    while person.state.question?.kind != .choices { person.press(.typed("1"), .enter) }
    let question = try #require(person.state.question)
    person.press(.typed("3"), .typed("1"), .typed("3"))
    #expect(person.state.draft.chosen == [question.options(for: "12-17")[0].value])
    person.press(.typed("1"), .enter)
    #expect(person.state.underWay?.answers[question.id] == .several([]))
  }

  @Test func `typing is kept to the limit, and Enter goes on`() throws {
    let person = try person("worries-good-things-hopes", as: "8-11")
    person.begin()
    person.press(.typed("1"), .enter)
    let limit = try #require(person.state.question).limit
    person.type(String(repeating: "a1 ", count: limit))
    person.press(.backspace)
    #expect(person.state.draft.typed.count == limit - 1)
    person.press(.enter)
    #expect(person.state.underWay?.answers["good-things"]?.isSubstantive == true)
  }

  @Test func `nothing is kept of a visit without an answer`() throws {
    let person = try person()
    person.begin(as: "under-8")
    person.press(.escape)
    #expect(person.desk.kept == [])
    #expect(person.state.screen == .attract)
    #expect(person.wipes == 1)
  }

  @Test(arguments: [true, false])
  func `leaving keeps what the survey says, and says after which question`(keeps: Bool) throws {
    var survey = try Package.survey("how-was-today")
    survey.keepsPartials = keeps
    let person = Person(PaperDesk(Fixed.bundle(Fixed.asked(survey))))
    person.begin(as: "under-8")
    person.press(.typed("1"), .enter, .typed("2"), .enter, .typed("3"), .escape)
    let visit = try #require(person.desk.kept.first)
    #expect(visit.ending == .left(after: "today-understood"))
    let said: [String: Answer] = [
      "today-had-say": .chosen("yes"), "today-understood": .chosen("little"),
    ]
    #expect(visit.answers == (keeps ? said : [:]))
  }

  @Test func `nobody there: it asks, waits, and clears`() throws {
    let person = try person()
    person.begin(as: "under-8")
    person.press(.typed("1"), .enter)
    person.wait(179)
    #expect(person.state.askedAt == nil)
    person.wait(1)
    #expect(person.state.askedAt != nil)
    person.wait(20)
    person.press(.typed("2"))
    #expect(person.state.askedAt == nil)
    #expect(person.state.draft.chosen == [], "the touch that says yes does nothing else")
    person.wait(180)
    person.wait(30)
    #expect(person.state.screen == .attract)
    #expect(person.desk.kept.map(\.ending) == [.left(after: "today-had-say")])
    #expect(person.wipes == 1)
  }

  @Test func `another language goes back to the first when nobody stays`() throws {
    let person = try person()
    #expect(person.state.languages == [.english, Language("cy")], "none from right to left")
    person.touch(.begin(Language("cy")))
    #expect(person.state.language == Language("cy"))
    person.wait(60)
    person.wait(30)
    #expect(person.state.screen == .attract)
    #expect(person.state.language == .english)
  }

  @Test func `thanks leave nothing of the visit, and no way back`() throws {
    let person = try person("worries-good-things-hopes", as: "12-17")
    person.begin()
    person.press(.typed("1"), .enter)
    person.type("Hedgehogs at Grandma’s")
    person.press(.enter)
    while person.state.screen != .check { person.touch(.skip) }
    person.readTo(.send)
    guard case .thanks = person.state.screen else { Issue.record("not thanked"); return }
    for action in [Action.back, .change("good-things"), .goOn, .send, .before] {
      person.sitting.take(.action(action))
      #expect(!String(describing: person.state).contains("Hedgehogs"))
      #expect(person.state.underWay == nil && person.state.draft == Draft())
      #expect(!person.state.view.frame.lines.joined().contains("Hedgehogs"))
    }
    #expect(person.desk.kept.count == 1)
    person.wait(45)
    #expect(person.state.screen == .attract)
    #expect(person.wipes == 2)
  }

  @Test func `what could not be kept is not thanked for, and is still there`() throws {
    let person = try person()
    person.desk.isBroken = true
    person.begin(as: "under-8")
    for _ in 0..<4 { person.press(.typed("1"), .enter) }
    person.readTo(.send)
    #expect(person.state.screen == .check)
    #expect(person.state.underWay?.answers.count == 4)
    person.desk.isBroken = false
    person.readTo(.send)
    #expect(person.desk.kept.count == 1)
    #expect(person.desk.kept.first?.ending == .sent)
  }

  @Test func `without room nobody can begin`() throws {
    let person = try person()
    person.desk.hasRoom = false
    person.press(.enter)
    person.sitting.take(.input(.press(Place(x: 40, y: 12))))
    #expect(person.state.screen == .attract)
  }

  @Test func `staff come in by the chord and the PIN, and see no answer`() throws {
    let person = try person()
    person.begin(as: "under-8")
    person.press(.typed("1"), .enter, .control("x"), .control("x"), .control("x"))
    #expect(person.desk.kept.count == 1, "the visit under way is left first")
    person.type("111111")
    person.press(.enter)
    #expect(person.state.screen == .pin(.init(outcome: .wrong(triesLeft: 4))))
    person.type("402957")
    person.press(.enter)
    #expect(person.state.screen == .staff(person.desk.standing))
    person.touch(.stop)
    #expect(person.sitting.isStopped)
  }

  @Test func `the four corners in turn are staff's way by touch`() throws {
    let person = try person()
    for corner in [(0, 0), (79, 0), (79, 23), (0, 23)] {
      person.sitting.take(.input(.press(Place(x: corner.0, y: corner.1))))
    }
    #expect(person.state.screen == .pin(.init()))
  }
}
