import SurveyCore
import Testing

@Suite struct ReadingTests {
  static let kinds = """
      - id: one
        kind: choice
        ask: Which?
        answers: [{value: yes, en: "Yes"}, {value: no, en: "No, not yet"}, {value: maybe, en: "👍"}]
      - id: many
        kind: choices
        ask: Which ones?
        answers:
          - {value: web, en: On a web page}
          - {value: text, en: "By text, or phone"}
          - {value: face, en: Face to face}
      - id: mood
        kind: faces
        ask: How?
        answers: [{value: happy, en: Happy}, {value: sad, en: Sad}]
      - {id: line, kind: scale, ask: Where?, points: 5, ends: {low: Low, high: High}}
      - {id: words, kind: text, ask: Why?, limit: 5}
    """

  static func question(_ id: String) throws -> Question {
    try #require(try Made.survey(questions: kinds).question(id))
  }

  private func read(_ id: String, _ reply: String...) throws -> Reading {
    try Self.question(id).read(reply, as: "older")
  }

  @Test(arguments: [("one", "no"), ("mood", "sad"), ("line", "5")])
  func `a value that is offered is the answer`(_ id: String, _ value: String) throws {
    #expect(try read(id, value) == .answer(.chosen(value)))
  }

  @Test(arguments: ["one", "mood", "line"])
  func `where one answer is asked for, none and two are unclear`(_ id: String) throws {
    let question = try Self.question(id)
    let values = question.options(for: "older").map(\.value)
    #expect(question.read([], as: "older") == .unclear(.nothing))
    #expect(question.read(Array(values.prefix(2)), as: "older") == .unclear(.tooMany))
    #expect(question.read(["other"], as: "older") == .unclear(.notOffered))
    #expect(question.read([""], as: "older") == .unclear(.notOffered))
    #expect(question.read([values[0]], as: "young") == .unclear(.notOffered))
  }

  @Test func `several answers come in the order of the question, once each`() throws {
    #expect(try read("many", "face", "web", "face") == .answer(.several(["web", "face"])))
    #expect(try read("many") == .answer(.several([])))
    #expect(try read("many", "web", "fax") == .unclear(.notOffered))
  }

  @Test func `words lose only what nobody wrote`() throws {
    #expect(try read("words", "  a\r\nb\rc\u{7}\t ") == .answer(.text("a\nb\nc")))
    #expect(try read("words", "\u{1B}[A") == .answer(.text("[A")))
    #expect(try read("words", " \n\u{0}\t ") == .unclear(.nothing))
    #expect(try read("words") == .unclear(.nothing))
  }

  @Test func `characters are counted as people see them`() throws {
    let family = "👨‍👩‍👧‍👦"
    #expect(try read("words", String(repeating: family, count: 5)) != .unclear(.nothing))
    #expect(
      try read("words", String(repeating: family, count: 7)) == .unclear(.tooLong(by: 2)))
    #expect(try read("words", "12345") == .answer(.text("12345")))
    #expect(try read("words", "123456") == .unclear(.tooLong(by: 1)))
    #expect(try read("words", " 12345 ") == .answer(.text("12345")))
  }
}

@Suite struct TypedReadingTests {
  private func typed(
    _ id: String, _ text: String, in language: Language = .english
  ) throws -> Reading {
    try ReadingTests.question(id).read(typed: text, as: "older", in: language)
  }

  @Test(arguments: ["2", " 2. ", "(2)", "٢", "२", "2️⃣", "no, not yet", "NO NOT YET!", "No", "2\n"])
  func `a number in any script, the words or the value choose an answer`(_ text: String) throws {
    #expect(try typed("one", text) == .answer(.chosen("no")))
  }

  @Test(arguments: ["0", "4", "12", "99999999999999999999999", "perhaps", "yes please", "²", "?"])
  func `what is not offered is unclear`(_ text: String) throws {
    #expect(try typed("one", text) == .unclear(.notOffered))
  }

  @Test func `an emoji is an answer where it is one`() throws {
    #expect(try typed("one", "👍") == .answer(.chosen("maybe")))
    #expect(try typed("one", "👎") == .unclear(.notOffered))
  }

  @Test(arguments: ["1 3", "1,3", "3;1", "1 and 3", "١، ٣", "1.3", "3, on a web page", "web\nface"])
  func `several may be chosen at once`(_ text: String) throws {
    #expect(try typed("many", text) == .answer(.several(["web", "face"])))
  }

  @Test func `words with a comma in them are one answer`() throws {
    #expect(try typed("many", "by text, or phone") == .answer(.several(["text"])))
  }

  @Test func `a lone nought means none, and nothing means nothing`() throws {
    #expect(try typed("many", "0") == .answer(.several([])))
    #expect(try typed("many", "٠") == .answer(.several([])))
    #expect(try typed("many", "0 1") == .unclear(.notOffered))
    #expect(try typed("many", "  ") == .unclear(.nothing))
    #expect(try typed("one", "") == .unclear(.nothing))
  }

  @Test func `two numbers where one is asked for are too many`() throws {
    #expect(try typed("one", "1 2") == .unclear(.tooMany))
    #expect(try typed("one", "1 or 2") == .unclear(.notOffered))
  }

  @Test func `the number of a point is the point`() throws {
    #expect(try typed("line", "4") == .answer(.chosen("4")))
    #expect(try typed("line", "6") == .unclear(.notOffered))
  }

  @Test func `own words are kept as they are, numbers too`() throws {
    #expect(try typed("words", " 2 ") == .answer(.text("2")))
    #expect(try typed("words", "too long") == .unclear(.tooLong(by: 3)))
  }

  @Test func `words count in the language they were asked in`() throws {
    let survey = try Made.survey(SurveyFileTests.yaml)
    let met = try #require(survey.question("met"))
    let welsh = Language("cy")
    #expect(met.read(typed: "naddo", as: "older", in: welsh) == .answer(.chosen("no")))
    #expect(met.read(typed: "naddo", as: "older", in: .english) == .unclear(.notOffered))
    // A number is a place in the list, even where it is a value too.
    #expect(met.read(typed: "1", as: "older", in: welsh) == .answer(.chosen("yes")))
  }
}
