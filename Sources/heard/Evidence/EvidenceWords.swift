import SurveyCore

extension CodingFault {
  /// The words for whoever coded.
  var words: String {
    switch self {
    case .unknown: "there is no comment with this id; leave that column as it was exported"
    case .nothingToRelease: "is released, but nothing is quoted; write the quote, or leave it empty"
    case .releasedAlone(let name):
      "\(name) proposed this quote, so somebody else must release it; have them import it"
    case .quote(let fault): fault.words
    }
  }
}

extension QuoteRule.Fault {
  fileprivate var words: String {
    switch self {
    case .tooLong(let characters, let limit):
      "the quote has \(characters) characters; \(limit) is the most"
    case .empty: "the quote holds no words; leave it empty if nothing is to be quoted"
    case .notSaid(let piece):
      "the comment does not say '\(piece.prefix(60))' there; quote its own words in their order, "
        + "with … for what is left out and [name] or [place] for what would name somebody "
        + "(or begin with [translated])"
    case .unchecked(let word):
      "the quote holds '\(word.short)', which is still to be checked; write [name] or [place] "
        + "instead, or take it out of 'check' if it names nobody"
    }
  }
}

extension CodingSummary {
  /// What a file did, in one line.
  var words: String {
    var parts = ["\(coded) coded"]
    if unchanged > 0 { parts.append("\(unchanged) were so already") }
    if proposed > 0 { parts.append("\(proposed) proposed to be quoted") }
    if released > 0 { parts.append("\(released) released") }
    return parts.joined(separator: ", ")
  }
}

extension ItemsOutcome.Kept {
  /// What became of an item, for whoever imported it.
  func words(for item: ImportedItem) -> String {
    let name = "\(item.item) for \(item.period)"
    return switch self {
    case .added: "\(name): \(item.value.written) \(item.unit)"
    case .same: "\(name): as it was"
    case .replaced(let before) where before.value == item.value:
      "\(name): its unit, source or note replaces what was there"
    case .replaced(let before):
      "\(name): \(item.value.written) \(item.unit) replaces \(before.value.written) \(before.unit)"
    }
  }
}

extension [String] {
  /// The one that was probably meant by a word that was mistyped; nil when none is much like it.
  func nearest(to word: String) -> String? { Nearest.to(word, in: self) }
}

extension String {
  /// Not more of what was written than a fault's one line should quote.
  var short: String { String(prefix(40)).replacing(/\R/, with: " ") }
}
