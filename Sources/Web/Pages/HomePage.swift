import Markup
import SurveyCore

/// Where a code from a letter, a card or a screen is typed in.
struct HomePage: Sendable {
  var frame: Frame
  var typed: String
  var isWrong: Bool

  var html: HTML {
    let words = frame.words.home
    let fault = isWrong ? FieldFault(field: "code", words: frame.words.errors.wrongCode) : nil
    let described = describedBy(["code-hint", isWrong ? "error" : nil])
    let wrong: HTML = isWrong ? " aria-invalid=\"true\"" : ""
    return page(
      frame, title: words.title, error: isWrong,
      main: """
        \(errorSummary(frame, frame.reader, fault))<h1 class="asked">\(words.title)</h1>
        <p class="lead">\(words.about)</p>
        <form method="post" action="\(Address.home.path)" novalidate>
        <label class="question" for="code">\(words.code)</label>
        <p class="hint" id="code-hint">\(words.hint)</p>
        \(fieldError(frame, fault))<input class="code" id="code" name="code" value="\(typed)" \
        dir="ltr" autocomplete="off" autocapitalize="none" spellcheck="false"\
        \(described)\(wrong)>
        <button class="go">\(frame.words.buttons.goOn)</button>
        </form>

        """)
  }
}
