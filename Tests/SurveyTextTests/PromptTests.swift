import Foundation
import SurveyCore
import TestSupport
import Testing

/// A question as a text, and what the check says of it.
struct PromptTests {
  private func checked(_ yaml: String) throws -> Checked {
    try Package.catalogue().read(yaml, named: "visits")
  }

  @Test func `a wording for texts stands in place of the question and its hint`() throws {
    let yaml = Town.yaml.replacing(
      "ask: Do people listen to you?",
      with: "ask: Do people listen to you?\n    hint: All of them.\n    text: Are you heard?")
    let survey = try #require(try checked(yaml).survey)
    let question = try #require(survey.question("listens"))
    let prompt = TextPrompt.words(for: question, as: "8-11", in: .english)
    #expect(prompt == "Are you heard?\n1 Always\n2 Most of the time\n3 Never")
    #expect(try Survey(canonical: survey.canonical) == survey)
  }

  @Test func `a survey without such wordings is stored as it was before there were any`() throws {
    let stored = String(decoding: try Town.survey().canonical, as: UTF8.self)
    #expect(!stored.contains("\"text\":{") && !stored.contains("isNotTexted"))
  }

  @Test func `the answers of an ordering question are numbered as they are offered`() throws {
    let survey = try Package.survey("worries-good-things-hopes")
    let answers: [String: Answer] = ["first": .chosen("worries"), "worries": .text("x")]
    let journey = Journey(through: survey, as: "12-17", with: answers)
    let question = try #require(journey.current)
    let prompt = TextPrompt.words(for: question, as: "12-17", in: .english)
    #expect(prompt == "Which one do you want next?\n1 Good things\n2 Hopes")
  }

  @Test func `what costs more than one message is warned about, with the signs that cost`() throws {
    let long = String(repeating: "very ", count: 20)
    let yaml = Town.yaml.replacing("What would help?", with: "What would \(long)help a naïve ŵ?")
    let words = try checked(yaml).warnings.map(\.fact.words)
    #expect(words.contains { $0.contains("takes 3 messages (ï ŵ cost more)") }, "\(words)")
  }

  @Test func `more than three messages are refused, unless the survey is never texted`() throws {
    let yaml = Town.yaml.replacing(
      "What would help?", with: String(repeating: "ŵ", count: 210))
    #expect(try checked(yaml).faults.count == 1)
    let never = yaml.replacing("promise: confidential", with: "promise: confidential\ntext: no")
    let survey = try #require(try checked(never).survey)
    #expect(!survey.mayBeTexted)
  }

  @Test func `an answer that networks act on, and a wording that reveals, are warned about`() throws
  {
    let yaml = Town.yaml.replacing("en: Always", with: "en: Yes").replacing(
      "ask: Do people listen to you?",
      with: "ask: Do people listen to you?\n    text: Does your social worker listen?")
    let words = try checked(yaml).warnings.map(\.fact.words)
    #expect(words.contains { $0.hasPrefix("'Yes' alone") })
    #expect(words.contains { $0.hasPrefix("'social worker' under 'text'") })
  }

  @Test func `shipped surveys that may be texted are within three messages`() throws {
    for id in try Package.surveyIDs() {
      let survey = try Package.survey(id)
      for question in survey.questions where survey.mayBeTexted {
        for audience in question.audiences {
          for language in survey.languages {
            let prompt = TextPrompt.words(for: question, as: audience, in: language)
            #expect(Segments(prompt).count <= 3)
          }
        }
      }
    }
  }
}

/// The hours in which we may text of our own accord, on days of 23 and 25 hours too.
struct QuietHourTests {
  @Test(arguments: [
    ("2026-11-02 08:59", "2026-11-02 09:00"), ("2026-11-02 09:00", "2026-11-02 09:00"),
    ("2026-11-02 19:59", "2026-11-02 19:59"), ("2026-11-02 20:00", "2026-11-03 09:00"),
    // The night the clocks go back, and the night they go forward.
    ("2026-10-24 21:00", "2026-10-25 09:00"), ("2026-10-25 00:30", "2026-10-25 09:00"),
    ("2027-03-27 23:30", "2027-03-28 09:00"), ("2027-03-28 02:30", "2027-03-28 09:00"),
  ])
  func `a text waits for the morning by the local clock`(_ now: String, _ leaves: String) throws {
    let rules = TextRules(zone: Clock.london)
    #expect(try rules.waking(Clock.date(now)) == Clock.date(leaves))
  }

  @Test func `weekends may be quiet, and rules that allow nothing allow everything`() throws {
    let weekdays = TextRules(zone: Clock.london, onWeekends: false)
    let saturday = try Clock.date("2026-11-07 10:00")
    #expect(try weekdays.waking(saturday) == Clock.date("2026-11-09 09:00"))
    let never = TextRules(zone: Clock.london, from: 600, until: 600)
    #expect(never.waking(saturday) == saturday)
  }

  @Test func `safety and replies never wait`() throws {
    let rules = TextRules(zone: Clock.london)
    let night = try Clock.date("2026-11-07 03:00")
    #expect(rules.earliest(.safety, from: night) == night)
    #expect(rules.earliest(.reply, from: night) == night)
    #expect(rules.earliest(.whenAwake, from: night) > night)
  }
}
