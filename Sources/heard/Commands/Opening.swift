import Foundation
import SQLiteStore
import SurveyCore

/// Has a change made by the running server, or makes it here where none runs.
///
/// Only what is published begins a data folder: a slip in `--data` makes none.
func administer(_ request: AdminRequest, in data: DataOptions) throws -> AdminReply {
  let reply: AdminReply
  if let answered = try askServer(request, in: data.folder) {
    reply = answered
  } else {
    if case .publish = request { try data.make() } else { try data.checkStore() }
    reply = try holding(data, for: "a heard command") {
      let settings = try Settings.read(data.settings)
      let store = try SQLiteStore.open(data.store.path)
      let administration = Administration(
        store: store, evidence: store, figures: store, authority: settings.authority,
        base: settings.base(), zone: settings.zone, keys: KeyFolder(data.keys),
        texts: { try settings.texts(in: store, keys: data.keys) })
      let reply = administration.perform(request)
      try store.close()
      return reply
    }
  }
  if case .refused(let reason) = reply { throw Refused(reason) }
  return reply
}

/// Opens the data folder's store for reading, beside a running server or without one. One that was
/// last opened by an older Heard is brought up to date first.
func openToRead(_ data: DataOptions) throws -> SQLiteStore {
  try data.checkStore()
  // SQLite reads beside a writer by a file that it must find or make.
  let manager = FileManager.default
  guard
    manager.isWritableFile(atPath: data.folder.path)
      || manager.fileExists(atPath: data.store.path + "-shm")
  else {
    throw Refused(
      "\(data.folder.path) may not be written, which reading needs; run this as its owner")
  }
  do {
    if try SQLiteStore.isOlder(data.store.path) {
      try holding(data, for: "a heard command") { try SQLiteStore.open(data.store.path).close() }
    }
    return try SQLiteStore.readOnly(data.store.path)
  } catch StoreError.broken(let reason) {
    throw Refused("\(data.store.path) cannot be opened: \(reason)")
  }
}

/// Does `work` as the one process that writes in the data folder.
func holding<T>(_ data: DataOptions, for purpose: String, _ work: () throws -> T) throws -> T {
  let lock = try holdFolder(data, for: purpose)
  let result = try work()
  withExtendedLifetime(lock) {}
  return result
}

/// Takes the data folder's lock.
func holdFolder(_ data: DataOptions, for purpose: String) throws -> FolderLock {
  do {
    return try FolderLock(data.folder.path, for: purpose)
  } catch .held(let holder) {
    throw Refused("\(data.folder.path) is in use by \(holder.isEmpty ? "another" : holder)")
  } catch {
    throw Refused("\(data.folder.path) cannot be written; check its permissions")
  }
}
