import Client
import Foundation
import SurveyCore

/// Hands requests to a gateway over HTTP: several threads at a time, each with a client of its own.
/// Every request has a connection of its own, so that none is ever sent twice.
final class GatewayClient: @unchecked Sendable {
  private let lock = NSLock()
  private var idle: [HTTPClient] = []

  private static var manners: Manners {
    var manners = Manners(agent: "heard")
    (manners.connecting, manners.total, manners.silence) = (5, 30, 15)
    manners.keepsConnections = false
    return manners
  }

  /// Sends a request; never follows, never tries again: what may have been acted upon is for the
  /// outbox to decide.
  func send(_ request: WireRequest) -> WireAnswer {
    do {
      let client = try lock.withLock { idle.popLast() } ?? HTTPClient(Self.manners)
      let reply = try client.send(
        Client.Request(
          request.method == .post ? .post : .get, request.target,
          headers: request.headers.map { Client.Header($0.name, $0.value) }, body: request.body))
      lock.withLock { idle.append(client) }
      return .response(
        WireResponse(
          reply.status, headers: reply.headers.map { WireHeader($0.name, $0.value) },
          body: reply.body))
    } catch let error as Client.Failure {
      switch error {
      case .unreachable, .untrusted, .misuse: return .notReached
      case .timedOut, .cut, .tooLarge: return .lost
      }
    } catch {
      return .lost
    }
  }
}
