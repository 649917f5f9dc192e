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
    in months: ClosedRange<Month>
  ) throws(StoreError) -> [String: [Asking]] {
    try read { database in
      let rows = try Row.fetchAll(database, sql: Self.asking)
      let isAnyKnown = try rows.contains { row in
        try [5, 6, 7].contains { try row.get($0, as: Int?.self) != nil }
      }
      let finished = isAnyKnown ? try Self.finished(database, months) : [:]
      var askings: [String: [Asking]] = [:]
      for row in rows {
        let asking = try Asking(row, finished: finished)
        askings[try row.get(8), default: []].append(asking)
      }
      return askings
    }
  }

  /// Responses by collection. Nothing leads from a collection to its responses, so it is one pass
  /// over all of them, made only where there is something to set them against.
  private static func finished(
    _ database: Database, _ months: ClosedRange<Month>
  ) throws -> [Int: Int] {
    let slices = try Row.fetchAll(
      database,
      sql: "SELECT id, collection FROM slices WHERE month BETWEEN ? AND ? AND partial = 0",
      arguments: ["\(months.lowerBound)", "\(months.upperBound)"])
    let numbers = try responses(in: database)
    return try slices.reduce(into: [:]) { finished, row in
      finished[try row.get(1), default: 0] += numbers[try row.get(0)] ?? 0
    }
  }

  public func themeCounts(
    survey: String, months: ClosedRange<Month>
  ) throws(StoreError) -> [ThemeCount] {
    try read { database in
      var sums: [ThemeCount.Cell: Int] = [:]
      let rows = try Row.fetchCursor(
        database, sql: Self.themes,
        arguments: [survey, "\(months.lowerBound)", "\(months.upperBound)"])
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
    survey: String, months: ClosedRange<Month>
  ) throws(StoreError) -> [Quote] {
    try read { database in
      try Row.fetchAll(
        database, sql: Self.released,
        arguments: [survey, "\(months.lowerBound)", "\(months.upperBound)"]
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

  /// The slices of a survey's months.
  private static let counted = """
    slices.collection IN (
      SELECT collections.id FROM collections JOIN editions ON editions.id = edition
      WHERE survey = ?) AND slices.month BETWEEN ? AND ?
    """

  private static let asking = """
    SELECT collections.id, editions.number, places.name, collections.audience, opened, people,
      CASE WHEN single_use = 1 THEN made.number END, texted, editions.survey
    FROM collections JOIN editions ON editions.id = edition JOIN places ON places.id = place
      LEFT JOIN asked ON asked.collection = collections.id
      LEFT JOIN (SELECT collection, count(*) AS number FROM links GROUP BY collection) AS made
        ON made.collection = collections.id
    ORDER BY collections.id
    """
}

extension Asking {
  /// A row as `asking` gives it, with how many finished by collection.
  fileprivate init(_ row: Row, finished: [Int: Int]) throws {
    guard let opened = Day(try row.get(4, as: String.self)) else {
      throw StoreError.broken("a collection cannot be read")
    }
    let collection = try row.get(0, as: Int.self)
    self.init(
      collection: collection, edition: try row.get(1), place: try row.get(2),
      audience: try row.get(3), opened: opened, asked: try row.get(5), links: try row.get(6),
      texted: try row.get(7), finished: finished[collection] ?? 0)
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
