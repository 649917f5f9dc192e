import Foundation
import GRDB
import SurveyCore

extension Ledger {
  /// Freezes what is counted in a quarter as the draft of its next issue, and gives its id.
  ///
  /// It goes through all answers of the quarter while nothing else is written: about a second for
  /// a quarter of a million responses.
  func freeze(_ quarter: Month, on day: Day) throws -> Int {
    let drafts = try Int.fetchAll(database, sql: "SELECT id FROM releases WHERE draft = 1")
    for draft in drafts { try discard(draft) }
    try sortIn()
    unsorted = 0
    try database.execute(
      sql: """
        INSERT INTO releases (quarter, issue, day, counts)
        SELECT ?1, coalesce(max(issue), 0) + 1, ?2, zeroblob(32) FROM releases WHERE quarter = ?1
        """, arguments: ["\(quarter)", "\(day)"])
    let release = Int(database.lastInsertedRowID)
    for sql in Self.freezing {
      try database.execute(
        sql: sql,
        arguments: [
          "release": release, "first": "\(quarter)", "last": "\(quarter.adding(2))",
        ])
    }
    let older = try older(than: release, of: quarter)
    try freezeAskings(of: release, quarter: quarter, upon: older)
    try freezeConcerns(of: release, quarter: quarter, upon: older)
    try database.execute(
      sql: "UPDATE releases SET counts = ? WHERE id = ?",
      arguments: [Data(try Frozen.hash(of: release, in: database).bytes), release])
    return release
  }

  /// The newest issue of a quarter before `release`; nil where there is none.
  private func older(than release: Int, of quarter: Month) throws -> Int? {
    try Int.fetchOne(
      database,
      sql: """
        SELECT id FROM releases WHERE quarter = ? AND id <> ? AND draft = 0
        ORDER BY issue DESC LIMIT 1
        """, arguments: ["\(quarter)", release])
  }

  /// Freezes how many were asked, of the collections that can bear on the quarter. Another issue
  /// keeps what the first says: between the two it would tell of one person who answered late by an
  /// older collection.
  private func freezeAskings(of release: Int, quarter: Month, upon older: Int?) throws {
    if let older {
      return try database.execute(
        sql: """
          INSERT INTO frozen_askings SELECT ?, collection, people, links, texted, answered
          FROM frozen_askings WHERE release = ?
          """, arguments: [release, older])
    }
    let answered = try SQLiteStore.answered(quarter, in: database)
    try database.execute(
      sql: """
        INSERT INTO frozen_askings
        SELECT * FROM (
          SELECT :release, collection, people, links, texted,
            collection IN (SELECT value FROM json_each(:answered)) AS answered
          FROM (\(SQLiteStore.asked)))
        WHERE answered OR collection IN (
          SELECT id FROM collections WHERE substr(opened, 1, 7) BETWEEN :first AND :last)
        """,
      arguments: [
        "release": release, "first": "\(quarter)", "last": "\(quarter.adding(2))",
        "answered": "\(answered.sorted())",
      ])
  }

  /// Makes a draft the newest issue of its quarter, or notes what was written of a release of which
  /// nothing was, and on which day.
  func release(_ draft: Release, with documents: [ReleasedDocument]) throws {
    // Its number may be another draft's by now.
    try database.execute(
      sql: """
        UPDATE releases SET draft = 0, day = ?1
        WHERE id = ?2 AND quarter = ?3 AND issue = ?4 AND counts = ?5
          AND CASE draft WHEN 1 THEN day = ?1
            ELSE NOT EXISTS (SELECT 1 FROM released_documents WHERE release = releases.id) END
        """,
      arguments: [
        "\(draft.day)", draft.id, "\(draft.quarter)", draft.issue, Data(draft.counts.bytes),
      ])
    guard database.changesCount == 1 else {
      throw StoreError.refused("another release came between; try again")
    }
    for document in documents {
      try database.execute(
        sql: "INSERT INTO released_documents VALUES (?, ?, ?)",
        arguments: [draft.id, document.name, Data(document.hash.bytes)])
    }
  }

  /// Forgets a draft, unless its number is another draft's by now.
  func discard(_ draft: Release) throws {
    let isThere = try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM releases WHERE id = ? AND quarter = ? AND issue = ? AND counts = ?)
        """,
      arguments: [draft.id, "\(draft.quarter)", draft.issue, Data(draft.counts.bytes)])
    if isThere == true { try discard(draft.id) }
  }

  /// Forgets a draft; a release stays.
  private func discard(_ draft: Int) throws {
    let isDraft = "(SELECT id FROM releases WHERE id = ? AND draft = 1)"
    let slices = "(SELECT id FROM frozen_slices WHERE release IN \(isDraft))"
    for sql in [
      "DELETE FROM frozen_counts WHERE slice IN \(slices)",
      "DELETE FROM frozen_dropouts WHERE slice IN \(slices)",
      "DELETE FROM frozen_slices WHERE release IN \(isDraft)",
      "DELETE FROM frozen_comments WHERE release IN \(isDraft)",
      "DELETE FROM frozen_askings WHERE release IN \(isDraft)",
      "DELETE FROM frozen_concerns WHERE release IN \(isDraft)",
      "DELETE FROM releases WHERE id IN \(isDraft)",
    ] {
      try database.execute(sql: sql, arguments: [draft])
    }
  }

  /// Slices in the order of what they are, so that their numbers say nothing; then what is counted
  /// in them.
  private static let freezing = [
    """
    INSERT INTO frozen_slices
      (release, edition, place, audience, channel, helped, month, responses)
    SELECT :release, edition, place, slices.audience, channel, helped, month,
      coalesce(sum(number), 0)
    FROM slices JOIN collections ON collections.id = collection
      LEFT JOIN (
        SELECT slice, count(*) AS number FROM responses
        WHERE slice IN (SELECT id FROM slices WHERE month BETWEEN :first AND :last)
        GROUP BY slice) AS sums ON sums.slice = slices.id
    WHERE month BETWEEN :first AND :last
    GROUP BY edition, place, slices.audience, channel, helped, month
    ORDER BY edition, place, slices.audience, channel, helped, month
    """,
    """
    WITH sums AS (
      SELECT answers.slice AS slice, option, count(*) AS number
      FROM slices NOT INDEXED CROSS JOIN answers ON answers.slice = slices.id
      WHERE month BETWEEN :first AND :last GROUP BY slices.id, option)
    INSERT INTO frozen_counts
    SELECT frozen_slices.id, option, sum(number) FROM sums \(meeting) GROUP BY frozen_slices.id, option
    """,
    """
    WITH sums AS (
      SELECT slice, question, number FROM dropouts JOIN slices ON slices.id = slice
      WHERE month BETWEEN :first AND :last)
    INSERT INTO frozen_dropouts
    SELECT frozen_slices.id, question, sum(number) FROM sums \(meeting)
    GROUP BY frozen_slices.id, question
    """,
    """
    INSERT INTO frozen_comments
    SELECT :release, comments.id
    FROM comments JOIN responses ON responses.id = comments.response
      JOIN slices ON slices.id = responses.slice
    WHERE month BETWEEN :first AND :last
    """,
  ]

  /// Joins what was counted of slices to the frozen ones they belong to.
  private static let meeting = """
    JOIN slices ON slices.id = sums.slice JOIN collections ON collections.id = collection
      JOIN frozen_slices ON frozen_slices.release = :release
        AND frozen_slices.edition = collections.edition
        AND frozen_slices.place = collections.place
        AND frozen_slices.audience = slices.audience AND frozen_slices.channel = slices.channel
        AND frozen_slices.helped = slices.helped AND frozen_slices.month = slices.month
    """
}

/// What a release froze, as it was on the day.
enum Frozen {
  /// SHA-256 of all that a release froze, in an order that does not depend on how it is kept.
  static func hash(of release: Int, in database: Database) throws -> Fingerprint {
    var bytes: [UInt8] = []
    for sql in content {
      let rows = try Row.fetchCursor(database, sql: sql, arguments: [release])
      while let row = try rows.next() {
        for value in row.databaseValues {
          bytes += Array("\(value.storage.value ?? "")".utf8)
          bytes.append(0x1F)
        }
        bytes.append(0x0A)
      }
    }
    return Fingerprint(of: bytes)
  }

  /// Slices are numbered from the release's first, so that the same counts have the same hash in
  /// another issue.
  private static let content = [
    """
    SELECT 'slice', id - \(first), edition, place, audience, channel, helped, month, responses
    FROM frozen_slices WHERE release = ?1 ORDER BY id
    """,
    """
    SELECT 'count', slice - \(first), option, number FROM frozen_counts
    WHERE slice IN (SELECT id FROM frozen_slices WHERE release = ?1) ORDER BY slice, option
    """,
    """
    SELECT 'stopped', slice - \(first), question, number FROM frozen_dropouts
    WHERE slice IN (SELECT id FROM frozen_slices WHERE release = ?1) ORDER BY slice, question
    """,
    """
    SELECT 'comment', hex(comment) FROM frozen_comments WHERE release = ?1 ORDER BY comment
    """,
    """
    SELECT 'asked', collection, people, links, texted, answered
    FROM frozen_askings WHERE release = ?1 ORDER BY collection
    """,
    """
    SELECT 'concerns', raised, heard, agreed, closed, overdue, earlier, earlier_overdue
    FROM frozen_concerns WHERE release = ?1
    """,
  ]

  private static let first = "(SELECT min(id) FROM frozen_slices WHERE release = ?1)"
}
