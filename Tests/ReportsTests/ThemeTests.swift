import SurveyCore
import Testing

@testable import Reports

/// Themes and quotes are told by the rule of figures, of the same people, or not at all.
struct ThemeTests {
  private static let frame = ThemeFrame(
    themes: ["time", "kind", "reliable"].map {
      CommentTheme(id: $0, title: [.english: "T \($0)"], groups: [.child], about: "", source: "")
    })

  private func list(
    people n: Int?, coded: Int, themes: [String: Int], quotes: [Quote] = [], issue: Int? = nil
  ) throws -> ThemeList {
    let audience = Audience.of("12-17", .child)
    let survey = Survey(
      id: "how", title: [.english: "How"], about: [.english: "How"], promise: .anonymous,
      languages: [.english], audiences: [audience],
      questions: [Question(id: "say", kind: .text, audiences: ["12-17"], ask: [:])])
    let edition = Edition(
      id: 7, number: 2, survey: survey, hash: Fingerprint(of: []), published: day("2026-01-01"))
    let figures = FigureList(
      level: .question, id: "say", title: "Say", measure: nil, measureTitle: nil, editions: [2],
      figures: [
        Figure(
          category: nil, n: n, favourable: nil, hasFavourable: false, answers: [], note: "")
      ])
    let sheet = FigureSheet(
      survey: "how", title: "How", period: Period(quarter: month("2026-07"), month: nil),
      breakdown: nil, editions: [2],
      groups: [GroupFigures(group: .child, questions: [figures], measures: [])])
    let counts =
      [(ThemeCount.Counted.coded, coded)] + themes.map { (.theme($0.key), $0.value) }
    let source = Heard(
      counts: counts.map {
        ThemeCount(edition: 2, question: "say", audience: "12-17", counted: $0, number: $1)
      }, told: quotes)
    let lists = try ThemeDesk(source: source, frame: Self.frame)
      .themes(
        beside: sheet, editions: [edition], of: issue.map { Town(editions: []).issue($0) })
    return try #require(lists.first)
  }

  private let quote = Quote(
    edition: 2, question: "say", audience: "12-17", words: "Ask me", themes: ["kind", "time"])

  @Test func `a theme is told where five spoke of it and five did not`() throws {
    let list = try list(
      people: 20, coded: 20, themes: ["time": 5, "kind": 15, "reliable": 4, "other": 16],
      quotes: [quote])
    #expect(list.state == .told && list.n == 20)
    #expect(list.themes.map(\.id) == ["kind", "time"])
    #expect(list.themes.map(\.title) == ["T kind", "T time"])
    #expect(list.themes.map(\.share.count) == [15, 5])
    #expect(list.quotes == [QuoteFigure(words: "Ask me", themes: ["kind", "time"])])
  }

  @Test func `a quote does not name a theme that is not told`() throws {
    let list = try list(people: 20, coded: 20, themes: ["time": 1, "kind": 6], quotes: [quote])
    #expect(list.quotes.map(\.themes) == [["kind"]])
  }

  @Test func `nothing is told of fewer than ten, nor where the sheet tells nothing`() throws {
    for (people, coded) in [(nil, 30), (9, 9), (0, 0)] as [(Int?, Int)] {
      let list = try list(people: people, coded: coded, themes: ["time": 6], quotes: [quote])
      #expect(list.state == .withheld)
      #expect(list.n == nil && list.themes.isEmpty && list.quotes.isEmpty)
    }
  }

  @Test func `until all are coded, themes wait`() throws {
    let list = try list(people: 20, coded: 19, themes: ["time": 8], quotes: [quote])
    #expect(list.state == .notAllCoded && list.themes.isEmpty && list.quotes.count == 1)
  }

  @Test func `what came after the quarter was frozen is in nothing`() throws {
    let list = try list(people: 20, coded: 21, themes: ["time": 8], quotes: [quote])
    #expect(list.state == .cameLate && list.themes.isEmpty && list.quotes.isEmpty)
  }

  /// From 20 comments to 32, a theme could go from 8 to 9: one of those who came late.
  @Test func `a second issue counts no themes`() throws {
    for (issue, state) in [(1, ThemeList.State.told), (2, .cameLate)] {
      let list = try list(
        people: 32, coded: 32, themes: ["time": 9], quotes: [quote], issue: issue)
      #expect(list.state == state && list.themes.isEmpty == (issue == 2))
      #expect(list.quotes == [QuoteFigure(words: "Ask me", themes: issue == 2 ? [] : ["time"])])
    }
  }

  /// Whoever knows everything that is told still cannot tell one hidden number from another: what
  /// is told is the same for each of them, and there are several.
  @Test func `a hidden theme could be any hidden number`() throws {
    for n in 10...24 {
      for known in 5...(n - 5) {
        let hidden = (0...n).filter { $0 < 5 || n - $0 < 5 }
        let told = try hidden.map { number in
          try list(people: n, coded: n, themes: ["kind": known, "time": number])
        }
        #expect(Set(told).count == 1)
        #expect(hidden.count >= 9)
      }
    }
  }

  @Test func `a month has no themes`() throws {
    let sheet = FigureSheet(
      survey: "how", title: "How",
      period: Period(quarter: month("2026-07"), month: month("2026-08")), breakdown: nil,
      editions: [2], groups: [])
    let desk = ThemeDesk(source: Heard(counts: [], told: []), frame: Self.frame)
    #expect(try desk.themes(beside: sheet, editions: []).isEmpty)
  }
}

struct PeopleAskedTests {
  private func asking(
    _ opened: String, asked: Int?, finished: Int, audience: String? = nil
  ) -> Asking {
    Asking(
      collection: 1, edition: 1, place: "A", audience: audience, opened: day(opened),
      asked: asked, links: nil, texted: nil, isAnswered: finished > 0)
  }

  private func number(_ askings: [Asking], groups: [Audience.Group] = [.worker]) -> Int? {
    let survey = Survey(
      id: "how", title: [:], about: [:], promise: .anonymous, languages: [.english],
      audiences: groups.map { Audience.of($0.rawValue, $0) }, questions: [])
    return PeopleAsked.number(of: .worker, by: askings, in: survey, quarter: month("2026-07"))
  }

  @Test func `a rate needs to know how many were asked of everybody who answered`() {
    let old = asking("2026-01-10", asked: 50, finished: 0)
    let one = asking("2026-07-01", asked: 30, finished: 12)
    let other = asking("2026-09-30", asked: 20, finished: 0)
    #expect(number([old, one, other]) == 50)
    #expect(number([]) == nil)
    #expect(number([old]) == nil)
    #expect(number([one, asking("2026-07-02", asked: nil, finished: 1)]) == nil)
    #expect(number([one, asking("2026-06-30", asked: 9, finished: 1)]) == nil)
  }

  @Test func `people of two groups are asked apart`() {
    let groups: [Audience.Group] = [.worker, .parent]
    #expect(number([asking("2026-07-01", asked: 9, finished: 1)], groups: groups) == nil)
    let mine = asking("2026-07-01", asked: 9, finished: 1, audience: "worker")
    let theirs = asking("2026-07-01", asked: 99, finished: 1, audience: "parent")
    #expect(number([mine, theirs], groups: groups) == 9)
  }
}

/// A door that says what it is told to.
private struct Heard: ReportSource {
  let counts: [ThemeCount]
  let told: [Quote]

  func items(within months: ClosedRange<Month>) throws(StoreError) -> [ImportedItem] { [] }
  func askings(
    quarter: Month, frozenBy release: Release?
  ) throws(StoreError) -> [String: [Asking]] { [:] }

  func themeCounts(
    survey: String, months: ClosedRange<Month>, frozenBy release: Release?
  ) throws(StoreError) -> [ThemeCount] { counts }
  func quotes(
    survey: String, months: ClosedRange<Month>, frozenBy release: Release?
  ) throws(StoreError) -> [Quote] { told }

  func concerns(
    quarter: Month, frozenBy release: Release?
  ) throws(StoreError) -> ConcernCounts { ConcernCounts() }
}
