import SurveyCore

/// How the figures were made: what is withheld, the statistics, what was asked and what counts.
struct Method {
  let material: Material

  func write(_ draft: inout Draft) {
    draft.section(
      "method", ReportWords.method, level: 2, startsPage: true, [.paragraph(Words.information)])
    draft.section("method-rules", ReportWords.rules, level: 3, [.list(Words.rules)])
    draft.section(
      "method-statistics", ReportWords.statistics, level: 3, [.list(PSWWords.statistics)])
  }

  /// Adds each question under the measures, with the answers that count.
  func writeNumerators(_ subjects: [Subject], _ draft: inout Draft) {
    let tables = material.surveys.flatMap { sheets in
      Numerators(material: material).table(
        "numerators-\(sheets.survey)", sheets.title,
        subjects.filter { $0.survey == sheets.survey }, &draft)
    }
    draft.section("method-numerators", ReportWords.numerators, level: 3, tables)
  }
}
