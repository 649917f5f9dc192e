import SurveyCore

/// What a survey's people can be told apart by, in the order in which tables are kept where two
/// would give something away between them.
enum Axis: Int, CaseIterable { case month, audience, channel, helped, place }

/// The rows of every axis, for one group and one quarter, in an order that owes nothing to numbers.
struct Axes {
  let months: [Month]
  let audiences: [String]
  let channels: [Channel]
  let places: [String]
  /// Whether somebody helped them.
  let helped: [Bool]
  private let rowOfPlace: [String: Int]

  /// The axes of the quarter that starts with `quarter`.
  ///
  /// For the history the later ones have no rows. What the first two tell is the same without them,
  /// since every axis is held against those before it alone.
  init(quarter: Month, audiences: [String], counts: [Count], for parts: SurveySheets.Parts) {
    months = (0..<3).map(quarter.adding)
    self.audiences = audiences
    let isWhole = parts == .everything
    channels = isWhole ? Channel.allCases : []
    helped = isWhole ? [false, true] : []
    let places = Set(isWhole ? counts.map(\.place) : []).sorted {
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
    case .helped: helped.map { $0 ? Words.helped : Words.alone }
    case .place: places
    }
  }

  var sizes: [Int] { Axis.allCases.map { names(of: $0).count } }
}
