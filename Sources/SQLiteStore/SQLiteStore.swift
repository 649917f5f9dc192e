public import Foundation
import GRDB
public import SurveyCore

/// Keeps storage's promises in one SQLite file.
///
/// One thread writes, over one connection, which alone checkpoints; readers have their own. Hold
/// the folder's lock (`FolderLock`) while a store is open for writing.
public final class SQLiteStore: Sendable {
  let path: String?
  let database: any DatabaseWriter & Sendable
  let writer: Writer?
  let sessions = Sessions()
  let shelf: Shelf
  /// Collections read once; the writer empties it whenever one changes.
  let known = Locked(Known())

  struct Known {
    var version = 0
    var collections: [Int: Collection] = [:]
    var openLinks: [Fingerprint: Int] = [:]

    static let mostLinks = 4096
  }

  /// Opens the store in the file at `path`, which is made if it is not there.
  ///
  /// `makeID` gives ids to what the store makes by itself: comments and partial responses.
  public static func open(
    _ path: String, makeID: @escaping @Sendable () -> UUID = { UUID() }
  ) throws(StoreError) -> SQLiteStore {
    try translated { SQLiteStore(try Connection.pool(path), at: path, makeID: makeID) }
  }

  /// Opens the store for reading, beside a process that may be writing to it.
  ///
  /// Whatever writes is refused.
  public static func readOnly(_ path: String) throws(StoreError) -> SQLiteStore {
    try translated { SQLiteStore(try Connection.reader(path), at: path, makeID: nil) }
  }

  /// Whether the store at `path` was last opened by an older Heard, and lacks tables of this one.
  public static func isOlder(_ path: String) throws(StoreError) -> Bool {
    try translated { try Connection.check(path) < Schema.steps.count }
  }

  /// A store that goes with the process, for tests.
  public static func inMemory(
    makeID: @escaping @Sendable () -> UUID = { UUID() }
  ) throws(StoreError) -> SQLiteStore {
    try translated { SQLiteStore(try Connection.memory(), at: nil, makeID: makeID) }
  }

  private init(
    _ database: any DatabaseWriter & Sendable, at path: String?,
    makeID: (@Sendable () -> UUID)?
  ) {
    let shelf = Shelf()
    (self.database, self.path, self.shelf) = (database, path, shelf)
    writer = makeID.map { makeID in
      Writer(database) { try Ledger($0, shelf: shelf, makeID: makeID) }
    }
  }

  deinit { writer?.stop() }

  /// Writes what waits, then closes the file. Whatever comes later is refused.
  public func close() throws(StoreError) {
    writer?.close()
    try translated { try database.close() }
  }

  /// Runs `body` on a connection that sees one state of the store throughout.
  func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    try translated { try database.read(body) }
  }

  /// Writes with the next commit, and waits for it. Never call it on the writer's own thread.
  func write<Result: Sendable>(
    _ body: @escaping (Ledger) throws -> Result
  ) throws(StoreError) -> Result {
    guard let writer else { throw Self.isForReading }
    let outcome = Locked<Swift.Result<Result, StoreError>?>(nil)
    let done = DispatchSemaphore(value: 0)
    @Sendable func settle(_ result: Swift.Result<Result, StoreError>) {
      outcome.with { $0 = result }
      done.signal()
    }
    try writer.add(
      Job(
        isAwaited: true,
        run: { ledger in
          let result = try body(ledger)
          return { settle(.success(result)) }
        }, failed: { settle(.failure($0)) }))
    done.wait()
    guard let outcome = outcome.with({ $0 }) else { throw .broken("a write went unanswered") }
    return try outcome.get()
  }

  static let isForReading = StoreError.refused("the store is open for reading only")
}
