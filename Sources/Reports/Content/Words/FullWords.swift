import SurveyCore

/// The words of the tables that hold everything.
enum FullWords {
  static let columns: [Table.Column] = [
    .words("Question"), .words("Who"), .words("Answer"), .numbers("People"),
    .numbers(GlanceWords.people), .numbers("%"),
  ]
  static let ageColumns: [Table.Column] = [
    .words(GlanceWords.measure), .words("Age"), .numbers(GlanceWords.people),
    .numbers(GlanceWords.favourable), .numbers(GlanceWords.low), .numbers(GlanceWords.high),
  ]
  static let base =
    "Answers that may not be told are left out; so are those beside a scale, such as “don't know”, "
    + "which are in no n."

  static func title(_ survey: String, _ group: Audience.Group) -> String {
    "\(survey): further answers of \(group.people)"
  }
}
