import Markup

/// What all charts share. Lengths down are in pixels and lengths across in parts of the width, so
/// that a chart fills a phone, a screen or a sheet of paper with letters of one size.
enum Drawing {
  /// How many letters of a label stand on one line; as many fit across a phone of 320 pixels.
  static let lineLength = 38
  static let lineHeight = 17
  /// From the top of a label to the foot of its first line.
  static let baseline = 13

  /// How much room a label takes above what it is the label of.
  static func height(of lines: [String]) -> Int {
    lines.isEmpty ? 0 : lines.count * lineHeight + 3
  }

  /// A place across, from hundredths of a per cent of the width: 3750 is `37.5%`.
  static func across(_ hundredths: Int) -> String {
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let decimals = rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return "\(hundredths < 0 ? "-" : "")\(whole)\(decimals)%"
  }

  /// Which of the six fills stand for so many answers, from one end of a scale to the other: dark
  /// at the ends and light in the middle, and neighbours easy to tell apart.
  static func fills(_ count: Int) -> [Int] {
    switch count {
    case ...2: Array([1, 4].prefix(max(0, count)))
    case 3: [1, 6, 4]
    case 4: [1, 2, 4, 3]
    case 5: [1, 2, 6, 4, 3]
    default: (0..<count).map { [1, 2, 6, 5, 4, 3][$0 % 6] }
    }
  }

  /// The words on as many lines as they need; the first may have less room.
  static func lines(_ words: String, first: Int = lineLength) -> [String] {
    var lines: [String] = []
    for word in words.split(separator: " ") {
      let length = lines.count == 1 ? first : lineLength
      if let last = lines.last, last.count + word.count < length {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.isEmpty ? [""] : lines
  }

  /// Text on several lines, the foot of the first at `y`, with something before it.
  static func text(
    _ lines: [String], x: String, y: Int, before: HTML = HTML(), name: HTML = HTML(),
    lineHeight: Int = lineHeight
  ) -> HTML {
    let spans = lines.enumerated().map { index, line -> HTML in
      index == 0
        ? "\(line.printable)"
        : "<tspan x=\"\(x)\" dy=\"\(lineHeight)\">\(line.printable)</tspan>"
    }
    return "<text x=\"\(x)\" y=\"\(y)\"\(name)>\(before)\(spans)</text>\n"
  }

  /// Lines down the picture with their shares under them.
  static func scale(height: Int) -> HTML {
    let lines = [0, 25, 50, 75, 100].map { share -> HTML in
      let place = across(share * 100)
      return "<line class=\"grid\" x1=\"\(place)\" x2=\"\(place)\" y1=\"0\" y2=\"\(height)\"/>\n"
    }
    let words = [(0, "start"), (50, "middle"), (100, "end")].map { share, anchor -> HTML in
      """
      <text class="axis" x="\(share)%" y="\(height + 13)" text-anchor="\(anchor)">\(share)%</text>

      """
    }
    return "\(lines)\(words)"
  }

  /// The room that `scale` needs under the picture.
  static let scaleHeight = 24

  /// A whole picture with the words for whoever cannot see it.
  static func picture(_ chart: Chart, number: Int, height: Int, _ parts: HTML) -> HTML {
    """
    <svg role="img" aria-labelledby="chart-\(number)-title chart-\(number)-words" width="100%" \
    height="\(height)">
    <title id="chart-\(number)-title">\(chart.title.printable)</title>
    <desc id="chart-\(number)-words">\(chart.words.printable)</desc>
    \(parts)</svg>

    """
  }

  /// What a mark or fill means, above the picture. Whoever listens has it from the table.
  static func key(_ entries: [(swatch: HTML, words: String)]) -> HTML {
    if entries.isEmpty { return HTML() }
    let items = entries.map { swatch, words -> HTML in
      """
      <li><svg width="26" height="16">\(swatch)</svg> \(words.printable)</li>

      """
    }
    return "<ul class=\"key\" aria-hidden=\"true\">\n\(items)</ul>\n"
  }

  static func swatch(fill: Int) -> HTML {
    "<rect class=\"fill-\(fill)\" y=\"1\" width=\"26\" height=\"14\"/>"
  }

  /// The fills but the first, which is plain: each a colour and a pattern, so that none is told by
  /// colour alone. They stand once in a document, and every chart refers to them.
  static let patterns: HTML = """
    <svg class="patterns" aria-hidden="true" focusable="false" width="0" height="0"><defs>
    <pattern id="fill-2" width="7" height="7" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)"><rect class="c2" width="7" height="7"/>\
    <rect class="over" width="2" height="7"/></pattern>
    <pattern id="fill-3" width="8" height="8" patternUnits="userSpaceOnUse">\
    <rect class="c3" width="8" height="8"/><circle class="over" cx="2" cy="2" r="1.3"/>\
    <circle class="over" cx="6" cy="6" r="1.3"/></pattern>
    <pattern id="fill-4" width="8" height="6" patternUnits="userSpaceOnUse">\
    <rect class="c4" width="8" height="6"/><rect class="over" width="8" height="1.5"/></pattern>
    <pattern id="fill-5" width="8" height="8" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)"><rect class="c5" width="8" height="8"/>\
    <path class="over" d="M0 0h8v1.2H1.2V8H0z"/></pattern>
    <pattern id="fill-6" width="6" height="8" patternUnits="userSpaceOnUse">\
    <rect class="c6" width="6" height="8"/><rect class="over" width="1.5" height="8"/></pattern>
    </defs></svg>

    """
}
