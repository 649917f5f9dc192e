import Foundation
import SurveyCore

/// What can be written down about one concern. None of it goes to a log.
enum ConcernRequest: Codable {
  case hear(UUID)
  case agree(ConcernAction, about: UUID)
  case close(UUID, outcome: String?)
}

enum ConcernReply: Codable {
  case done
  /// It was closed before, so that its outcome alone was written down.
  case wasClosed
}

extension Administration {
  func perform(_ request: ConcernRequest) throws -> ConcernReply {
    switch request {
    case .hear(let concern):
      guard try evidence.hear(concern, on: today) else { throw Self.absent(concern) }
      return .done
    case .agree(let action, let concern):
      guard action.due >= today else {
        throw Refused("\(action.due) is over; write a day from \(today) on after --due")
      }
      switch try evidence.agree(action, about: concern, on: today) {
      case .done: return .done
      case .wasClosed:
        throw Refused("the concern is closed; see 'heard concerns list --closed'")
      case .absent: throw Self.absent(concern)
      }
    case .close(let concern, let outcome):
      switch try evidence.close(concern, outcome: outcome, on: today) {
      case .done: return .done
      case .wasClosed: return .wasClosed
      case .absent: throw Self.absent(concern)
      }
    }
  }

  private static func absent(_ concern: UUID) -> Refused {
    Refused("there is no concern \(concern.uuidString.lowercased()); see 'heard concerns list'")
  }
}

/// Asks for something to be written down about a concern.
func administer(_ request: ConcernRequest, in data: DataOptions) throws -> ConcernReply {
  guard case .concern(let reply) = try administer(.concern(request), in: data) else {
    throw Refused.unanswered
  }
  return reply
}
