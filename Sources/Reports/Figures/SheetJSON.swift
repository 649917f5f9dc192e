import SurveyCore

extension FigureSheet {
  /// The sheet as JSON (RFC 8259). What is withheld is null, and named in `withheld` beside it.
  public var json: String { tree.text + "\n" }

  private var tree: JSON {
    .object([
      ("survey", .text(survey)), ("title", .text(title)),
      ("period", .object([("from", .text("\(from)")), ("through", .text("\(through)"))])),
      ("breakdown", JSON(breakdown?.rawValue)), ("editions", .array(editions.map(JSON.number))),
      ("note", .text(Words.information)), ("rules", .array(Words.rules.map(JSON.text))),
      ("method", .text(Words.method)), ("groups", .array(groups.map(\.tree))),
    ])
  }
}

extension GroupFigures {
  fileprivate var tree: JSON {
    .object([
      ("group", .text(group.rawValue)), ("questions", .array(questions.map(\.tree))),
      ("measures", .array(measures.map(\.tree))),
    ])
  }
}

extension FigureList {
  fileprivate var tree: JSON {
    let measured: [(String, JSON)] =
      level == .measure
      ? [] : [("measure", JSON(measure)), ("measureTitle", JSON(measureTitle))]
    return .object(
      [("id", .text(id)), ("title", .text(title))] + measured + [
        ("editions", .array(editions.map(JSON.number))), ("figures", .array(figures.map(\.tree))),
      ])
  }
}

extension Figure {
  fileprivate var tree: JSON {
    var fields: [(String, JSON)] = [("category", JSON(category)), ("rest", .truth(isRest))]
    fields.append(("n", n.map(JSON.number) ?? .null))
    if hasFavourable { fields.append(("favourable", favourable?.tree ?? .null)) }
    if !answers.isEmpty { fields.append(("answers", .array(answers.map(\.tree)))) }
    fields.append(("withheld", .array(withheld.map(JSON.text))))
    fields.append(("note", .text(note)))
    return .object(fields)
  }

  /// What is withheld, by the names of the fields.
  private var withheld: [String] {
    var names: [String] = n == nil ? ["n"] : []
    if hasFavourable, favourable == nil, n != 0 { names.append("favourable") }
    if answers.contains(where: { $0.share == nil }) { names.append("answers") }
    return names
  }
}

extension AnswerFigure {
  fileprivate var tree: JSON {
    .object([
      ("options", .array(options.map(JSON.text))), ("words", .array(words.map(JSON.text))),
      ("count", share.map { .number($0.count) } ?? .null),
      ("percentage", share.map { .number($0.percentage) } ?? .null),
    ])
  }
}

extension Share {
  fileprivate var tree: JSON {
    .object([
      ("count", .number(count)), ("percentage", .number(percentage)), ("low", .decimal(low)),
      ("high", .decimal(high)),
    ])
  }
}
