import Foundation
import SurveyCore

/// What can be asked about what stands beside the figures in a report.
enum EvidenceRequest: Codable {
  case keep([ImportedItem])
  case forget(item: String, from: Month, through: Month)
  case log(reader: String, reason: String, survey: String, from: Month, through: Month)
  case code([CodingChange], by: String)
}

enum EvidenceReply: Codable {
  case items(ItemsOutcome)
  /// The reading that was logged.
  case reading(UUID)
  case coded(CodingSummary)
  /// Nothing was coded: why not, in words, by the place of the change in what was sent.
  case uncoded([Int: String])
  case done
}

/// What a store must promise for it.
typealias EvidenceStore = CaseReader & EvidenceKeeper & ConcernKeeper

extension Administration {
  func perform(_ request: EvidenceRequest) throws -> EvidenceReply {
    switch request {
    case .keep(let items): return .items(try evidence.keep(items, on: today))
    case .forget(let item, let from, let through):
      guard try evidence.forget(item, from: from, through: through) else {
        throw Refused("nothing is held of \(item) for that period; see 'heard import list'")
      }
      return .done
    case .log(let reader, let reason, let survey, let from, let through):
      guard try store.newestEdition(of: survey) != nil else {
        throw Refused(unknownSurvey: survey, among: try store.editions())
      }
      let reading = CommentReading(
        id: UUID(), reader: reader, reason: reason, survey: survey, from: from, through: through,
        day: today)
      try evidence.log(reading)
      return .reading(reading.id)
    case .code(let changes, let name):
      switch try evidence.code(changes, by: name, on: today) {
      case .done(let summary): return .coded(summary)
      case .refused(let faults): return .uncoded(faults.mapValues(\.words))
      }
    }
  }
}

/// Asks for something that stands beside the figures.
func administer(_ request: EvidenceRequest, in data: DataOptions) throws -> EvidenceReply {
  guard case .evidence(let reply) = try administer(.evidence(request), in: data) else {
    throw Refused.unanswered
  }
  return reply
}
