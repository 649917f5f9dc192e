import Foundation
import Reports
import SurveyCore

/// What can be asked about releases.
enum ReleaseRequest: Codable {
  /// Freezes a quarter, to be written and then published. `isAgain` is for one that was released.
  case freeze(quarter: Month, isAgain: Bool)
  case publish(Release, [ReleasedDocument])
  case discard(Release)
}

extension Administration {
  func perform(_ request: ReleaseRequest) throws -> AdminReply {
    switch request {
    case .freeze(let quarter, let isAgain):
      return .release(try freeze(quarter, isAgain: isAgain))
    case .publish(let draft, let documents):
      return .release(try figures.release(draft, with: documents))
    case .discard(let draft):
      try figures.discard(draft)
      return .done
    }
  }

  /// Freezes a quarter, and gives it back only where it may follow what was released before.
  ///
  /// That is found out of what is frozen, so that nothing can come in between. One that was frozen
  /// as another's history is given back to be written, and is of that day.
  private func freeze(_ quarter: Month, isAgain: Bool) throws -> Release {
    let through = quarter.adding(2)
    _ = try FigureRequest(survey: "", from: quarter, through: through).quarter(today: today)
    let older = try figures.release(of: quarter)
    switch (older, isAgain) {
    case (let older?, false) where older.documents.isEmpty: return older.written(on: today)
    case (let older?, false):
      throw Refused(
        "\(quarter) to \(through) was released on \(older.day) as issue \(older.issue); "
          + "release it with late answers by --again")
    case (nil, true):
      throw Refused("\(quarter) to \(through) was never released; leave out --again")
    default: break
    }
    try freezeHistory(of: quarter)
    let draft = try figures.freeze(quarter, on: today)
    do {
      if let older { try check(draft, after: older) }
      return draft
    } catch {
      try figures.discard(draft)
      throw error
    }
  }

  /// Freezes the earlier quarters that the quarter's report shows: were they counted anew for every
  /// report, one could be taken from the next.
  private func freezeHistory(of quarter: Month) throws {
    let oldest = try store.editions().map(\.published.inMonth.quarterStart).min() ?? quarter
    for back in (1...ReportDesk.history).reversed() {
      let earlier = quarter.adding(-3 * back)
      guard earlier >= oldest, try figures.release(of: earlier) == nil else { continue }
      _ = try figures.release(figures.freeze(earlier, on: today), with: [])
    }
  }

  private func check(_ draft: Release, after older: Release) throws {
    if draft.counts == older.counts {
      throw Refused("nothing has come in since issue \(older.issue)")
    }
    guard try FigureDesk(source: figures, reading: draft).mayFollow(older) else {
      throw Refused(
        "this may not be released again: held against issue \(older.issue), some figure would "
          + "tell of a few people who answered late; issue \(older.issue) stands, and late "
          + "answers stay out of it")
    }
  }
}
