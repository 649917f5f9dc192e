import GRDB
public import SurveyCore

extension SQLiteStore: FigureSource {
  public func counts(survey: String, months: ClosedRange<Month>) throws(StoreError) -> [Count] {
    try read { database in
      var tally = Tally()
      let slices = try Row.fetchCursor(
        database, sql: Self.slicesCounted,
        arguments: [survey, "\(months.lowerBound)", "\(months.upperBound)"])
      while let row = try slices.next() { try tally.add(slice: row) }
      for sql in [Self.counting, Self.countingUnsorted] {
        let counts = try Row.fetchCursor(
          database, sql: sql,
          arguments: [survey, "\(months.lowerBound)", "\(months.upperBound)"])
        while let row = try counts.next() {
          tally.add(try row.get(2), to: try row.get(0), option: try row.get(1))
        }
      }
      return try tally.counts { try self.shelf.codebook($0, from: database)?.meanings ?? [:] }
    }
  }

  public func editions(of survey: String) throws(StoreError) -> [Edition] {
    try read { database in
      try Int.fetchAll(
        database, sql: "SELECT id FROM editions WHERE survey = ? ORDER BY number",
        arguments: [survey]
      ).compactMap { try self.shelf.codebook($0, from: database)?.edition }
    }
  }

  private static let slicesCounted = """
    SELECT slices.id, collections.edition, slices.audience, slices.channel, places.name,
      slices.month
    FROM slices JOIN collections ON collections.id = slices.collection
      JOIN places ON places.id = collections.place
    WHERE collections.edition IN (SELECT id FROM editions WHERE survey = ?)
      AND slices.month BETWEEN ? AND ?
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
}

/// Adds up the counts of slices that differ only in what figures do not tell apart: language,
/// helper, completeness, and the collection at a place.
private struct Tally {
  private struct Group: Hashable {
    let edition: Int
    let audience: String
    let channel: Channel
    let place: String
    let month: Month
  }

  private var groups: [Group] = []
  private var numbers: [Group: Int] = [:]
  private var groupOfSlice: [Int: Int] = [:]
  /// By group, then by option.
  private var sums: [[Int: Int]] = []

  mutating func add(slice row: Row) throws {
    guard let channel = Channel(rawValue: try row.get(3)),
      let month = Month(try row.get(5, as: String.self))
    else { throw StoreError.broken("a slice cannot be read") }
    let group = Group(
      edition: try row.get(1), audience: try row.get(2), channel: channel, place: try row.get(4),
      month: month)
    let number = numbers[group] ?? groups.count
    if number == groups.count {
      groups.append(group)
      numbers[group] = number
      sums.append([:])
    }
    groupOfSlice[try row.get(0)] = number
  }

  mutating func add(_ count: Int, to slice: Int, option: Int) {
    guard let group = groupOfSlice[slice] else { return }
    sums[group][option, default: 0] += count
  }

  func counts(
    meanings: (_ edition: Int) throws -> [Int: (question: String, value: String)]
  ) throws -> [Count] {
    var counts: [Count] = []
    for (group, sums) in zip(groups, sums) {
      let meanings = try meanings(group.edition)
      for (option, number) in sums {
        guard let (question, value) = meanings[option] else { continue }
        counts.append(
          Count(
            edition: group.edition, question: question, said: Count.Said(stored: value),
            audience: group.audience, channel: group.channel, place: group.place,
            month: group.month, number: number))
      }
    }
    return counts
  }
}

extension Count.Said {
  /// What an option's value stands for.
  fileprivate init(stored value: String) {
    switch value {
    case Codebook.answered: self = .answered
    case Codebook.skipped: self = .skipped
    case Codebook.notUnderstood: self = .notUnderstood
    default: self = .chose(value)
    }
  }
}
