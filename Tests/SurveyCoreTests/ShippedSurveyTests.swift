import Foundation
import SurveyCore
import Testing

@Suite struct ShippedSurveyTests {
  @Test(arguments: Shipped.surveys)
  func `every shipped survey checks without a fault`(_ url: URL) throws {
    let checked = try Shipped.catalogue()
      .read(Files.text(url), named: url.lastPathComponent)
    #expect(checked.faults.map(\.description) == [])
    #expect(checked.survey != nil)
  }
}

extension ShippedSurveyTests {
  @Test(arguments: Shipped.surveys)
  func `every shipped survey can be walked to its end by everybody it asks`(_ url: URL) throws {
    let read = try Shipped.catalogue().read(Files.text(url), named: url.lastPathComponent)
    let survey = try #require(read.survey)
    var chance = Chance(7)
    for audience in survey.audiences {
      for question in survey.questions where question.audiences.contains(audience.id) {
        for language in survey.languages {
          #expect(question.ask[audience.id]?[language]?.isEmpty == false)
          let options = question.options(for: audience.id)
          #expect(options.isEmpty == (question.kind == .text))
          #expect(options.allSatisfy { $0.words[language]?.isEmpty == false })
        }
      }
      for _ in 0..<20 { walkToEnd(survey, audience.id, &chance) }
    }
  }

  @Test(arguments: Shipped.surveys)
  func `every question of a shipped survey is asked of somebody by some answers`(
    _ url: URL
  ) throws {
    let read = try Shipped.catalogue().read(Files.text(url), named: url.lastPathComponent)
    let survey = try #require(read.survey)
    var chance = Chance(11)
    var met: Set<String> = []
    for audience in survey.audiences {
      for _ in 0..<300 {
        var answers: [String: Answer] = [:]
        while let question = Journey(through: survey, as: audience.id, with: answers).current {
          met.insert(question.id)
          let value = question.options(for: audience.id).randomElement(using: &chance)?.value
          answers[question.id] = value.map { .chosen($0) } ?? .skipped
        }
      }
    }
    #expect(met == Set(survey.questions.map(\.id)))
  }
}

extension ShippedSurveyTests {
  @Test func `the survey that the guide tells people to copy checks without a fault`() throws {
    let guide = try Files.text(Shipped.folder.appending(path: "README.md"))
    let example = guide.split(separator: "```yaml").first { $0.contains("survey: waiting-room") }
    let indented = try #require(example?.split(separator: "```").first)
    let yaml = indented.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("   ") ? $0.dropFirst(3) : $0 }.joined(separator: "\n")
    let checked = try Shipped.catalogue().read(yaml, named: "waiting-room.yaml")
    #expect(checked.faults.map(\.description) == [])
    #expect(checked.survey?.questions.count == 4)
  }
}
