/// Lists for the readability rules. All of them are for English.
enum PlainWords {
  /// What people in the service say, and what anybody would.
  static let jargon: [(phrase: Phrase, plainer: String)] = [
    ("assessment", "finding out what help is needed"),
    ("assessments", "finding out what help is needed"),
    ("placement", "where you live"), ("placements", "where you have lived"),
    ("contact arrangements", "when you see your family"), ("lac", "in care"),
    ("looked after", "in care"), ("cin", "a child who gets help"), ("cp", "keeping children safe"),
    ("pep", "your plan for school"), ("iro", "the person who checks your plan"),
    ("independent reviewing officer", "the person who checks your plan"),
    ("ehcp", "your plan for help at school"), ("camhs", "help with feelings and worries"),
    ("multi agency", "people from different services"),
    ("multiagency", "people from different services"),
    ("agencies", "services such as schools and the police"), ("intervention", "help"),
    ("interventions", "help"), ("outcome", "what changed"), ("outcomes", "what changed"),
    ("engage", "take part"), ("engagement", "taking part"), ("disclosure", "telling someone"),
    ("disclose", "tell"), ("safeguarding", "keeping children safe"), ("respite", "a break"),
    ("sibling", "brother or sister"), ("siblings", "brothers and sisters"),
    ("peers", "other children"), ("statutory", "by law"), ("threshold", "when help is given"),
    ("referral", "asking for help"), ("referred", "sent on"), ("transition", "change"),
    ("caseload", "number of families"), ("case conference", "meeting about your family"),
    ("core group", "meeting about your plan"), ("service user", "person"),
    ("service users", "people"), ("stakeholders", "people"), ("facilitate", "help"),
    ("regarding", "about"), ("prior to", "before"), ("commence", "start"), ("assist", "help"),
    ("obtain", "get"), ("participate", "take part"), ("utilise", "use"),
    ("sufficient", "enough"), ("appropriate", "right"), ("approximately", "about"),
    ("require", "need"), ("provision", "help"), ("signposted", "told where to go"),
  ].map { (Phrase($0.0), $0.1) }

  /// "Contact" for seeing one's family; after these it is the everyday verb.
  static let beforeVerb: Set<String> = [
    "to", "can", "could", "you", "they", "we", "i", "and", "or", "will", "would",
  ]

  static let acronymsEverybodyKnows: Set<String> = ["OK", "TV", "UK", "AM", "PM", "ID"]

  static let vague: Set<String> = [
    "often", "regularly", "frequently", "occasionally", "rarely", "recently",
  ]

  static let leading = [
    "how good", "how helpful", "how much do you like", "how much do you enjoy", "how happy",
    "don't you", "didn't you", "isn't it", "wouldn't you", "won't you", "aren't you",
    "do you agree that", "surely", "would you not agree",
  ].map(Phrase.init)

  /// Apostrophes are gone by the time these are compared.
  static let negatives: Set<String> = [
    "not", "never", "cannot", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "cant",
    "couldnt", "wont", "wouldnt", "shouldnt", "havent", "hasnt", "hadnt",
  ]

  /// What makes a negative a double one.
  static let alsoNegative: Set<String> = negatives.union([
    "nothing", "nobody", "none", "no", "neither", "without", "unhappy", "unsafe", "unfair",
    "unkind", "unclear", "unsure", "unable", "unhelpful", "unlikely", "unless", "disagree",
    "dislike", "impossible",
  ])

  /// After "and" or "or" these begin a clause, so that there are two questions and not a pair of
  /// nouns. Words that may be nouns too, such as "help" and "visit", are left out.
  static let clauseStarts: Set<String> = [
    "do", "does", "did", "is", "are", "was", "were", "have", "has", "had", "can", "could", "will",
    "would", "should", "how", "what", "why", "who", "when", "where", "whether", "you", "they", "he",
    "she", "we", "listen", "listens", "listened", "helps", "helped", "explain", "explains",
    "explained", "understand", "understands", "understood", "know", "knows", "knew", "feel",
    "feels", "felt", "tell", "tells", "told", "talked", "asked", "answered", "keep", "keeps",
    "kept", "visited", "called", "treat", "treats", "treated", "thinks", "take", "takes", "took",
    "make", "makes", "made", "give", "gives", "gave", "showed", "respected", "trusted",
  ]

  static let being: Set<String> = ["is", "are", "was", "were", "been", "be", "being"]

  /// What may stand between "were" and "told".
  static let between: Set<String> = [
    "you", "they", "he", "she", "we", "it", "things", "always", "ever", "usually", "well", "also",
    "being",
  ]

  static let participles: Set<String> = [
    "told", "given", "taken", "made", "kept", "shown", "sent", "seen", "heard", "left", "brought",
    "held", "said", "done", "put", "written", "understood", "spoken",
  ]

  /// They end as participles do, and say how somebody feels or what something is.
  static let feelings: Set<String> = [
    "worried", "scared", "tired", "interested", "bored", "pleased", "excited", "involved",
    "concerned", "supposed", "allowed", "called", "based", "married", "frightened", "confused",
    "satisfied", "prepared", "used", "need", "bed", "red", "indeed", "relaxed", "rushed",
    "stressed", "embarrassed", "related", "disabled",
  ]

  /// A neutral middle, rather than one step among others such as "sometimes".
  static let neutral = [
    "neither", "middle", "ok", "okay", "average", "so so", "neutral", "not sure", "dont know",
    "dont mind", "no different", "the same", "it varies",
  ].map(Phrase.init)

  /// Any of these says alone from whom.
  static let explainsAlone = [
    "mum", "dad", "carer", "carers", "parents", "no one else", "nobody else", "no one",
    "just you", "without",
  ].map(Phrase.init)

  /// What tells somebody who looks over a shoulder that a family has a social worker.
  static let revealing = [
    "social worker", "social workers", "child protection", "children's services", "caseworker",
    "conference", "abuse", "abused", "in care", "foster", "safeguarding",
  ]
}
