extension Fault.WordsFact {
  var words: String {
    switch self {
    case .missing(let key, let audience, let languages):
      missing(key, audience, languages.map(\.code))
    case .needlessLanguage(let key, let found, let known): needless(key, found, known.map(\.code))
    case .needlessAudience(let key, let found):
      "'\(key)' names \(found), who are not asked this; take it out, or add \(found) to 'audiences'"
    case .unknownAudience(let key, let found, let known):
      "'\(key)' names the audience '\(Say.short(found))', which is not known; "
        + Say.meant(found, known, else: "there are \(Say.list(known))")
    case .mixed(let key, let found):
      "'\(key)' has audiences and languages side by side ('\(Say.short(found))'); write the languages under "
        + "each audience"
    case .oneText(let key, let languages):
      "'\(key)' is one text, but the survey has \(languages.count) languages; write it in each, "
        + "as {\(languages.map { "\($0.code): …" }.joined(separator: ", "))}"
    case .empty(let key): "'\(key)' has no words; write some"
    case .tooLong(let key, let characters, let limit):
      "'\(key)' has \(characters) characters; use \(limit) at most"
    case .broken(let key, let code):
      "'\(key)' has a character that cannot be shown (\(Say.hexadecimal(code))); take it out"
    case .severalLines(let key): "'\(key)' has a line break in it; write it on one line"
    case .same(let text, let language, let first):
      "'\(Say.short(text))' is an answer on line \(first) already, in \(language.code); give each answer its "
        + "own words"
    case .promise(let found, let promise): unkept(found, promise)
    case .segments(let count, let limit, let audience, let language, let costly):
      "as a text for \(audience) in \(language.code) it takes \(count) messages, more than "
        + "\(limit)\(Say.costly(costly)); write a shorter wording under 'text', or 'text: no' at "
        + "the top if it is never texted"
    }
  }

  private func missing(_ key: String, _ audience: String?, _ languages: [String]) -> String {
    let whom = audience.map { " for \($0)" } ?? ""
    if languages.isEmpty { return "'\(key)' has nothing\(whom); add it" }
    return "'\(key)' has no words\(whom) in \(Say.list(languages)); add them"
  }

  private func needless(_ key: String, _ found: String, _ known: [String]) -> String {
    if Language(found).isWellFormed {
      return "'\(key)' has words in '\(found)', which is not one of the survey's languages "
        + "(\(Say.list(known))); take them out, or add \(found) to 'languages'"
    }
    return "'\(key)' has '\(Say.short(found))' where a language belongs; write "
      + "\(Say.list(known, last: " or ")), and put words with a comma or a colon in them in "
      + "double quotes"
  }

  private func unkept(_ found: String, _ promise: Promise) -> String {
    if FalsePromises.isNeverTrue(found) {
      return "'\(found)' must not be promised, because harm has to be passed on; say who will "
        + "know instead"
    }
    return "'\(found)' is not true of a survey whose promise is \(promise.rawValue); say who "
      + "will know instead"
  }
}

extension Fault.ScoreFact {
  var words: String {
    switch self {
    case .onText: "a text question has no measure; take 'measure' out"
    case .onOrders: "a question that puts others in order has no measure; take 'measure' out"
    case .unknownMeasure(let found, let known):
      "unknown measure '\(Say.short(found))'; "
        + Say.meant(found, known, else: "use one of those in measures.yaml, or add it there")
    case .measureTwice(let measure, let audience, let first):
      "'\(first)' measures \(measure) for \(audience) already; ask each audience once for each "
        + "measure"
    case .twice(let score, let first):
      "score \(score) is on line \(first) already; give each answer its own score"
    case .tooFew(let measure, let found):
      "\(measure) needs at least two answers with a score, and there are \(found); add 'score:' "
        + "to each answer but \"don't know\""
    case .lengthNotDeclared(let measure, let highest, let declared):
      "the highest score is \(highest), and \(measure) does not say what is favourable on such a "
        + "scale; make the highest score \(Say.list(declared.map(String.init), last: " or ")), or add "
        + "\(highest) to 'favourable' in measures.yaml"
    case .badFavourable(let found):
      "'\(Say.short(found))' is not the highest score of a scale; write a whole number from 2 to 20"
    }
  }
}

extension Fault.RouteFact {
  var words: String {
    switch self {
    case .unknown(let found, let key, let known):
      "'\(key)' names '\(Say.short(found))', which is no question here; "
        + Say.meant(found, known, else: "write the id of a question")
    case .itself(let id, let key):
      "'\(key)' of '\(id)' names '\(id)' itself; name another question"
    case .later(let id, true):
      "'when' names '\(id)', which in turn waits for this question; take one of the two out"
    case .later(let id, false):
      "'when' names '\(id)', which is asked later; move '\(id)' above this question"
    case .onText(let id):
      "'when' names '\(id)', which is answered in the person's own words; name a question with "
        + "answers to choose from"
    case .notAsked(let id, let audience):
      "'when' names '\(id)', which is not asked of \(audience); ask both of the same audiences"
    case .value(let value, let id, let known):
      "'\(Say.short(value))' is no answer to '\(id)'; "
        + Say.meant(value, known, else: "its answers are \(Say.list(known))")
    case .never(let audience):
      "this is never asked of \(audience), who are offered none of these answers; add one they "
        + "are offered"
    default: wordsOfOrders
    }
  }

  private var wordsOfOrders: String {
    switch self {
    case .orderedAbove(let id):
      "'orders' names '\(id)', which is asked before; name questions further down"
    case .orderedOthers(let id):
      "'orders' names '\(id)', which is asked of other audiences; give both the same 'audiences'"
    case .orderedNested(let id):
      "'orders' names '\(id)', which has 'orders' itself; name the questions it puts in order"
    case .orderedAnswers(let audience, let missing, let extra):
      "the answers for \(audience) are not the questions in 'orders'"
        + (missing.isEmpty ? "" : "; add \(Say.list(missing))")
        + (extra.isEmpty ? "" : "; take out \(Say.list(extra))")
    case .orderedOverlap(let id):
      "'orders' shares some but not all of its questions with '\(id)'; name exactly the same ones, "
        + "or quite other ones"
    case .orderedTooFew:
      "fewer than two of the questions in 'orders' are still ahead here; name more, or take this "
        + "question out"
    case .orderedWait(let id):
      "'when' names '\(id)', which may be asked later once questions are put in another order; "
        + "take 'when' out, or move this question below all of them"
    default: ""
    }
  }
}
