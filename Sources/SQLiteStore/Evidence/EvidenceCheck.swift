import GRDB
import SurveyCore

extension SQLiteStore {
  /// Checks what stands beside the figures: that every coding is counted where its comment is, and
  /// that every imported item can be read; and that what was done is done about a concern.
  func evidence(_ database: Database) throws -> [String] {
    let astray = try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM codings JOIN comments ON comments.id = codings.comment
          JOIN responses ON responses.id = comments.response
        WHERE codings.slice <> responses.slice OR codings.option <> comments.option
        """)
    let loose = try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM (
          SELECT concern FROM concern_actions UNION SELECT concern FROM concern_ends)
        WHERE concern NOT IN (SELECT id FROM concerns UNION ALL SELECT id FROM text_concerns)
        """)
    let unread = (try? ImportedItem.fetch(from: database, where: "true", [])) == nil
    return (astray ?? 0 > 0 ? ["\(astray ?? 0) comments are coded where they are not counted"] : [])
      + (loose ?? 0 > 0 ? ["\(loose ?? 0) concerns that were acted on are not there"] : [])
      + (unread ? ["an imported item cannot be read"] : [])
  }
}
