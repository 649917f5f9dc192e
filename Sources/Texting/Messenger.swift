public import Foundation
internal import Logging
public import SurveyCore

/// Sends what waits in the outbox, by threads of its own: claim, send, record.
///
/// What is claimed is marked on the disk before it is handed over, and what came of it is recorded
/// after, so that a stop in between leaves a text in doubt, which is asked about and never sent
/// again blindly.
public final class Messenger: @unchecked Sendable {
  /// Hands a request to the gateway and gives its answer; called by several threads at a time.
  public typealias Send = @Sendable (WireRequest) -> WireAnswer

  /// What was sent since the start, for the metrics: totals only.
  public struct Totals: Sendable, Equatable {
    public var sent = 0
    public var again = 0
    public var failed = 0
    public var perhaps = 0
    /// Why nothing is sent at present; nil where it is.
    public var held: HoldReason?
  }

  public struct Pace: Sendable {
    /// Texts a second, at most.
    public var perSecond: Double
    /// Threads that hand texts over, since a gateway may take its time with each.
    public var threads: Int
    /// Texts one thread claims in one commit.
    public var claim: Int

    public init(perSecond: Double, threads: Int = 8, claim: Int = 4) {
      (self.perSecond, self.threads, self.claim) = (perSecond, threads, claim)
    }
  }

  private let outbox: any TextOutbox
  private let gateway: any TextGateway
  private let send: Send
  private let pace: Pace
  private let clock: @Sendable () -> Date
  private let rules = SendRules()
  private let log = Logger(label: "heard.texting")

  // All below are guarded by `turn`.
  private let turn = NSCondition()
  private var bucket: TokenBucket
  private var heldUntil: Date?
  /// How often in a row the gateway was not reached; those that fail while it is held are one.
  private var absences = 0
  private var due: Date?
  private var isStopping = false
  private var running = 0
  private var counted = Totals()

  private let ending = NSCondition()
  /// Guarded by `ending`.
  private var hasToEnd = false

  /// - Parameters:
  ///   - outbox: What waits.
  ///   - gateway: How it is sent.
  ///   - pace: How fast.
  ///   - clock: The time now.
  ///   - send: Hands a request to the gateway.
  public init(
    _ outbox: any TextOutbox, through gateway: any TextGateway, pace: Pace,
    clock: @escaping @Sendable () -> Date = { Date() }, send: @escaping Send
  ) {
    (self.outbox, self.gateway, self.pace) = (outbox, gateway, pace)
    (self.clock, self.send) = (clock, send)
    bucket = TokenBucket(perSecond: pace.perSecond, at: clock())
  }

  public var totals: Totals { turn.withLock { counted } }

  /// Finds what was in doubt when we last stopped, and starts.
  ///
  /// - Throws: `StoreError` where the outbox cannot be written.
  public func start() throws(StoreError) {
    try outbox.recover(at: clock())
    turn.withLock { running = pace.threads }
    for _ in 0..<pace.threads { spawn("texting") { [self] in work() } }
    spawn("texting timers") { [self] in watch() }
  }

  /// Says that something new waits.
  public func nudge() {
    turn.lock()
    due = clock()
    turn.signal()
    turn.unlock()
  }

  /// Lets what is being handed over come to its end, then stops.
  public func stop() {
    ending.lock()
    hasToEnd = true
    ending.broadcast()
    ending.unlock()
    turn.lock()
    isStopping = true
    turn.broadcast()
    while running > 0 { turn.wait() }
    turn.unlock()
  }

  private func spawn(_ name: String, _ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.name = name
    thread.stackSize = 1 << 20
    thread.start()
  }

  private func work() {
    while let room = awaitTurn() {
      do {
        let claim = try outbox.claim(room, at: clock())
        giveBack(room - claim.texts.count, next: claim.next)
        let steps = claim.texts.map { claimed in
          let step = hasToStop ? Self.step(back: claimed, clock()) : handOver(claimed)
          return TextStep(claimed.text.reference, step)
        }
        if !steps.isEmpty { record(steps) }
      } catch {
        log.error("the outbox could not be read: \(error)")
        giveBack(room, next: clock() + 5)
      }
    }
    turn.lock()
    running -= 1
    turn.broadcast()
    turn.unlock()
  }

  /// Waits until there is something to send and it may be sent: how many; nil when it is over.
  private func awaitTurn() -> Int? {
    turn.lock()
    defer { turn.unlock() }
    while !isStopping {
      let now = clock()
      let ready = [due ?? .distantFuture, heldUntil ?? .distantPast, bucket.next(after: now)].max()
      guard let ready, ready <= now else {
        // The clock may be put back or forward: never asleep for long.
        let wait = min(ready?.timeIntervalSince(now) ?? 30, 30)
        _ = turn.wait(until: Date(timeIntervalSinceNow: max(wait, 0.001)))
        continue
      }
      heldUntil = nil
      counted.held = nil
      due = nil
      var room = 0
      while room < pace.claim, bucket.take(at: now) { room += 1 }
      return room
    }
    return nil
  }

  /// Gives back the turns that were not needed, and says when to come again.
  private func giveBack(_ turns: Int, next: Date?) {
    turn.lock()
    bucket.put(back: turns)
    if let next {
      due = due.map { min($0, next) } ?? next
      turn.signal()
    }
    turn.unlock()
  }

  private var hasToStop: Bool { turn.withLock { isStopping } }

  /// What was claimed and not touched waits again, in doubt where it was.
  private static func step(back claimed: ClaimedText, _ now: Date) -> OutboxStep {
    claimed.doubt == nil ? .hold(until: now, .tooFast) : .holdAsking(until: now, .tooFast)
  }

  /// Hands one text over, or asks the gateway about it.
  private func handOver(_ claimed: ClaimedText) -> OutboxStep {
    let asked = gateway as? any AskableGateway
    if let doubt = claimed.doubt {
      guard let asked else { return rules.stepAfterRestart(canAsk: false, at: clock()) }
      let reference = claimed.text.reference
      let answer = send(asked.request(asking: reference, at: clock()))
      return rules.step(
        after: asked.lookup(of: answer, for: reference), tries: claimed.tries + 1,
        asked: doubt.asked + 1, handedOver: doubt.handedOver, absences: count(answer),
        at: clock())
    }
    let request: WireRequest
    do {
      request = try gateway.request(sending: claimed.text, at: clock())
    } catch {
      return .failed(.unsendable(error))
    }
    let answer = send(request)
    return rules.step(
      after: gateway.outcome(of: answer, at: clock()), tries: claimed.tries + 1,
      canAsk: asked != nil, absences: count(answer), at: clock())
  }

  /// How often in a row the gateway was not reached.
  private func count(_ answer: WireAnswer) -> Int {
    turn.withLock {
      if answer != .notReached {
        absences = 0
      } else if heldUntil == nil {
        absences += 1
        heldUntil = clock() + rules.absence.first
      }
      return max(absences, 1)
    }
  }

  /// Records what came of it; while the disk refuses, again and again: what is not recorded stays
  /// in doubt.
  private func record(_ steps: [TextStep]) {
    note(steps.map(\.step))
    while true {
      do { return try outbox.record(steps, at: clock()) } catch {
        log.error("what was sent could not be recorded: \(error)")
      }
      if rest(1) { return }
    }
  }

  private func note(_ steps: [OutboxStep]) {
    turn.lock()
    defer { turn.unlock() }
    for step in steps {
      switch step {
      case .sent: counted.sent += 1
      case .sendAgain: counted.again += 1
      case .hold(let until, let reason), .holdAsking(let until, let reason):
        heldUntil = max(until, heldUntil ?? until)
        counted.held = reason
      case .ask, .perhapsSent: counted.perhaps += 1
      case .failed, .optedOut: counted.failed += 1
      }
    }
  }

  /// Looks, every few seconds, whether a conversation is due.
  private func watch() {
    while true {
      do {
        _ = try outbox.tick(at: clock())
      } catch {
        log.error("the timers of conversations could not be run: \(error)")
      }
      nudge()
      if rest(15) { return }
    }
  }

  /// Waits so many seconds, or less when it is over; whether it is. Not on `turn`, where a nudge
  /// would wake it in a sender's stead.
  private func rest(_ seconds: TimeInterval) -> Bool {
    let until = Date(timeIntervalSinceNow: seconds)
    ending.lock()
    defer { ending.unlock() }
    while !hasToEnd, ending.wait(until: until) {}
    return hasToEnd
  }
}
