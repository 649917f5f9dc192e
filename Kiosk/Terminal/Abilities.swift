import Foundation

/// What a kind of terminal can show.
struct Abilities: Hashable, Sendable {
  /// Whether colours are wanted: `NO_COLOR` says not.
  var hasColours = true
  /// Whether it has 256 colours rather than 16.
  var hasFineColours = true
  /// Whether its font has the half blocks: that of the Linux console has not.
  var hasHalves = true

  /// By the values of `TERM` and `COLORTERM`.
  init(term: String, colours: String) {
    hasHalves = term != "linux"
    hasFineColours =
      hasHalves && (term.contains("256") || term.contains("foot") || !colours.isEmpty)
  }

  init() {}

  /// Those of the terminal the program was started on.
  static var here: Abilities {
    let environment = ProcessInfo.processInfo.environment
    var abilities = Abilities(
      term: environment["TERM"] ?? "", colours: environment["COLORTERM"] ?? "")
    abilities.hasColours = environment["NO_COLOR"]?.isEmpty ?? true
    return abilities
  }

  /// The nearest there is in the console's 512 characters.
  func shown(_ text: String) -> String {
    if hasHalves { return text }
    return Self.nearest[text] ?? text
  }

  private static let nearest = [
    "╭": "┌", "╮": "┐", "╰": "└", "╯": "┘", "┏": "█", "┓": "█", "┗": "█", "┛": "█", "┃": "█",
    "━": "■", "►": ">", "◄": "<", "√": "x", "•": "●", "▌": "█", "’": "'", "‘": "'", "“": "\"",
    "”": "\"",
  ]
}
