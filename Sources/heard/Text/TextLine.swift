import Foundation
import Logging
import SQLiteStore
import SurveyCore
import Texting
import Web

/// The text channel of a running server, joined: what comes in by the site, what goes out by the
/// messenger, what is fetched by the poll.
final class TextLine: Sendable {
  let texts: SQLiteTexts
  let store: SQLiteStore
  let access: TextAccess
  let messenger: Messenger
  private let poller: Poller?
  private let ending = Ending()
  private let log = Logger(label: "heard.text")

  /// - Throws: `Refused` where the gateway's secrets or the key cannot be read.
  init(
    _ store: SQLiteStore, _ settings: TextSettings, in service: Settings, keys: URL, base: String
  ) throws {
    let gateway = try settings.gateway(keys: keys, base: base)
    let faults = try settings.faults(over: store)
    guard faults.isEmpty else { throw Refused(faults.joined(separator: "\n")) }
    self.store = store
    let bell = Bell()
    texts = SQLiteTexts(
      store, try settings.house(for: gateway, in: service, keys: keys, over: store)
    ) { bell.ring() }
    let client = GatewayClient()
    let messenger = Messenger(
      texts, through: gateway,
      pace: Messenger.Pace(perSecond: settings.perSecond ?? gateway.traits.perSecond),
      send: client.send)
    bell.rings { [weak messenger] in messenger?.nudge() }
    self.messenger = messenger
    access = TextAccess(gateway: gateway, keeper: texts)
    poller = (gateway as? NotifyGateway).map { [texts] in
      Poller($0, into: texts, send: client.send)
    }
  }

  func start() throws {
    try messenger.start()
    every(3600, "wiping") { [self] in
      do { _ = try texts.wipeTexts(at: Date()) } catch {
        log.error("texts were not wiped: \(error)")
      }
    }
    guard let poller else { return }
    every(Poller.interval, "polling") { [log] in
      do {
        let missed = try poller.poll()
        if missed > 0 { log.warning("\(missed) texts came by the poll that no callback told of") }
      } catch { log.error("what was received could not be fetched") }
    }
  }

  func stop() {
    ending.end()
    messenger.stop()
  }

  private func every(
    _ seconds: TimeInterval, _ name: String, _ work: @escaping @Sendable () -> Void
  ) {
    let thread = Thread { [ending] in
      repeat { work() } while ending.wait(seconds)
    }
    thread.name = "texting \(name)"
    thread.start()
  }
}

extension TextSettings {
  /// - Throws: `Refused` where the key of the numbers is not the one the store was kept with.
  func house(
    for gateway: any TextGateway, in service: Settings, keys: URL, over store: SQLiteStore
  ) throws -> TextHouse {
    let file = NumberKeyFile(in: keys)
    let key = try file.key(isNeeded: store.needsNumberKey())
    guard try store.mayBeSealed(with: key) else {
      throw Refused("\(file.path.path): is not the key that was there; put that one back")
    }
    var house = TextHouse(
      key: key, authority: service.authority,
      rules: rules(in: service.zone), gateway: gateway.traits, keywords: placed.map(\.keyword),
      sender: sendsAsNumber ? sender : nil)
    house.retention = retention
    return house
  }

  /// Keywords that ask an audience their collection does not, or leave open which. A collection
  /// that is not there may be opened later.
  func faults(over store: SQLiteStore) throws -> [String] {
    let collections = try store.collections()
    return try placed.compactMap { placed in
      guard let collection = collections.first(where: { $0.id == placed.keyword.collection }),
        let survey = try store.edition(collection.edition)?.survey
      else { return nil }
      let asked = collection.audience.map { [$0] } ?? survey.audiences.map(\.id)
      let audience = placed.keyword.audience ?? (asked.count == 1 ? asked[0] : "")
      if asked.contains(audience) { return nil }
      let fault =
        placed.keyword.audience.map { "'\($0)' is not asked by collection \(collection.id)" }
        ?? "collection \(collection.id) asks several audiences; say which with 'audience'"
      return "\(placed.place): text: keywords: \(fault); it asks \(asked.joined(separator: ", "))"
    }
  }
}

/// Rings whatever is hung on it later.
private final class Bell: @unchecked Sendable {
  private let lock = NSLock()
  private var action: @Sendable () -> Void = {}

  func rings(_ action: @escaping @Sendable () -> Void) { lock.withLock { self.action = action } }

  func ring() { lock.withLock { action }() }
}

/// Says to threads that it is over.
private final class Ending: @unchecked Sendable {
  private let turn = NSCondition()
  private var isOver = false

  func end() {
    turn.lock()
    isOver = true
    turn.broadcast()
    turn.unlock()
  }

  /// Waits; false when it is over.
  func wait(_ seconds: TimeInterval) -> Bool {
    let until = Date(timeIntervalSinceNow: seconds)
    turn.lock()
    defer { turn.unlock() }
    while !isOver, turn.wait(until: until) {}
    return !isOver
  }
}
