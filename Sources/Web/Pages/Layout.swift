import Markup
import SurveyCore

/// What every page needs to know.
struct Frame: Sendable {
  var words: Words
  /// The language the survey is read in; the program's own words may have to be in another.
  var language: Language
  var authority: Authority
  /// Big type, few words.
  var young: Bool
  /// Offered in the switch; no switch where there is only one.
  var languages: [Language]
  /// The path of this page, which the switch's links add to.
  var here: String
  /// Whether the page can be left in a hurry.
  var canLeave: Bool

  /// How to speak when nothing more is known about who reads.
  var reader: Reader { young ? .young : .child }
}

/// A whole document.
func page(
  _ frame: Frame, title: String, error: Bool = false, back: String? = nil, main: HTML
) -> HTML {
  let words = frame.words
  let direction: HTML = words.language.isRightToLeft ? "rtl" : "ltr"
  let shownTitle = error ? words.errors.pageTitle([.name: title]) : title
  return """
    <!DOCTYPE html>
    <html lang="\(words.language.code)" dir="\(direction)">
    <head>
    <meta charset="utf-8">
    <title>\(shownTitle) – \(words.frame.service)</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    \(assetLinks)</head>
    <body\(frame.young ? bodyYoung : HTML())>
    \(skipLinks(frame))\(madeUp(frame))\(bar(frame))<div class="sheet">
    \(way(frame, back))<main id="main">
    \(main)</main>
    </div>
    \(footer(frame))</body>
    </html>

    """
}

private let bodyYoung: HTML = " class=\"young\""

private let assetLinks: HTML = """
  <link rel="stylesheet" href="\(Address.asset(Asset.styles.name).path)">
  <link rel="icon" href="\(Address.asset(Asset.icon.name).path)" type="image/svg+xml">
  <script src="\(Address.asset(Asset.script.name).path)" defer></script>

  """

/// The second way to leave comes first, for who moves by keyboard or listens.
private func skipLinks(_ frame: Frame) -> HTML {
  let words = frame.words.frame
  let leave: HTML = """
    <a class="skip" href="\(Address.exit.path)" rel="nofollow noreferrer">\(words.leaveThisPage)</a>

    """
  return """
    <nav aria-label="\(words.shortcuts)">
    \(frame.canLeave ? leave : HTML())<a class="skip" href="#main">\(words.skipToMain)</a>
    </nav>

    """
}

private func madeUp(_ frame: Frame) -> HTML? {
  guard frame.authority.isMadeUp else { return nil }
  return """
    <aside class="demo"><p>\(frame.words.frame.madeUp, [.authority: name(frame)])</p></aside>

    """
}

/// Stays at the top: who asks, help, and the way out, in the same place on every page.
private func bar(_ frame: Frame) -> HTML {
  let words = frame.words.frame
  let leave: HTML = """
    <a class="leave" id="leave" href="\(Address.exit.path)" rel="nofollow noreferrer" \
    data-leaving="\(words.leaving)">\(words.leave)</a>

    """
  return """
    <header class="bar"><div>
    <p class="brand">\(mark)<b>\(words.service)</b> <span>\(name(frame))</span></p>
    <a class="help" href="\(Address.help.path)">\(words.help)</a>
    \(frame.canLeave ? leave : HTML())</div></header>

    """
}

private let mark: HTML = """
  <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">\
  <path class="m1" d="M6 3h20a4 4 0 0 1 4 4v13a4 4 0 0 1-4 4H14l-7 6v-6H6a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z"/>\
  <path class="m2" d="M9 13.5c2 5 12 5 14 0"/></svg>
  """

/// The way back, and the languages.
private func way(_ frame: Frame, _ back: String?) -> HTML {
  var html: HTML = "<div class=\"way\">\n"
  if let back {
    html += """
      <nav aria-label="\(frame.words.frame.back)">\
      <a class="back" href="\(back)">\(frame.words.frame.back)</a></nav>

      """
  }
  if frame.languages.count > 1 { html += languageSwitch(frame) }
  html += "</div>\n"
  return html
}

private func languageSwitch(_ frame: Frame) -> HTML {
  let joint = frame.here.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
  let items = frame.languages.map { language -> HTML in
    let direction: HTML = language.isRightToLeft ? "rtl" : "ltr"
    if language == frame.language {
      return """
        <li><span aria-current="true" lang="\(language.code)" dir="\(direction)">\
        \(language.ownName)</span></li>
        """
    }
    return """
      <li><a href="\(frame.here)\(joint)lang=\(language.code)" hreflang="\(language.code)" \
      lang="\(language.code)" dir="\(direction)">\(language.ownName)</a></li>
      """
  }
  return """
    <nav class="languages" aria-label="\(frame.words.frame.language)"><ul>\(items)</ul></nav>

    """
}

private func footer(_ frame: Frame) -> HTML {
  let words = frame.words.frame
  return """
    <footer><nav aria-label="\(words.about)">
    <a href="\(Address.privacy.path)">\(words.privacy)</a>
    <a href="\(Address.accessibility.path)">\(words.accessibility)</a>
    </nav><p>\(name(frame))</p></footer>

    """
}

/// The authority's name, which may run in another direction than the words round it.
func name(_ frame: Frame) -> HTML { "<bdi>\(frame.authority.name)</bdi>" }
