import Markup

/// The style sheet of a report: what every report shares, and the words in the margins of its
/// printed pages, which only a style sheet can put there.
struct Styles {
  let document: Document
  let outline: Outline

  var markup: HTML {
    // The bytes are ours and hold no "<"; the words in the margins are escaped for CSS.
    let shared = String(decoding: PackageResources.report_css, as: UTF8.self)
    return "<style>\n\(HTML(stringLiteral: shared))\(margins)</style>\n"
  }

  /// At the foot of every page what the figures are and whose, and how many pages there are; above
  /// a part that is handed on by itself, its name.
  private var margins: HTML {
    let foot = [
      WriterWords.information, document.authority, document.period, document.edition,
    ].joined(separator: " · ")
    var page: String?
    let parts = outline.parts.filter(\.section.isPrinted).map { part -> HTML in
      guard part.section.startsPage else { return rule([part.section.id], on: page) }
      page = "part-\(part.section.id)"
      let head = "\(document.title) · \(part.number) \(part.section.title)"
      return """
        @page part-\(part.section.id) { @top-left { content: "\(Self.quoted(head))"; } }
        \(rule([part.section.id], on: page))
        """
    }
    return """
      @page { @bottom-left { content: "\(Self.quoted(foot))"; } }
      \(parts)\(rule(["notes", "symbols"], on: page))
      """
  }

  /// Another name would start another page; so what starts none has that of the part before it.
  private func rule(_ ids: [String], on page: String?) -> HTML {
    guard let page else { return HTML() }
    return """
      \(ids.map { "#\($0.printable)" }.joined(separator: ", ").printable) { page: \(page.printable); }

      """
  }

  /// Text for a CSS string: everything but letters, digits and spaces by its number (CSS Syntax 3,
  /// 4.3.7), so that it ends neither the string nor the element.
  static func quoted(_ text: String) -> String {
    text.printable.unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ": String(scalar)
      default: "\\" + String(scalar.value, radix: 16) + " "
      }
    }.joined()
  }
}
