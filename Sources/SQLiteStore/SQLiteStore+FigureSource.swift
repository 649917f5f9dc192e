import GRDB
public import SurveyCore

extension SQLiteStore: FigureSource {
  public func counts(survey: String, months: ClosedRange<Month>) throws(StoreError) -> [Count] {
    try read { database in
      var tally = CountTally()
      let bounds: StatementArguments = [survey, "\(months.lowerBound)", "\(months.upperBound)"]
      let slices = try Row.fetchCursor(database, sql: Self.slicesCounted, arguments: bounds)
      while let row = try slices.next() { try tally.add(slice: row) }
      for sql in [Self.counting, Self.countingUnsorted] {
        let counts = try Row.fetchCursor(database, sql: sql, arguments: bounds)
        while let row = try counts.next() {
          tally.add(try row.get(2), to: try row.get(0), option: try row.get(1))
        }
      }
      return try tally.counts { try self.shelf.codebook($0, from: database)?.meanings ?? [:] }
    }
  }

  public func turnouts(months: ClosedRange<Month>) throws(StoreError) -> [Turnout] {
    try read { database in
      var tally = CountTally()
      let bounds: StatementArguments = ["\(months.lowerBound)", "\(months.upperBound)"]
      let slices = try Row.fetchCursor(database, sql: Self.slicesAnswered, arguments: bounds)
      while let row = try slices.next() { try tally.add(slice: row) }
      for (slice, number) in try Self.responses(in: database) { tally.add(number, to: slice) }
      let stopped = try Row.fetchAll(database, sql: Self.stopped, arguments: bounds)
      return try tally.turnouts() + stopped.map(Turnout.init)
    }
  }

  /// Responses by slice, in one pass over all of them. They are added up here, since SQLite would
  /// sort them first.
  static func responses(in database: Database) throws -> [Int: Int] {
    var numbers: [Int: Int] = [:]
    let slices = try Int.fetchCursor(database, sql: "SELECT slice FROM responses")
    while let slice = try slices.next() { numbers[slice, default: 0] += 1 }
    return numbers
  }

  public func editions(of survey: String) throws(StoreError) -> [Edition] {
    try read { database in
      try Int.fetchAll(
        database, sql: "SELECT id FROM editions WHERE survey = ? ORDER BY number",
        arguments: [survey]
      ).compactMap { try self.shelf.codebook($0, from: database)?.edition }
    }
  }

  public func surveys() throws(StoreError) -> [String] {
    try read { database in
      try String.fetchAll(database, sql: "SELECT DISTINCT survey FROM editions ORDER BY survey")
    }
  }

  private static let slicesCounted = """
    \(slices) WHERE collections.edition IN (SELECT id FROM editions WHERE survey = ?)
      AND slices.month BETWEEN ? AND ?
    """

  private static let slicesAnswered = "\(slices) WHERE slices.month BETWEEN ? AND ?"

  private static let slices = """
    SELECT slices.id, collections.edition, slices.audience, slices.channel, slices.helped,
      places.name, slices.month
    FROM slices JOIN collections ON collections.id = slices.collection
      JOIN places ON places.id = collections.place
    """

  /// One pass over the key of `answers`, slice by slice: it is in the order of the groups, so
  /// nothing is sorted and nothing but the key is read.
  static let counting = """
    SELECT answers.slice, answers.option, count(*)
    FROM slices NOT INDEXED CROSS JOIN answers ON answers.slice = slices.id
    WHERE slices.collection IN (
        SELECT collections.id FROM collections JOIN editions ON editions.id = edition
        WHERE survey = ?)
      AND slices.month BETWEEN ? AND ?
    GROUP BY slices.id, answers.option
    """

  /// The few that were not sorted in yet.
  private static let countingUnsorted = """
    SELECT unsorted.slice, value, count(*)
    FROM unsorted CROSS JOIN slices ON slices.id = unsorted.slice, json_each(unsorted.options)
    WHERE slices.collection IN (
        SELECT collections.id FROM collections JOIN editions ON editions.id = edition
        WHERE survey = ?)
      AND slices.month BETWEEN ? AND ?
    GROUP BY unsorted.slice, value
    """

  private static let stopped = """
    SELECT edition, slices.audience, channel, helped, name, month, question, sum(number)
    FROM dropouts JOIN slices ON slices.id = dropouts.slice
      JOIN collections ON collections.id = slices.collection
      JOIN places ON places.id = collections.place
    WHERE month BETWEEN ? AND ?
    GROUP BY edition, slices.audience, channel, helped, name, month, question
    """
}

extension Turnout {
  /// A row of edition, audience, channel, helped, place, month, question (NULL for responses) and
  /// number.
  init(_ row: Row) throws {
    guard let channel = Channel(rawValue: try row.get(2)),
      let month = Month(try row.get(5, as: String.self))
    else { throw StoreError.broken("a slice cannot be read") }
    let question = try row.get(6, as: String?.self)
    self.init(
      edition: try row.get(0), reached: question.map { .stopped(after: $0) } ?? .response,
      audience: try row.get(1), channel: channel, wasHelped: try row.get(3),
      place: try row.get(4), month: month, number: try row.get(7))
  }
}
