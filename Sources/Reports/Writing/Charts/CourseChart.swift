import Markup

/// A control chart: shares over time with their average and the range that chance alone explains.
struct CourseChart {
  typealias Point = Chart.Course.Point

  let chart: Chart
  let course: Chart.Course
  let number: Int

  // Across, in hundredths of a per cent of the width: the scale's words, the points, and what the
  // lines mean.
  private static let left = 1050
  private static let right = 8000
  private static let top = 26
  private static let plotHeight = 120
  private static let wordsHeight = 44

  private var points: [Point] { course.points }

  var markup: HTML {
    Drawing.key(key)
      + Drawing.picture(
        chart, number: number, height: Self.top + Self.plotHeight + Self.wordsHeight,
        scale + ranges + breaks + connections + marks + labels + names)
  }

  /// How far down a share stands, in pixels; `tenths` of a per cent.
  private func down(_ tenths: Int) -> Int {
    Self.top + Self.plotHeight - min(1000, max(0, tenths)) * Self.plotHeight / 1000
  }

  /// Where the point's room begins; its mark stands in the middle of it.
  private func start(_ index: Int) -> Int {
    Self.left + (Self.right - Self.left) * index / max(1, points.count)
  }

  private func middle(_ index: Int) -> String {
    Drawing.across((start(index) + start(index + 1)) / 2)
  }

  private var scale: HTML {
    [0, 25, 50, 75, 100].map { share -> HTML in
      let y = down(share * 10)
      return """
        <line class="grid" x1="\(Drawing.across(Self.left))" x2="\(Drawing.across(Self.right))" \
        y1="\(y)" y2="\(y)"/>
        <text class="axis" x="\(Drawing.across(Self.left - 150))" y="\(y + 4)" \
        text-anchor="end">\(share)%</text>

        """
    }.joined()
  }

  /// The range, its ends and the average, each point's own: limits widen where few answered.
  private var ranges: HTML {
    points.enumerated().map { index, point -> HTML in
      let (from, to) = (Drawing.across(start(index)), Drawing.across(start(index + 1)))
      var range = HTML()
      if let lower = point.lower, let upper = point.upper {
        let width = Drawing.across(start(index + 1) - start(index))
        range += """
          <rect class="range" x="\(from)" width="\(width)" y="\(down(upper))" \
          height="\(down(lower) - down(upper))"/>
          \(line("limit", from, to, down(upper)))\(line("limit", from, to, down(lower)))
          """
      }
      if let mean = point.mean { range += line("mean", from, to, down(mean)) }
      return range
    }.joined()
  }

  private func line(_ name: String, _ from: String, _ to: String, _ y: Int) -> HTML {
    "<line class=\"\(name)\" x1=\"\(from)\" x2=\"\(to)\" y1=\"\(y)\" y2=\"\(y)\"/>\n"
  }

  private var breaks: HTML {
    points.indices.filter { points[$0].isBreak }.map { index -> HTML in
      let x = Drawing.across(start(index))
      let isLate = start(index) > 5000
      return """
        <line class="break" x1="\(x)" x2="\(x)" y1="4" y2="\(Self.top + Self.plotHeight)"/>
        <text class="axis" x="\(x)" y="14" dx="\(isLate ? -6 : 6)" \
        text-anchor="\(isLate ? "end" : "start")">\(WriterWords.wordingChanged)</text>

        """
    }.joined()
  }

  /// Lines from point to point, never across a break or a missing figure.
  private var connections: HTML {
    points.indices.dropFirst().map { index -> HTML in
      guard let from = points[index - 1].share, let to = points[index].share,
        !points[index].isBreak
      else { return HTML() }
      return """
        <line class="course" x1="\(middle(index - 1))" x2="\(middle(index))" y1="\(down(from))" \
        y2="\(down(to))"/>

        """
    }.joined()
  }

  private var marks: HTML {
    points.indices.map { index -> HTML in
      let point = points[index]
      guard let share = point.share else {
        return """
          <text class="axis" x="\(middle(index))" y="\(Self.top + Self.plotHeight - 6)" \
          text-anchor="middle">×</text>

          """
      }
      let isAlways = point.isSignal || index == 0 || index == points.count - 1
      let name: HTML = isAlways || points.count <= 8 ? "number" : "number wide"
      let mark = point.isSignal ? Self.signal : Self.point
      return """
        <svg x="\(middle(index))" y="\(down(share))" width="1" height="1">\(mark)\
        <text class="\(name)" y="-12" text-anchor="middle">\((share + 5) / 10)</text></svg>

        """
    }.joined()
  }

  private static let point: HTML = "<circle class=\"point\" r=\"5\"/>"
  private static let signal: HTML = "<path class=\"signal\" d=\"M0 -9L9 0L0 9L-9 0z\"/>"

  /// The periods, as many as have room: fewer on a phone, and always the latest.
  private var labels: HTML {
    let longest = points.flatMap { $0.label.split(separator: " ") }.map(\.count).max() ?? 1
    let room = (wide: 480, narrow: 190)
    let needed = (longest * 8 + 4) * max(1, points.count)
    let step = (needed + room.wide - 1) / room.wide
    let narrowStep = (needed + room.narrow * step - 1) / (room.narrow * step) * step
    return points.indices.map { index -> HTML in
      let back = points.count - 1 - index
      guard back.isMultiple(of: max(1, step)) else { return HTML() }
      let isNarrow = back.isMultiple(of: max(1, narrowStep))
      let name: HTML =
        isNarrow
        ? " class=\"axis\" text-anchor=\"middle\"" : " class=\"axis wide\" text-anchor=\"middle\""
      return Drawing.text(
        points[index].label.split(separator: " ").map(String.init), x: middle(index),
        y: Self.top + Self.plotHeight + 17, name: name, lineHeight: 14)
    }.joined()
  }

  /// What the lines are, right of their ends.
  private var names: HTML {
    guard let last = points.last, let mean = last.mean else { return HTML() }
    var named = [(WriterWords.average, mean)]
    if let lower = last.lower, let upper = last.upper {
      named = [(WriterWords.upper, upper)] + named + [(WriterWords.lower, lower)]
    }
    let x = Drawing.across(Self.right + 120)
    return zip(named, apart(named.map { down($0.1) })).map { named, y in
      Drawing.text(
        [named.0, "\((named.1 + 5) / 10)%"], x: x, y: y - 3, name: " class=\"axis\"",
        lineHeight: 14)
    }.joined()
  }

  /// The same places, from the top, moved until names that stand there do not touch.
  private func apart(_ places: [Int]) -> [Int] {
    let room = 34
    var places = places
    for index in places.indices.dropFirst() {
      places[index] = max(places[index], places[index - 1] + room)
    }
    var most = Self.top + Self.plotHeight
    for index in places.indices.reversed() {
      places[index] = min(places[index], most)
      most = places[index] - room
    }
    return places
  }

  private var key: [(swatch: HTML, words: String)] {
    var key: [(swatch: HTML, words: String)] = []
    if points.contains(where: { $0.lower != nil }) {
      let words = course.areTrial ? WriterWords.trialLimits : WriterWords.limits
      key.append(("<rect class=\"range\" y=\"2\" width=\"26\" height=\"12\"/>", words))
    }
    if points.contains(where: \.isSignal) {
      key.append(
        ("<svg x=\"13\" y=\"8\" width=\"1\" height=\"1\">\(Self.signal)</svg>", WriterWords.signal))
    }
    if points.contains(where: { $0.share == nil }) {
      key.append(("<text class=\"axis\" x=\"9\" y=\"13\">×</text>", WriterWords.missing))
    }
    return key
  }
}
