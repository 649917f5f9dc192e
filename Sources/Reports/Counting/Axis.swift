import SurveyCore

/// What a survey's people can be told apart by, in the order in which tables are kept where two
/// would give something away between them.
enum Axis: Int, CaseIterable { case month, audience, channel, place }

/// The rows of every axis, for one group and one quarter, in an order that owes nothing to numbers.
struct Axes {
  let months: [Month]
  let audiences: [String]
  let channels = Channel.allCases
  let places: [String]
  private let rowOfPlace: [String: Int]

  /// The axes of the quarter that starts with `quarter`.
  init(quarter: Month, audiences: [String], counts: [Count]) {
    months = (0..<3).map(quarter.adding)
    self.audiences = audiences
    let places = Set(counts.map(\.place)).sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    self.places = places
    rowOfPlace = Dictionary(
      places.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
  }

  func row(ofPlace place: String) -> Int? { rowOfPlace[place] }

  func names(of axis: Axis) -> [String] {
    switch axis {
    case .month: months.map(\.description)
    case .audience: audiences
    case .channel: channels.map(\.rawValue)
    case .place: places
    }
  }

  var sizes: [Int] { Axis.allCases.map { names(of: $0).count } }
}
