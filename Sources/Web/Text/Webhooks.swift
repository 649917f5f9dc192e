import Foundation
import HTTP
import SurveyCore

/// What gateways send: known to be from them, stored, committed, and only then acknowledged.
///
/// Nothing of it is logged, and no answer says more than its status.
extension Site {
  func text(_ gateway: String, _ request: Request) throws(Refusal) -> Outcome {
    guard let texts, gateway == texts.gateway.traits.name else { throw .notFound }
    guard let wire = WireRequest(request) else {
      throw .wrongMethod(allowed: "GET, POST")
    }
    let arrival = texts.gateway.read(wire)
    let now = clock()
    switch arrival {
    case .stranger:
      texts.counters.count(.stranger)
      return .now(Response(texts.gateway.answer(to: arrival)))
    case .text(let text):
      return .later { reply in
        texts.keeper.take(text, at: now) { texts.reply(reply, to: arrival, $0.map(\.event)) }
      }
    case .receipt(let receipt):
      return .later { reply in
        texts.keeper.take(receipt, at: now) {
          texts.reply(reply, to: arrival, $0.map { .receipt })
        }
      }
    case .unreadable(let fault):
      return .later { reply in
        texts.keeper.park(wire, for: fault, at: now) {
          texts.reply(reply, to: arrival, $0.map { .parked })
        }
      }
    }
  }
}

extension TextAccess {
  /// The gateway's own acknowledgement; or a request to come again, when the disk did not take it.
  fileprivate func reply(
    _ reply: Reply, to arrival: Arrival, _ outcome: Result<TextCounters.Event, StoreError>
  ) {
    switch outcome {
    case .success(let event):
      counters.count(event)
      reply(Response(gateway.answer(to: arrival)))
    case .failure:
      counters.count(.failed)
      reply(Response(.comeAgain))
    }
  }
}

extension TextTaken {
  fileprivate var event: TextCounters.Event {
    switch self {
    case .heard: .heard
    case .again: .again
    case .parked: .parked
    }
  }
}

extension WireRequest {
  /// The header fields that gateways are known by and read from.
  private static let fields = [
    "Authorization", "Content-Type", "X-Twilio-Signature", "X-Twilio-Webhooks-Signature-Settings",
    "X-Kannel-From", "X-Kannel-To", "X-Kannel-Time", "X-Kannel-UDH",
  ]

  /// Nil for a method no gateway uses.
  fileprivate init?(_ request: Request) {
    let method: Method
    switch request.method {
    case .get: method = .get
    case .post: method = .post
    case .other: return nil
    }
    let headers = Self.fields.compactMap { name in
      request.header(name).map { WireHeader(name, $0) }
    }
    self.init(method, request.target, headers: headers, body: request.body)
  }
}

extension HTTP.Response {
  fileprivate init(_ wire: WireResponse) {
    self.init(
      status: wire.status, headers: wire.headers.map { Header($0.name, $0.value) },
      body: .bytes(wire.body))
  }
}
