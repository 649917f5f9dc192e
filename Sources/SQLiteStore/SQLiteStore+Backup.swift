import Foundation
import GRDB
public import SurveyCore

extension SQLiteStore {
  /// Copies everything kept to a new file, whole and synced. Journeys under way are left out: what
  /// is wiped within the day must not live on in a backup, and neither must a code; and answers are sorted in first, since
  /// those that wait came after the rest.
  ///
  /// - Throws: `StoreError.refused` when the file is there already.
  public func backup(to path: String) throws(StoreError) {
    try write { try $0.sortIn() }
    try translated {
      try Self.make(path) { part in
        try database.unsafeRead { database in
          try database.execute(sql: "VACUUM INTO ?", arguments: [part])
        }
        try Self.dropPassing(from: part)
      }
    }
  }

  /// Makes the store at `path` from a backup, once all of it was found well.
  ///
  /// - Throws: `StoreError.refused` when there is a store already, `.broken` with the first fault
  ///   when the backup is not whole.
  public static func restore(
    _ backup: String, to path: String
  ) throws(StoreError) -> Verification {
    try translated {
      // SQLite would play an older store's log into the restored one.
      for ending in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + ending) {
        throw StoreError.refused("\(path)\(ending) of an older store is there; move it away too")
      }
      let store = try SQLiteStore.readOnly(backup)
      let verification = try store.verify()
      try store.close()
      if let fault = verification.faults.first { throw StoreError.broken(fault) }
      try make(path) { part in
        try FileManager.default.removeItem(atPath: part)
        try FileManager.default.copyItem(atPath: backup, toPath: part)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: part)
      }
      return verification
    }
  }

  /// Lets `fill` write a private file beside `path`, which takes its name once the disk has it.
  private static func make(_ path: String, fill: (_ part: String) throws -> Void) throws {
    let part = path + ".part"
    guard !FileManager.default.fileExists(atPath: path) else {
      throw StoreError.refused("there is a file of that name already")
    }
    try? FileManager.default.removeItem(atPath: part)
    try Disk.makePrivateFile(part)
    do {
      try fill(part)
      try Disk.sync(part)
      try FileManager.default.moveItem(atPath: part, toPath: path)
    } catch {
      try? FileManager.default.removeItem(atPath: part)
      throw error
    }
    try Disk.sync(folderOf: path)
  }

  private static func dropPassing(from path: String) throws {
    let copy = try DatabaseQueue(path: path)
    try copy.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA secure_delete = ON")
      try Self.dropPassingTexts(database)
      try database.execute(sql: "DELETE FROM journeys; DELETE FROM invitations")
    }
    try copy.close()
  }
}
