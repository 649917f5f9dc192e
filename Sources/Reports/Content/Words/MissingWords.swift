/// The words about whose voice is missing.
enum MissingWords {
  static let about =
    "Whether those who answered are made up like those who could have, by age. Nothing is weighted by "
    + "it: it tells whose voice is missing."
  static let title = "Who answered beside who could have, by age"
  static let columns: [Table.Column] = [
    .words("Survey"), .words("Who"), .numbers("Of those who answered (%)"),
    .numbers("Of all who could (%)"), .numbers("Who could"), .words("Who answered"),
  ]
  static let shares =
    "Of those who answered by the middle of the numbers told above, so in round figures. Ten "
    + "percentage points or more apart is pointed out."
  static let asked = "Who could: everybody who was asked."
  static let nothing =
    "Nobody knows how many of each age could have answered. Say so when a collection is opened "
    + "(--asked), or import how many there are (“heard import items”, P-8-11 and so on)."

  static func people(_ sources: [String]) -> String {
    "Who could: the people the service works with, by \(sources.joined(separator: " and "))."
  }
}
