import Markup

/// One bar a row from nought, under its own words, with the interval as a line across its end.
struct BarsChart {
  let chart: Chart
  let bars: [Chart.Bar]
  /// What the marks stand for, if bars have any.
  let beside: String?
  let number: Int

  private static let barHeight = 13
  private static let gap = 9
  var markup: HTML {
    var (rows, y) = (HTML(), 0)
    for bar in bars {
      rows += row(bar, at: y)
      y += height(of: bar)
    }
    let scale = Drawing.scale(height: y)
    return """
      \(Drawing.key(key))\(Drawing.picture(
        chart, number: number, height: y + Drawing.scaleHeight, "\(scale)\(rows)"))
      """
  }

  private func value(_ bar: Chart.Bar) -> String {
    bar.share.map { "\($0)%" } ?? Symbol.confidential.rawValue
  }

  /// The words, after room for the value.
  private func lines(_ bar: Chart.Bar) -> [String] {
    Drawing.lines(bar.label, first: Drawing.lineLength - value(bar).count - 1)
  }

  private func height(of bar: Chart.Bar) -> Int {
    Drawing.height(of: lines(bar)) + Self.barHeight + Self.gap
  }

  private func row(_ bar: Chart.Bar, at y: Int) -> HTML {
    let lines = lines(bar)
    let value: HTML = "<tspan class=\"value\">\(value(bar))</tspan>\u{A0} "
    let words = Drawing.text(lines, x: "0", y: y + Drawing.baseline, before: value)
    let top = y + Drawing.height(of: lines)
    let height = Self.barHeight
    guard let share = bar.share else {
      return "\(words)<rect class=\"none\" y=\"\(top)\" width=\"100%\" height=\"\(height)\"/>\n"
    }
    return """
      \(words)<rect class="track" y="\(top)" width="100%" height="\(height)"/>
      <rect class="fill-1" y="\(top)" width="\(share)%" height="\(height)"/>
      \(interval(bar, at: top + height / 2))\(mark(bar, at: top + height / 2))
      """
  }

  /// Light on the bar and dark beside it.
  private func interval(_ bar: Chart.Bar, at y: Int) -> HTML {
    guard let share = bar.share, let low = bar.low, let high = bar.high else { return HTML() }
    return whisker("inside", from: share * 100, to: low * 10, at: y)
      + whisker("interval", from: share * 100, to: high * 10, at: y)
  }

  private func whisker(_ name: HTML, from: Int, to: Int, at y: Int) -> HTML {
    let (from, to) = (Drawing.across(from), Drawing.across(to))
    return """
      <g class="\(name)"><line x1="\(from)" x2="\(to)" y1="\(y)" y2="\(y)"/>\
      <line x1="\(to)" x2="\(to)" y1="\(y - 4)" y2="\(y + 4)"/></g>

      """
  }

  private func mark(_ bar: Chart.Bar, at y: Int) -> HTML {
    guard let share = bar.beside else { return HTML() }
    return """
      <svg class="mark" x="\(share)%" y="\(y)" width="1" height="1">\(Self.diamond)</svg>

      """
  }

  private var key: [(swatch: HTML, words: String)] {
    var key: [(swatch: HTML, words: String)] = []
    if bars.contains(where: { $0.low != nil }) {
      key.append((Self.whisker, WriterWords.interval))
    }
    if let beside { key.append((Self.besideSwatch, beside)) }
    return key
  }

  private static let diamond: HTML = "<path d=\"M0 -8L8 0L0 8L-8 0z\"/>"
  private static let besideSwatch: HTML = """
    <svg class="mark" x="13" y="8" width="1" height="1">\(diamond)</svg>
    """
  private static let whisker: HTML = """
    <g class="interval"><line x1="2" x2="24" y1="8" y2="8"/><line x1="2" x2="2" y1="3" y2="13"/>\
    <line x1="24" x2="24" y1="3" y2="13"/></g>
    """
}
