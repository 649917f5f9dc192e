import Testing

@testable import Reports

/// The strong form: somebody who knows the rules and has every table cannot work out one number
/// that is kept from them. Held by trying every small original.
///
/// All originals of a total are tried, and the total is told, so none that looks alike is missed.
struct ExhaustiveTests {
  static let small = Rule(rows: 6, cells: 3)

  static let judged2 = Layout(columns: 2, splits: [[0]], blocks: [[[0]], [[1]]])
  static let judged3 = Layout(columns: 3, splits: [[0]], blocks: [[[0]], [[1], [2]]])
  static let judged4 = Layout(columns: 4, splits: [[0, 1]], blocks: [[[0], [1]], [[2], [3]]])
  static let judged5 = Layout(
    columns: 5, splits: [[0, 1]], blocks: [[[0], [1]], [[2], [3], [4]]])
  static func plain(_ columns: Int) -> Layout {
    Layout(columns: columns, splits: [], blocks: [(0..<columns).map { [$0] }])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let layout: Layout
    var axes: [Int] = []
    let totals: ClosedRange<Int>
    var rule = Rule.standard

    var testDescription: String {
      "\(layout.columns) columns, \(layout.blocks.count) blocks, axes \(axes), totals \(totals)"
    }
  }

  static let cases = [
    Case(layout: plain(3), totals: 1...30),
    Case(layout: plain(4), totals: 10...20),
    Case(layout: plain(5), totals: 6...11, rule: small),
    Case(layout: judged4, totals: 10...20),
    Case(layout: judged5, totals: 10...14),
    Case(layout: judged2, axes: [2], totals: 20...25),
    Case(layout: judged2, axes: [2], totals: 1...16, rule: small),
    Case(layout: judged2, axes: [3], totals: 12...13, rule: small),
    Case(layout: judged3, axes: [2], totals: 12...13, rule: small),
    Case(layout: plain(2), axes: [2], totals: 20...25),
    Case(layout: plain(3), axes: [2], totals: 14...14, rule: small),
    Case(layout: plain(3), axes: [2], totals: 18...18, rule: small),
    Case(layout: judged2, axes: [2, 2], totals: 12...12, rule: Rule(rows: 5, cells: 2)),
  ]

  @Test(arguments: cases)
  func `nothing that is kept can be worked out`(_ test: Case) {
    let enumeration = Enumeration(test.layout, along: test.axes, totals: test.totals, test.rule)
    #expect(enumeration.originals > 1000)
    #expect(enumeration.givenAway.isEmpty, "\(enumeration.givenAway.prefix(3))")
  }

  @Test(arguments: [(2, 60, 10), (3, 34, 10), (4, 20, 4), (5, 14, 4)])
  func `a hidden row can be of more than one size`(rows: Int, most: Int, least: Int) {
    let rule = Rule(rows: least, cells: 2)
    var ranges: [[Int]: [ClosedRange<Int>]] = [:]
    for total in least...most {
      compositions(of: total, into: rows) { sizes in
        let found = rule.rows(of: sizes)
        let told = [total] + found.alone.flatMap { [$0, sizes[$0]] }
        let kept = found.rest.map { sizes[$0]...sizes[$0] }
        let known = ranges[told] ?? kept
        ranges[told] = zip(known, kept).map {
          min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound)
        }
        let rest = found.rest.reduce(0) { $0 + sizes[$1] }
        #expect(
          rule.isSafe(slice: rest) && found.alone.allSatisfy { rule.isSafe(slice: sizes[$0]) })
      }
    }
    #expect(ranges.values.joined().allSatisfy { $0.count > 1 })
  }

  @Test func `a table is withheld where the rest would say what no hidden row said`() {
    for (third, isTold) in [(0, false), (3, true)] {
      let rows = [[3, 0, 3], [2, 3, 0], [third == 0 ? 2 : 1, 0, third]]
      let cells = rows.enumerated().map { row, columns in
        CountedCell(at: [row], tally: Tally(people: columns.reduce(0, +), columns: columns))
      }
      let protector = Protector(rule: Self.small, layout: Self.plain(3), cells: cells)
      let table = protector.tables(along: [3])[0]
      #expect(!table.rows.alone.isEmpty)
      #expect((table.blocks != nil) == isTold)
    }
  }

  @Test func `what is told of every cell is nobody or enough`() {
    for total in 10...18 {
      compositions(of: total, into: 5) { numbers in
        let groups = Rule.standard.groups(of: Self.judged5.blocks, in: [numbers])
        for group in (groups ?? []).flatMap({ $0 }) {
          #expect(Rule.standard.isSafe(cell: group.reduce(0) { $0 + numbers[$1] }))
        }
      }
    }
  }
}
