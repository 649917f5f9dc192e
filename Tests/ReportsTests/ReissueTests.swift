import SurveyCore
import TestSupport
import Testing

@testable import Reports

/// An issue beside the one before it tells nothing of the few who answered in between.
struct ReissueTests {
  /// Whether a second issue with `late` may follow one without.
  static func mayFollow(_ town: Town, _ late: [Person]) throws -> Bool {
    var town = town
    town.issues = [town.people, town.people + late]
    return try FigureDesk(source: town, rule: .standard, reading: town.issue(2))
      .mayFollow(town.issue(1))
  }

  static func town() -> Town {
    var town = Town(editions: [
      .of([.scale("q"), .pick("how", ["text", "letter"], kind: .choices)])
    ])
    for place in ["Library", "School"] {
      for value in ["5", "4", "3", "2", "1"] {
        let person = Person(place: place).chose("q", value)
        town.add(12, person.chose("how", several: ["text", "letter"]))
        town.add(12, person.chose("how", several: []))
      }
    }
    return town
  }

  static func late(_ numbers: [(String, Int)], place: String = "Library") -> [Person] {
    numbers.flatMap { value, number in
      Array(repeating: Person(place: place).chose("q", value), count: number)
    }
  }

  @Test func `nothing new may follow, and so may enough`() throws {
    #expect(try Self.mayFollow(Self.town(), []))
    #expect(try Self.mayFollow(Self.town(), Self.late([("5", 5), ("1", 5)])))
    #expect(try Self.mayFollow(Self.town(), Self.late([("5", 6), ("4", 5), ("1", 9), ("3", 5)])))
  }

  @Test(arguments: [
    [("5", 1)], [("5", 5), ("1", 4)], [("5", 12)], [("5", 9), ("1", 1)],
    [("5", 6), ("4", 4), ("1", 5)],
  ])
  func `a few late answers, or all alike, may not`(_ numbers: [(String, Int)]) throws {
    #expect(try !Self.mayFollow(Self.town(), Self.late(numbers)))
  }

  @Test func `late answers that all tick one box may not follow`() throws {
    func ticking(_ boxes: [String], _ number: Int) -> [Person] {
      Array(
        repeating: Person(place: "Library").chose("how", several: boxes), count: number)
    }
    #expect(try Self.mayFollow(Self.town(), ticking(["text", "letter"], 6) + ticking([], 6)))
    #expect(try !Self.mayFollow(Self.town(), ticking(["text"], 6) + ticking([], 6)))
    #expect(try !Self.mayFollow(Self.town(), ticking(["text", "letter"], 12)))
  }

  @Test func `late answers must be enough in every row, and in the rest`() throws {
    let halves =
      Self.late([("5", 5), ("1", 5)]) + Self.late([("5", 2), ("1", 2)], place: "School")
    #expect(try !Self.mayFollow(Self.town(), halves))
    let both = Self.late([("5", 5), ("1", 5)]) + Self.late([("5", 5), ("1", 5)], place: "School")
    #expect(try Self.mayFollow(Self.town(), both))
    #expect(try !Self.mayFollow(Self.town(), Self.late([("5", 3), ("1", 3)], place: "New")))
  }

  @Test func `late slices that lie in one another must differ by enough`() throws {
    func people(_ place: String, _ channel: Channel, _ yes: Int, _ no: Int) -> [Person] {
      let person = Person(channel: channel, place: place)
      return Array(repeating: person.chose("q", "5"), count: yes)
        + Array(repeating: person.chose("q", "1"), count: no)
    }
    var town = Town(editions: [.of([.scale("q")])])
    for place in ["Library", "School"] {
      town.people += people(place, .web, 30, 30) + people(place, .kiosk, 30, 30)
    }
    let apart = people("Library", .kiosk, 5, 5) + people("School", .web, 5, 5)
    #expect(try Self.mayFollow(town, apart))
    // Thirteen came late by kiosk, ten of them at the library, and those are all who did there.
    #expect(try !Self.mayFollow(town, apart + people("School", .kiosk, 2, 1)))
  }

  @Test func `an issue that tells more, or less, may not follow`() throws {
    var town = Self.town()
    town.add(6, Person(place: "Zoo").chose("q", "5"))
    town.add(6, Person(place: "Park").chose("q", "1"))
    // The zoo would be told now, and was not.
    #expect(try !Self.mayFollow(town, Self.late([("5", 6), ("1", 6)], place: "Zoo")))
  }

  @Test func `late answers to a follow-up must be enough beside those to the question before it`()
    throws
  {
    var town = Town(
      editions: [.of([MeasureTests.met, MeasureTests.follow])])
    func met(_ value: String?, _ number: Int) -> [Person] {
      let person = Person().chose("met", value == nil ? "no" : "yes")
      return Array(repeating: value.map { person.chose("alone", $0) } ?? person, count: number)
    }
    town.people = met("5", 20) + met("1", 20) + met(nil, 20)
    #expect(try Self.mayFollow(town, met("5", 5) + met("1", 5) + met(nil, 5)))
    // Two of those who met somebody left the follow-up out.
    let silent = Array(repeating: Person().chose("met", "yes"), count: 2)
    #expect(try !Self.mayFollow(town, met("5", 5) + met("1", 5) + met(nil, 5) + silent))
  }

  /// The older have five answers and the younger three: together they are told as favourable or
  /// not, and each by their own answers.
  private static func ofTwoAges(_ older: [(String, Int)]) -> Town {
    var question = Question.scale("q")
    question.answers["8-11"] = Question.scale(3)
    var town = Town(editions: [.of([question])])
    for value in ["3", "2", "1"] { town.add(12, Person(audience: "8-11").chose("q", value)) }
    town.people += late(older)
    return town
  }

  @Test func `late answers must be enough among an audience's own`() throws {
    let town = Self.ofTwoAges(["5", "4", "3", "2", "1"].map { ($0, 12) })
    #expect(try town.sheet(by: .audience).list("q")?.figure("12-17")?.answers.count == 5)
    #expect(try Self.mayFollow(town, Self.late([("5", 5), ("1", 5)])))
    #expect(try !Self.mayFollow(town, Self.late([("5", 3), ("4", 2), ("1", 5)])))
  }

  @Test func `an audience's own answers may not be told more closely than before`() throws {
    let town = Self.ofTwoAges([("5", 12), ("4", 3), ("3", 12), ("2", 12), ("1", 12)])
    #expect(try town.sheet(by: .audience).list("q")?.figure("12-17")?.answers.count == 4)
    // Three of the first issue chose "4", and could be told from the five who did late.
    #expect(try !Self.mayFollow(town, Self.late([("4", 5), ("1", 5)])))
    #expect(try Self.mayFollow(town, Self.late([("5", 5), ("1", 5)])))
  }

  @Test func `late answers that only those at told places gave may not follow`() throws {
    var town = Self.town()
    let small = ["Zoo", "Park", "Lake", "Pier", "Hill", "Mill"]
    for place in small {
      for value in ["5", "5", "4", "3", "2", "1"] {
        town.add(1, Person(place: place).chose("q", value))
      }
    }
    func scattered(_ values: [String]) -> [Person] {
      values.flatMap { Array(repeating: $0, count: 5) }.enumerated().map {
        Person(place: small[$0.offset % small.count]).chose("q", $0.element)
      }
    }
    let told = Self.late([("5", 5), ("3", 5), ("1", 5)])
    #expect(try Self.mayFollow(town, told + scattered(["5", "3", "1"])))
    // Of those at small places who came late nobody chose "3", whatever place it is.
    #expect(try !Self.mayFollow(town, told + scattered(["5", "1"])))
  }

  @Test func `those who stopped late must be enough`() throws {
    var town = Self.town()
    town.stopped = ["": 10, "q": 10]
    func mayFollow(_ late: [String: Int]) throws -> Bool {
      var town = town
      town.issues = [town.people, town.people]
      town.stoppedLate = late
      return try FigureDesk(source: town, rule: .standard, reading: town.issue(2))
        .mayFollow(town.issue(1))
    }
    #expect(try mayFollow([:]) && mayFollow(["": 5, "q": 6]))
    for few in [["": 1], ["q": 12], ["": 7, "q": 3], ["": 4, "q": 5]] {
      #expect(try !mayFollow(few), "\(few)")
    }
  }

  @Test func `a released quarter is read as it was frozen`() throws {
    var town = Self.town()
    let before = try town.sheets()
    #expect(before.release == nil)
    town.issues = [town.people]
    town.people += Self.late([("5", 30), ("1", 30)])
    let after = try town.sheets()
    #expect(after.release == town.issue(1))
    #expect(after.sheet == before.sheet && after.by == before.by)
    #expect(after.participation == before.participation)
    #expect(try town.sheet().list("q")?.figure()?.n == before.sheet.list("q")?.figure()?.n)
  }

  @Test func `what was taken away may not be missing`() throws {
    var town = Self.town()
    town.issues = [town.people, Array(town.people.dropFirst(30))]
    let desk = FigureDesk(source: town, rule: .standard, reading: town.issue(2))
    #expect(try !desk.mayFollow(town.issue(1)))
  }

  @Test func `one who was taken away among many who came may not be missing`() throws {
    func mayFollow(_ numbers: [Int]) throws -> Bool {
      var town = Town(editions: [.of([.scale("q")])])
      func people(_ numbers: [Int]) -> [Person] {
        zip(["5", "4", "3", "2", "1"], numbers).flatMap { Self.late([($0, $1)]) }
      }
      town.issues = [people([12, 12, 2, 12, 12]), people(numbers)]
      return try FigureDesk(source: town, rule: .standard, reading: town.issue(2))
        .mayFollow(town.issue(1))
    }
    // "3" and "2" are told as one, in both.
    #expect(try mayFollow([17, 12, 2, 17, 17]))
    #expect(try !mayFollow([17, 12, 1, 18, 17]))
  }

  /// Forty answered, "40 to 44", and then fifty, "46 to 50": ten came late, so it is forty and fifty.
  @Test func `the steps of two issues may not narrow each other`() throws {
    var town = Town(editions: [.of([.scale("q"), .scale("p")])])
    for index in 0..<40 {
      let person = Person().chose("q", index.isMultiple(of: 2) ? "5" : "1")
      town.add(1, index < 31 ? person.chose("p", index.isMultiple(of: 2) ? "5" : "1") : person)
    }
    let late = (0..<10).map { Person().chose("p", $0.isMultiple(of: 2) ? "5" : "1") }
    #expect(try !Self.mayFollow(town, late))
    town.add(4, Person(said: ["q": [.skipped], "p": [.skipped]]))
    #expect(try Self.mayFollow(town, late))
  }

  @Test func `who has both issues can work out nothing of a few`() throws {
    var (allowed, refused) = (0, 0)
    for seed in 0..<400 {
      var chance = SeededChance(UInt64(seed))
      let before = AttackTests.town(seed: UInt64(seed), isTied: seed % 2 == 0)
      let late = Self.some(of: before, using: &chance)
      guard try Self.mayFollow(before, late) else { refused += 1; continue }
      allowed += 1
      var after = before
      after.people += late
      try Self.attack(before, after, late, seed)
    }
    #expect(allowed > 20 && refused > 100, "\(allowed) \(refused)")
  }

  /// Late answers: mostly many, and mostly of the same kind of people as before.
  private static func some(of town: Town, using chance: inout SeededChance) -> [Person] {
    let number = [0, 3, 40, 120, 300].randomElement(using: &chance) ?? 0
    return (0..<number).compactMap { _ in town.people.randomElement(using: &chance) }
  }

  /// Takes one issue from the other, and all tables from each other.
  private static func attack(
    _ before: Town, _ after: Town, _ late: [Person], _ seed: Int
  ) throws {
    var since = after
    since.people = late
    let (old, new) = (try SpanTests.group(before), try SpanTests.group(after))
    let between = try SpanTests.group(since)
    for (old, new) in zip(old.questions, new.questions) {
      guard let late = between.questions.first(where: { $0.asked.label == new.asked.label }),
        let told = ProtectedQuestion(late: new, since: old, .standard)
      else { continue }
      #expect(old.overall == new.overall)
      let (spotted, layout) = (SpottedQuestion(told), told.arrangement.layout)
      #expect(spotted.people.reduce(0) { $0 + $1.people } == late.everybody.people)
      let attacker = SpanAttacker(spots: spotted.people.count, sets: spotted.sets(\.rows))
      guard attacker.rank <= SpanTests.most else { continue }
      for set in attacker.found() {
        #expect(Rule.standard.isSafe(slice: spotted.sum(set).people), "\(seed)")
      }
      for split in layout.splits.indices {
        let sets = spotted.sets { $0.shares[split] }
        for set in SpanAttacker(spots: spotted.people.count, sets: sets).found() {
          let found = layout.split(split, of: spotted.sum(set))
          #expect(found.people == 0 || Rule.standard.isSafe(found), "\(seed) \(found)")
        }
      }
    }
  }
}
