import Foundation
import GRDB
import SurveyCore

/// What a job does after the disk has what it wrote.
typealias Settlement = () -> Void

/// Something to write.
struct Job {
  /// Whether somebody waits for it; what nobody waits for may linger to share a commit.
  let isAwaited: Bool
  /// Whether it leaves nothing behind when it throws, so that it needs no savepoint.
  var isAtomic = false
  /// Runs within the batch's transaction.
  let run: (Ledger) throws -> Settlement
  /// Called instead when it was not stored.
  let failed: (StoreError) -> Void
}

/// The one thread that writes: it takes what has arrived and commits it together.
///
/// A job that breaks a rule leaves the others; when the disk fails, the whole batch is undone and
/// refused, and the next one tries again. Nothing is settled before its commit returned.
final class Writer: @unchecked Sendable {
  /// Jobs in one commit, and jobs that may wait.
  static let batch = 512
  static let limit = 10_000
  /// How long what nobody waits for lingers, and how long it rests after the disk failed.
  static let linger = Duration.milliseconds(20)
  static let rest = Duration.seconds(1)
  /// How long after the last commit the log is emptied.
  static let quiet = Duration.seconds(1)

  // All below are guarded by `turn`.
  private let turn = NSCondition()
  private var waiting: [Job] = []
  private var awaited = 0
  private var due = ContinuousClock.now
  private var isLogDirty = false
  private var isClosing = false
  private var hasEnded = false

  // Only the thread uses these.
  private let database: any DatabaseWriter
  private let makeLedger: (Database) throws -> Ledger
  private var ledger: Ledger?

  init(_ database: any DatabaseWriter, ledger: @escaping (Database) throws -> Ledger) {
    (self.database, makeLedger) = (database, ledger)
    let thread = Thread { [self] in work() }
    thread.name = "store writer"
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Queues a job.
  ///
  /// - Throws: `StoreError.busy` when too much waits, `.broken` when the store is closed.
  func add(_ job: Job) throws(StoreError) {
    turn.lock()
    defer { turn.unlock() }
    if isClosing { throw .broken("the store is closed") }
    if waiting.count >= Self.limit { throw .busy }
    if waiting.isEmpty { due = .now + Self.linger }
    waiting.append(job)
    awaited += job.isAwaited ? 1 : 0
    // Waking the thread costs more than the job: it wakes by itself when what lingers is due.
    if job.isAwaited || waiting.count == 1 { turn.broadcast() }
  }

  /// Puts a job that the disk refused before all others, to be tried again after a rest; false
  /// when it is too late for that.
  func addAgain(_ job: Job) -> Bool {
    turn.lock()
    defer { turn.unlock() }
    if isClosing { return false }
    waiting.insert(job, at: 0)
    awaited += job.isAwaited ? 1 : 0
    due = .now + Self.rest
    return true
  }

  /// Takes nothing more; the thread writes what waits and ends.
  func stop() {
    turn.lock()
    isClosing = true
    turn.broadcast()
    turn.unlock()
  }

  /// Stops, and waits until what waited is written. Never call it on the writer's own thread.
  func close() {
    stop()
    turn.lock()
    while !hasEnded { turn.wait() }
    turn.unlock()
  }

  private func work() {
    while let jobs = next() {
      if jobs.isEmpty { tidy() } else { commit(jobs) }
    }
    emptyLog()
    database.writeWithoutTransaction { _ in ledger = nil }
    turn.lock()
    hasEnded = true
    turn.broadcast()
    turn.unlock()
  }

  /// Waits for jobs; none means that it has been quiet for a while, nil that it is over.
  private func next() -> [Job]? {
    turn.lock()
    defer { turn.unlock() }
    while true {
      if waiting.isEmpty {
        if isClosing { return nil }
        if !isLogDirty { turn.wait(); continue }
        if !wait(Self.quiet), waiting.isEmpty, !isClosing {
          isLogDirty = false
          return []
        }
        continue
      }
      let left = due - .now
      if awaited > 0 || isClosing || left <= .zero { return take() }
      _ = wait(left)
    }
  }

  private func take() -> [Job] {
    let jobs = Array(waiting.prefix(Self.batch))
    waiting.removeFirst(jobs.count)
    for job in jobs where job.isAwaited { awaited -= 1 }
    due = .now
    isLogDirty = true
    return jobs
  }

  /// Whether something happened within `time`.
  private func wait(_ time: Duration) -> Bool {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    return turn.wait(until: Date(timeIntervalSinceNow: seconds))
  }

  private func commit(_ jobs: [Job]) {
    do {
      let settlements = try database.writeWithoutTransaction { database in
        let ledger = try self.ledger ?? makeLedger(database)
        self.ledger = ledger
        do {
          return try Self.write(jobs, to: ledger)
        } catch {
          ledger.undo()
          throw error
        }
      }
      for settle in settlements { settle() }
      database.writeWithoutTransaction { _ in
        if let ledger, ledger.isDueToSort { ledger.sort() }
      }
    } catch {
      for job in jobs.reversed() { job.failed(StoreError(error)) }
    }
  }

  private static func write(_ jobs: [Job], to ledger: Ledger) throws -> [Settlement] {
    try ledger.begin()
    var settlements: [Settlement] = []
    settlements.reserveCapacity(jobs.count)
    for job in jobs {
      do {
        settlements.append(
          try job.isAtomic ? job.run(ledger) : ledger.inSavepoint { try job.run(ledger) })
      } catch  where StoreError.isOfOneJob(error) && ledger.isInTransaction {
        let fault = StoreError(error)
        settlements.append { job.failed(fault) }
      }
    }
    try ledger.commit()
    return settlements
  }

  private func tidy() {
    database.writeWithoutTransaction { _ in ledger?.sort() }
    emptyLog()
  }

  /// Empties the log, so that what was committed together does not stay on the disk; not while
  /// somebody reads.
  private func emptyLog() {
    try? database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA busy_timeout = 0")
      defer { try? database.execute(sql: "PRAGMA busy_timeout = 5000") }
      try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }
}
