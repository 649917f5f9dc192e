import Markup

extension Chart {
  /// The picture with its key, as the chart of that number in the report.
  func markup(number: Int) -> HTML {
    switch picture {
    case .spread(let answers, let rows):
      SpreadChart(chart: self, answers: answers, rows: rows, number: number).markup
    case .bars(let bars, let beside):
      BarsChart(chart: self, bars: bars, beside: beside, number: number).markup
    case .course(let course):
      CourseChart(chart: self, course: course, number: number).markup
    }
  }
}

extension Sequence<HTML> {
  /// All of it, one after the other.
  func joined() -> HTML { reduce(into: HTML()) { $0 += $1 } }
}

extension HTML {
  static func + (one: HTML, other: HTML) -> HTML { "\(one)\(other)" }
}
