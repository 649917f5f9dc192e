import Markup
import SurveyCore

extension HTML.StringInterpolation {
  /// A sentence of the catalogue, its gaps filled with markup.
  mutating func appendInterpolation(
    _ template: Template, _ values: KeyValuePairs<Template.Slot, HTML>
  ) {
    for piece in template.pieces {
      switch piece {
      case .words(let words): appendInterpolation(words)
      case .slot(let slot): appendInterpolation(values.first { $0.key == slot }?.value)
      }
    }
  }
}

extension Frame {
  /// Words that are not the program's own, as text for the inside of an element, marked with
  /// their language where it is not the page's.
  func said(_ localized: Localized) -> HTML {
    let spoken = spokenLanguage(of: localized)
    let text = localized.words(in: language)
    guard let spoken, spoken != words.language else { return HTML(text: text) }
    let direction: HTML = spoken.isRightToLeft ? "rtl" : "ltr"
    return "<span lang=\"\(spoken.code)\" dir=\"\(direction)\">\(text)</span>"
  }

  /// The same as plain text, for a title or an attribute.
  func plain(_ localized: Localized) -> String { localized.words(in: language) }

  private func spokenLanguage(of localized: Localized) -> Language? {
    if localized[language] != nil { return language }
    return localized[.english] != nil ? .english : localized.keys.min()
  }

  /// Who reads the answers, in a sentence.
  var readers: HTML { said(authority.readers) }
}

/// A number that can be called.
///
/// The digits run from left to right in every language.
func phoneLink(_ phone: String) -> HTML {
  let digits = phone.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
  return "<a class=\"phone\" href=\"tel:\(digits)\"><bdi dir=\"ltr\">\(phone)</bdi></a>"
}
