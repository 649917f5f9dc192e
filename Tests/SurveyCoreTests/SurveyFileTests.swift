import Foundation
import SurveyCore
import Testing

@Suite struct SurveyFileTests {
  static let yaml = """
    survey: test
    title: {en: A day, cy: Diwrnod}
    about: {en: About it., cy: Am hyn.}
    promise: confidential
    languages: [en, cy]
    audiences: [young, older]
    questions:
      - id: met
        kind: choice
        ask: {en: Did you meet?, cy: Cwrdd?}
        answers:
          - {value: yes, en: "Yes", cy: Do}
          - {value: no, en: "No", cy: Naddo}
          - {value: 1, en: Once, cy: Unwaith}
      - id: heard
        kind: faces
        measure: heard
        when: {met: [yes]}
        ask:
          young, older: {en: Were they kind?, cy: Caredig?}
        answers:
          young:
            - {value: yes, score: 3, en: Kind, cy: Caredig}
            - {value: bit, score: 2, en: A bit, cy: Ychydig}
            - {value: no, score: 1, en: Unkind, cy: Cas, worrying: yes}
          older:
            - {value: on, score: 5, en: Very, cy: Iawn}
            - {value: off, score: 4, en: Fairly, cy: Eitha}
            - {value: low, score: 1, en: Not at all, cy: Dim}
            - {value: unsure, en: Not sure, cy: Ddim yn siwr}
    """

  @Test func `every scalar is text, whatever YAML takes it for`() throws {
    let survey = try Made.survey(Self.yaml)
    let met = try #require(survey.question("met"))
    #expect(met.options(for: "older").map(\.value) == ["yes", "no", "1"])
    #expect(survey.question("heard")?.when == [.init(question: "met", values: ["yes"])])
    #expect(survey.question("heard")?.options(for: "older").first?.value == "on")
  }

  @Test func `favourable answers come from the measure, by the length of the scale`() throws {
    let heard = try #require(try Made.survey(Self.yaml).question("heard"))
    #expect(heard.options(for: "young").map(\.favourable) == [true, false, false])
    #expect(heard.options(for: "older").map(\.favourable) == [true, true, false, nil])
    #expect(heard.options(for: "young").map(\.isWorrying) == [false, false, true])
  }

  @Test func `an answer without a measure is neither favourable nor not`() throws {
    let met = try #require(try Made.survey(Self.yaml).question("met"))
    #expect(met.options(for: "young").allSatisfy { $0.favourable == nil && $0.score == nil })
  }

  @Test func `a scale has its points for answers, worded in every language`() throws {
    let survey = try Made.survey(
      Self.yaml + """

          - id: line
            kind: scale
            measure: safe
            worrying: [1, 2]
            ask: {en: Safe?, cy: Diogel?}
            ends:
              low: {en: Not safe, cy: Ddim}
              high: {young: {en: Safe, cy: Diogel}, older: {en: Very safe, cy: Iawn}}
        """)
    let line = try #require(survey.question("line"))
    let options = line.options(for: "young")
    #expect(options.map(\.value) == ["1", "2", "3", "4", "5", "6", "7"])
    #expect(options.map(\.score) == [1, 2, 3, 4, 5, 6, 7])
    #expect(options.map(\.favourable) == [false, false, false, false, true, true, true])
    #expect(options.map(\.isWorrying) == [true, true, false, false, false, false, false])
    #expect(options[2].words == [.english: "3", Language("cy"): "3"])
    #expect(line.ends["older"]?.high[.english] == "Very safe")
    #expect(line.ends["young"]?.low[.english] == "Not safe")
  }

  @Test func `a survey in one language may leave the language out`() throws {
    let survey = try Made.survey(
      questions: """
          - id: a
            kind: text
            ask: {older: Why so?}
            hint: Say anything.
            limit: 5
        """)
    #expect(survey.title == [.english: "A test"])
    #expect(survey.questions[0].ask["older"] == [.english: "Why so?"])
    #expect(survey.questions[0].hint["older"] == [.english: "Say anything."])
    #expect(survey.questions[0].limit == 5)
  }

  @Test func `a hint may leave audiences out`() throws {
    let survey = try Made.survey(
      questions: "  - {id: a, kind: text, ask: Why?, hint: {young: Say it.}}\n",
      audiences: "young, older")
    #expect(survey.questions[0].hint == ["young": [.english: "Say it."]])
  }

  @Test func `an anonymous survey may say that it is`() throws {
    let yaml = Made.head().replacing("What it is about.", with: "This is anonymous.")
    let survey = try Made.survey(yaml + "  - {id: a, kind: text, ask: Why?}\n")
    #expect(survey.about.words(in: .english) == "This is anonymous.")
  }

  @Test func `a secretary is no secret, and a word inside another is none`() throws {
    let survey = try Made.survey(
      questions: "  - {id: a, kind: text, ask: Did the secretary see Annonymouse?}\n")
    #expect(survey.questions.count == 1)
  }

  @Test func `layout, remarks and the order of keys do not change what a survey is`() throws {
    let plain = try Made.survey(Self.yaml)
    let windows = "\u{FEFF}# a remark\r\n" + Self.yaml.replacing("\n", with: "\r\n") + "\r\n"
    let turned = Self.yaml
      .replacing("{en: A day, cy: Diwrnod}", with: "\n  cy: Diwrnod # a remark\n  en: 'A day'")
      .replacing("value: yes, score: 3, en: Kind", with: "en: Kind, score: 3, value: yes")
    #expect(try Made.survey(windows).fingerprint == plain.fingerprint)
    #expect(try Made.survey(turned).fingerprint == plain.fingerprint)
    #expect(try Made.survey(turned) == plain)
  }

  @Test(arguments: [
    ("A day", "A Day"), ("Diwrnod", "Diwrnodau"), ("confidential", "named"),
    ("[yes]", "[no]"), ("value: bit", "value: some"), ("worrying: yes", "worrying: no"),
    ("[young, older]", "[older, young]"),
  ])
  func `any change of what is said or asked changes the fingerprint`(
    _ old: String, _ new: String
  ) throws {
    let plain = try Made.survey(Self.yaml)
    #expect(try Made.survey(Self.yaml.replacing(old, with: new)).fingerprint != plain.fingerprint)
  }

  @Test func `conditions are the same in whatever order they are listed`() throws {
    let questions = """
        - {id: a, kind: choice, ask: A?, answers: [{value: x, en: X}, {value: y, en: Y}]}
        - {id: b, kind: choice, ask: B?, answers: [{value: x, en: X}, {value: y, en: Y}]}
        - {id: c, kind: text, ask: C?, when: {a: [x], b: [y]}}
      """
    let turned = questions.replacing("{a: [x], b: [y]}", with: "{b: [y], a: [x]}")
    #expect(
      try Made.survey(questions: questions).fingerprint
        == Made.survey(questions: turned).fingerprint)
  }

  @Test func `the canonical form of a survey stays what it was in earlier versions`() throws {
    let survey = try Made.survey(
      questions: """
          - id: a
            kind: choice
            measure: heard
            ask: Why/how?
            answers: [{value: y, score: 3, en: Y}, {value: n, score: 1, en: N, worrying: yes}]
        """)
    let json = """
      {"about":{"en":"What it is about."},"audiences":[{"choose":{"en":"I am older"},\
      "group":"child","id":"older","idle":60,"limits":{"answers":6,"questions":15,"words":15},\
      "title":{"en":"Older"},"young":false}],"drafts":[],"id":"test","keepsPartials":false,\
      "languages":["en"],"measures":[{"category":"service","domain":"Children","favourable":\
      {"3":3,"5":4},"id":"heard","source":"Made up","title":{"en":"Heard"},"twinCore":"L7"}],\
      "promise":"anonymous","questions":[{"answers":{"older":[{"favourable":true,"isWorrying":\
      false,"score":3,"value":"y","words":{"en":"Y"}},{"favourable":false,"isWorrying":true,\
      "score":1,"value":"n","words":{"en":"N"}}]},"ask":{"older":{"en":"Why/how?"}},"audiences":\
      ["older"],"ends":{},"hint":{},"id":"a","kind":"choice","limit":1000,"measure":"heard",\
      "orders":[],"when":[]}],"title":{"en":"A test"}}
      """
    #expect(String(decoding: survey.canonical, as: UTF8.self) == json)
    #expect(survey.fingerprint == Fingerprint(of: Array(json.utf8)))
  }

  @Test func `a survey carries the measures it uses, whatever else the catalogue holds`() throws {
    let survey = try Made.survey(Self.yaml)
    #expect(survey.measures.map(\.id) == ["heard"])
    let catalogue = try Made.catalogue()
    let turned = Catalogue(
      audiences: catalogue.audiences.reversed(), measures: catalogue.measures.reversed())
    #expect(turned.read(Self.yaml, named: "t").survey?.fingerprint == survey.fingerprint)
  }

  @Test func `bytes that are no survey do not decode`() {
    #expect(throws: (any Error).self) { try Survey(canonical: Array("{}".utf8)) }
    #expect(throws: (any Error).self) { try Survey(canonical: []) }
  }
}
