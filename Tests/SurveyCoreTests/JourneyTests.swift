import SurveyCore
import Testing

@Suite struct JourneyTests {
  static let branching = """
      - id: met
        kind: choice
        ask: Did you meet?
        answers: [{value: yes, en: "Yes"}, {value: no, en: "No"}]
      - id: kind
        kind: choice
        when: {met: [yes]}
        ask: Were they kind?
        answers: [{value: yes, en: "Yes"}, {value: no, en: "No"}]
      - {id: why, kind: text, when: {kind: [no]}, ask: What was wrong?}
      - {id: end, kind: text, ask: Anything else?}
    """

  private func walk(_ survey: Survey, _ answers: [String: Answer]) -> Journey {
    Journey(through: survey, as: "older", with: answers)
  }

  @Test func `a question is asked only after the answer that opens it`() throws {
    let survey = try Made.survey(questions: Self.branching)
    #expect(walk(survey, [:]).current?.id == "met")
    #expect(walk(survey, ["met": .chosen("yes")]).current?.id == "kind")
    #expect(walk(survey, ["met": .chosen("no")]).current?.id == "end")
    #expect(walk(survey, ["met": .skipped]).current?.id == "end")
    #expect(walk(survey, ["met": .notUnderstood]).current?.id == "end")
  }

  @Test func `changing an early answer closes what it had opened`() throws {
    let survey = try Made.survey(questions: Self.branching)
    var answers: [String: Answer] = [
      "met": .chosen("yes"), "kind": .chosen("no"), "why": .text("They were late"),
    ]
    #expect(walk(survey, answers).onRoute.map(\.question.id) == ["met", "kind", "why"])
    answers["met"] = .chosen("no")
    let journey = walk(survey, answers)
    #expect(journey.onRoute.map(\.question.id) == ["met"])
    #expect(journey.current?.id == "end")
    #expect(journey.question("kind") == nil)
    #expect(journey.question("why") == nil)
  }

  @Test func `an answer off the route opens nothing`() throws {
    let survey = try Made.survey(questions: Self.branching)
    let journey = walk(survey, ["met": .chosen("no"), "kind": .chosen("no")])
    #expect(journey.current?.id == "end")
    #expect(journey.question("why") == nil)
  }

  @Test func `answers after the current question do not count yet`() throws {
    let survey = try Made.survey(questions: Self.branching)
    let journey = walk(survey, ["end": .text("Bye")])
    #expect(journey.done.isEmpty)
    #expect(journey.onRoute.isEmpty)
    #expect(journey.current?.id == "met")
  }

  @Test func `what is left is counted as it stands, and it is said that it may grow`() throws {
    let survey = try Made.survey(questions: Self.branching)
    let start = walk(survey, [:])
    #expect(start.remaining == 2)
    #expect(start.mayGrow)
    let met = walk(survey, ["met": .chosen("yes")])
    #expect(met.remaining == 2)
    let last = walk(survey, ["met": .chosen("no")])
    #expect(last.remaining == 1)
    #expect(!last.mayGrow)
    let over = walk(survey, ["met": .chosen("no"), "end": .skipped])
    #expect(over.remaining == 0)
    #expect(over.current == nil)
  }

  @Test func `an audience meets only what it is asked`() throws {
    let survey = try Made.survey(
      questions: """
          - {id: a, kind: text, ask: A?, audiences: [young]}
          - {id: b, kind: text, ask: B?}
        """, audiences: "young, older")
    #expect(walk(survey, [:]).current?.id == "b")
    #expect(Journey(through: survey, as: "young", with: [:]).remaining == 2)
    #expect(Journey(through: survey, as: "nobody", with: [:]).current == nil)
  }

  static let orders = [
    ["a", "b", "c"], ["a", "c", "b"], ["b", "a", "c"], ["b", "c", "a"], ["c", "a", "b"],
    ["c", "b", "a"],
  ]

  @Test(arguments: orders)
  func `three parts can be put in every order`(_ order: [String]) throws {
    let survey = try Made.survey(questions: Made.ordered)
    var answers: [String: Answer] = [:]
    var asked: [String] = []
    while let question = walk(survey, answers).current {
      asked.append(question.id)
      switch question.id {
      case "first":
        #expect(question.options(for: "older").map(\.value) == ["a", "b", "c"])
        answers["first"] = .chosen(order[0])
      case "then":
        #expect(question.options(for: "older").map(\.value) == order[1...].sorted())
        answers["then"] = .chosen(order[1])
      default: answers[question.id] = .text("words")
      }
      #expect(walk(survey, answers).remaining == 6 - asked.count)
    }
    #expect(asked == ["first", order[0], "then", order[1], order[2], "end"])
  }

  @Test func `whoever will not say which first gets the order of the file`() throws {
    let survey = try Made.survey(questions: Made.ordered)
    var answers: [String: Answer] = [:]
    var asked: [String] = []
    while let question = walk(survey, answers).current {
      asked.append(question.id)
      answers[question.id] = .skipped
    }
    #expect(asked == ["first", "a", "then", "b", "c", "end"])
  }

  @Test func `a pick that has come already by another way is asked again`() throws {
    let survey = try Made.survey(questions: Made.ordered)
    var answers: [String: Answer] = [
      "first": .chosen("a"), "a": .text("x"), "then": .chosen("c"), "c": .text("y"),
    ]
    #expect(walk(survey, answers).current?.id == "b")
    answers["first"] = .chosen("c")
    let journey = walk(survey, answers)
    #expect(journey.current?.id == "then")
    #expect(journey.onRoute.map(\.question.id) == ["first", "c"])
    #expect(journey.current?.options(for: "older").map(\.value) == ["a", "b"])
  }
}
