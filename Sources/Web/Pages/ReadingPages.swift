import Markup
import SurveyCore

/// What is kept and what is not.
struct PrivacyPage: Sendable {
  var frame: Frame

  var html: HTML {
    let words = frame.words.privacy
    return page(
      frame, title: words.title,
      main: """
        <h1>\(words.title)</h1>
        <p class="lead">\(words.about, [.authority: name(frame)])</p>
        \(sections(words.sections))<h2>\(words.cookieTitle)</h2>
        <p>\(words.cookieAbout)</p>
        <table><thead><tr><th scope="col">\(words.cookieName)</th>\
        <th scope="col">\(words.cookieFor)</th><th scope="col">\(words.cookieHowLong)</th></tr>\
        </thead><tbody><tr><th scope="row"><bdi dir="ltr">heard</bdi></th>\
        <td>\(words.cookieForWhat)</td><td>\(words.cookieLasts)</td></tr></tbody></table>

        """)
  }
}

/// The accessibility statement.
struct AccessibilityPage: Sendable {
  var frame: Frame

  var html: HTML {
    let words = frame.words.accessibility
    return page(
      frame, title: words.title,
      main: """
        <h1>\(words.title)</h1>
        <p class="lead">\(words.about, [.authority: name(frame)])</p>
        \(sections(words.sections))
        """)
  }
}

/// A sentence alone is a paragraph; several are a list.
private func sections(_ sections: [Words.Section]) -> HTML {
  var html = HTML()
  for section in sections {
    html += "<h2>\(section.title)</h2>\n"
    if section.words.count == 1 {
      html += "<p>\(section.words[0])</p>\n"
    } else {
      html += "<ul>\n\(section.words.map { "<li>\($0)</li>\n" as HTML })</ul>\n"
    }
  }
  return html
}
