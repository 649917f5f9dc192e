import Foundation
import SurveyCore
import Testing

/// Writes survey files by chance that are whole by construction.
struct SurveyMaker {
  var chance: Chance
  private var earlier: [(id: String, audiences: [String])] = []

  init(_ seed: UInt64) { chance = Chance(seed) }

  mutating func yaml() -> String {
    var text = """
      survey: test
      title: {en: "\(words())", cy: "\(words())"}
      about: {cy: "\(words())", en: "\(words())"}
      promise: \(["anonymous", "confidential", "named"][below(3)])
      languages: [en, cy]
      drafts: [\(below(2) == 0 ? "" : "cy")]
      audiences: [young, older, parent]
      partials: \(below(2) == 0 ? "keep" : "discard")
      text: no
      questions:

      """
    for index in 0...below(20) { text += question(index) }
    return text
  }

  private mutating func question(_ index: Int) -> String {
    let audiences = ["young", "older", "parent"].filter { _ in below(3) > 0 }
    let asked = audiences.isEmpty ? ["older"] : audiences
    let kind = ["choice", "choices", "faces", "scale", "text"][below(5)]
    var text = """
        - id: q\(index)
          kind: \(kind)
          audiences: [\(asked.joined(separator: ", "))]
          ask: {en: "\(words())", cy: "\(words())"}

      """
    let open = earlier.filter { question in asked.allSatisfy(question.audiences.contains) }
    if let last = open.last, below(2) == 0 { text += "    when: {\(last.id): [\"1\"]}\n" }
    if kind == "scale" {
      text += "    ends: {low: {en: Low, cy: Isel}, high: {en: High, cy: Uchel}}\n"
    } else if kind != "text" {
      text += "    answers:\n"
      for value in 1...(2 + below(4)) {
        text += "      - {value: \(value), en: \"\(words()) \(value)\", cy: \"Ateb \(value)\"}\n"
      }
    }
    if kind != "text" { earlier.append(("q\(index)", asked)) }
    return text
  }

  private mutating func words() -> String {
    let some = ["how", "it’s", "été", "😀", "a:b", "#1", "{x}", "'", "- ", "سؤال", "no", "/"]
    return "Say " + (0...below(6)).map { _ in some[below(some.count)] }.joined(separator: " ")
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &chance) }
}

@Suite struct PropertyTests {
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `a whole survey checks, and its canonical form reads back the same`(
    _ seed: UInt64
  ) throws {
    var maker = SurveyMaker(seed)
    let survey = try Made.survey(maker.yaml())
    let back = try Survey(canonical: survey.canonical)
    #expect(back == survey)
    #expect(back.canonical == survey.canonical)
    #expect(back.fingerprint == survey.fingerprint)
    for audience in survey.audiences { walkToEnd(survey, audience.id, &maker.chance) }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `whatever is done to a survey file, there is a survey or there are faults`(
    _ seed: UInt64
  ) throws {
    var chance = Chance(seed)
    let catalogue = try Shipped.catalogue()
    let file = try #require(Shipped.surveys.randomElement(using: &chance))
    let whole = Array(try Files.text(file).utf8)
    for _ in 0..<25 {
      let text = String(decoding: mutated(whole, &chance), as: UTF8.self)
      let checked = catalogue.read(text, named: "test")
      #expect((checked.survey == nil) == !checked.faults.isEmpty)
      let lines = text.utf8.filter { $0 == 10 || $0 == 13 }.count + 1
      #expect(checked.faults.allSatisfy { (1...lines).contains($0.line) })
      for fault in checked.faults { #expect(!fault.fact.words.contains("\n")) }
    }
  }

  /// Changes, drops, doubles and swaps a few bytes or stretches of bytes.
  private func mutated(_ whole: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var bytes = whole
    for _ in 0...Int.random(in: 0..<4, using: &chance) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &chance)
      let end = min(bytes.count, start + Int.random(in: 1...80, using: &chance))
      switch Int.random(in: 0..<5, using: &chance) {
      case 0: bytes[start] = UInt8.random(in: 0...255, using: &chance)
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 3: bytes.insert(Array("{}[]:&*!|>'\"%@`#-, \t\n".utf8)[start % 21], at: start)
      default: bytes.removeSubrange(start...)
      }
    }
    return bytes
  }
}

/// Answers by chance until nothing is left, and expects that to come within the survey's length.
func walkToEnd(_ survey: Survey, _ audience: String, _ chance: inout Chance) {
  var answers: [String: Answer] = [:]
  for _ in 0...survey.questions.count {
    let journey = Journey(through: survey, as: audience, with: answers)
    guard let question = journey.current else {
      #expect(journey.remaining == 0)
      #expect(journey.onRoute.count == journey.done.count)
      return
    }
    #expect(journey.question(question.id) != nil)
    let values = question.options(for: audience).map(\.value)
    let reply = values.randomElement(using: &chance) ?? "words"
    guard Int.random(in: 0..<5, using: &chance) > 0,
      case .answer(let answer) = question.read([reply], as: audience)
    else {
      answers[question.id] = .skipped
      continue
    }
    answers[question.id] = answer
  }
  Issue.record("\(survey.id) does not end for \(audience)")
}
