import Markup

extension Document {
  /// The report as one file that needs nothing else: no script, no request, no other file.
  public var html: String { Page(document: self).markup.string }

  /// The months it is about, in words.
  var period: String { from.words(through: through) }

  /// Whether it is what was released.
  var isReleased: Bool { issue != nil && !isChanged }

  /// Which issue it is, or that it is none, and the day; and whether it was changed since.
  var edition: String {
    guard let issue else { return "\(WriterWords.draft), \(made.words)" }
    let released = "\(WriterWords.issue) \(issue), \(made.words)"
    return isChanged ? "\(released), \(WriterWords.changed)" : released
  }

  /// The findings, those about the same together.
  fileprivate var findingsByAbout: [(about: String, findings: [Finding])] {
    findings.reduce(into: []) { rows, finding in
      if let last = rows.indices.last, rows[last].about == finding.about {
        rows[last].findings.append(finding)
      } else {
        rows.append((finding.about, [finding]))
      }
    }
  }
}

/// A report as a page to read on a screen, a phone or paper.
struct Page {
  let document: Document
  let outline: Outline
  let prose: Prose

  /// Nothing may be fetched, run or sent: everything is in the page.
  private static let policy: HTML =
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'"

  init(document: Document) {
    self.document = document
    outline = Outline(document)
    prose = Prose(notes: document.notes.count)
  }

  var markup: HTML {
    """
    <!DOCTYPE html>
    <html lang="en-GB" dir="ltr">
    <head>
    <meta charset="utf-8">
    <title>\(document.title.printable), \(document.period) – \(document.authority.printable)</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
    \(Styles(document: document, outline: outline).markup)</head>
    <body>
    <a class="skip" href="#report">\(WriterWords.skip)</a>
    \(Drawing.patterns)\(header)<div class="frame">
    \(contents)<main id="report">
    \(findings)\(outline.parts.map { SectionMarkup(part: $0, prose: prose).markup })\(notes)\
    \(symbols)</main>
    </div>
    \(footer)</body>
    </html>

    """
  }

  private var header: HTML {
    let madeUp: HTML =
      document.isMadeUp ? "<p class=\"made-up\">\(WriterWords.madeUp)</p>\n" : HTML()
    return """
      <header>
      \(madeUp)<p class="whose">\(document.authority.printable)</p>
      <h1>\(document.title.printable)</h1>
      <p class="period">\(document.period)</p>
      <p class="edition\(document.isReleased ? HTML() : " draft")">\(document.edition)</p>
      </header>

      """
  }

  private var contents: HTML {
    """
    <nav aria-labelledby="contents">
    <h2 id="contents">\(WriterWords.contents)</h2>
    <ol>
    \(document.findings.isEmpty ? HTML() : Self.entry("", WriterWords.findings, "findings"))\
    \(outline.parts.map(entry))\(Self.entry("", WriterWords.notes, "notes"))\
    \(Self.entry("", WriterWords.symbols, "symbols"))</ol>
    </nav>

    """
  }

  private func entry(_ part: Outline.Part) -> HTML {
    let inside: HTML = part.parts.isEmpty ? HTML() : "<ol>\n\(part.parts.map(entry))</ol>\n"
    return Self.entry(
      part.number, part.section.title, part.section.id, isPrinted: part.section.isPrinted, inside)
  }

  private static func entry(
    _ number: String, _ title: String, _ id: String, isPrinted: Bool = true,
    _ inside: HTML = HTML()
  ) -> HTML {
    """
    <li\(isPrinted ? HTML() : " class=\"on-screen\"")><a href="#\(id.printable)"><span class="no">\(number)</span> \
    <span>\(title.printable)</span></a>\(inside)</li>

    """
  }

  private var findings: HTML {
    if document.findings.isEmpty { return HTML() }
    let rows = document.findingsByAbout.map { about, findings -> HTML in
      """
      <div><h3>\(about.printable)</h3>
      <ul>
      \(findings.map(markup))</ul></div>

      """
    }
    return """
      <section class="findings" id="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">\(WriterWords.findings)</h2>
      \(rows)</section>

      """
  }

  private func markup(_ finding: Finding) -> HTML {
    let source: HTML? = outline.numbers[finding.section].map {
      " <a href=\"#\(finding.section.printable)\">\(WriterWords.seeSection) \($0)</a>"
    }
    return "<li>\(prose.markup(finding.words))\(source)</li>\n"
  }

  private var notes: HTML {
    let onScreen = outline.notesOnScreen
    let items = document.notes.enumerated().map { index, note -> HTML in
      let name: HTML = onScreen.contains(index + 1) ? " class=\"on-screen\"" : HTML()
      return "<li\(name) id=\"note-\(index + 1)\">\(prose.markup(note))</li>\n"
    }
    return """
      <section class="notes" id="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">\(WriterWords.notes)</h2>
      <ol>
      \(items)</ol>
      </section>

      """
  }

  private var symbols: HTML {
    let items = Symbol.allCases.map { symbol -> HTML in
      "<div><dt>\(symbol.rawValue)</dt><dd>\(WriterWords.meaning(symbol))</dd></div>\n"
    }
    return """
      <section class="notes" id="symbols" aria-labelledby="symbols-title">
      <h2 id="symbols-title">\(WriterWords.symbols)</h2>
      <dl>
      \(items)</dl>
      </section>

      """
  }

  private var footer: HTML {
    """
    <footer>
    <p>\(document.title.printable), \(document.period). \(document.authority.printable). \
    \(document.edition). \(WriterWords.information).</p>
    </footer>

    """
  }
}
