import SurveyCore

/// The words of tables that set two figures beside each other.
enum ComparedWords {
  static let who = "Who"
  static let everybody = "everybody"
  static let difference = "Gap"
  static let low = "Low"
  static let high = "High"
  static let inWords = "In words"
  static let reworded = "not compared: what is asked changed"
  static let newcombe =
    "The gap is in percentage points, between the shares before rounding. Low and high are the ends of its interval "
    + "by Newcombe's hybrid score method (1998, method 10)."

  /// Clear differences, in one sentence for the first page.
  static func summary(
    _ clear: [(row: Compared, difference: Difference)], of made: Int, beside: String
  ) -> String {
    let list = clear.map { row, difference in
      let who =
        row.who == everybody ? "" : ", \(row.who.prefix(1).lowercased() + row.who.dropFirst())"
      return "“\(row.title)”\(who), \(difference.first.percentage)% (before "
        + "\(difference.second.percentage)%)"
    }
    return "Clearly changed since \(beside), \(clear.count) of \(made) figures compared: "
      + list.joined(separator: "; ") + "."
  }

  /// One clear difference in a sentence.
  static func sentence(_ row: Compared, _ difference: Difference) -> String {
    let who = row.who == everybody ? "" : " (\(row.who))"
    return "\(row.title)\(who): \(difference.first.percentage)% beside "
      + "\(difference.second.percentage)% \(row.beside), \(difference.words)."
  }

  static let noBefore =
    "There is no quarter before this one to compare with, or too little is told of it."

  static func change(_ quarter: String) -> String { "This quarter beside \(quarter)" }

  static func noChange(_ quarter: String, _ made: Int) -> String {
    "No measure is clearly higher or lower than in \(quarter), of \(made) compared."
  }
}

/// The words of tables by channel, help or place.
enum BreakdownWords {
  static let others = "among all others together"
  static let nothing =
    "Nothing is told by channel, by help or by place: too few answered in one of them, or all but a "
    + "few answered in the same."
  static let mode =
    "How people answer goes with who they are and who is near. A difference between channels, or "
    + "between those who were helped and those who were not, is a reason to ask, not a finding about "
    + "the service."
  static let place =
    "A place is where somebody was asked: a waiting room, a team, a school. Places are in the order "
    + "of the alphabet and are not ranked. Safety in the local area is not told by place, since it "
    + "is not comparable between areas, and safety at school only as change over time (Munro Review "
    + "2011, Appendix B, L1)."
  static let ages =
    "Age groups are shown beside each other but not compared: each is asked in words and answers of "
    + "its own."

  static func title(_ breakdown: Breakdown) -> String {
    switch breakdown {
    case .audience: "By age"
    case .channel: "By channel"
    case .helped: "By whether somebody helped"
    case .place: "By place"
    }
  }

  /// What a category is called in a table.
  static func category(_ category: String, _ breakdown: Breakdown) -> String {
    switch (breakdown, category) {
    case (.channel, "web"): "On the web"
    case (.channel, "kiosk"): "At a kiosk"
    case (.channel, "text"): "By text message"
    case (.helped, "alone"): "Answered alone"
    case (.helped, "helped"): "Somebody helped"
    default: category
    }
  }

  static func none(_ made: Int) -> String {
    "No clear difference by channel, by help or by place, of \(made) compared."
  }
}
