import Markup
import SurveyCore

/// What is wrong on a page, and where to put it right.
struct FieldFault: Sendable {
  /// The id of the field the summary's link leads to; nil where there is none to go to.
  var field: String?
  var words: String
}

/// Stands first in main, and is given the focus by the script.
func errorSummary(_ frame: Frame, _ reader: Reader, _ fault: FieldFault?) -> HTML? {
  guard let fault else { return nil }
  let told: HTML =
    if let field = fault.field {
      "<a href=\"#\(field)\">\(fault.words)</a>"
    } else {
      "\(fault.words)"
    }
  return """
    <div class="problem" role="group" tabindex="-1" aria-labelledby="problem">
    <h2 id="problem">\(frame.words.errors.heading[reader])</h2>
    <ul><li>\(told)</li></ul>
    </div>

    """
}

/// The same words again, beside the field.
func fieldError(_ frame: Frame, _ fault: FieldFault?) -> HTML? {
  guard let fault else { return nil }
  return """
    <p class="error" id="error"><span class="vh">\(frame.words.errors.prefix)</span> \
    \(fault.words)</p>

    """
}

/// ` aria-describedby="…"` for the ids that are there; nothing where none is.
func describedBy(_ ids: [String?]) -> HTML? {
  let there = ids.compactMap(\.self).joined(separator: " ")
  return there.isEmpty ? nil : " aria-describedby=\"\(there)\""
}

/// Everybody one can turn to now: danger first, then the authority's own, then Childline; a `few`
/// are enough where the rest are a link away.
func contactList(_ frame: Frame, few: Bool = false) -> HTML {
  let words = frame.words.help
  let rows = frame.authority.reachable(few: few, saying: frame.words).map { contact in
    contactRow(frame.said(contact.name), contact.phone, frame.said(contact.hours))
  }
  return """
    <p class="danger">\(words.danger, [.phone: phoneLink(Authority.emergencyPhone)])</p>
    <ul class="contacts">
    \(rows)</ul>

    """
}

private func contactRow(_ name: HTML, _ phone: String, _ hours: HTML) -> HTML {
  "<li><b>\(name)</b> \(phoneLink(phone)) <span class=\"hours\">\(hours)</span></li>\n"
}
