public import Foundation
internal import Logging
public import SurveyCore

/// Fetches what a gateway received, as the safety net under its callbacks: what came by both is one
/// text, since it has one id.
public final class Poller: @unchecked Sendable {
  private let gateway: NotifyGateway
  private let keeper: any TextKeeper
  private let send: Messenger.Send
  private let clock: @Sendable () -> Date
  private let log = Logger(label: "heard.texting")
  /// Ids that were stored: an older one need not be looked at again. Forgotten all at once when
  /// they are many, since the store knows a repeat by itself.
  private var seen: Set<String> = []
  private static let mostSeen = 10_000

  /// Seconds between two polls.
  public static let interval: TimeInterval = 300

  public init(
    _ gateway: NotifyGateway, into keeper: any TextKeeper,
    clock: @escaping @Sendable () -> Date = { Date() }, send: @escaping Messenger.Send
  ) {
    (self.gateway, self.keeper) = (gateway, keeper)
    (self.clock, self.send) = (clock, send)
  }

  /// Fetches what is new, and hands it in, oldest first. Not by two threads at a time.
  ///
  /// - Returns: How many texts had not come by the callback.
  /// - Throws: `NotifyPoll.Fault` where the gateway gave no answer that can be read: what it has
  ///   stays there for seven days.
  public func poll() throws(NotifyPoll.Fault) -> Int {
    if seen.count > Self.mostSeen { seen = [] }
    var poll = NotifyPoll(seen: seen)
    while let request = gateway.request(polling: poll, at: clock()) {
      try poll.take(send(request))
    }
    let fetched = clock()
    var missed = 0
    for var text in poll.found {
      text.fetched = fetched
      guard let taken = take(text) else { continue }
      if taken != .again { missed += 1 }
      if let id = text.id { seen.insert(id) }
    }
    return missed
  }

  /// Nil where it was not stored, so that the next poll finds it again.
  private func take(_ text: IncomingText) -> TextTaken? {
    let box = Taken()
    keeper.take(text, at: clock()) { box.put(try? $0.get()) }
    return box.wait()
  }

  /// Hands one outcome from the writer's thread to the poll's.
  private final class Taken: @unchecked Sendable {
    private let arrived = DispatchSemaphore(value: 0)
    private let lock = NSLock()
    private var value: TextTaken?

    func put(_ taken: TextTaken?) {
      lock.withLock { value = taken }
      arrived.signal()
    }

    func wait() -> TextTaken? {
      arrived.wait()
      return lock.withLock { value }
    }
  }
}
