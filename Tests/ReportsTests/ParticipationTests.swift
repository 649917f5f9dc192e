import SurveyCore
import TestSupport
import Testing

@testable import Reports

/// How many took part, and what that says beside everything else.
struct ParticipationTests {
  static let when = [Question.Condition(question: "met", values: ["yes"])]

  @Test func `how many responses there are is told in steps of five`() throws {
    var town = Town(editions: [.of([.scale("q"), .scale("p", for: ["12-17"])])])
    town.add(31, Person().chose("q", "5").chose("p", "4"))
    town.add(9, Person().chose("q", "1"))
    town.add(3, Person(said: ["q": [.skipped], "p": [.skipped]]))
    let told = try #require(try town.sheets().participation.first)
    // Forty answered the first question, so that the steps begin there.
    #expect(told.responses == 40...44)
    #expect(
      told.audiences == [
        AudienceReach(audiences: ["under-8", "8-11", "12-17"], responses: 40...44)
      ])
    #expect(told.questions[0].asked == 40...44 && told.questions[0].silent == 0...4)
    // Who else of the block was asked is not known.
    #expect(told.questions[1].asked == nil && told.questions[1].silent == nil)
  }

  @Test func `audiences with few responses are told with their neighbours`() throws {
    var town = Town(editions: [.of([.scale("q"), .scale("p", for: ["12-17"])])])
    town.add(4, Person(audience: "under-8").chose("q", "5"))
    town.add(11, Person(audience: "8-11").chose("q", "5"))
    town.add(13, Person(audience: "12-17").chose("q", "1").chose("p", "1"))
    town.add(7, Person(audience: "12-17", said: ["q": [.skipped], "p": [.skipped]]))
    let told = try #require(try town.sheets().participation.first)
    #expect(told.audiences.map(\.audiences) == [["under-8", "8-11"], ["12-17"]])
    #expect(told.audiences.map(\.responses) == [15...19, 18...22])
    #expect(told.responses == 33...41)
    #expect(told.questions[1].asked == 18...22 && told.questions[1].silent == 5...9)
  }

  /// Nine of the younger answered, so by age nothing is told, and of both together 63 are known:
  /// "10 to 14" and "50 to 54" would then say more than each does.
  @Test func `audiences of which more is known together are told together`() throws {
    var town = Town(editions: [.of([.scale("q")])])
    town.add(9, Person(audience: "8-11").chose("q", "5"))
    town.add(5, Person(audience: "8-11", said: ["q": [.skipped]]))
    for value in ["5", "1"] { town.add(27, Person(audience: "12-17").chose("q", value)) }
    #expect(try town.sheet(by: .audience).list("q")?.figure("12-17")?.n == nil)
    let told = try #require(try town.sheets().participation.first)
    #expect(told.audiences.map(\.audiences) == [["under-8", "8-11", "12-17"]])
    #expect(told.responses == 68...72)
  }

  @Test func `how many were asked a follow-up is not taken from other ages`() throws {
    func asked(of audiences: [String]) throws -> ClosedRange<Int>? {
      let follow = Question.scale("alone", for: audiences, when: Self.when)
      var town = Town(editions: [.of([.pick("met", ["yes", "no"]), follow])])
      for audience in ["8-11", "12-17"] {
        let person = Person(audience: audience).chose("met", "yes")
        let isAsked = audiences.contains(audience)
        for value in ["5", "1"] { town.add(10, isAsked ? person.chose("alone", value) : person) }
        town.add(10, Person(audience: audience).chose("met", "no"))
      }
      return try town.sheets().participation.first?.questions[1].asked
    }
    #expect(try asked(of: Question.everyone) == 40...40)
    #expect(try asked(of: ["12-17"]) == nil)
  }

  @Test func `nothing is told of fewer than ten responses`() throws {
    var town = Town(editions: [.of([.scale("q")])])
    town.add(9, Person().chose("q", "5"))
    var told = try #require(try town.sheets().participation.first)
    #expect(told.responses == nil && told.audiences.isEmpty)
    #expect(told.questions.allSatisfy { $0.asked == nil && $0.silent == nil })
    town.add(4, Person(said: ["q": [.skipped]]))
    told = try #require(try town.sheets().participation.first)
    // Begun at the nine, the steps would say that there are nine.
    #expect(told.responses == 10...14 && told.questions.allSatisfy { $0.silent == nil })
  }

  /// From wherever else somebody could begin to count, the step would hold numbers that what is
  /// told leaves out.
  @Test func `steps begin at the fewest people who can have said what is told`() throws {
    var town = Town(editions: [.of([.scale("q"), .scale("p")])])
    for (one, other, place) in [("q", "p", "Library"), ("p", "q", "School")] {
      town.add(12, Person(place: place).chose("q", "5").chose("p", "5"))
      var half = Person(place: place).chose(one, "5")
      half.said[other] = [.skipped]
      town.add(8, half)
    }
    // Thirty-two answered each question, but twenty at each place answered one of them.
    #expect(try town.sheets().participation.first?.responses == 40...44)
    town.add(12, Person(said: ["q": [.notUnderstood], "p": [.skipped]]))
    // Thirty-two who answered it, and twelve who did not understand it.
    #expect(try town.sheets().participation.first?.responses == 49...53)
  }

  @Test func `nobody answers under two editions`() throws {
    var town = Town(editions: [.of([.scale("q")]), .of([.scale("q", steps: 4)], number: 2)])
    town.add(31, Person().chose("q", "5"))
    town.add(33, Person(edition: 2).chose("q", "4"))
    town.add(2, Person(said: ["q": [.skipped]]))
    #expect(try town.sheets().participation.first?.responses == 64...68)
  }

  @Test func `who answered a question of one edition may be among those of another`() throws {
    var town = Town(editions: [.of([.scale("q"), .scale("p")]), .of([.scale("q")], number: 2)])
    for value in ["5", "1"] {
      town.add(15, Person().chose("q", value).chose("p", value))
      town.add(15, Person(edition: 2).chose("q", value))
    }
    #expect(try town.sheet().list("q")?.editions == [1, 2])
    #expect(try town.sheets().participation.first?.responses == 60...64)
  }

  @Test func `an old edition that a few answered has no line`() throws {
    var town = Town(editions: [.of([.scale("q")]), .of([.scale("q", steps: 4)], number: 2)])
    town.add(20, Person(edition: 2).chose("q", "4"))
    town.add(20, Person(edition: 2).chose("q", "1"))
    let without = try town.sheets()
    town.add(9, Person().chose("q", "5"))
    let few = try town.sheets()
    #expect(few.sheet == without.sheet && few.by == without.by && few.months == without.months)
    town.add(1, Person().chose("q", "5"))
    #expect(try town.sheets().sheet.groups.first?.questions.count == 2)
  }

  @Test(arguments: [(0, 0...4), (4, 0...4), (5, 5...5), (12, 12...12)])
  func `those who did not understand are counted from five up`(
    number: Int, told: ClosedRange<Int>
  ) throws {
    var town = Town(editions: [.of([.scale("q"), .scale("p")])])
    town.add(20, Person().chose("q", "5").chose("p", "5"))
    town.add(20, Person().chose("q", "1").chose("p", "1"))
    town.add(number, Person(said: ["q": [.notUnderstood], "p": [.skipped]]))
    let questions = try #require(try town.sheets().participation.first?.questions)
    #expect(questions.map(\.notUnderstood) == [told, 0...4])
  }

  @Test func `a follow-up's silent are told from the question before it`() throws {
    var town = Town(editions: [
      .of([.pick("met", ["yes", "no"]), .scale("alone", when: Self.when)])
    ])
    town.add(14, Person().chose("met", "yes").chose("alone", "5"))
    town.add(15, Person().chose("met", "yes").chose("alone", "1"))
    town.add(12, Person().chose("met", "no"))
    var silent = Person().chose("met", "yes")
    silent.said["alone"] = [.notUnderstood]
    town.add(6, silent)
    var reach = try #require(try town.sheets().participation.first?.questions.last)
    #expect(reach.asked == 35...35 && reach.silent == 6...6 && reach.notUnderstood == 6...6)
    // One more who left it out could be told from those who did not understand.
    silent.said["alone"] = [.skipped]
    town.add(1, silent)
    reach = try #require(try town.sheets().participation.first?.questions.last)
    #expect(reach.silent == 7...7 && reach.notUnderstood == nil)
  }

  @Test func `where people stopped is told with its neighbours`() throws {
    var town = Town(editions: [.of([.scale("a"), .scale("b"), .scale("c")])])
    town.stopped = ["": 7, "a": 2, "b": 4, "c": 5]
    let told = try #require(try town.sheets().participation.first?.dropOut)
    #expect(told.stopped == 18)
    #expect(told.steps.map(\.questions) == [[""], ["a", "b"], ["c"]])
    #expect(told.steps.map(\.share.count) == [7, 6, 5])
    town.stopped = ["": 5, "a": 4]
    #expect(try town.sheets().participation.first?.dropOut == nil)
    town.stopped = ["a": 40]
    #expect(try town.sheets().participation.first?.dropOut?.steps.isEmpty == true)
  }

  @Test func `words are quoted only where ten wrote, and with an audience where ten of it did`()
    throws
  {
    var town = Town(editions: [.of([.pick("say", [], kind: .text)])])
    town.add(10, Person(said: ["say": [.answered]]))
    town.add(9, Person(audience: "8-11", said: ["say": [.answered]]))
    town.add(9, Person(audience: "parent", said: ["say": [.answered]]))
    let sheets = try town.sheets()
    #expect(sheets.mayQuote("say", of: .child) && !sheets.mayQuote("say", of: .parent))
    #expect(!sheets.mayQuote("say", of: .child, audience: "8-11"))
    // Else whoever knows how many children wrote would know how many of the younger did.
    #expect(!sheets.mayQuote("say", of: .child, audience: "12-17"))
    town.add(1, Person(audience: "8-11", said: ["say": [.answered]]))
    #expect(try town.sheets().mayQuote("say", of: .child, audience: "12-17"))
    #expect(!sheets.mayQuote("unheard-of", of: .child))
  }
}
