public import Foundation

extension NotifyGateway {
  /// By status and kind of error, never by words, which change. After a 5xx it may have the
  /// message all the same: it is asked before anything is sent again.
  public func outcome(of answer: WireAnswer, at now: Date) -> SendOutcome {
    switch answer {
    case .notReached: .notReached
    case .lost: .perhaps
    case .response(let response):
      switch response.status {
      case 200..<300: .accepted(id: try? WireJSON.read(Accepted.self, from: response.body).id)
      case 401, 403: .hold(.credentials, seconds: 300)
      case 429: Self.limit(Self.errors(response), at: now)
      case 500...: .perhaps
      default: Self.refusal(response)
      }
    }
  }

  public func lookup(of answer: WireAnswer, for reference: UUID) -> Lookup {
    if answer == .notReached { return .notReached }
    guard case .response(let response) = answer, response.status == 200,
      let page = try? WireJSON.read(Notifications.self, from: response.body)
    else { return .unknown }
    let ours = page.notifications.first { $0.reference.flatMap(UUID.init) == reference }
    guard let ours else { return .notFound }
    return .found(id: ours.id, Self.meaning(of: ours.status)?.delivery ?? .sent)
  }

  /// What a status says; nil where it is none we know.
  static func meaning(
    of status: String
  ) -> (delivery: TextDelivery, failure: TextReceipt.Failure?)? {
    switch status {
    case "created", "sending", "pending", "sent": (.sent, nil)
    case "delivered": (.delivered, nil)
    case "temporary-failure": (.undelivered, .temporary)
    case "permanent-failure": (.refused, .permanent)
    case "technical-failure", "validation-failed": (.undelivered, .technical)
    default: nil
    }
  }

  /// Two kinds of too many: in a minute, and in a day that ends at midnight in UTC.
  private static func limit(_ errors: [String], at now: Date) -> SendOutcome {
    guard errors.contains("TooManyRequestsError") else { return .hold(.tooFast, seconds: 10) }
    let sinceMidnight = Int(now.timeIntervalSince1970.rounded(.down)) % 86_400
    return .hold(.dailyLimit, seconds: 86_400 - sinceMidnight)
  }

  private static func refusal(_ response: WireResponse) -> SendOutcome {
    let errors = errors(response)
    if errors.contains("InvalidPhoneError") { return .refused(.wrongNumber) }
    return .refused(.rejected(code: errors.first ?? String(response.status)))
  }

  /// The kinds of error, such as `BadRequestError`; only those that are one plain word.
  private static func errors(_ response: WireResponse) -> [String] {
    let errors = (try? WireJSON.read(Errors.self, from: response.body))?.errors ?? []
    return errors.map(\.error).filter { kind in
      kind.utf8.count <= 40
        && kind.utf8.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) && $0 >= 0x41 }
    }
  }

  private struct Accepted: Decodable { var id: String }

  private struct Notifications: Decodable {
    var notifications: [Notification]

    struct Notification: Decodable {
      var id: String
      var reference: String?
      var status: String
    }
  }

  private struct Errors: Decodable {
    var errors: [Kind]

    struct Kind: Decodable { var error: String }
  }
}
