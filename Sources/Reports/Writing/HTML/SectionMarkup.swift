import Markup

/// A part of a report with the parts inside it.
struct SectionMarkup {
  let part: Outline.Part
  let prose: Prose

  var markup: HTML { markup(part, isInside: false) }

  private func markup(_ part: Outline.Part, isInside: Bool) -> HTML {
    let id = part.section.id.printable
    let heading: HTML = isInside ? "h3" : "h2"
    let name: HTML =
      switch (part.section.isPrinted, part.section.startsPage) {
      case (false, _): " class=\"on-screen\""
      case (true, true): " class=\"own\""
      case (true, false): HTML()
      }
    return """
      <section\(name) id="\(id)" aria-labelledby="\(id)-title">
      <\(heading) id="\(id)-title"><span class="no">\(part.number)</span> \
      \(prose.markup(part.section.title))</\(heading)>
      \(part.blocks.map(block))\(part.parts.map { markup($0, isInside: true) })</section>

      """
  }

  private func block(_ numbered: Outline.Numbered) -> HTML {
    switch numbered.block {
    case .paragraph(let words): "<p>\(prose.markup(words))</p>\n"
    case .list(let items):
      "<ul>\n\(items.map { item -> HTML in "<li>\(prose.markup(item))</li>\n" })</ul>\n"
    case .notice(let words):
      "<div class=\"notice\" role=\"note\"><p>\(prose.markup(words))</p></div>\n"
    case .facts(let facts): "<dl class=\"facts\">\n\(facts.map(fact))</dl>\n"
    case .table(let table): markup(table, numbered)
    case .chart(let chart, let table): markup(chart, numbered) + markup(table, numbered)
    case .quote(let words, let from):
      """
      <figure class="quote"><blockquote><p dir="auto">\(words.printable)</p></blockquote>
      <figcaption>\(prose.markup(from))</figcaption></figure>

      """
    }
  }

  private func fact(_ fact: Fact) -> HTML {
    let note: HTML =
      fact.note.isEmpty ? HTML() : "<dd class=\"aside\">\(prose.markup(fact.note))</dd>"
    return """
      <div><dt>\(prose.markup(fact.label))</dt><dd>\(prose.markup(fact.value.words))</dd>\(note)</div>

      """
  }

  private func markup(_ table: Table, _ numbered: Outline.Numbered) -> HTML {
    TableMarkup(table: table, number: numbered.table ?? 0, prose: prose).markup
  }

  private func markup(_ chart: Chart, _ numbered: Outline.Numbered) -> HTML {
    let number = numbered.chart ?? 0
    return """
      <figure class="chart" id="chart-\(number)">
      <figcaption><span class="no">\(WriterWords.chart(number))</span> \
      \(prose.markup(chart.title))</figcaption>
      \(chart.markup(number: number))</figure>

      """
  }
}
