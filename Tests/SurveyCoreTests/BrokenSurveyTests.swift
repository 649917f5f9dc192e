import Foundation
import SurveyCore
import Testing

@Suite struct BrokenSurveyTests {
  static let folder = Files.here.appending(path: "BrokenSurveys")

  @Test(arguments: Files.yaml(in: folder))
  func `a broken survey gives exactly the faults its first lines expect`(_ url: URL) throws {
    let text = try Files.text(url)
    let mark = "# expect: "
    let expected = text.split(separator: "\n").filter { $0.hasPrefix(mark) }
      .map { "\(url.lastPathComponent):\($0.dropFirst(mark.count))" }
    let checked = try Made.catalogue().read(text, named: url.lastPathComponent)
    #expect(!expected.isEmpty)
    #expect(checked.faults.map(\.description) == expected)
    #expect(checked.survey == nil)
    #expect(checked.warnings.isEmpty)
  }

  @Test func `every broken survey is found`() {
    #expect(Files.yaml(in: Self.folder).count > 120)
  }

  @Test func `all faults of a file are told at once, in the order of its lines`() throws {
    let yaml = """
      survey: Test
      colour: blue
      title: {en: A day}
      about: {en: About., cy: Am.}
      promise: holy
      languages: [en, cy]
      audiences: [yuong, older]
      questions:
        - id: one
          kind: choice
          kind: text
          ask: {en: Why?, cy: Pam?, pl: Co?}
          answers: [{value: yes, en: Yes, cy: Ie}]
          measure: herd
        - kind: text
          ask: []
          when: {two: [yes]}
      """
    let faults = try Made.catalogue().read(yaml, named: "test.yaml").faults
    #expect(faults.map(\.line) == [1, 2, 3, 5, 7, 11, 12, 13, 14, 15, 16, 17])
    #expect(faults[1].description.hasPrefix("test.yaml:2: unknown key 'colour'; "))
  }

  @Test func `two keys there twice are two faults`() throws {
    let faults = try Made.catalogue().read("a: 1\nb: 2\n\"a\": 3\nb: 4\na: 5\n", named: "t").faults
    let twice = faults.filter { $0.fact.words.contains("already") }
    #expect(
      twice.map(\.description) == [
        "t:3: 'a' is on line 1 already; keep one of them",
        "t:4: 'b' is on line 2 already; keep one of them",
        "t:5: 'a' is on line 1 already; keep one of them",
      ])
  }

  @Test func `aliases that stand for billions are refused before they are followed`() throws {
    let bomb =
      "a0: &a0 [x, x]\n"
      + (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined() + "? *a40\n: x\n"
    let faults = try Made.catalogue().read(bomb, named: "bomb").faults
    #expect(faults.count == 41)
    #expect(faults.allSatisfy { $0.fact == .file(.anchor("&")) })
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `nesting without end is a fault and not a crash`(_ part: String) throws {
    let deep = String(repeating: part, count: 50_000)
    #expect(try !Made.catalogue().read(deep, named: "deep").faults.isEmpty)
  }

  @Test func `a file of more than a million bytes is refused unread`() throws {
    let yaml = Made.head() + "  - {id: a, kind: text, ask: Why?}\n"
    let padding = "#" + String(repeating: "x", count: PieceLimits.bytes - yaml.utf8.count - 1)
    let catalogue = try Made.catalogue()
    #expect(catalogue.read(yaml + padding, named: "t").faults.isEmpty)
    #expect(
      catalogue.read(yaml + padding + "x", named: "t").faults.map(\.fact)
        == [.file(.tooLarge(bytes: PieceLimits.bytes + 1))])
  }

  private enum PieceLimits { static let bytes = 1_000_000 }

  @Test(arguments: ["", " ", "\n\n", "\u{FEFF}", "~", "just words", "[]", "- a\n- b"])
  func `what is no survey at all is one fault on a line that exists`(_ text: String) throws {
    let checked = try Made.catalogue().read(text, named: "t")
    #expect(checked.survey == nil)
    #expect(checked.faults.count == 1)
    #expect(checked.faults.first?.line == 1)
  }

  @Test func `a key mistyped far from any other is answered with those there are`() throws {
    let words = try Made.faults(questions: "  - {id: a, kind: text, ask: Why?, zzz: 1}\n")
    #expect(
      words == [
        "test:8: unknown key 'zzz'; the keys here are answers, ask, audiences, ends, hint, id, "
          + "kind, limit, measure, orders, points, source, text, when and worrying"
      ])
  }
}

extension BrokenSurveyTests {
  private static let size = 900_000

  @Test(.timeLimit(.minutes(2)), arguments: ["a: 1\n", "- {id: a, when: {b: [c]}}\n", "x", "{a: "])
  func `a large file of nonsense is answered in good time`(_ part: String) throws {
    let yaml = "languages: [en]\n" + String(repeating: part, count: Self.size / part.utf8.count)
    #expect(try !Made.catalogue().read(yaml, named: "t").faults.isEmpty)
  }

  @Test(.timeLimit(.minutes(2)))
  func `far too many questions, languages and keys are answered in good time`() throws {
    let letters = "abcdefghijklmnopqrstuvwxyz"
    let codes = letters.flatMap { one in letters.map { "\(one)\($0)" } }.joined(separator: ", ")
    let questions = (0..<9000).map {
      "  - {id: q\($0), kind: text, ask: {en: A}, when: {q\($0 + 1): [x]}, k\($0): x}\n"
    }
    let yaml = Made.head().replacing("[en]", with: "[\(codes)]") + questions.joined()
    #expect(try !Made.catalogue().read(yaml, named: "t").faults.isEmpty)
  }
}
