import Foundation

/// What the site has done since it started, for the metrics: totals only, never by place.
public final class Counters: Sendable {
  public struct Totals: Sendable, Equatable {
    /// Answers by the first digit of their status.
    public var responses: [Int: Int] = [:]
    public var started = 0
    public var finished = 0
    public var left = 0
  }

  private final class Box: @unchecked Sendable {
    let lock = NSLock()
    var totals = Totals()
  }

  private let box = Box()

  public var totals: Totals { change { $0 } }

  func count(status: Int) { change { $0.responses[status / 100, default: 0] += 1 } }
  func start() { change { $0.started += 1 } }
  func finish() { change { $0.finished += 1 } }
  func leave() { change { $0.left += 1 } }

  private func change<T>(_ work: (inout Totals) -> T) -> T {
    box.lock.lock()
    defer { box.lock.unlock() }
    return work(&box.totals)
  }
}
