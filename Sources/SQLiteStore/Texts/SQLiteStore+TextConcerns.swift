import Foundation
import GRDB
public import SurveyCore

// What the registrar does with concerns raised by text: without the key.
extension SQLiteStore {
  public func openTextConcerns() throws(StoreError) -> [HeldConcern] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT id, collection, day, reason, heard IS NOT NULL FROM text_concerns
          WHERE closed IS NULL
          ORDER BY day, id
          """
      ).map { row in
        guard let id = UUID(stored: try row.get(0)), let day = Day(try row.get(2, as: String.self)),
          let reason = TextConcern.Reason(rawValue: try row.get(3))
        else { throw StoreError.broken("a concern raised by text cannot be read") }
        return HeldConcern(
          id: id, collection: try row.get(1), day: day, reason: reason, isHeard: try row.get(4))
      }
    }
  }
}
