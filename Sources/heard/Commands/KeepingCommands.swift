import ArgumentParser
import Foundation
import SQLiteStore
import SurveyCore

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copies everything kept, but the keys, to a new file.")

  @OptionGroup var data: DataOptions
  @Argument(help: "The file to write; it must not exist yet.") var file: String

  func run() throws {
    try orRefused {
      _ = try administer(.backup(path: URL(fileURLWithPath: file).path), in: data)
      Output.line("backed up to \(file)")
    }
  }
}

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Puts a backup in the place of an empty data folder, after checking it.")

  @OptionGroup var data: DataOptions
  @Argument(help: "A file that 'heard backup' wrote.") var file: String

  func run() throws {
    try orRefused {
      try data.make()
      let found = try holding(data, for: "heard restore") {
        try SQLiteStore.restore(file, to: data.store.path)
      }
      Output.line("restored \(found.summary); \(try keysNeeded())")
    }
  }
}

extension Restore {
  /// Which keys the restored store needs, and whether they are there.
  private func keysNeeded() throws -> String {
    let store = try openToRead(data)
    let needed = [try kioskKeyNeeded(store), numberKeyNeeded(store)].compactMap { $0 }
    return needed.isEmpty ? "it needs no keys" : needed.joined(separator: "; ")
  }

  private func kioskKeyNeeded(_ store: SQLiteStore) throws -> String? {
    let kiosks = try store.kiosks().filter { $0.device.revoked == nil }
    guard let needed = kiosks.first?.device.sealingKey else { return nil }
    let file = KeyFolder(data.keys)
    let isThere = (try? file.sealingKey())?.publicKey == needed
    return "it needs the key \(KeyFolder.name(of: needed)) to which kiosks seal, which "
      + (isThere ? "is \(file.sealingFile.path)" : "must be put back as \(file.sealingFile.path)")
  }

  /// A store of before anybody was asked by text needs none.
  private func numberKeyNeeded(_ store: SQLiteStore) -> String? {
    guard (try? store.needsNumberKey()) == true else { return nil }
    let file = NumberKeyFile(in: data.keys)
    let isThere =
      FileManager.default.fileExists(atPath: file.path.path)
      && (try? store.mayBeSealed(with: file.key())) == true
    return "it needs the key of the numbers people text from, which "
      + (isThere ? "is \(file.path.path)" : "must be put back as \(file.path.path)")
  }
}

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks the integrity of everything kept; exit 1 if anything is wrong.")

  @OptionGroup var data: DataOptions

  func run() throws {
    try orRefused {
      let found = try openToRead(data).verify()
      for fault in found.faults { Output.error("heard: \(fault)") }
      guard found.faults.isEmpty else { throw ExitCode(1) }
      Output.line(found.summary)
    }
  }
}

extension Verification {
  var summary: String {
    "\(responses) responses, \(editions) editions, \(collections) collections, "
      + "\(concerns) concerns, \(kiosks) kiosks, integrity ok"
  }
}
