import Foundation
import SQLiteStore
import SurveyCore

/// Has a change made by the running server, or makes it here where none runs.
func administer(_ request: AdminRequest, in data: DataOptions) throws -> AdminReply {
  let reply: AdminReply
  if let answered = try askServer(request, in: data.folder) {
    reply = answered
  } else {
    try data.make()
    reply = try holding(data, for: "a heard command") {
      let settings = try Settings.read(data.settings)
      let store = try SQLiteStore.open(data.store.path)
      let administration = Administration(
        store: store, authority: settings.authority, base: settings.base(), zone: settings.zone,
        keys: KeyFolder(data.keys), texts: { try settings.texts(in: store, keys: data.keys) })
      let reply = administration.perform(request)
      try store.close()
      return reply
    }
  }
  if case .refused(let reason) = reply { throw Refused(reason) }
  return reply
}

/// Opens the data folder's store for reading, beside a running server or without one.
func openToRead(_ data: DataOptions) throws -> SQLiteStore {
  guard FileManager.default.fileExists(atPath: data.store.path) else {
    throw Refused(
      "\(data.folder.path) holds nothing yet; publish a survey first, or name another --data")
  }
  return try SQLiteStore.readOnly(data.store.path)
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
