import SurveyCore

/// Whether those of one group who answered a survey are made up like those who could have, by age.
struct WhoIsMissing {
  /// What is known of how many could have answered.
  enum Base: Sendable, Hashable {
    /// Everybody who was asked was counted.
    case asked
    /// Somebody imported how many there are, from the sources named.
    case people([String])
  }

  let sheets: SurveySheets
  let group: Audience.Group
  let blocks: [AudienceReach]
  /// How many of each block could have answered.
  let people: [Int]
  let base: Base

  /// Nil where a group is not told apart, or where it is not known of every part how many could
  /// have answered.
  init?(_ who: WhoAnswered, _ sheets: SurveySheets, _ participation: Participation) {
    (self.sheets, group, blocks) = (sheets, participation.group, participation.audiences)
    guard blocks.count > 1 else { return nil }
    let asked = blocks.compactMap { who.asked(of: $0, sheets) }
    let populations = blocks.compactMap { who.material.population(of: $0.audiences) }
    if asked.count == blocks.count {
      (people, base) = (asked, .asked)
    } else if populations.count == blocks.count {
      people = populations.map(\.people)
      base = .people(Set(populations.flatMap(\.sources)).sorted())
    } else {
      return nil
    }
  }

  /// Parts of which fewer are known than the end of the range told are withheld: no more than there
  /// are can have answered, which would narrow it.
  private var parts: [Representation.Part] {
    zip(blocks, people).map { block, people in
      Representation.Part(
        name: sheets.titles(of: block.audiences),
        answered: people < block.responses.upperBound ? nil : block.responses, people: people)
    }
  }

  var rows: [[Cell]] {
    let representation = Representation(parts)
    return zip(representation.parts, representation.findings).map { part, finding in
      [
        .words(sheets.title), .words(part.name), .told(representation.share(of: part)),
        .told(Share(part.people, of: people.reduce(0, +))), .count(part.people),
        .words(finding.words),
      ]
    }
  }

  var note: String {
    switch base {
    case .asked: MissingWords.asked
    case .people(let sources): MissingWords.people(sources)
    }
  }
}

extension WhoAnswered {
  /// One row for each survey and age where it is known how many could have answered.
  func missing(_ draft: inout Draft) -> [Block] {
    let told = parts.compactMap { WhoIsMissing(self, $0.sheets, $0.participation) }
    guard !told.isEmpty else {
      return groups.contains(.child) ? [.paragraph(MissingWords.nothing)] : []
    }
    let notes = told.map(\.note).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let table = draft.table(
      "missing", MissingWords.title, MissingWords.columns, told.flatMap(\.rows),
      notes: [MissingWords.shares] + notes)
    return [.paragraph(MissingWords.about), .table(table)]
  }
}

extension Material {
  /// How many people of some audiences the service works with, by the newest that was imported of
  /// each; nil unless of all of them.
  func population(of audiences: [String]) -> (people: Int, sources: [String])? {
    let newest = audiences.compactMap { audience in
      items.filter { $0.population == audience }.max {
        ($0.through, $1.from) < ($1.through, $0.from)
      }
    }
    let numbers = newest.compactMap { item -> Int? in
      guard case .number(let number) = item.value, number.places == 0 else { return nil }
      return number.digits
    }
    guard numbers.count == audiences.count else { return nil }
    return (numbers.reduce(0, +), newest.map(\.source))
  }
}
