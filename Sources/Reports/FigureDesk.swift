public import SurveyCore

/// Where figures are asked for: counts go in, and only what is safe to publish comes out.
///
/// A quarter that was released is read as it was frozen, whatever has come in since.
public struct FigureDesk: Sendable {
  private let source: any FigureSource
  private let rule: Rule
  private let draft: Release?

  public init(source: any FigureSource) { self.init(source: source, rule: .standard) }

  /// Reads the quarter of `draft` as that froze it, and every other as it stands.
  public init(source: any FigureSource, reading draft: Release) {
    self.init(source: source, rule: .standard, reading: draft)
  }

  init(source: any FigureSource, rule: Rule, reading draft: Release? = nil) {
    (self.source, self.rule, self.draft) = (source, rule, draft)
  }

  /// The figures asked for, where `today` is the day it is in the authority's time zone: only
  /// quarters that ended before it have figures.
  ///
  /// Throws where the period is not one there are figures for, the survey is not known, or the
  /// store cannot be read.
  public func figures(_ request: FigureRequest, today: Day) throws(FigureRefusal) -> FigureSheet {
    let period = try request.period(today: today)
    let quarter = try read(request.survey, period.quarter, in: release(of: period.quarter))
    guard let counted = CountedQuarter(quarter, rule) else {
      throw .unknownSurvey(request.survey)
    }
    return counted.sheet(period, by: request.by)
  }

  /// All that may be told of some surveys in the quarter that starts with `quarter`, in the order
  /// asked, or of every survey in the order of their ids. Surveys that were not published by its
  /// end are left out.
  ///
  /// Throws as `figures` does; for a survey that nobody ever published too.
  public func sheets(
    of surveys: [String]? = nil, quarter: Month, parts: SurveySheets.Parts = .everything,
    today: Day
  ) throws(FigureRefusal) -> [SurveySheets] {
    let request = FigureRequest(survey: "", from: quarter, through: quarter.adding(2))
    _ = try request.period(today: today)
    let release = try release(of: quarter)
    let turnouts = parts == .everything ? try turnouts(quarter, in: release) : []
    let asked = if let surveys { surveys } else { try known() }
    return try together(asked) { survey throws(FigureRefusal) -> SurveySheets? in
      var read = try read(survey, quarter, in: release)
      guard !read.editions.isEmpty else { throw .unknownSurvey(survey) }
      let editions = Set(read.editions.map(\.id))
      read.turnouts = turnouts.filter { editions.contains($0.edition) }
      guard let counted = CountedQuarter(read, rule, for: parts), !counted.editions.isEmpty else {
        return nil
      }
      return SurveySheets(counted, parts, release)
    }.compactMap(\.self)
  }

  /// Whether the draft that is read may be published after an older issue of its quarter: whether
  /// what came in between may be told wherever the two can be set against each other.
  ///
  /// It says nothing of where it may not, since that would say where a few have answered.
  public func mayFollow(_ older: Release) throws(FigureRefusal) -> Bool {
    let newer = try release(of: older.quarter)
    let turnouts = (
      try turnouts(older.quarter, in: older), try turnouts(older.quarter, in: newer)
    )
    for survey in try known() {
      var (old, new) = (
        try read(survey, older.quarter, in: older), try read(survey, older.quarter, in: newer)
      )
      (old.turnouts, new.turnouts) = turnouts
      guard let before = CountedQuarter(old, rule), let after = CountedQuarter(new, rule) else {
        continue
      }
      if !Reissue(before: before, after: after, rule).isSafe { return false }
    }
    return true
  }

  private func release(of quarter: Month) throws(FigureRefusal) -> Release? {
    if let draft, draft.quarter == quarter { return draft }
    do { return try source.release(of: quarter) } catch { throw .store(error) }
  }

  private func known() throws(FigureRefusal) -> [String] {
    do { return try source.surveys() } catch { throw .store(error) }
  }

  private func turnouts(
    _ quarter: Month, in release: Release?
  ) throws(FigureRefusal) -> [Turnout] {
    do {
      if let release { return try source.turnouts(frozenBy: release) }
      return try source.turnouts(months: quarter...quarter.adding(2))
    } catch { throw .store(error) }
  }

  private func read(
    _ survey: String, _ quarter: Month, in release: Release?
  ) throws(FigureRefusal) -> QuarterRead {
    do {
      let editions = try source.editions(of: survey).sorted { $0.number < $1.number }
      let counts =
        if let release {
          try source.counts(survey: survey, frozenBy: release)
        } else {
          try source.counts(survey: survey, months: quarter...quarter.adding(2))
        }
      return QuarterRead(survey: survey, quarter: quarter, editions: editions, counts: counts)
    } catch { throw .store(error) }
  }
}
