extension Fault: CustomStringConvertible {
  /// `file:line: what is wrong; what to write instead`.
  public var description: String { "\(file):\(line): \(fact.words)" }
}

extension Fault.Fact {
  /// What is wrong, and what to write instead.
  public var words: String {
    switch self {
    case .file(let fact): fact.words
    case .key(let fact): fact.words
    case .words(let fact): fact.words
    case .score(let fact): fact.words
    case .route(let fact): fact.words
    }
  }
}

extension Fault.FileFact {
  var words: String {
    switch self {
    case .tooLarge(let bytes):
      "the file has \(bytes) bytes, more than the \(PieceLoader.sizeLimit) a survey may have; "
        + "check that it is the right file"
    case .empty: "the file is empty; begin with 'survey:' and the survey's id"
    case .controlCharacter(let code):
      "there is a character here that cannot be shown (\(Say.hexadecimal(code))); "
        + "delete it and type the words again"
    case .tab: "there is a tab at the start of the line; use spaces"
    case .anchor(let sign):
      "'\(sign)' right before a word means something else to YAML; write 'and', or leave a space "
        + "after it"
    case .tag(let tag):
      "a text that begins with '!' loses its first word ('\(Say.short(tag))'); put the whole text in double "
        + "quotes"
    case .syntax(let problem): SyntaxWords.words(for: problem)
    case .tooDeep: "this is indented too many times; check the spaces at the start of the lines"
    case .name(let id, let file):
      "the survey's id is '\(id)' but its file is '\(file)'; give both the same name"
    }
  }
}

extension Fault.KeyFact {
  var words: String {
    switch self {
    case .unknown(let key, let known):
      "unknown key '\(Say.short(key))'; \(Say.meant(key, known, else: "the keys here are \(Say.list(known))"))"
    case .missing(let key): "'\(key)' is missing; add '\(key):'"
    case .twice(let key, nil): "'\(key)' is here twice; keep one of them"
    case .twice(let key, let first?): "'\(key)' is on line \(first) already; keep one of them"
    case .notText: "a key must be a plain word; put the text in double quotes"
    case .wrongShape(let key, let wanted): "'\(key)' is not \(wanted.name); write \(wanted.example)"
    case .ofOtherKind(let key, let kind):
      "'\(key)' means nothing for a question of kind '\(kind.rawValue)'; take it out, or change "
        + "the kind"
    case .notOneOf(let key, let found, let allowed):
      "'\(key)' cannot be '\(Say.short(found))'; "
        + Say.meant(found, allowed, else: "write \(Say.list(allowed, last: " or "))")
    case .notNumber(let key, let found, let range):
      "'\(key)' cannot be '\(Say.short(found))'; write a whole number from \(range.lowerBound) to "
        + "\(range.upperBound)"
    case .even(let key, let found):
      "'\(key)' is \(found), which has no middle; write an odd number such as \(found + 1)"
    case .badID(let key, let found):
      "'\(key)' cannot be '\(Say.short(found))'; use small letters, digits and hyphens, beginning with a "
        + "letter, at most \(FileReader.idLimit)"
    case .badValue(let found):
      "'\(Say.short(found))' cannot be stored; use small letters, digits and hyphens, at most "
        + "\(FileReader.idLimit)"
    case .badLanguage(let found):
      "'\(Say.short(found))' is not a language code; write two or three small letters, such as en or cy"
    case .badTwinCore(let found):
      "'\(Say.short(found))' is not a twin-core item; write one such as L1a, L7 or L8"
    case .likeLanguage(let found):
      "'\(Say.short(found))' could be taken for a language; give the audience a longer id"
    case .count(let key, let found, let range):
      "'\(key)' has \(found) in it; it must have from \(range.lowerBound) to \(range.upperBound)"
    case .duplicate(let key, let id, let first):
      "'\(id)' is in '\(key)' on line \(first) already; use each only once"
    case .unknownID(let key, let found, let known):
      "'\(Say.short(found))' in '\(key)' is not known; \(Say.meant(found, known, else: "there are \(Say.list(known))"))"
    }
  }
}

extension Fault.KeyFact.Shape {
  fileprivate var name: String {
    switch self {
    case .text: "a text"
    case .list: "a list"
    case .mapping: "a set of keys"
    }
  }

  fileprivate var example: String {
    switch self {
    case .text: "one text, in double quotes if it has a colon or a comma in it"
    case .list: "it as [one, two], or with a '- ' on a line for each"
    case .mapping: "it as {key: value}, or with 'key: value' on a line for each"
    }
  }
}
