import Foundation
import Markup
import SurveyCore
import Testing

@testable import Reports

/// What every report's page promises, whatever it says.
struct PageTests {
  private let html = Sample.document.html

  @Test func `it asks for nothing, runs nothing and looks the same everywhere`() {
    for word in ["<script", "<link", "<img", "<iframe", " src=", " style=", "@import", "http"] {
      #expect(!html.replacing("http-equiv", with: "").contains(word), "\(word)")
    }
    #expect(html.matches(of: #/url\(/#).count == html.matches(of: #/url\(\#fill-/#).count)
    #expect(html.contains("default-src 'none'"))
  }

  @Test func `one heading, one main part, and every id is there once`() {
    #expect(html.matches(of: #/<h1>/#).count == 1)
    #expect(html.matches(of: #/<main /#).count == 1)
    let ids = html.matches(of: #/ id="([^"]+)"/#).map(\.output.1)
    #expect(ids.count == Set(ids).count)
    let targets = Set(html.matches(of: #/href="#([^"]+)"/#).map(\.output.1))
    #expect(targets.subtracting(ids).isEmpty, "links that lead nowhere")
  }

  @Test func `every table says what its figures are and names its rows and columns`() {
    let tables = html.components(separatedBy: "<table").dropFirst()
    #expect(tables.count == 7)
    for table in tables {
      #expect(table.contains("<span class=\"no\">Table "))
      #expect(table.contains("<p class=\"under\">Information, not indicators."))
      #expect(table.contains("<th scope=\"col\"") && table.contains("<th scope=\"row\""))
    }
  }

  @Test func `every chart says its numbers in words and has its table right below`() throws {
    let charts = html.components(separatedBy: "<figure class=\"chart\"").dropFirst()
    #expect(charts.count == 4)
    for chart in charts {
      #expect(chart.contains("<svg role=\"img\" aria-labelledby=\"chart-"))
      #expect(chart.contains("<title id=\"chart-") && chart.contains("<desc id=\"chart-"))
      let end = try #require(chart.range(of: "</figure>\n"))
      #expect(chart[end.upperBound...].hasPrefix("<div class=\"table"))
    }
  }

  @Test func `what people wrote is text, whatever is in it`() {
    #expect(html.contains("=1+1 &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"))
    #expect(html.contains("<p dir=\"auto\">أتمنى"))
    #expect(!html.contains("\u{7}") && html.contains("\u{FFFD}"))
  }

  @Test func `only notes that there are become links`() {
    let prose = Prose(notes: 2)
    #expect(prose.markup("a [note 2].").string == "a <a href=\"#note-2\">[note 2]</a>.")
    for words in ["[note 3]", "[note 0]", "[note x]", "[note 1", "[c] [note 12345]"] {
      #expect(prose.markup(words).string == words)
    }
    #expect(Prose(notes: 0).markup("[note 1]").string == "[note 1]")
  }

  @Test func `a report that was changed since its release says so at its head and on every page`() {
    var sample = Sample.document
    sample.isChanged = true
    let edition = "Issue 1, 3 October 2026, changed since"
    #expect(sample.html.contains("<p class=\"edition draft\">\(edition)</p>"))
    #expect(sample.html.contains(Styles.quoted(edition)))
    #expect(sample.json.contains("\"changed\": true"))
  }

  @Test func `a report that is not released says so at its head and on every page`() {
    let draft = Sample.draft.html
    #expect(draft.contains("<p class=\"edition draft\">Draft, not released, 3 October 2026</p>"))
    #expect(draft.contains(Styles.quoted("Draft, not released, 3 October 2026")))
    #expect(!html.contains("Draft"))
  }

  @Test(arguments: ["\"; } body { display: none } /*", "</style><b>", "a\nb", "\\", "é"])
  func `words in the margins cannot end their string`(words: String) {
    let quoted = Styles.quoted(words)
    #expect(quoted.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "\\ ".contains($0)) })
    #expect(Styles.quoted("é") == "\\e9 ")
  }

  @Test(arguments: [
    (Cell.count(1_234_567), "1,234,567", "1234567"), (.count(999), "999", "999"),
    (.count(-1000), "\u{2212}1,000", "-1000"), (.percentage(37), "37%", "37"),
    (.percentage(-4), "\u{2212}4%", "-4"), (.tenths(245), "24.5", "24.5"),
    (.tenths(-5), "\u{2212}0.5", "-0.5"), (.tenths(0), "0.0", "0.0"),
    (.symbol(.low), "[low]", "[low]"),
    (.day(Sample.day(2026, 10, 3)), "3 October 2026", "2026-10-03"), (.words("a"), "a", "a"),
  ])
  func `a cell reads well and is plain for programs`(cell: Cell, words: String, plain: String) {
    #expect(cell.words == words)
    #expect(cell.plain == plain)
  }

  @Test func `periods in words`() {
    let (may, july) = (Sample.month(2026, 5), Sample.month(2026, 7))
    #expect(may.words(through: july) == "May to July 2026")
    #expect(may.words(through: may) == "May 2026")
    #expect(Sample.month(2025, 12).words(through: july) == "December 2025 to July 2026")
  }
}

/// Where the marks of a chart stand.
struct ChartTests {
  private func svg(_ picture: Chart.Picture) -> String {
    Chart(title: "t", words: "w", picture: picture).markup(number: 1).string
  }

  @Test func `places across`() {
    #expect(Drawing.across(0) == "0%")
    #expect(Drawing.across(3750) == "37.50%")
    #expect(Drawing.across(10000) == "100%")
    #expect(Drawing.across(-105) == "-1.05%")
  }

  @Test func `bars start at nought and are as long as their share`() {
    let chart = svg(
      .bars([
        Chart.Bar(label: "a", share: 37, low: 300, high: 441),
        Chart.Bar(label: "b", share: nil, low: nil, high: nil),
      ]))
    #expect(chart.contains("<rect class=\"fill-1\" y=\"20\" width=\"37%\""))
    #expect(!chart.contains("fill-1\" x="))
    #expect(chart.contains("x1=\"37%\" x2=\"44.10%\"") && chart.contains("x1=\"37%\" x2=\"30%\""))
    #expect(chart.matches(of: #/class="none"/#).count == 1 && chart.contains("[c]"))
  }

  @Test(arguments: [[33, 33, 33], [34, 33, 34], [100, 0, 0], [1, 1, 98], [0, 0, 1]])
  func `pieces fill their row whatever rounding made of them`(shares: [Int]) throws {
    let chart = svg(
      .spread(answers: ["a", "b", "c"], rows: [Chart.Bars(label: "r", shares: shares)]))
    let pieces = chart.matches(
      of: #/class="piece [^"]*" x="([0-9.]+)%" y="[0-9]+" width="([0-9.]+)%"/#)
    let places = pieces.compactMap { piece in
      Double(piece.output.1).flatMap { x in Double(piece.output.2).map { (x, $0) } }
    }
    #expect(places.count == shares.count { $0 > 0 })
    var end = 0.0
    for (x, width) in places {
      #expect(abs(x - end) < 0.02)
      end = x + width
    }
    #expect(abs(end - 100) < 0.02)
  }

  @Test func `nobody at all is shown as withheld, not as a bar`() {
    let chart = svg(.spread(answers: ["a"], rows: [Chart.Bars(label: "r", shares: [0])]))
    #expect(chart.contains("withheld") && !chart.contains("class=\"piece"))
  }

  private func point(_ share: Int?, isBreak: Bool = false) -> Chart.Course.Point {
    Chart.Course.Point(
      label: "Jul 2026", share: share, mean: 500, lower: 480, upper: 520, isSignal: false,
      isBreak: isBreak)
  }

  @Test func `no line runs across a break or a missing figure`() {
    let course = { (points: [Chart.Course.Point]) in
      svg(.course(Chart.Course(points: points, areTrial: false)))
        .matches(of: #/class="course"/#).count
    }
    #expect(course([point(500), point(510), point(490)]) == 2)
    #expect(course([point(500), point(510, isBreak: true), point(490)]) == 1)
    #expect(course([point(500), point(nil), point(490)]) == 0)
    #expect(course([]) == 0)
  }

  @Test(arguments: [0, 20, 500, 990, 1000])
  func `the names of the lines do not touch and stay in the picture`(mean: Int) throws {
    let point = Chart.Course.Point(
      label: "Jul 2026", share: mean, mean: mean, lower: max(0, mean - 10),
      upper: min(1000, mean + 10), isSignal: false, isBreak: false)
    let chart = svg(.course(Chart.Course(points: [point], areTrial: true)))
    let names = chart.matches(of: #/y="([0-9]+)" class="axis">(Upper|Average|Lower)/#)
    let places = names.compactMap { Int($0.output.1) }
    try #require(places.count == 3)
    #expect(places[1] - places[0] >= 28 && places[2] - places[1] >= 28)
    #expect(places[0] >= 10 && places[2] <= 190)
  }

  @Test func `labels break at spaces and lose nothing`() {
    let words = "They are able to spend enough time with children and young people"
    let lines = Drawing.lines(words, first: 20)
    #expect(lines.joined(separator: " ") == words)
    #expect((lines.first?.count ?? 99) <= 20)
    #expect(lines.allSatisfy { $0.count <= Drawing.lineLength })
    #expect(Drawing.lines("") == [""])
    #expect(Drawing.lines(String(repeating: "x", count: 90)).count == 1)
  }
}
