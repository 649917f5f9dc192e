import Foundation
import GRDB
import SurveyCore

/// The writer's connection with its statements, within a batch's transaction.
final class Ledger {
  let database: Database
  let shelf: Shelf
  let makeID: @Sendable () -> UUID
  let commands: Commands
  /// Statements that are not needed by every store, prepared when they are first run.
  var prepared: [String: Command] = [:]
  /// Numbers of slices met before, so that most responses need not look theirs up.
  private var slices: [Slice: Int] = [:]
  /// Those of them that were made in this transaction, and go if it or its job is undone.
  private var made: [Slice] = []
  /// About how many responses' answers wait to be sorted in.
  var unsorted: Int

  init(_ database: Database, shelf: Shelf, makeID: @escaping @Sendable () -> UUID) throws {
    (self.database, self.shelf, self.makeID) = (database, shelf, makeID)
    commands = try Commands(database)
    unsorted = try Int.fetchOne(database, sql: "SELECT count(*) FROM unsorted") ?? 0
  }

  var isInTransaction: Bool { database.isInsideTransaction }

  func begin() throws { try commands.begin.run() }

  func commit() throws {
    try commands.commit.run()
    made = []
  }

  /// Undoes the whole transaction, if SQLite has not done so itself.
  func undo() {
    if isInTransaction { try? database.rollback() }
    // Not only those made last: a job that failed forgot which were made before it.
    (slices, made) = ([:], [])
    shelf.clear()
  }

  /// Runs `body`; when it throws, what it wrote is undone and nothing else.
  func inSavepoint<Result>(_ body: () throws -> Result) throws -> Result {
    try commands.savepoint.run()
    do {
      let result = try body()
      try commands.release.run()
      return result
    } catch {
      guard isInTransaction else { throw error }
      forgetMade()
      try commands.rollBack.run()
      try commands.release.run()
      throw error
    }
  }

  private func forgetMade() {
    for slice in made { slices[slice] = nil }
    made = []
  }

  /// The number of a slice, which is made when it was never met.
  func number(of slice: Slice) throws -> Int {
    if let known = slices[slice] { return known }
    let found = try commands.findSlice.first(
      .int(slice.collection), .text(slice.audience), .text(slice.language),
      .text(slice.channel), .text(slice.month), .flag(slice.wasHelped), .flag(slice.isPartial)
    ) { try $0.get(0, as: Int.self) }
    let number = try found ?? makeNumber(for: slice)
    if slices.count >= 4096 { slices = [:] }
    slices[slice] = number
    return number
  }

  /// Draws a free number by lot: numbers in a row would tell which slice was met first.
  private func makeNumber(for slice: Slice) throws -> Int {
    var chance = SystemRandomNumberGenerator()
    while true {
      let number = Int.random(in: 1..<(1 << 23), using: &chance)
      try commands.addSlice.run(
        .int(number), .int(slice.collection), .text(slice.audience), .text(slice.language),
        .text(slice.channel), .text(slice.month), .flag(slice.wasHelped),
        .flag(slice.isPartial))
      if database.changesCount == 1 {
        made.append(slice)
        return number
      }
    }
  }

  func codebook(_ edition: Int) throws -> Codebook {
    guard let codebook = try shelf.codebook(edition, from: database) else {
      throw StoreError.broken("edition \(edition) is missing")
    }
    return codebook
  }
}

/// Everything responses are counted by, but what was said.
struct Slice: Hashable {
  let collection: Int
  let audience: String
  let language: String
  let channel: String
  let month: String
  let wasHelped: Bool
  let isPartial: Bool

  init(of response: Response) {
    (collection, audience, language) =
      (response.collection, response.audience, response.language.code)
    (channel, month) = (response.channel.rawValue, "\(response.day.inMonth)")
    (wasHelped, isPartial) = (response.wasHelped, response.isPartial)
  }

  init(of journey: LiveJourney, in month: Month) {
    (collection, audience, language) =
      (journey.collection, journey.audience, journey.language.code)
    (channel, self.month) = (journey.channel.rawValue, "\(month)")
    (wasHelped, isPartial) = (journey.wasHelped, true)
  }
}

extension UUID {
  /// Its sixteen bytes.
  var bytes: [UInt8] {
    let (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p) = uuid
    return [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p]
  }
}
