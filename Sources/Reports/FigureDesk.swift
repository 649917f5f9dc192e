public import SurveyCore

/// Where figures are asked for: counts go in, and only what is safe to publish comes out.
public struct FigureDesk: Sendable {
  private let source: any FigureSource
  private let rule: Rule

  public init(source: any FigureSource) { self.init(source: source, rule: .standard) }

  init(source: any FigureSource, rule: Rule) { (self.source, self.rule) = (source, rule) }

  /// The figures asked for, where `today` is the day it is in the authority's time zone: only
  /// quarters that ended before it have figures.
  ///
  /// Throws where the period is not one there are figures for, the survey is not known, or the
  /// store cannot be read.
  public func figures(_ request: FigureRequest, today: Day) throws(FigureRefusal) -> FigureSheet {
    let period = try request.period(today: today)
    let (all, counts) = try read(request.survey, period)
    guard let newest = all.last else { throw .unknownSurvey(request.survey) }
    let editions = all.filter { $0.published.inMonth <= period.months.upperBound }
    let groups = Audience.Group.allCases.filter { group in
      editions.contains { $0.survey.groups.contains(group) }
    }
    let measures = Dictionary(
      newest.survey.measures.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    return FigureSheet(
      survey: request.survey, title: newest.survey.title.words(in: .english), period: period,
      breakdown: request.by, editions: editions.map(\.number),
      groups: groups.map {
        let census = Census($0, editions: editions, counts: counts, quarter: period.quarter)
        let group = ProtectedGroup(census, rule)
        return Tabulator(group: group, measures: measures, period: period, by: request.by).figures()
      })
  }

  private func read(
    _ survey: String, _ period: Period
  ) throws(FigureRefusal) -> ([Edition], [Count]) {
    do {
      let editions = try source.editions(of: survey).sorted { $0.number < $1.number }
      return (editions, try source.counts(survey: survey, months: period.months))
    } catch { throw .store(error) }
  }
}
