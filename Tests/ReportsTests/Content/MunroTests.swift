import SurveyCore
import TestSupport
import Testing

@testable import Reports

/// What was published in 2011 stands beside our figures only where the words are the same.
struct MunroTests {
  private func changed(
    _ change: @escaping (inout Question) -> Void, _ id: String
  ) throws -> Document {
    let town = try Village.town(900) { survey in
      for index in survey.questions.indices where survey.questions[index].id == id {
        change(&survey.questions[index])
      }
    }
    return try town.report(.psw)
  }

  @Test func `question 4 stands in full, with its base`() throws {
    let report = try Village.town(900).report(.psw)
    let table = try #require(report.table("children-munro-ways"))
    let published = table.rows.map { row -> Int? in
      if case .percentage(let share) = row.last { share } else { nil }
    }
    #expect(published == [40, 40, 19, 34, 78, 38, 22, 35, 22, 20])
    #expect(table.notes.contains { report.notes[$0 - 1].contains("150 children") })
    #expect(table.notes.contains { report.notes[$0 - 1].contains("was not published") })
  }

  @Test func `of questions 1 to 3 only two figures stand, with their caveat`() throws {
    let report = try Village.town(900).report(.psw)
    let table = try #require(report.table("children-munro-singles"))
    #expect(table.rows.map { $0[5] } == [.percentage(15), .percentage(50)])
    #expect(table.notes.contains { report.notes[$0 - 1].contains("179 children") })
  }

  @Test func `no figure of 2011 is subtracted from ours`() throws {
    let report = try Village.town(900).report(.psw)
    let columns = ["children-munro-ways", "children-munro-singles"].compactMap(report.table)
      .flatMap(\.columns).map(\.title)
    #expect(!columns.contains { $0.contains(ComparedWords.difference) })
    let published = report.observations.filter { $0.statistic == .published }
    #expect(published.count == 12 && published.allSatisfy { $0.unit == ObservationWords.percent })
  }

  @Test func `in other words there is no comparison`() throws {
    let ways = try changed({ $0.ask["12-17"] = [.english: "How should we ask you?"] }, "how-to-ask")
    #expect(ways.table("children-munro-ways") == nil)
    let alone = try changed(
      { $0.ask["12-17"] = [.english: "Do they see you alone?"] }, "seen-alone")
    #expect(alone.table("children-munro-singles")?.rows.map { $0[5] } == [.percentage(50)])
  }

  @Test func `with other answers there is no comparison`() throws {
    let ways = try changed({ $0.answers["12-17"]?.removeLast() }, "how-to-ask")
    #expect(ways.table("children-munro-ways") == nil)
    let notice = try changed(
      { $0.answers["12-17"]?[1].words = [.english: "Mostly"] }, "wishes-and-feelings")
    #expect(notice.table("children-munro-singles")?.rows.map { $0[5] } == [.percentage(15)])
  }

  @Test func `the shipped words are Munro's`() throws {
    let survey = try Package.survey("my-social-worker")
    for published in Munro.published {
      let question = survey.questions.first { $0.measure == published.measure }
      #expect(question?.ask[Munro.audience]?.words(in: .english) == published.ask)
    }
  }
}
