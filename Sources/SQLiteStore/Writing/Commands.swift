import GRDB

/// The statements of the hot path, prepared once for the writer's connection.
struct Commands {
  let begin, commit, savepoint, release, rollBack: Command
  let findSlice, addSlice: Command
  let carry, replace, findJourney, endJourney, dropJourney: Command
  let spend, findCollection: Command
  let addResponse, findDigest, addAnswers, addComment, addConcern, addDropout, addSign: Command
  let findReceived, noteReceived: Command

  init(_ database: Database) throws {
    func command(_ sql: String) throws -> Command { try Command(sql, on: database) }
    begin = try command("BEGIN IMMEDIATE")
    commit = try command("COMMIT")
    savepoint = try command("SAVEPOINT job")
    release = try command("RELEASE job")
    rollBack = try command("ROLLBACK TO job")
    findSlice = try command(
      """
      SELECT id FROM slices WHERE collection = ? AND audience = ? AND language = ?
        AND channel = ? AND month = ? AND helped = ? AND partial = ?
      """)
    addSlice = try command(
      "INSERT INTO slices VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING")
    carry = try command(Self.carrying)
    replace = try command("DELETE FROM journeys WHERE link = ? AND session <> ?")
    findJourney = try command("SELECT * FROM journeys WHERE session = ?")
    endJourney = try command(
      """
      UPDATE journeys SET finished = 1, link = NULL, channel = NULL, answers = NULL,
        sealed = NULL, helped = NULL, touched = (touched / 86400 + 1) * 86400
      WHERE session = ?
      """)
    dropJourney = try command("DELETE FROM journeys WHERE session = ?")
    spend = try command("UPDATE links SET spent = 1 WHERE token = ? AND spent = 0")
    findCollection = try command(
      """
      SELECT edition, audience, state, name, single_use
      FROM collections JOIN places ON places.id = place WHERE collections.id = ?
      """)
    addResponse = try command("INSERT INTO responses VALUES (?, ?, ?, ?)")
    findDigest = try command(
      """
      SELECT digest, month, day FROM responses JOIN slices ON slices.id = slice
      WHERE responses.id = ?
      """)
    addAnswers = try command("INSERT INTO unsorted VALUES (?, ?, ?)")
    addComment = try command("INSERT INTO comments VALUES (?, ?, ?, ?)")
    addConcern = try command("INSERT INTO concerns VALUES (?, ?, ?, ?, ?, NULL)")
    addDropout = try command(
      """
      INSERT INTO dropouts VALUES (?, ?, 1)
      ON CONFLICT (slice, question) DO UPDATE SET number = number + 1
      """)
    addSign = try command("INSERT INTO signs VALUES (?, ?)")
    findReceived = try command(
      """
      SELECT received, name FROM kiosks JOIN places ON places.id = place WHERE kiosks.id = ?
      """)
    noteReceived = try command("UPDATE kiosks SET received = ? WHERE id = ?")
  }

  /// A finished journey is not carried on, and neither is one whose link is spent or no
  /// single-use link of the collection.
  private static let carrying = """
    INSERT INTO journeys
      (session, link, collection, audience, language, channel, answers, sealed, helped, touched)
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
    WHERE ?2 IS NULL OR EXISTS (
      SELECT 1 FROM links JOIN collections ON collections.id = links.collection
      WHERE links.token = ?2 AND collections.id = ?3 AND spent = 0 AND single_use = 1)
    ON CONFLICT (session) DO UPDATE SET
      audience = excluded.audience, language = excluded.language, channel = excluded.channel,
      answers = excluded.answers, sealed = excluded.sealed, helped = excluded.helped,
      touched = excluded.touched
    WHERE finished = 0
    """
}
