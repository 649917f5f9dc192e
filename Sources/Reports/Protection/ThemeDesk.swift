public import SurveyCore

/// Where themes and quotes are asked for: what people made of comments goes in, and only what may
/// be published beside a quarter's figures comes out.
///
/// A question answered in words has themes as a question with many boxes has options, and they are
/// told by the same rule, of the same people: those whom the sheet counts. So they are told only
/// once every comment was coded, and nothing can be set against a second number of people.
public struct ThemeDesk: Sendable {
  private let source: any ReportSource
  private let frame: ThemeFrame
  private let rule: Rule

  public init(source: any ReportSource, frame: ThemeFrame) {
    self.init(source: source, frame: frame, rule: .standard)
  }

  init(source: any ReportSource, frame: ThemeFrame, rule: Rule) {
    (self.source, self.frame, self.rule) = (source, frame, rule)
  }

  /// The themes of every question answered in words, for each group apart, in the sheet's order.
  ///
  /// - Parameters:
  ///   - sheet: The figures of a whole quarter; a month has no themes.
  ///   - editions: The survey's editions, which tell what was answered in words and by whom.
  ///   - release: The issue that the sheet is of; nil where the quarter was not released.
  /// - Returns: A list for each question answered in words.
  /// - Throws: `StoreError` where the store cannot be read.
  public func themes(
    beside sheet: FigureSheet, editions: [Edition], of release: Release? = nil
  ) throws(StoreError) -> [ThemeList] {
    guard sheet.from < sheet.through else { return [] }
    let months = sheet.from...sheet.through
    let counts = try source.themeCounts(survey: sheet.survey, months: months, frozenBy: release)
    let isAgain = (release?.issue ?? 1) > 1
    let quotes = try source.quotes(survey: sheet.survey, months: months, frozenBy: release)
    return sheet.groups.flatMap { group in
      group.questions.compactMap { list in
        let words = WordQuestion(list, of: group.group, among: editions)
        return words.map { self.list($0, counts, quotes, isAgain: isAgain) }
      }
    }
  }

  private func list(
    _ question: WordQuestion, _ counts: [ThemeCount], _ quotes: [Quote], isAgain: Bool
  ) -> ThemeList {
    let mine = counts.filter { question.has($0.edition, $0.question, $0.audience) }
    let coded = mine.filter { $0.counted == .coded }.reduce(0) { $0 + $1.number }
    guard let n = question.people, n >= rule.rows else {
      return question.list(.withheld, themes: [], quotes: [])
    }
    // Comments that came after a quarter was frozen are in no figure, so none is told of them.
    if coded > n { return question.list(.cameLate, themes: [], quotes: []) }
    let themes = coded == n && !isAgain ? themes(mine, of: n) : []
    let told = Set(themes.map(\.id))
    let quoted = quotes.filter { question.has($0.edition, $0.question, $0.audience) }
      .map { QuoteFigure(words: $0.words, themes: $0.themes.filter(told.contains)) }
    let state: ThemeList.State = isAgain ? .cameLate : coded == n ? .told : .notAllCoded
    return question.list(state, themes: themes, quotes: quoted)
  }

  /// The themes that may be told, those of most people first. One that may not is not even named:
  /// a name with nothing beside it would say that somebody spoke of it.
  private func themes(_ counts: [ThemeCount], of n: Int) -> [ThemeFigure] {
    var people: [String: Int] = [:]
    for count in counts {
      if case .theme(let id) = count.counted { people[id, default: 0] += count.number }
    }
    let order = frame.themes.map(\.id)
    return people.filter { rule.isSafe(Split(yes: $0.value, no: n - $0.value)) }
      .compactMap { id, number in
        Share(number, of: n).map { ThemeFigure(id: id, title: title(id), share: $0) }
      }
      .sorted { one, other in
        (-one.share.count, order.firstIndex(of: one.id) ?? order.count, one.id)
          < (-other.share.count, order.firstIndex(of: other.id) ?? order.count, other.id)
      }
  }

  private func title(_ id: String) -> String {
    frame.theme(id)?.title.words(in: .english) ?? id
  }
}

/// A question that one group answers in words.
private struct WordQuestion {
  let group: Audience.Group
  let figures: FigureList
  private let question: String
  private let editions: Set<Int>
  private let audiences: Set<String>

  /// How many people the sheet tells of; nil when it tells nothing.
  var people: Int? { figures.figures.first { $0.category == nil }?.n }

  /// Nil where the question is not answered in words.
  init?(_ figures: FigureList, of group: Audience.Group, among all: [Edition]) {
    let editions = all.filter { figures.editions.contains($0.number) }
    let found = editions.last?.survey.questions.first {
      figures.id == $0.id || figures.id.hasPrefix($0.id + " (")
    }
    guard let found, found.kind == .text else { return nil }
    (self.group, self.figures, question) = (group, figures, found.id)
    self.editions = Set(editions.map(\.number))
    let audiences = editions.flatMap { $0.survey.audiences.filter { $0.group == group } }
    self.audiences = Set(audiences.map(\.id))
  }

  func has(_ edition: Int, _ question: String, _ audience: String) -> Bool {
    question == self.question && editions.contains(edition) && audiences.contains(audience)
  }

  func list(
    _ state: ThemeList.State, themes: [ThemeFigure], quotes: [QuoteFigure]
  ) -> ThemeList {
    ThemeList(
      group: group, question: figures.id, title: figures.title, editions: figures.editions,
      state: state, n: state == .withheld ? nil : people, themes: themes, quotes: quotes)
  }
}
