import SurveyCore
import TestSupport
import Testing

@testable import heard

struct CrowdTests {
  private func crowd() throws -> Crowd {
    let surveys = try Package.surveyIDs().map { try Package.survey($0) }
    let from = try #require(Day(year: 2025, month: 11, day: 1))
    let to = try #require(Day(year: 2026, month: 11, day: 21))
    let stands = surveys.enumerated().map { index, survey in
      Stand(survey: survey, collections: [(opened: from, id: index + 1)])
    }
    return Crowd(stands: stands, from: from, to: to)
  }

  @Test func `made-up people finish real journeys on days before today`() throws {
    var crowd = try crowd()
    for _ in 0..<500 {
      let response = crowd.next().response
      let survey = crowd.stands[response.collection - 1].survey
      let way = Journey(through: survey, as: response.audience, with: response.answers)
      #expect(way.current == nil)
      #expect(way.onRoute.count == response.answers.count)
      #expect(survey.languages.contains(response.language))
      #expect("\(response.day)" < "2026-11-21" && "\(response.day)" >= "2025-11-01")
    }
  }

  @Test func `the crowd is the same every time, but for its ids`() throws {
    var one = try crowd()
    var other = try crowd()
    for _ in 0..<50 { #expect(one.next().response.answers == other.next().response.answers) }
  }
}
