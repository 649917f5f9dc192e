import Client
import Foundation
import SurveyCore

/// The kiosk's side of what it and its server say to each other. For one thread.
final class Upstream {
  typealias Exchange = (Request) throws(Failure) -> Reply

  /// Seconds by which the server's clock is ahead of ours, as it last said.
  private(set) var offset = 0

  private let device: Device
  private let key: DeviceKey
  private let clock: Clock
  private let exchange: Exchange

  init(device: Device, key: DeviceKey, clock: Clock, exchange: @escaping Exchange) {
    (self.device, self.key, self.clock, self.exchange) = (device, key, clock, exchange)
  }

  /// Gives the server visits, in their order, and what became of each.
  ///
  /// - Throws: `nonsense` unless there is one result for each visit sent, in the same order: what
  ///   anything else says of a visit is not believed.
  func upload(_ items: [KioskWire.Item]) throws(Trouble) -> [KioskWire.Result] {
    let reply = try ask(.post, "/kiosk/v1/responses", Self.json(items))
    guard reply.status == 201 else { throw .answered(reply.status) }
    let results: [KioskWire.Result] = try Self.read(reply)
    guard results.map(\.id) == items.map(\.id) else { throw .nonsense }
    return results
  }

  func beat(_ heartbeat: KioskWire.Heartbeat) throws(Trouble) -> KioskWire.Heard {
    let reply = try ask(.post, "/kiosk/v1/heartbeat", Self.json(heartbeat))
    guard reply.status == 200 else { throw .answered(reply.status) }
    let heard: KioskWire.Heard = try Self.read(reply)
    learn(now: heard.now)
    return heard
  }

  /// What is asked here, or nil where it is still what `tag` stands for.
  func bundle(unless tag: String?) throws(Trouble) -> TaggedBundle? {
    let headers = tag.map { [Header("If-None-Match", $0)] } ?? []
    let reply = try ask(.get, "/kiosk/v1/bundle", [], headers)
    if reply.status == 304 { return nil }
    guard reply.status == 200 else { throw .answered(reply.status) }
    guard let tag = reply.header("ETag") else { throw .nonsense }
    return TaggedBundle(tag: tag, bundle: try Self.read(reply))
  }

  /// Asks, and once more where the server says that only our time was wrong.
  private func ask(
    _ method: Request.Method, _ target: String, _ body: [UInt8], _ headers: [Header] = []
  ) throws(Trouble) -> Reply {
    let reply = try askOnce(method, target, body, headers)
    guard reply.status == 401, let problem = Problem(reply), problem.kind == "clock",
      let now = problem.now
    else { return try accepted(reply) }
    learn(now: now)
    return try accepted(askOnce(method, target, body, headers))
  }

  private func accepted(_ reply: Reply) throws(Trouble) -> Reply {
    guard reply.status == 401 else { return reply }
    // A portal may ask for a password as well; only the server names a problem of ours.
    guard let problem = Problem(reply) else { throw .answered(401) }
    throw .denied(problem.kind)
  }

  private func askOnce(
    _ method: Request.Method, _ target: String, _ body: [UInt8], _ headers: [Header]
  ) throws(Trouble) -> Reply {
    let now = clock.now
    let signed: KioskSignature
    do {
      signed = try KioskSignature(
        of: .init(method: method.rawValue, target: target, body: body),
        as: device.device, at: now.wall + offset, clock: now, with: key)
    } catch {
      throw .fault("cannot sign")
    }
    let fields = signed.fields.map { Header($0.name, $0.value) }
    let type = body.isEmpty ? [] : [Header("Content-Type", "application/json")]
    do {
      return try exchange(
        Request(method, device.server + target, headers: fields + type + headers, body: body))
    } catch {
      throw Trouble(error)
    }
  }

  private func learn(now: Int) { offset = now - clock.now.wall }

  static func json(_ value: some Encodable) throws(Trouble) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    do { return Array(try encoder.encode(value)) } catch { throw .fault("cannot write JSON") }
  }

  static func read<Value: Decodable>(_ reply: Reply) throws(Trouble) -> Value {
    do {
      return try JSONDecoder().decode(Value.self, from: Data(reply.body))
    } catch {
      throw .nonsense
    }
  }
}

/// What a server of ours says when it refuses (RFC 9457).
struct Problem {
  /// The last part of its type, after the `#`.
  let kind: String
  /// The server's clock, where the kiosk's was wrong.
  let now: Int?

  init?(_ reply: Reply) {
    struct Body: Decodable {
      var type: String
      var now: Int?
    }
    guard let body = try? JSONDecoder().decode(Body.self, from: Data(reply.body)),
      let hash = body.type.lastIndex(of: "#")
    else { return nil }
    (kind, now) = (String(body.type[body.type.index(after: hash)...]), body.now)
  }
}
