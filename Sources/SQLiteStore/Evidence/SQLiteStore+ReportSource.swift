import GRDB
public import SurveyCore

extension SQLiteStore: ReportSource {
  public func items(
    within months: ClosedRange<Month>
  ) throws(StoreError) -> [ImportedItem] {
    try read { database in
      try ImportedItem.fetch(
        from: database, where: "last BETWEEN ? AND ?",
        ["\(months.lowerBound)", "\(months.upperBound)"])
    }
  }

  public func askings(
    quarter: Month, frozenBy release: Release?
  ) throws(StoreError) -> [String: [Asking]] {
    try read { database in
      if let release {
        let frozen = "SELECT * FROM frozen_askings WHERE release = ?"
        return try Self.askings(in: database, by: frozen, [release.id]) { try $0.get(9) }
      }
      let answered = try Self.answered(quarter, in: database)
      let kept = "SELECT *, 0 AS answered FROM (\(Self.asked))"
      return try Self.askings(in: database, by: kept, []) { answered.contains(try $0.get(0)) }
    }
  }

  /// The collections that somebody finished in a quarter. Nothing leads from a collection to its
  /// responses, so it is one pass over all of them, made only where there is something to set them
  /// against.
  static func answered(_ quarter: Month, in database: Database) throws -> Set<Int> {
    let isAnyKnown = try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM (\(asked)) WHERE coalesce(people, links, texted) IS NOT NULL)
        """)
    guard isAnyKnown == true else { return [] }
    let slices = try Row.fetchAll(
      database,
      sql: "SELECT id, collection FROM slices WHERE month BETWEEN ? AND ? AND partial = 0",
      arguments: ["\(quarter)", "\(quarter.adding(2))"])
    let numbers = try responses(in: database)
    return try slices.reduce(into: []) { answered, row in
      if numbers[try row.get(0)] != nil { answered.insert(try row.get(1)) }
    }
  }

  /// By what `known` selects, under the names of `frozen_askings`.
  private static func askings(
    in database: Database, by known: String, _ arguments: StatementArguments,
    isAnswered: (Row) throws -> Bool
  ) throws -> [String: [Asking]] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT collections.id, editions.number, places.name, collections.audience, opened, people,
          links, texted, editions.survey, answered
        FROM (\(known)) AS known JOIN collections ON collections.id = known.collection
          JOIN editions ON editions.id = edition JOIN places ON places.id = place
        ORDER BY collections.id
        """, arguments: arguments)
    return try rows.reduce(into: [:]) { askings, row in
      let asking = try Asking(row, isAnswered: isAnswered(row))
      askings[try row.get(8), default: []].append(asking)
    }
  }

  public func themeCounts(
    survey: String, months: ClosedRange<Month>, frozenBy release: Release?
  ) throws(StoreError) -> [ThemeCount] {
    try read { database in
      var sums: [ThemeCount.Cell: Int] = [:]
      let rows = try Row.fetchCursor(
        database, sql: Self.themes,
        arguments: [survey, "\(months.lowerBound)", "\(months.upperBound)", release?.id])
      while let row = try rows.next() {
        let themes = try row.get(3, as: String.self).split(separator: " ").map(String.init)
        for counted in [.coded] + themes.map(ThemeCount.Counted.theme) {
          let cell = ThemeCount.Cell(
            edition: try row.get(0), question: try row.get(1), audience: try row.get(2),
            counted: counted)
          sums[cell, default: 0] += try row.get(4, as: Int.self)
        }
      }
      return sums.map { $0.count($1) }
    }
  }

  public func quotes(
    survey: String, months: ClosedRange<Month>, frozenBy release: Release?
  ) throws(StoreError) -> [Quote] {
    try read { database in
      try Row.fetchAll(
        database, sql: Self.released,
        arguments: [survey, "\(months.lowerBound)", "\(months.upperBound)", release?.id]
      ).map { row in
        Quote(
          edition: try row.get(0), question: try row.get(1), audience: try row.get(2),
          words: try row.get(3),
          themes: try row.get(4, as: String.self).split(separator: " ").map(String.init))
      }
    }
  }

  /// One pass over an index, slice by slice, as the answers are counted: it is in the order of the
  /// groups, so nothing is sorted.
  private static let themes = """
    SELECT editions.number, question, slices.audience, themes, count(*)
    FROM slices NOT INDEXED CROSS JOIN codings ON codings.slice = slices.id
      JOIN options ON options.id = codings.option JOIN editions ON editions.id = options.edition
    WHERE \(counted)
    GROUP BY slices.id, codings.option, codings.themes
    """

  /// By id, which was drawn by lot.
  private static let released = """
    SELECT editions.number, question, slices.audience, quote, themes
    FROM slices NOT INDEXED CROSS JOIN codings ON codings.slice = slices.id
      JOIN options ON options.id = codings.option JOIN editions ON editions.id = options.edition
    WHERE releaser IS NOT NULL AND \(counted) ORDER BY comment
    """

  /// The slices of a survey's months, and the comments that a release froze where there is one.
  private static let counted = """
    slices.collection IN (
      SELECT collections.id FROM collections JOIN editions ON editions.id = edition
      WHERE survey = ?1) AND slices.month BETWEEN ?2 AND ?3
    AND (?4 IS NULL OR codings.comment IN (
      SELECT comment FROM frozen_comments WHERE release = ?4))
    """

  /// What is known of how many every collection set out to ask.
  static let asked = """
    SELECT collections.id AS collection, people,
      CASE WHEN single_use = 1 THEN made.number END AS links, texted
    FROM collections LEFT JOIN asked ON asked.collection = collections.id
      LEFT JOIN (SELECT collection, count(*) AS number FROM links GROUP BY collection) AS made
        ON made.collection = collections.id
    """
}

extension Asking {
  fileprivate init(_ row: Row, isAnswered: Bool) throws {
    guard let opened = Day(try row.get(4, as: String.self)) else {
      throw StoreError.broken("a collection cannot be read")
    }
    self.init(
      collection: try row.get(0), edition: try row.get(1), place: try row.get(2),
      audience: try row.get(3), opened: opened, asked: try row.get(5), links: try row.get(6),
      texted: try row.get(7), isAnswered: isAnswered)
  }
}

extension ThemeCount {
  fileprivate struct Cell: Hashable {
    let edition: Int
    let question: String
    let audience: String
    let counted: Counted

    func count(_ number: Int) -> ThemeCount {
      ThemeCount(
        edition: edition, question: question, audience: audience, counted: counted, number: number)
    }
  }
}
