import Foundation
import SurveyCore
import TestSupport
import Testing

@testable import heard

struct ItemFileTests {
  private func read(
    _ lines: String, header: String = "item,period,value,unit,source,note",
    held: [ImportedItem] = []
  ) throws -> ItemFile {
    let today = try #require(Day("2026-11-21"))
    return ItemFile(
      header + "\n" + lines, named: "items.csv", today: today, held: held,
      audiences: ["under-8", "12-17"])
  }

  @Test func `items are read as they are written`() throws {
    let file = try read(
      """
      l3,2026-07 to 2026-09,16.80,cases a social worker,Case system,"Agency staff, too"
      L9,2026-07,[x],per cent,Case system,
      """)
    #expect(file.faults == [])
    #expect(file.rows.map(\.item.item) == ["L3", "L9"])
    #expect(file.rows.map(\.item.value.written) == ["16.80", "[x]"])
    #expect(file.rows.map(\.item.period) == ["2026-07 to 2026-09", "2026-07"])
    #expect(file.rows[0].item.note == "Agency staff, too")
  }

  @Test func `how many people there are is counted in whole people of an audience`() throws {
    let file = try read(
      """
      p-12-17,2026-07 to 2026-09,480,people,Case system,With a plan
      P-UNDER-8,2026-07 to 2026-09,310,people,Case system,
      """)
    #expect(file.faults == [])
    #expect(file.rows.map(\.item.item) == ["P-12-17", "P-under-8"])
    #expect(file.rows.map(\.item.population) == ["12-17", "under-8"])
    let bad = try read(
      """
      P-12-18,2026-07 to 2026-09,480,people,Case system,
      P-12-17,2026-07 to 2026-09,48.5,people,Case system,
      P-12-17,2026-04 to 2026-06,[c],people,Case system,
      P-12-17,2026-01 to 2026-03,480,per cent,Case system,
      P-under-8,2026-01 to 2026-03,0,people,Case system,
      """)
    #expect(bad.rows.isEmpty && bad.faults.count == 5)
    #expect(bad.faults.first?.contains("write one of P-12-17, P-under-8") == true)
    #expect(bad.faults[3].contains("counted in people"))
  }

  @Test func `a national item brings its title, and no other does`() throws {
    let header = "item,period,value,unit,source,note,title"
    let sound = try read(
      "N12,2025-04 to 2026-03,\"1,204\",children,Census,,Children in need", header: header)
    #expect(sound.faults == [])
    #expect(sound.rows.map(\.item.value.written) == ["1204"])
    #expect(sound.rows.map(\.item.title) == ["Children in need"])
    let faults = try read(
      "N12,2025-04,1,children,Census,,\nL3,2025-04,1,cases,S,,Caseload", header: header
    ).faults
    #expect(
      faults == [
        "items.csv:2: a national item needs a title; add a column 'title'",
        "items.csv:3: L3 has a title of its own; leave 'title' empty",
      ])
  }

  @Test(arguments: [
    ("L7,2026-07,80,per cent,S,", "L7 comes from the surveys"),
    ("L4a,2026-07,80,per cent,S,", "L4A comes from the surveys"),
    ("X1,2026-07,80,per cent,S,", "item is 'X1'"), (",2026-07,80,per cent,S,", "item is ''"),
    ("L3,2026-7,16,cases,S,", "period is '2026-7'"),
    ("L3,2026-09 to 2026-07,16,cases,S,", "the period ends before it begins"),
    ("L3,2026-11,16,cases,S,", "the period has not ended"),
    ("L3,2026-09 to 2026-12,16,cases,S,", "the period has not ended"),
    ("L3,2026-07,,cases,S,", "value is missing"), ("L3,2026-07,16 %,cases,S,", "value is '16 %'"),
    ("L9,2026-07,101,per cent,S,", "value is 101, which is no percentage"),
    ("L3,2026-07,-1,cases,S,", "value is -1, which is no count"),
    ("L3,2026-07,16,,S,", "unit is missing"), ("L3,2026-07,16,cases,,", "source is missing"),
    ("L3,2026-07,16,cases,\"a\nb\",", "source must stand on one line"),
    ("L3,2026-07,\"1\n6\",cases,S,", "value is '1 6'; write"),
    ("L3,Jul-26,16,cases,S,", "period is 'Jul-26'; write a month such as 2026-07, or '2026-07 to"),
    ("L3,1026-07,16,cases,S,", "the period begins in 1026; check the year"),
  ])
  func `a bad line is told`(line: String, fault: String) throws {
    let faults = try read(line).faults
    #expect(faults.contains { $0.hasPrefix("items.csv:2: \(fault)") }, "\(faults)")
  }

  @Test func `every fault of every line is told at once`() throws {
    let file = try read("L7,2026,x,,,\nL3,2026-07,16,cases,S,\nL3,2026-07 to 2026-09,17,cases,S,")
    #expect(file.faults.count == 6)
    #expect(file.faults.last?.hasPrefix("items.csv:4: L3 for 2026-07 to 2026-09 is about") == true)
    #expect(try read("").faults == ["items.csv:1: holds no item below its first line"])
  }

  @Test func `what overlaps what is held is told with every other fault`() throws {
    let (july, september) = (try #require(Month("2026-07")), try #require(Month("2026-09")))
    let held = ImportedItem(
      item: "L3", from: july, through: september, value: .low, unit: "cases", source: "S")
    let file = try read(
      "L3,2026-08,16,cases,S,\nL3,2026-07 to 2026-09,16,cases,S,\nL9,2026,1,days,S,", held: [held])
    #expect(
      file.faults.map { $0.prefix(14) } == ["items.csv:2: L", "items.csv:3: L", "items.csv:4: p"])
    #expect(try read("L3,2026-07 to 2026-09,16,cases,S,", held: [held]).faults.isEmpty)
  }

  @Test func `a file of too many lines is to be parted`() throws {
    let lines = String(repeating: "L3,2026-07,16,cases,S,\n", count: ItemFile.mostLines + 1)
    #expect(try read(lines).faults == ["items.csv:1: has 5001 lines; 5000 is the most, so part it"])
  }
}

struct CodingFileTests {
  private let frame = ThemeFrame(
    themes: [("reliable", Audience.Group.child), ("caseload", .worker)].map {
      CommentTheme(id: $0, title: [:], groups: [$1], about: "", source: "")
    })
  private let id = UUID()

  private func read(_ lines: String) -> CodingFile.Coded {
    CodingFile.Coded(
      "id,group,check,themes,quote,released\n" + lines, named: "c.csv", frame: frame)
  }

  @Test func `what was exported can be coded and read back`() throws {
    let survey = try Package.survey("social-workers")
    let comment = WrittenComment(
      id: id, edition: 1, question: "what-should-change", audience: "social-worker",
      language: .english, words: "=Sarah said \"no\",\nin 2026",
      coding: Coding(
        themes: ["caseload"], coder: "A", quote: "-said … in", quoter: "A", releaser: "B"))
    let text = CodingFile.write([comment], of: survey, checking: WordsToCheck(names: []))
    let coded = CodingFile.Coded(text, named: "c.csv", frame: frame)
    #expect(coded.faults() == [])
    #expect(
      coded.changes == [
        CodingChange(
          comment: id, themes: ["caseload"], quote: "-said … in", unchecked: ["Sarah", "2026"],
          isReleased: true)
      ])
    #expect(text.contains("'=Sarah"), "no spreadsheet takes it for a formula")
  }

  @Test func `lines without themes are left for later`() {
    let coded = read("\(id),child,,,,\n\(UUID()),child,,(none),,")
    #expect(coded.uncoded == 1 && coded.faults() == [])
    #expect(coded.changes.map(\.themes) == [[]])
  }

  @Test(arguments: [
    ("x,child,,reliable,,", "'x' is no comment's id"),
    ("ID,child,,relyable,,", "there is no theme 'relyable'; did you mean 'reliable'?"),
    ("ID,child,,zzz,,", "there is no theme 'zzz'; see 'heard comments themes'"),
    ("ID,child,,caseload,,", "theme 'caseload' is for worker, not for child"),
    ("ID,child,,reliable (none),,", "(none) stands beside a theme"),
    ("ID,child,,reliable reliable,,", "a theme is there twice"),
    ("ID,child,,,Ask me,", "a comment that is quoted needs its themes first"),
    ("ID,child,,,,yes", "a comment that is quoted needs its themes first"),
    ("ID,child,,reliable,\"Ask\nme\",", "a quote must stand on one line"),
    ("ID,child,,reliable,,maybe", "released is 'maybe'"),
  ])
  func `a bad line is told`(line: String, fault: String) {
    let faults = read(line.replacing("ID", with: id.uuidString)).faults()
    #expect(faults.contains { $0.hasPrefix("c.csv:2: \(fault)") }, "\(faults)")
  }

  @Test func `a comment stands once`() {
    let faults = read("\(id),child,,reliable,,\n\(id),child,,(none),,").faults()
    #expect(faults == ["c.csv:3: the comment is on line 2 already; leave one out"])
  }

  @Test func `what only the store finds is told with what the file shows, in order`() {
    let lines = [
      "\(UUID()),child,,relyable,,", "\(UUID()),child,,,,", "\(UUID()),child,,reliable,,",
      "x,child,,,,", "\(UUID()),child,,reliable,,",
    ]
    let faults = read(lines.joined(separator: "\n")).faults(unkept: [2: "second", 1: "first"])
    #expect(
      faults == [
        "c.csv:2: there is no theme 'relyable'; did you mean 'reliable'?", "c.csv:4: first",
        "c.csv:5: 'x' is no comment's id; leave that column as it was", "c.csv:6: second",
      ])
  }

  @Test func `every comment of the demo has its themes, and every quote may stand`() throws {
    let file = Package.surveys.appending(path: "themes.yaml")
    let shipped = try ThemeFrame(String(contentsOf: file, encoding: .utf8))
    for made in MadeUpComment.byWords.values {
      #expect(made.themes.allSatisfy { shipped.theme($0) != nil }, "\(made.words)")
      guard let quote = made.quote else { continue }
      let offered = WordsToCheck(names: []).found(in: made.words)
      #expect(throws: Never.self, "\(quote)") {
        try QuoteRule(comment: made.words, unchecked: offered).check(quote)
      }
    }
  }
}

struct ActionSettingsTests {
  private func faults(_ said: String) -> [String] {
    var reader = SettingsReader(file: "heard.yaml")
    do { try reader.parse("said:\n  - " + said) } catch { return ["\(error)"] }
    return reader.faults
  }

  @Test func `what was done may name a measure and a month`() throws {
    var reader = SettingsReader(file: "heard.yaml")
    try reader.parse("said:\n  - {you: A, we: B, measure: next-steps, since: 2026-07}")
    let said = try #require(reader.said?.first)
    #expect(said.measure == "next-steps" && said.since == Month("2026-07"))
  }

  @Test(arguments: [
    ("{you: A, we: B, since: July}", "'since' is the month it was done in, such as 2026-07, not"),
    ("{you: A, we: B, measure: zzz}", "there is no measure 'zzz'; measures are can-reach"),
    ("{you: A, we: B, mesure: x}", "unknown key 'mesure' in what was said"),
    ("{you: A}", "what was said needs 'you' and 'we'"),
    (
      "{you: A, we: B, measure: next-step}",
      "there is no measure 'next-step'; did you mean 'next-steps'?"
    ),
  ])
  func `a slip is told with its line`(said: String, fault: String) {
    #expect(faults(said).contains { $0.hasPrefix("heard.yaml:2: \(fault)") }, "\(faults(said))")
  }
}
