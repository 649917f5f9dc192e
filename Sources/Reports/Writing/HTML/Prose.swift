import Markup

/// Words with their references made into links: `[note 2]` leads to the second note.
struct Prose {
  /// How many notes there are; a reference to any other stays as it is written.
  let notes: Int

  func markup(_ words: String) -> HTML {
    guard words.utf8.contains(UInt8(ascii: "[")) else { return "\(words.printable)" }
    var (html, rest) = (HTML(), Substring(words.printable))
    while let reference = rest.firstMatch(of: #/\[note ([0-9]{1,3})\]/#) {
      html += "\(rest[..<reference.range.lowerBound])"
      if let number = Int(reference.output.1), (1...max(1, notes)).contains(number), notes > 0 {
        html += "<a href=\"#note-\(number)\">\(reference.output.0)</a>"
      } else {
        html += "\(reference.output.0)"
      }
      rest = rest[reference.range.upperBound...]
    }
    return html + "\(rest)"
  }
}
