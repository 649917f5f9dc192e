import SurveyCore
import Testing

@Suite struct ReadabilityTests {
  private func warnings(_ questions: String, _ audiences: String = "older") throws -> [String] {
    let checked = try Made.catalogue()
      .read(Made.head(audiences: audiences) + questions, named: "t")
    #expect(checked.faults.isEmpty)
    return checked.warnings.map(\.fact.words)
  }

  private func warnings(asking ask: String, _ audience: String = "older") throws -> [String] {
    try warnings("  - {id: a, kind: text, ask: \"\(ask)\"}\n", audience)
  }

  private func warnings(answers: [(score: Int?, words: String)]) throws -> [String] {
    let lines = answers.enumerated().map { index, answer in
      let score = answer.score.map { "score: \($0), " } ?? ""
      return "      - {value: v\(index), \(score)en: \"\(answer.words)\"}\n"
    }
    return try warnings(
      "  - id: a\n    kind: choice\n    ask: Who?\n    answers:\n" + lines.joined(), "young")
  }

  @Test(arguments: [
    ("Does your worker listen and do you trust them?", "two questions in one (at 'and do')"),
    ("Were you happy? Was it fun?", "two questions in one (at '?')"),
    ("Why did they not come?", "'not' in a question"),
    ("Didn't they come?", "'didnt' in a question"),
    ("Was it not unfair?", "'not' and 'unfair' together"),
    ("Were you told what happens?", "'were you told' hides who did it"),
    ("Was the plan explained, or is it being changed?", "'being changed' hides"),
    ("Did the assessment help?", "'assessment' is a word of the service"),
    ("Is contact going well?", "'contact' is a word of the service"),
    ("Do you know your IRO?", "'iro' is a word of the service"),
    ("Do you like the XYZ club?", "'XYZ' means nothing to people outside"),
    ("Do they visit often?", "'often' means something else to everyone"),
    ("How good is your worker?", "'How good' suggests an answer"),
    ("Don't you like your worker?", "'Don't you' suggests an answer"),
    ("One two three four five six seven eight nine ten eleven twelve 13 14 15 16?", "16 words"),
  ])
  func `a question that is hard to answer is warned about`(
    _ ask: String, _ expected: String
  ) throws {
    #expect(try warnings(asking: ask).contains { $0.contains(expected) })
  }

  @Test(arguments: [
    "Do you talk to your mum or dad?", "Are your wishes and feelings heard by them?",
    "Do you know how to contact your worker?", "How often do they visit?",
    "Are you worried or scared?", "Have you met your worker?", "Is it OK at home?",
    "Who helps you at home, at school or in your area?", "Do you know who to call for help?",
    "Does your worker turn up when they say?", "Is it going well or not?",
  ])
  func `a plain question is let alone`(_ ask: String) throws {
    #expect(try warnings(asking: ask) == [])
  }

  @Test func `people of the service may be asked in their own words`() throws {
    let audiences = Made.audiences.replacing("group: parent", with: "group: worker")
    let catalogue = try Catalogue(audiences: audiences, measures: Made.measures)
    let yaml =
      Made.head(audiences: "parent") + "  - {id: a, kind: text, ask: Did the LAC review help?}\n"
    #expect(catalogue.read(yaml, named: "t").warnings.isEmpty)
  }

  @Test func `alone is explained to younger children`() throws {
    let alone = "Do you see them alone?"
    #expect(try warnings(asking: alone, "young").contains { $0.contains("'alone'") })
    #expect(try warnings(asking: alone, "older") == [])
    #expect(try warnings(asking: "Do you see them alone, without mum?", "young") == [])
    let hinted = "  - {id: a, kind: text, ask: \"\(alone)\", hint: Just you and them.}\n"
    #expect(try warnings(hinted, "young") == [])
  }

  @Test func `scales that lean, agree or have a hiding place are warned about`() throws {
    let plain = [(3, "Always"), (2, "Sometimes"), (1, "Never")].map { (Optional($0.0), $0.1) }
    #expect(try warnings(answers: plain) == [])
    let leaning = try warnings(answers: [(3, "Always"), (2, "Mostly")])
    #expect(leaning.contains { $0.hasPrefix("1 answers are above the middle") })
    let agreeing = try warnings(answers: [(2, "I agree"), (1, "I disagree")])
    #expect(agreeing.contains { $0.hasPrefix("'agree' and 'disagree'") })
    let middle = try warnings(answers: [(3, "Good"), (2, "In the middle"), (1, "Bad")])
    #expect(middle.contains { $0.hasPrefix("'In the middle' is a middle") })
    let many = try warnings(answers: plain + [(nil, "I don't go")])
    #expect(many == ["4 answers, more than the 3 that suit young; leave some out"])
  }

  @Test func `a scale that turns round half way is warned about, an unscored list is not`() throws {
    let questions = """
        - {id: a, kind: choice, ask: A?, answers: [{value: x, score: 2, en: X}, {value: y, score: 1, en: Y}]}
        - {id: b, kind: choice, ask: B?, answers: [{value: x, en: X}, {value: y, en: Y}]}
        - {id: c, kind: choice, ask: C?, answers: [{value: x, score: 1, en: X}, {value: y, score: 2, en: Y}]}
      """
    #expect(
      try warnings(questions) == [
        "the best answer is at the other end from 'a'; keep one direction all through, or people "
          + "pick the wrong end"
      ])
  }

  @Test func `questions are counted for each audience that may be asked`() throws {
    let questions = (1...7).map {
      "  - {id: q\($0), kind: text, ask: Why?, audiences: [\($0 < 7 ? "young, older" : "young")]}\n"
    }
    #expect(
      try warnings(questions.joined(), "young, older")
        == ["young may be asked 7 questions, more than the 6 that suit them; leave some out"])
  }

  @Test func `words alone are counted in languages other than English`() throws {
    let words = "not often LAC and do un dau tri pedwar pump chwech saith wyth naw deg"
    let welsh = Made.head().replacing("[en]", with: "[cy]") + "  - {id: a, kind: text, ask: "
    let catalogue = try Made.catalogue()
    #expect(catalogue.read(welsh + "\(words)}\n", named: "t").warnings.isEmpty)
    #expect(
      catalogue.read(welsh + "\(words) wedyn}\n", named: "t").warnings.map(\.description)
        == ["t:8: warning: 16 words in cy, more than the 15 that suit older; say it in fewer"])
  }

  @Test func `draft languages are named on the line they stand`() throws {
    let yaml = SurveyFileTests.yaml.replacing(
      "languages: [en, cy]", with: "languages: [en, cy]\ndrafts: [cy]")
    let first = try #require(try Made.catalogue().read(yaml, named: "t").warnings.first)
    #expect(first.line == 5)
    #expect(first.fact == .draft([Language("cy")]))
  }

  @Test func `a warning stands on the line of the words, once for all audiences`() throws {
    let questions = """
        - id: a
          kind: text
          ask:
            young, older:
              en: Do they visit often?
      """
    let checked = try Made.catalogue()
      .read(Made.head(audiences: "young, older") + questions, named: "t")
    #expect(
      checked.warnings.map(\.description) == [
        "t:12: warning: 'often' means something else to everyone; ask how many times, or leave it "
          + "to the answers"
      ])
  }
}
