import SurveyCore
import Testing

@testable import Reports

/// What is counted, and with what.
struct CountingTests {
  @Test func `the four groups are never added together`() throws {
    var town = Town(editions: [.of([.scale("q")])])
    town.add(12, Person().chose("q", "5"))
    town.add(8, Person().chose("q", "1"))
    town.add(30, Person(audience: "parent").chose("q", "1"))
    town.add(10, Person(audience: "parent").chose("q", "4"))
    let sheet = try town.sheet()
    #expect(sheet.groups.map(\.group) == [.child, .parent])
    #expect(sheet.list("q")?.figure()?.n == 20)
    #expect(sheet.list("q")?.figure()?.favourable == Share(12, of: 20))
    #expect(sheet.list("q", .parent)?.figure()?.favourable == Share(10, of: 40))
    #expect(sheet.measure("listened-to", .parent)?.figure()?.n == 40)
  }

  @Test func `nine people are nobody's business, ten are`() throws {
    var town = Town(editions: [.of([.scale("q")])])
    town.add(5, Person().chose("q", "5"))
    town.add(4, Person().chose("q", "1"))
    var figure = try #require(try town.sheet().list("q")?.figure())
    #expect(figure.n == nil && figure.favourable == nil)
    #expect(figure.answers.allSatisfy { $0.share == nil })
    town.add(1, Person().chose("q", "1"))
    figure = try #require(try town.sheet().list("q")?.figure())
    #expect(figure.n == 10 && figure.favourable == Share(5, of: 10))
  }

  @Test func `skips and answers without a score are not in n`() throws {
    var town = Town(editions: [.of([.scale("q", andUnsure: true)])])
    town.add(6, Person().chose("q", "5"))
    town.add(6, Person().chose("q", "2"))
    town.add(7, Person().chose("q", "unsure"))
    town.add(7, Person(said: ["q": [.skipped]]))
    town.add(7, Person(said: ["q": [.notUnderstood]]))
    let figure = try town.sheet().list("q")?.figure()
    #expect(figure?.n == 12)
    #expect(figure?.answers.contains { $0.options.contains("unsure") } == false)
  }

  @Test func `when everybody said the same, it is not said`() throws {
    var town = Town(editions: [.of([.scale("q"), .pick("colour", ["red", "blue"])])])
    town.add(30, Person().chose("q", "1").chose("colour", "red"))
    let sheet = try town.sheet()
    for id in ["q", "colour"] {
      #expect(sheet.list(id)?.figure()?.n == 30)
      #expect(sheet.list(id)?.figure()?.favourable == nil)
      #expect(sheet.list(id)?.figure()?.answers.allSatisfy { $0.share == nil } == true)
    }
  }

  @Test func `few answers are told with their neighbours, never across what is favourable`() throws
  {
    var town = Town(editions: [.of([.scale("q")])])
    for (value, number) in [("5", 3), ("4", 9), ("3", 6), ("2", 0), ("1", 2)] {
      town.add(number, Person().chose("q", value))
    }
    let answers = try #require(try town.sheet().list("q")?.figure()?.answers)
    #expect(answers.map(\.options) == [["5", "4"], ["3", "2", "1"]])
    #expect(answers.map { $0.share?.count } == [12, 8])
  }

  @Test func `of several boxes each is told where five ticked it and five did not`() throws {
    var town = Town(editions: [.of([.pick("how", ["text", "letter", "meet"], kind: .choices)])])
    town.add(6, Person().chose("how", several: ["text", "meet"]))
    town.add(5, Person().chose("how", several: ["meet"]))
    town.add(4, Person().chose("how", several: ["letter", "meet"]))
    town.add(3, Person().chose("how", several: []))
    let figure = try town.sheet().list("how")?.figure()
    #expect(figure?.n == 18)
    #expect(figure?.answers.map { $0.share?.count } == [6, nil, nil])
  }

  @Test func `those who were helped are told apart`() throws {
    var town = Town(editions: [.of([.scale("q")])])
    town.add(12, Person(wasHelped: true).chose("q", "5"))
    town.add(14, Person().chose("q", "1"))
    town.add(6, Person(wasHelped: true).chose("q", "1"))
    let list = try #require(try town.sheet(by: .helped).list("q"))
    #expect(list.figure("alone")?.n == 14 && list.figure("alone")?.favourable == nil)
    #expect(list.figure("helped")?.n == 18)
    town.people.removeLast(11)
    // With few of the one, the total would tell them.
    #expect(try town.sheet(by: .helped).list("q")?.figure("helped")?.n == nil)
    #expect(try town.sheet(by: .helped).list("q")?.figure("alone")?.n == nil)
  }

  @Test func `safety in the area is never told by place`() throws {
    var edition = Edition.of([.scale("area", measure: "safe-area"), .scale("q")])
    var survey = edition.survey
    survey.measures = [
      Measure(
        id: "safe-area", title: [.english: "Feels safe in the area"], favourable: [5: 4],
        twinCore: "L1c", domain: "safety", category: .outcome, source: "Munro")
    ]
    edition = Edition(
      id: 1, number: 1, survey: survey, hash: Fingerprint(of: [1]), published: edition.published)
    var town = Town(editions: [edition])
    for place in ["Library", "School"] {
      town.add(10, Person(place: place).chose("area", "5").chose("q", "5"))
      town.add(10, Person(place: place).chose("area", "1").chose("q", "1"))
    }
    let sheet = try town.sheet(by: .place)
    #expect(sheet.list("area") == nil && sheet.measure("safe-area") == nil)
    #expect(sheet.list("q")?.figure("School")?.n == 20)
    #expect(try town.sheet(by: .channel).list("area")?.figure("web")?.n == 40)
  }

  @Test func `words are only counted`() throws {
    var town = Town(editions: [.of([.pick("say", [], kind: .text)])])
    town.add(11, Person(said: ["say": [.answered]]))
    let figure = try town.sheet().list("say")?.figure()
    #expect(figure?.n == 11)
    #expect(figure?.answers.isEmpty == true && figure?.hasFavourable == false)
  }

  @Test func `audiences with other answers share only what is favourable`() throws {
    var question = Question.scale("q")
    question.answers["under-8"] = Question.scale(3, 3)
    var town = Town(editions: [.of([question])])
    town.add(8, Person(audience: "under-8").chose("q", "3"))
    town.add(7, Person(audience: "under-8").chose("q", "1"))
    town.add(9, Person().chose("q", "5"))
    town.add(6, Person().chose("q", "3"))
    town.add(5, Person().chose("q", "1"))
    let list = try #require(try town.sheet(by: .audience).list("q"))
    #expect(list.figure()?.favourable == Share(17, of: 35))
    #expect(list.figure()?.answers.isEmpty == true)
    #expect(list.figure("under-8")?.favourable == Share(8, of: 15))
    #expect(list.figure("under-8")?.answers.map(\.options) == [["3"], ["2"], ["1"]])
    #expect(list.figure("12-17")?.answers.map { $0.share?.count } == [9, 0, 6, 0, 5])
    #expect(list.figure("8-11")?.n == 0)
  }

  @Test func `editions go together while their answers agree, and apart when they do not`() throws {
    let second = Edition.of([.scale("q")], number: 2)
    let third = Edition.of([.scale("q", steps: 3)], number: 3)
    var town = Town(editions: [.of([.scale("q")]), second, third])
    for edition in 1...3 {
      town.add(9, Person(edition: edition).chose("q", "3"))
      town.add(8, Person(edition: edition).chose("q", edition == 3 ? "1" : "5"))
    }
    let questions = try #require(try town.sheet().groups.first?.questions)
    #expect(questions.map(\.id) == ["q (editions 1, 2)", "q (edition 3)"])
    #expect(questions.map(\.editions) == [[1, 2], [3]])
    #expect(questions.map { $0.figure()?.n } == [34, 17])
    #expect(try town.sheet().measure("listened-to")?.figure()?.n == 51)
  }
}
