import SurveyCore
import Testing

@testable import Reports

/// Measures add nothing to their questions, and follow-ups give nothing away.
struct MeasureTests {
  @Test func `a measure is the sum of its questions' figures, or withheld`() throws {
    var town = Town(editions: [.of([.scale("a"), .scale("b")])])
    town.add(10, Person().chose("a", "5").chose("b", "1"))
    town.add(10, Person().chose("a", "1").chose("b", "5"))
    #expect(try town.sheet().measure("listened-to")?.figure()?.favourable == Share(20, of: 40))
    town.people = []
    town.add(10, Person().chose("a", "5").chose("b", "1"))
    town.add(10, Person().chose("a", "1").chose("b", "1"))
    let figure = try town.sheet().measure("listened-to")?.figure()
    #expect(figure?.n == nil && figure?.favourable == nil)
  }

  @Test func `a question without answers does not keep a measure from being told`() throws {
    var town = Town(editions: [.of([.scale("a"), .scale("b")])])
    town.add(10, Person().chose("a", "5"))
    town.add(10, Person().chose("a", "1"))
    #expect(try town.sheet().measure("listened-to")?.figure()?.n == 20)
  }

  static let met = Question.pick("met", ["yes", "no"])
  static let follow = Question.scale(
    "alone", when: [Question.Condition(question: "met", values: ["yes"])])

  private func town(met: Int, not: Int, answered: Int) -> Town {
    var town = Town(editions: [.of([Self.met, Self.follow])])
    for index in 0..<met {
      let person = Person().chose("met", "yes")
      town.add(1, index < answered ? person.chose("alone", index % 2 == 0 ? "5" : "1") : person)
    }
    town.add(not, Person().chose("met", "no"))
    return town
  }

  @Test(arguments: [(20, 8, 20, true), (30, 8, 25, true), (20, 3, 20, false), (20, 8, 18, false)])
  func `what decides who is asked is withheld where the follow-up would tell of a few`(
    met: Int, not: Int, answered: Int, isTold: Bool
  ) throws {
    let sheet = try town(met: met, not: not, answered: answered).sheet()
    #expect((sheet.list("met")?.figure()?.n != nil) == isTold)
    #expect(sheet.list("alone")?.figure()?.n == answered)
  }

  /// "Yes" and "unsure" are told as one, 15; twelve who answered the follow-up would say that at most
  /// three were unsure.
  @Test func `a small answer beside the one that is asked on withholds the question`() throws {
    func sheet(unsure: Int) throws -> FigureSheet {
      var town = Town(editions: [.of([.pick("met", ["yes", "unsure", "no"]), Self.follow])])
      for value in ["5", "1"] { town.add(6, Person().chose("met", "yes").chose("alone", value)) }
      town.add(unsure, Person().chose("met", "unsure"))
      town.add(20, Person().chose("met", "no"))
      return try town.sheet()
    }
    #expect(try sheet(unsure: 3).list("met")?.figure()?.n == nil)
    #expect(try sheet(unsure: 3).list("alone")?.figure()?.n == 12)
    #expect(try sheet(unsure: 5).list("met")?.figure()?.n == 37)
  }

  @Test func `the question before is told by no row that the follow-up is not told by`() throws {
    func told() throws -> Int? {
      var town = Town(editions: [.of([Self.met, Self.follow])])
      for (place, met) in [("Library", 20), ("School", 20), ("Zoo", 8), ("Park", 8)] {
        for index in 0..<met {
          let person = Person(place: place).chose("met", "yes")
          town.add(1, person.chose("alone", index.isMultiple(of: 2) ? "5" : "1"))
        }
        town.add(12, Person(place: place).chose("met", "no"))
      }
      return try town.sheet(by: .place).list("met")?.figure("Library")?.n
    }
    // Of the zoo and the park the follow-up is told together only.
    #expect(try told() == nil)
    var alone = Town(editions: [.of([Self.met])])
    for place in ["Library", "School", "Zoo", "Park"] {
      for value in ["yes", "no"] { alone.add(10, Person(place: place).chose("met", value)) }
    }
    #expect(try alone.sheet(by: .place).list("met")?.figure("Library")?.n == 20)
  }

  @Test func `the follow-up is withheld where the question before it carries the measure`() throws {
    let why = Question.scale(
      "why", measure: nil, when: [Question.Condition(question: "a", values: ["1"])])
    var town = Town(editions: [.of([.scale("a"), why])])
    town.add(20, Person().chose("a", "5"))
    town.add(12, Person().chose("a", "1").chose("why", "5"))
    town.add(2, Person().chose("a", "1"))
    let sheet = try town.sheet()
    #expect(sheet.list("a")?.figure()?.favourable == Share(20, of: 34))
    #expect(sheet.list("why")?.figure()?.n == nil)
  }

  @Test func `a month is told from its quarter`() throws {
    var town = Town(editions: [.of([.scale("q")])])
    for (name, number) in [("2026-07", 12), ("2026-08", 14), ("2026-09", 3)] {
      town.add(number, Person(month: month(name)).chose("q", "5"))
      town.add(number, Person(month: month(name)).chose("q", "1"))
    }
    let told = try ["2026-07", "2026-08", "2026-09"].map {
      try town.sheet($0, $0).list("q")?.figure()?.n
    }
    // September is too small; July goes with it, so that the quarter minus two is not the third.
    #expect(told == [nil, 28, nil])
  }
}
