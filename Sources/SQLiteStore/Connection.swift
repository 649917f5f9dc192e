import Foundation
import GRDB
import SurveyCore

/// How connections are set up, and what is checked before a file is taken for a store.
enum Connection {
  /// Kilobytes of page cache: the writer's holds a batch, a reader's a few pages.
  private static let writerCache = 8192
  private static let readerCache = 1024
  /// Pages in the log before the writer copies them to the file.
  private static let checkpointPages = 4000

  /// One writer, the only connection that ever checkpoints, and readers beside it.
  ///
  /// SQLite before 3.51.3, so Debian's, can damage a file when two connections write or checkpoint
  /// at the same instant.
  static func pool(_ path: String) throws -> any DatabaseWriter {
    let isNew = try isMissing(path)
    if isNew { try Disk.makePrivateFile(path) } else { try check(path) }
    let pool = try DatabasePool(path: path, configuration: configuration())
    try pool.writeWithoutTransaction { database in
      // GRDB sets NORMAL as it opens, which would let a thanked answer vanish with the power.
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA cache_size = -\(writerCache)")
      try database.execute(sql: "PRAGMA wal_autocheckpoint = \(checkpointPages)")
      try migrate(database)
    }
    if isNew { try Disk.sync(folderOf: path) }
    return pool
  }

  static func memory() throws -> any DatabaseWriter {
    let queue = try DatabaseQueue(configuration: configuration())
    try queue.writeWithoutTransaction(migrate)
    return queue
  }

  /// Connections that can only read, for a command beside a running server.
  static func reader(_ path: String) throws -> any DatabaseWriter {
    guard try !isMissing(path) else { throw StoreError.broken("there is no store here") }
    try check(path)
    var configuration = configuration()
    configuration.readonly = true
    return try DatabasePool(path: path, configuration: configuration)
  }

  /// Checks a file, and gives how many of the schema's steps it has seen.
  ///
  /// - Throws: `StoreError.broken` when the file is not a store, or is of a later version.
  @discardableResult
  static func check(_ path: String) throws -> Int {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    let version = try queue.read { database in
      guard try Int32.fetchOne(database, sql: "PRAGMA application_id") == Schema.applicationID
      else {
        throw StoreError.broken("the file is not a Heard store")
      }
      return try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }
    if version > Schema.steps.count {
      throw StoreError.broken("the store was made by a later Heard (version \(version))")
    }
    return version
  }

  private static func isMissing(_ path: String) throws -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { return true }
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    return size == 0
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      for pragma in [
        "secure_delete = ON", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0",
        "temp_store = MEMORY", "cache_size = -\(readerCache)", "wal_autocheckpoint = 0",
      ] {
        try database.execute(sql: "PRAGMA \(pragma)")
      }
    }
    return configuration
  }

  private static func migrate(_ database: Database) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    for (index, step) in Schema.steps.enumerated().dropFirst(version) {
      try database.inTransaction(.immediate) {
        try database.execute(sql: step)
        try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(index + 1)")
        return .commit
      }
    }
  }
}
