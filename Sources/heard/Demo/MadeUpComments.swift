import SurveyCore

/// Something a made-up person wrote, and what made-up people made of it.
struct MadeUpComment {
  let words: String
  /// Ids of themes.
  let themes: [String]
  /// As it is quoted; nil where it never is.
  let quote: String?

  init(_ words: String, _ themes: String, quote: String? = nil, isQuoted: Bool = false) {
    (self.words, self.themes) = (words, themes.split(separator: " ").map(String.init))
    self.quote = quote ?? (isQuoted ? words : nil)
  }

  /// Every comment by its words.
  static let byWords = Dictionary(
    byQuestion.values.joined().map { ($0.words, $0) }, uniquingKeysWith: { first, _ in first })

  /// What people of a group write under a question; none where they are not asked it.
  static func comments(
    to question: String, of survey: String, by group: Audience.Group
  ) -> [MadeUpComment] {
    byQuestion["\(survey) \(group.rawValue)"] ?? byQuestion[question]
      ?? byQuestion["\(question) \(group.rawValue)"] ?? []
  }

  private static let byQuestion: [String: [MadeUpComment]] = [
    "what-should-change child": children, "what-should-change parent": parents,
    "what-should-change worker": workers, "what-should-change partner": partners,
    "child-protection-conference child": conferenceChildren,
    "child-protection-conference parent": conferenceParents, "what-helped": helped,
    "good-things": goodThings, "worries": worries, "hopes": hopes,
  ]

  private static let children = [
    MadeUpComment("Please come on time.", "reliable"),
    MadeUpComment(
      "Sarah said she would ring on Monday and she never did.", "reliable",
      quote: "[name] said she would ring on [day] and she never did."),
    MadeUpComment("I want to know what happens next.", "next-steps", isQuoted: true),
    MadeUpComment("Nobody tells me when the meeting is.", "next-steps meetings", isQuoted: true),
    MadeUpComment("Tell me before you change my worker.", "same-worker", isQuoted: true),
    MadeUpComment(
      "I had four in one year. I do not want to say it all again.",
      "same-worker telling-again", isQuoted: true),
    MadeUpComment("She listened to me.", "listened-to thanks"),
    MadeUpComment("He explained it twice, that helped.", "information thanks"),
    MadeUpComment("I did not understand the long words.", "plain-words", isQuoted: true),
    MadeUpComment("The waiting room is boring.", "places"),
    MadeUpComment("I liked that we went for a walk.", "seen-alone ways-to-ask", isQuoted: true),
    MadeUpComment("Talk to me and not just to my mum.", "seen-alone listened-to", isQuoted: true),
    MadeUpComment("Ask me first.", "involved"),
    MadeUpComment("It was ok.", "no-change"), MadeUpComment("Nothing.", "no-change"),
    MadeUpComment(
      "Dont come to my school, Oak Park, everyone sees.", "places ways-to-ask",
      quote: "Dont come to my school, [place], everyone sees."),
  ]
  private static let parents = [
    MadeUpComment("Ring back when you say you will.", "reliable reach", isQuoted: true),
    MadeUpComment("Too many meetings in one week.", "too-many meetings", isQuoted: true),
    MadeUpComment("Nobody told us what the plan meant.", "plain-words information", isQuoted: true),
    MadeUpComment("Ask his dad as well.", "all-sides"),
    MadeUpComment(
      "We had a different worker each time and told it all again.",
      "same-worker telling-again", isQuoted: true),
    MadeUpComment(
      "Mrs Bright had made up her mind before she met us.", "all-sides respect",
      quote: "[name] had made up her mind before she met us."),
    MadeUpComment("Help should have come a year ago.", "in-time", isQuoted: true),
    MadeUpComment("Nothing, it was fine.", "no-change"),
  ]
  private static let conferenceChildren = [
    MadeUpComment("Too many people I do not know.", "too-many meetings", isQuoted: true),
    MadeUpComment("Let me say my part first and then go.", "meetings involved", isQuoted: true),
    MadeUpComment("Somebody on my side, like an advocate.", "someone-beside", isQuoted: true),
    MadeUpComment("Dont use words like threshold.", "plain-words", isQuoted: true),
    MadeUpComment("It is in school time.", "meetings"), MadeUpComment("Not so long.", "meetings"),
    MadeUpComment("It was ok.", "no-change"),
  ]
  private static let conferenceParents = [
    MadeUpComment(
      "Give us the report a week before, not in the car park.", "information records",
      isQuoted: true),
    MadeUpComment("Eleven people and nobody said who they were.", "too-many", isQuoted: true),
    MadeUpComment(
      "They talked about what we do well for once.", "strengths thanks",
      isQuoted: true),
    MadeUpComment("It felt decided before we sat down.", "all-sides involved", isQuoted: true),
    MadeUpComment("Somewhere to leave the baby.", "practical places"),
    MadeUpComment("Nothing.", "no-change"),
  ]
  private static let helped = [
    MadeUpComment("She was straight with us and I respect that.", "honest", isQuoted: true),
    MadeUpComment("We felt like part of it for once.", "involved", isQuoted: true),
    MadeUpComment("My son likes her.", "kind thanks"),
    MadeUpComment("Somebody to ring when it got bad.", "reach", isQuoted: true),
    MadeUpComment("The cooker and the school uniform.", "practical"),
    MadeUpComment("Things are calmer at home now.", "better", isQuoted: true),
    MadeUpComment("Nothing yet.", "not-better"),
  ]
  private static let workers = [
    MadeUpComment(
      "Recording takes the time I want to spend with children.", "recording time",
      isQuoted: true),
    MadeUpComment("The caseload went up again.", "caseload", isQuoted: true),
    MadeUpComment(
      "Supervision is about tasks, never about the child.", "supervision",
      isQuoted: true),
    MadeUpComment("Supervision is good here.", "supervision thanks"),
    MadeUpComment("More admin support would help.", "staffing"),
    MadeUpComment(
      "Somebody to tell us what became of what we said last time.", "voice",
      isQuoted: true),
    MadeUpComment("Two forms ask the same thing.", "recording"),
  ]
  private static let partners = [
    MadeUpComment("We never hear what became of a referral.", "referral-feedback", isQuoted: true),
    MadeUpComment("The advice line is excellent.", "reach thanks", isQuoted: true),
    MadeUpComment("Thresholds changed and nobody told the school.", "thresholds", isQuoted: true),
    MadeUpComment("It takes three calls to find who has the case.", "reach same-worker"),
    MadeUpComment("Meetings are set for when the surgery is open.", "meetings together"),
  ]
  private static let goodThings = [
    MadeUpComment("My dog.", "life-family"), MadeUpComment("Football on Saturdays.", "life-fun"),
    MadeUpComment("My friends.", "life-friends"), MadeUpComment("Seeing my nan.", "life-seeing"),
    MadeUpComment("It is quieter at home now.", "life-family better"),
    MadeUpComment("Art at school.", "life-school life-fun"),
  ]
  private static let worries = [
    MadeUpComment("Moving again.", "moves"), MadeUpComment("Exams.", "life-school"),
    MadeUpComment("My brother is somewhere else.", "moves life-seeing"),
    MadeUpComment("When they shout.", "life-family life-feelings"),
    MadeUpComment("Nothing really.", "no-change"),
    MadeUpComment("Nobody to sit with at lunch.", "life-friends life-school"),
  ]
  private static let hopes = [
    MadeUpComment("To see my mum more.", "life-seeing"),
    MadeUpComment("To stay at my school.", "life-school moves"),
    MadeUpComment("To be a vet.", "life-later"),
    MadeUpComment("A room of my own.", "life-family"),
    MadeUpComment("That everyone gets on.", "life-family"),
  ]
}
