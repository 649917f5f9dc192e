import SurveyCore

/// A report being put together.
struct Draft {
  let material: Material
  private(set) var findings: [Finding] = []
  private(set) var sections: [Section] = []
  /// The first says that figures are information and not indicators; every table has it.
  private(set) var notes = [Words.information]
  private(set) var observations: [Observation] = []

  init(_ material: Material) { self.material = material }

  /// The number of a note, which is added where it is not there yet.
  mutating func note(_ words: String) -> Int {
    if let index = notes.firstIndex(of: words) { return index + 1 }
    notes.append(words)
    return notes.count
  }

  /// A table with the note that every table has, and with those given.
  mutating func table(
    _ id: String, _ title: String, _ columns: [Table.Column], _ rows: [[Cell]],
    notes: [String] = []
  ) -> Table {
    var numbers = [1]
    for words in notes {
      let number = note(words)
      if !numbers.contains(number) { numbers.append(number) }
    }
    return Table(id: id, title: title, columns: columns, rows: rows, notes: numbers)
  }

  /// Adds a section; one with nothing in it is left out, unless it heads others.
  mutating func section(
    _ id: String, _ title: String, level: Int, startsPage: Bool = false,
    isPrinted: Bool = true, _ blocks: [Block]
  ) {
    guard level == 2 || !blocks.isEmpty else { return }
    sections.append(
      Section(
        id: id, title: title, level: level, startsPage: startsPage, isPrinted: isPrinted,
        blocks: blocks))
  }

  mutating func find(_ finding: Finding) { findings.append(finding) }

  mutating func observe(_ more: [Observation]) { observations += more }

  func document(_ kind: String, title: String) -> Document {
    let isThere = Set(sections.map(\.id))
    return Document(
      kind: kind, title: title, authority: material.authority.name,
      isMadeUp: material.authority.isMadeUp, from: material.first, through: material.through,
      made: material.made, issue: material.issue, isChanged: material.isChanged,
      findings: findings.filter { isThere.contains($0.section) }, sections: sections, notes: notes,
      observations: observations)
  }
}

extension Cell {
  /// A number of people; nil is withheld.
  static func told(people: Int?) -> Cell { people.map(Cell.count) ?? .symbol(.confidential) }

  /// A share in whole per cent; nil is withheld.
  static func told(_ share: Share?) -> Cell { share?.cell ?? .symbol(.confidential) }

  /// A number in tenths; nil is withheld.
  static func told(tenths: Int?) -> Cell { tenths.map(Cell.tenths) ?? .symbol(.confidential) }
}

extension Figure {
  /// Cells for n, the favourable share and the ends of its interval. Of nobody there is no share.
  var cells: [Cell] {
    guard n != 0 else { return [.count(0)] + Array(repeating: .symbol(.notApplicable), count: 3) }
    return [
      .told(people: n), .told(favourable), .told(tenths: favourable?.interval.low),
      .told(tenths: favourable?.interval.high),
    ]
  }

  /// Whether the favourable share is told.
  var isTold: Bool { favourable != nil }
}
