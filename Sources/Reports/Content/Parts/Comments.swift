import SurveyCore

/// What a group wrote in their own words: themes that people coded, and what was released.
struct Comments {
  let group: Audience.Group
  let lists: [(survey: String, list: ThemeList)]

  init(_ group: Audience.Group, _ material: Material) {
    self.group = group
    lists = material.surveys.flatMap { sheets in
      (material.themes[sheets.survey] ?? []).filter { $0.group == group }.map {
        (sheets.survey, $0)
      }
    }
  }

  func blocks(_ draft: inout Draft) -> [Block] {
    guard !lists.isEmpty else { return [] }
    return [.paragraph(CommentWords.about)] + lists.flatMap { blocks($0.survey, $0.list, &draft) }
  }

  private func blocks(_ survey: String, _ list: ThemeList, _ draft: inout Draft) -> [Block] {
    let quotes = list.quotes.map { Block.quote(words: $0.words, from: group.quoted) }
    switch list.state {
    case .withheld: return [.paragraph(CommentWords.withheld(list.title))]
    case .cameLate: return [.paragraph(CommentWords.cameLate(list.title))] + quotes
    case .notAllCoded: return [.paragraph(CommentWords.notAllCoded(list.title))] + quotes
    case .told:
      guard let n = list.n, n > 0, !list.themes.isEmpty else {
        return [.paragraph(CommentWords.noTheme(list.title))] + quotes
      }
      return [themes(survey, list, n, &draft)] + quotes
    }
  }

  private func themes(_ survey: String, _ list: ThemeList, _ n: Int, _ draft: inout Draft) -> Block
  {
    let rows = list.themes.map { theme -> [Cell] in
      [.words(theme.title), .count(theme.share.count), theme.share.cell]
    }
    return .table(
      draft.table(
        "\(group.part)-\(survey)-\(anchor(list.question))-themes",
        CommentWords.title(list.title, n), CommentWords.columns, rows,
        notes: [CommentWords.several]))
  }
}

/// A list's id as part of an address: small letters, digits and hyphens.
func anchor(_ id: String) -> String {
  id.lowercased().unicodeScalars.split { !("a"..."z" ~= $0 || "0"..."9" ~= $0) }
    .map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
}
