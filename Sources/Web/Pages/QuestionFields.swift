import Markup
import SurveyCore

/// How each kind of question is answered.
extension QuestionPage {
  func field(_ asked: HTML, _ fault: FieldFault?) -> HTML {
    switch question.kind {
    case .text: box(asked, fault)
    case .choice: fieldset(asked, fault, cards("radio"), "cards")
    case .choices: fieldset(asked, fault, cards("checkbox"), "cards")
    case .faces: fieldset(asked, fault, faceCards, "faces")
    case .scale: fieldset(asked, fault, line, "line")
    }
  }

  private var options: [Question.Option] { question.options(for: audience) }

  private var ownHint: HTML? { question.hint[audience].map(frame.said) }

  /// The question's hint, or how to answer where that is not plain to see.
  private var hint: HTML? {
    let several: HTML? =
      question.kind == .choices ? "\(frame.words.question.several[reader])" : nil
    let sentences = [ownHint, several].compactMap(\.self)
    guard let first = sentences.first else { return nil }
    let rest = sentences.dropFirst().map { " \($0)" as HTML }
    return "<p class=\"hint\" id=\"hint\">\(first)\(rest)</p>\n"
  }

  private func fieldset(
    _ asked: HTML, _ fault: FieldFault?, _ answers: HTML, _ layout: HTML
  ) -> HTML {
    let described = describedBy([hint == nil ? nil : "hint", fault == nil ? nil : "error"])
    return """
      <fieldset\(described)>
      <legend><h1 class="asked">\(asked)</h1></legend>
      \(hint)\(fieldError(frame, fault))<div class="\(layout)">
      \(answers)</div>
      </fieldset>

      """
  }

  private func cards(_ type: HTML) -> HTML {
    var html = HTML()
    for (index, option) in options.enumerated() {
      html += """
        <label class="card">\(input(type, option, index))<span>\(frame.said(option.words))</span>\
        </label>

        """
    }
    return html
  }

  /// Only the first has the id that the error summary leads to.
  private func input(_ type: HTML, _ option: Question.Option, _ index: Int) -> HTML {
    let id: HTML = index == 0 ? " id=\"answer\"" : ""
    let checked: HTML = isChosen(option.value) ? " checked" : ""
    return "<input type=\"\(type)\" name=\"answer\" value=\"\(option.value)\"\(id)\(checked)>"
  }

  /// The picture is decoration: the words are the answer.
  private var faceCards: HTML {
    let pictures = Face.faces(for: options)
    var html = HTML()
    for (index, option) in options.enumerated() {
      html += """
        <label class="face">\(input("radio", option, index))\(pictures[index].svg)\
        <span>\(frame.said(option.words))</span></label>

        """
    }
    return html
  }

  /// A line between two statements, made of radios: nothing to drag.
  private var line: HTML {
    guard let ends = question.ends[audience] else { return HTML() }
    let (low, high) = (frame.said(ends.low), frame.said(ends.high))
    var points = HTML()
    for (index, option) in options.enumerated() {
      points += """
        <label>\(input("radio", option, index))<span aria-hidden="true">\(index + 1)</span>\
        <span class="vh">\(pointName(index, low, high))</span></label>

        """
    }
    return """
      <p class="end low" aria-hidden="true">\(low)</p>
      <div class="points">
      \(points)</div>
      <p class="end high" aria-hidden="true">\(high)</p>

      """
  }

  private func pointName(_ index: Int, _ low: HTML, _ high: HTML) -> HTML {
    Self.pointName(frame.words, index, of: options.count, low, high)
  }

  /// Where on the line a point is, in words.
  static func pointName(
    _ words: Words, _ index: Int, of count: Int, _ low: HTML, _ high: HTML
  ) -> HTML {
    let template = words.question.point(index, of: count)
    return """
      \(template, [.number: "\(index + 1)", .total: "\(count)", .low: low, .high: high])
      """
  }

  private func box(_ asked: HTML, _ fault: FieldFault?) -> HTML {
    let words = frame.words.question
    let described = describedBy([
      ownHint == nil ? nil : "hint", "before", "limit", fault == nil ? nil : "error",
    ])
    let wrong: HTML = fault == nil ? "" : " aria-invalid=\"true\""
    // A parser drops the first line break of a textarea, so one is given to it.
    return """
      <h1 class="asked"><label for="answer">\(asked)</label></h1>
      \(hint)<p class="before" id="before">\(words.beforeWriting[reader], [.readers: frame.readers])
      </p>
      \(fieldError(frame, fault))<textarea id="answer" name="answer" rows="6" dir="auto"\
      \(described)\(wrong)>
      \(written)</textarea>
      <p class="hint" id="limit" data-limit="\(question.limit)" \
      data-left="\(words.left.other.text)" data-left1="\(words.left.one.text)" \
      data-over="\(words.over.other.text)" data-over1="\(words.over.one.text)">\
      \(words.limit, [.number: "\(question.limit)"])</p>

      """
  }

  private var written: String {
    if error != nil { return typed.joined(separator: "\n") }
    if case .text(let words) = answer { return words }
    return ""
  }
}
