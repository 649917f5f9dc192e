import Markup

/// One bar a row, split into its answers from one end of the scale to the other.
struct SpreadChart {
  let chart: Chart
  let answers: [String]
  let rows: [Chart.Bars]
  let number: Int

  private static let barHeight = 24
  private static let gap = 10
  /// The least share whose number fits into its piece, on a wide screen and on a phone.
  private static let leastLabelled = (wide: 4, narrow: 10)

  private var fills: [Int] { Drawing.fills(answers.count) }

  var markup: HTML {
    var (drawn, y) = (HTML(), 0)
    for row in rows {
      drawn += self.row(row, at: y)
      y += Drawing.height(of: lines(row)) + Self.barHeight + Self.gap
    }
    let key = zip(fills, answers).map { (Drawing.swatch(fill: $0), $1) }
    return """
      \(Drawing.key(key))\(Drawing.picture(
        chart, number: number, height: y + Drawing.scaleHeight,
        "\(Drawing.scale(height: y))\(drawn)"))
      """
  }

  private func lines(_ row: Chart.Bars) -> [String] {
    row.label.isEmpty ? [] : Drawing.lines(row.label)
  }

  private func row(_ row: Chart.Bars, at y: Int) -> HTML {
    let lines = lines(row)
    let words = lines.isEmpty ? HTML() : Drawing.text(lines, x: "0", y: y + Drawing.baseline)
    let top = y + Drawing.height(of: lines)
    guard let shares = row.shares, shares.reduce(0, +) > 0 else {
      return """
        \(words)<rect class="none" y="\(top)" width="100%" height="\(Self.barHeight)"/>
        <text class="axis" x="50%" y="\(top + 16)" text-anchor="middle">\
        \(Symbol.confidential.rawValue) \(WriterWords.withheld)</text>

        """
    }
    return "\(words)\(pieces(shares, at: top))"
  }

  /// Rounded shares may add up to 99 or 101; drawn, they fill the row.
  private func pieces(_ shares: [Int], at top: Int) -> HTML {
    let total = shares.reduce(0, +)
    var (pieces, before) = (HTML(), 0)
    for (fill, share) in zip(fills, shares) where share > 0 {
      let (from, to) = (before * 10000 / total, (before + share) * 10000 / total)
      pieces += """
        <rect class="piece fill-\(fill)" x="\(Drawing.across(from))" y="\(top)" \
        width="\(Drawing.across(to - from))" height="\(Self.barHeight)"/>

        """
      pieces += label(share, at: (from + to) / 2, top)
      before += share
    }
    return pieces
  }

  /// A number on a plain ground in the middle of its piece.
  private func label(_ share: Int, at middle: Int, _ top: Int) -> HTML {
    if share < Self.leastLabelled.wide { return HTML() }
    let name: HTML = share < Self.leastLabelled.narrow ? "chip wide" : "chip"
    return """
      <svg class="\(name)" x="\(Drawing.across(middle))" y="\(top + Self.barHeight / 2)" \
      width="1" height="1"><rect x="-14" y="-9" width="28" height="18" rx="3"/>\
      <text y="5" text-anchor="middle">\(share)</text></svg>

      """
  }
}
