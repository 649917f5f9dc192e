import Foundation
import GRDB
import SurveyCore

/// Editions read once and kept, as they never change.
final class Shelf: Sendable {
  private let codebooks = Locked([Int: Codebook]())

  /// The edition with this id and its options; nil when there is none.
  func codebook(_ id: Int, from database: Database) throws -> Codebook? {
    if let known = known(id) { return known }
    let row = try Row.fetchOne(
      database, sql: "SELECT id, number, hash, content, published FROM editions WHERE id = ?",
      arguments: [id])
    guard let row else { return nil }
    let codebook = try Codebook(Self.edition(row), from: database)
    codebooks.with { $0[id] = codebook }
    return codebook
  }

  /// What is known without asking the disk.
  func known(_ id: Int) -> Codebook? { codebooks.with { $0[id] } }

  /// Forgets everything, for when a transaction that read its own writes was undone.
  func clear() { codebooks.with { $0 = [:] } }

  private static func edition(_ row: Row) throws -> Edition {
    guard let survey = try? Survey(canonical: row.get(3, as: Data.self)),
      let hash = Fingerprint(bytes: try row.get(2, as: Data.self)),
      let published = Day(try row.get(4, as: String.self))
    else { throw StoreError.broken("an edition cannot be read") }
    return Edition(
      id: try row.get(0), number: try row.get(1), survey: survey, hash: hash, published: published)
  }
}
