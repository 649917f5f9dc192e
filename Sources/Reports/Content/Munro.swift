import SurveyCore

/// What the Munro Review published of its meeting with 150 children and young people (2011, 2.15),
/// as far as it can be read with certainty.
///
/// Of question 4 every figure stands beside its answer. Of questions 1 to 3 the answers' figures
/// cannot be told apart in the report as it was published; two can be had from the press release on
/// the same consultations ("Children in care give their Messages for Munro", Ofsted), which speaks
/// of 179 children. Nothing else of these three is shipped.
enum Munro {
  static let audience = "12-17"

  /// A figure that may be set beside ours where the words are the same.
  struct Published: Sendable {
    let measure: String
    let ask: String
    /// What is counted, and what it is called.
    let counted: Counted
    let words: String
    /// In whole per cent.
    let share: Int
    let source: String

    enum Counted: Sendable {
      case option(String)
      case favourable
    }
  }

  static let review = "Munro Review 2011, 2.15; 150 children and young people"
  static let release = "Ofsted press release on “Messages for Munro”; 179 children"

  static let published = [
    Published(
      measure: "seen-alone",
      ask: "Does your social worker or caseworker talk with you alone, without anyone else "
        + "listening to what you are saying?",
      counted: .option("never"), words: "Never talks with them alone", share: 15, source: release),
    Published(
      measure: "wishes-and-feelings",
      ask: "Does your social worker or caseworker take notice of your wishes and feelings?",
      counted: .favourable,
      words: "Always or nearly always takes notice of their wishes and feelings",
      share: 50, source: release),
  ]

  static let ways =
    "What would be good ways for professionals to find out your wishes and feelings?"

  /// Question 4, in its order: each answer's words and figure in per cent.
  static let shares: [(words: String, share: Int)] = [
    ("On the phone", 40), ("Texting", 40), ("Show feelings by doing a drawing", 19), ("Email", 34),
    ("Face to face on your own", 78), ("Face to face with someone there to support you", 38),
    ("Show feelings through drama or acting", 22), ("Write them down on paper", 35),
    ("In a group of other children or young people", 22), ("Some other way", 20),
  ]

  /// The answers of question 3 that count as taking notice, in Munro's words.
  static let noticed = ["Always", "Nearly always"]
}
