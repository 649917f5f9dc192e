import SurveyCore
import TestSupport
import Testing

@testable import Reports

/// The surveys the program comes with, answered at random.
struct ShippedTests {
  @Test(arguments: ["my-social-worker", "parents-and-carers", "how-was-today"])
  func `a shipped survey makes sheets in which no number is about a few`(id: String) throws {
    let survey = try Package.survey(id)
    let edition = Edition(
      id: 1, number: 1, survey: survey, hash: Fingerprint(of: [1]), published: day("2026-01-01"))
    let town = Town(editions: [edition], people: Self.people(of: survey, 300))
    for by in [nil, .audience, .channel, .place] as [Breakdown?] {
      let request = FigureRequest(survey: id, from: july, through: month("2026-09"), by: by)
      let sheet = try FigureDesk(source: town)
        .figures(request, today: day("2026-10-01"))
      let records = try #require(StrictCSV.read(sheet.csv)).dropFirst()
      #expect(records.contains { $0[11] == "favourable" && $0[13] != Words.withheld })
      for record in records {
        let (count, n) = (Int(record[13]) ?? 0, Int(record[14]) ?? 0)
        #expect(Rule.standard.isSafe(cell: count) && Rule.standard.isSafe(slice: n))
        if record[11] != "answers" && n > 0 { #expect(Rule.standard.isSafe(cell: n - count)) }
      }
    }
  }

  private static func people(of survey: Survey, _ number: Int) -> [Person] {
    var chance = SeededChance(7)
    return (0..<number).map { _ in
      var person = Person(
        audience: survey.audiences.randomElement(using: &chance)?.id ?? "",
        channel: Channel.allCases.randomElement(using: &chance) ?? .web,
        place: "Place \(Int.random(in: 0..<9, using: &chance))",
        month: july.adding(Int.random(in: 0..<3, using: &chance)))
      for question in survey.questions where question.audiences.contains(person.audience) {
        let isAsked = question.when.allSatisfy { condition in
          condition.values.contains {
            person.said[condition.question]?.contains(.chose($0)) ?? false
          }
        }
        let options = question.options(for: person.audience).map(\.value)
        guard isAsked, let one = options.randomElement(using: &chance) else { continue }
        person.said[question.id] =
          question.kind == .choices ? [.answered, .chose(one)] : [.chose(one)]
      }
      return person
    }
  }
}
