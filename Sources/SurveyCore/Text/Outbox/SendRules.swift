public import Foundation

/// What happens next to a message that was handed over, or may have been.
public enum OutboxStep: Sendable, Hashable {
  case sent(id: String?, TextDelivery)
  case sendAgain(at: Date)
  /// As if never tried; nothing else is sent until then either.
  case hold(until: Date, HoldReason)
  /// As if not asked about, where it may have been sent; nothing else is sent until then either.
  case holdAsking(until: Date, HoldReason)
  /// The gateway is asked by our reference whether it has it.
  case ask(at: Date)
  /// It may have been sent, and there is nobody to ask: it is not sent again.
  case perhapsSent
  case failed(SendFailure)
  /// The person is taken to have said STOP.
  case optedOut
}

/// Why a message is given up.
public enum SendFailure: Sendable, Hashable {
  case refused(SendRefusal)
  case unsendable(UnsendableText)
  case tooManyTries
}

/// When a message is tried again, and when it had better not be.
///
/// A question that comes twice is worse than one that comes late: what may have arrived is never
/// sent again before the gateway says that it has not.
public struct SendRules: Sendable, Hashable {
  /// How often a message is handed over at most.
  public var tries = 3
  /// Seconds before the second try; the third waits twice as long.
  public var wait: TimeInterval = 300
  /// How often a gateway is asked about one message.
  public var questions = 12
  /// Seconds before a gateway that was not reached is tried again: twice as many each time, and
  /// never more than the second, so that a safety text is not late once it is there again.
  public var absence: (first: TimeInterval, most: TimeInterval) { (5, 60) }
  /// How many messages may wait before no more invitations and reminders are put with
  /// them.
  public var crowd = 10_000

  public init() {}

  /// What the gateway's answer leads to. `tries` is how often the message was handed over, this
  /// time included; `canAsk` whether the gateway is an `AskableGateway`; `absences` how often in a
  /// row it was not reached, this time included.
  public func step(
    after outcome: SendOutcome, tries: Int, canAsk: Bool, absences: Int = 1, at now: Date
  ) -> OutboxStep {
    switch outcome {
    case .accepted(let id): .sent(id: id, .sent)
    case .retry(let seconds): again(after: tries, atLeast: Double(seconds ?? 0), now)
    case .hold(let reason, let seconds): .hold(until: now + Double(max(1, seconds)), reason)
    case .notReached: .hold(until: now + rest(after: absences), .notReached)
    case .perhaps: canAsk ? .ask(at: now + pause(after: tries)) : .perhapsSent
    case .refused(let refusal): .failed(.refused(refusal))
    case .optedOut: .optedOut
    }
  }

  /// What a message needs that was being handed over when we stopped.
  public func stepAfterRestart(canAsk: Bool, at now: Date) -> OutboxStep {
    canAsk ? .ask(at: now) : .perhapsSent
  }

  /// What the gateway's answer to our question leads to. By the time it is asked, the wait before
  /// another try is over.
  ///
  /// `asked` is how often it was asked about this message, this time included; `handedOver` when
  /// it may have got it. Notify lists a message a little later than it takes it, so that its not
  /// being there counts only after `wait`.
  public func step(
    after lookup: Lookup, tries: Int, asked: Int, handedOver: Date, absences: Int = 1, at now: Date
  ) -> OutboxStep {
    let settled = handedOver + wait
    switch lookup {
    case .found(let id, let delivery): return .sent(id: id, delivery)
    case .notFound where now < settled: return .ask(at: settled)
    case .notFound: return tries < self.tries ? .sendAgain(at: now) : .failed(.tooManyTries)
    case .notReached: return .holdAsking(until: now + rest(after: absences), .notReached)
    case .unknown: return asked < questions ? .ask(at: now + wait) : .perhapsSent
    }
  }

  private func rest(after absences: Int) -> TimeInterval {
    min(absence.first * pow(2, Double(max(0, absences - 1))), absence.most)
  }

  /// Whether invitations and reminders may join those that wait.
  public func mayCrowd(waiting: Int) -> Bool { waiting <= crowd }

  private func again(after tries: Int, atLeast seconds: TimeInterval, _ now: Date) -> OutboxStep {
    guard tries < self.tries else { return .failed(.tooManyTries) }
    return .sendAgain(at: now + max(seconds, pause(after: tries)))
  }

  private func pause(after tries: Int) -> TimeInterval { wait * Double(max(1, tries)) }
}
