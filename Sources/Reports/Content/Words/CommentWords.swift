import SurveyCore

/// The words about what people wrote.
enum CommentWords {
  static let about =
    "Somebody read every comment and coded it to themes. One comment may hold several. What is quoted "
    + "had names and places taken out, and a second person released it."
  static let columns: [Table.Column] = [
    .words("Theme"), .numbers("Comments"), .numbers("%"),
  ]
  static let several =
    "A comment may hold several themes or none, so percentages need not add up to 100. Other "
    + "themes were spoken of by nobody, by fewer than five, or by nearly everybody."

  static func title(_ question: String, _ n: Int) -> String {
    "\(question) Themes of \(n) comments"
  }

  static func withheld(_ question: String) -> String {
    "“\(question)”: too few wrote for anything to be told."
  }

  static func notAllCoded(_ question: String) -> String {
    "“\(question)”: comments of this quarter are not all coded yet, so no theme is counted. Export "
      + "them with “heard comments export”, and import what was coded."
  }

  static func cameLate(_ question: String) -> String {
    "“\(question)”: comments came after this quarter was frozen. Themes are counted in its first "
      + "issue alone: from one issue to the next they would tell of a few."
  }

  static func noTheme(_ question: String) -> String {
    "“\(question)”: no theme was spoken of by enough people to be told."
  }
}

extension Audience.Group {
  /// Who a quotation is from: the group and nothing finer.
  var quoted: String {
    switch self {
    case .child: "A child or young person"
    case .parent: "A parent or carer"
    case .worker: "A social worker"
    case .partner: "Somebody in a partner agency"
    }
  }
}
