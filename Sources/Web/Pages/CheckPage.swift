import Markup
import SurveyCore

/// Everything said, before it is sent.
struct CheckPage: Sendable {
  struct Row: Sendable {
    /// Its place on the person's way, counted from 1.
    var number: Int
    var question: Question
    var answer: Answer?
    /// Answered before the journey was resumed: never shown again.
    var isSealed: Bool
  }

  /// Why sending did not work the last time; the answers are still there.
  enum Problem: Sendable { case busy, full }

  var frame: Frame
  var survey: Survey
  var audience: String
  var rows: [Row]
  var wasHelped = false
  var problem: Problem?
  var back: String?

  var html: HTML {
    let title = frame.words.check.title[reader]
    return page(
      frame, title: title, error: problem != nil, back: back,
      main: """
        \(errorSummary(frame, reader, fault))<h1>\(title)</h1>
        <p class="lead">\(frame.words.check.about[reader])</p>
        \(summary)\(form)
        """)
  }

  private var reader: Reader { survey.audience(audience).map(Reader.init) ?? frame.reader }

  private var fault: FieldFault? {
    let errors = frame.words.errors
    switch problem {
    case nil: return nil
    case .busy: return FieldFault(field: nil, words: errors.notSentBusy[reader])
    case .full: return FieldFault(field: nil, words: errors.notSentFull[reader])
    }
  }

  private var summary: HTML? {
    if rows.isEmpty { return nil }
    return "<dl class=\"answers\">\n\(rows.map(row))</dl>\n"
  }

  private func row(_ row: Row) -> HTML {
    let asked = row.question.ask[audience] ?? [:]
    let change = frame.words.check.changeAnswer
    let link: HTML = """
      <dd class="change"><a href="\(Address.answer(number: row.number).path)">\
      \(frame.words.buttons.change)<span class="vh"> \(change, [.question: frame.said(asked)])\
      </span></a></dd>
      """
    return """
      <div><dt>\(frame.said(asked))</dt><dd>\(said(row))</dd>\(row.isSealed ? nil : link)</div>

      """
  }

  private func said(_ row: Row) -> HTML {
    let words = frame.words.check
    if row.isSealed { return "<i>\(words.sealed)</i>" }
    switch row.answer {
    case .chosen(let value): return option(value, of: row.question)
    case .several(let values):
      if values.isEmpty { return "<i>\(words.none)</i>" }
      let items = values.map { "<li>\(option($0, of: row.question))</li>" as HTML }
      return "<ul>\(items)</ul>"
    case .text(let text): return "<span class=\"own\" dir=\"auto\">\(text)</span>"
    case .notUnderstood: return "<i>\(words.notUnderstood)</i>"
    case .skipped, nil: return "<i>\(words.skipped)</i>"
    }
  }

  private func option(_ value: String, of question: Question) -> HTML {
    let options = question.options(for: audience)
    guard let index = options.firstIndex(where: { $0.value == value }) else { return HTML() }
    guard question.kind == .scale, let ends = question.ends[audience] else {
      return frame.said(options[index].words)
    }
    return QuestionPage.pointName(
      frame.words, index, of: options.count, frame.said(ends.low), frame.said(ends.high))
  }

  private var form: HTML {
    let words = frame.words.check
    let checked: HTML = wasHelped ? " checked" : ""
    return """
      <form method="post" action="\(Address.check.path)" novalidate>
      <label class="card"><input type="checkbox" name="helped" value="yes" \
      aria-describedby="helped-hint"\(checked)><span>\(words.helped[reader])</span></label>
      <p class="hint" id="helped-hint">\(words.helpedHint[reader])</p>
      <button class="go">\(frame.words.buttons.send)</button>
      </form>

      """
  }
}
