import Markup
import SurveyCore

/// One question, and nothing else to decide.
struct QuestionPage: Sendable {
  var frame: Frame
  var survey: Survey
  var audience: String
  /// As this person meets it: its options already those that are offered.
  var question: Question
  var number: Int
  /// Nil while it cannot be told.
  var total: Int?
  var answer: Answer?
  var error: Unclear?
  /// What was sent, when it could not be taken.
  var typed: [String]
  var back: String?

  var html: HTML {
    let fault = error.map { error in
      FieldFault(
        field: "answer", words: frame.words.errors.words(for: error, to: question.kind, reader))
    }
    let asked = question.ask[audience] ?? [:]
    return page(
      frame, title: title, error: error != nil, back: back,
      main: """
        \(errorSummary(frame, reader, fault))\(progress)\
        <form method="post" action="\(Address.answer(number: nil).path)" novalidate>
        <input type="hidden" name="q" value="\(question.id)">
        \(field(frame.said(asked), fault))\
        <button class="go">\(frame.words.buttons.goOn)</button>
        </form>
        \(passing)
        """)
  }

  var reader: Reader { survey.audience(audience).map(Reader.init) ?? frame.reader }

  /// Not the question itself: a title stays in the browser's history for others to see.
  private var title: String {
    let words = frame.words.question
    guard let total else { return words.progressAlone([.number: String(number)]) }
    return words.progress([.number: String(number), .total: String(total)])
  }

  private var progress: HTML {
    "<p class=\"progress\">\(title)</p>\n\(total.flatMap(beads))"
  }

  /// A bead for each question; too many would say nothing.
  private func beads(_ total: Int) -> HTML? {
    guard total <= 20, total > 1 else { return nil }
    var html: HTML = "<p class=\"beads\" aria-hidden=\"true\">"
    for bead in 1...total {
      let state: HTML =
        bead < number ? " class=\"done\"" : bead == number ? " class=\"at\"" : ""
      html += "<i\(state)></i>"
    }
    html += "</p>\n"
    return html
  }

  /// Passing by is a form of its own: Continue must have no rival in its form.
  private var passing: HTML {
    let buttons = frame.words.buttons
    return """
      <form class="pass" method="post" action="\(Address.skip.path)">
      <input type="hidden" name="q" value="\(question.id)">
      <button class="other" name="why" value="skip">\(buttons.skip)</button>
      <button class="quiet" name="why" value="unclear">\(buttons.unclear)</button>
      </form>

      """
  }

  /// Whether a value is to be shown as chosen.
  func isChosen(_ value: String) -> Bool {
    error == nil ? answer?.values.contains(value) ?? false : typed.contains(value)
  }
}
