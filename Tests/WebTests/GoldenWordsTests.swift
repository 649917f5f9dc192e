import SurveyCore
import Testing

/// What every sentence of every catalogue must be, and must never be.
struct GoldenWordsTests {
  @Test(arguments: Words.all)
  func `no sentence is empty`(words: Words) {
    for (name, sentence) in Self.sentences(of: words) {
      #expect(sentence.contains { !$0.isWhitespace }, "\(name)")
      #expect(sentence.first?.isWhitespace == false, "\(name)")
      #expect(sentence.last?.isWhitespace == false, "\(name)")
    }
  }

  @Test(arguments: Words.all)
  func `every language has the same sentences with the same gaps`(words: Words) {
    let english = Self.sentences(of: .english)
    let other = Self.sentences(of: words)
    #expect(english.keys.sorted() == other.keys.sorted())
    for (name, sentence) in other {
      #expect(Self.gaps(sentence) == Self.gaps(english[name] ?? ""), "\(name)")
    }
  }

  @Test(arguments: Words.all)
  func `words that blame, frighten or promise too much are not used`(words: Words) {
    let forbidden = [
      "secret", "invalid", "oops", "sorry", "forbidden", "illegal", "unauthori", "500", "404",
      "cyfrinach", "annilys", "gwahardd", "ymddiheur", "سر", "سري", "ممنوع", "عذرا", "آسف",
    ]
    for (name, sentence) in Self.sentences(of: words) {
      let spoken = sentence.lowercased().split { !$0.isLetter && !$0.isNumber }
      for word in forbidden {
        // The two Arabic words for "secret" begin other words too.
        let isWhole = word.hasPrefix("سر")
        #expect(!spoken.contains { isWhole ? $0 == word : $0.hasPrefix(word) }, "\(name)")
      }
      #expect(!sentence.lowercased().contains("error occurred"), "\(name)")
    }
  }

  /// What says, in each language, that nobody can know who answered.
  private static let namelessness = [
    "anonym", "cannot find out", "do not know who", "nothing tells us", "no one will know",
    "dienw", "ddim yn gwybod pwy", "ddim cael gwybod", "مجهول", "لا نعرف", "لا نستطيع أن نعرف",
  ]

  @Test(arguments: Words.all)
  func `only the strongest promise says that nobody can know`(words: Words) {
    let promises = words.promises
    for weaker in [promises.singleUse, promises.confidential, promises.text, promises.named] {
      for reader in Reader.allCases {
        for said in [weaker.title[reader], weaker.words[reader], weaker.passOn[reader]] {
          for claim in Self.namelessness {
            #expect(!said.lowercased().contains(claim), "\(said)")
          }
        }
      }
    }
    for claim in [promises.anonymous, promises.anonymousKiosk].map(\.words.adult) {
      #expect(Self.namelessness.contains { claim.lowercased().contains($0) }, "\(claim)")
    }
  }

  @Test(arguments: Words.all)
  func `what is said first takes at most sixty words`(words: Words) {
    let promises = words.promises
    for telling in [promises.anonymous, promises.singleUse, promises.confidential] {
      for reader in Reader.allCases {
        #expect(telling.words[reader].split(separator: " ").count <= 60)
        #expect(telling.passOn[reader].split(separator: " ").count <= 60)
        let before = words.question.beforeWriting[reader].text
        #expect(before.split(separator: " ").count <= 60)
      }
    }
  }

  @Test func `a promise is told as it is kept`() {
    let told = Words.english.promises
    let open = told.telling(.anonymous, on: .web, isSingleUse: false)
    #expect(open.title.child == told.anonymous.title.child)
    // Even where a record says more than a link made for one person can keep.
    let single = told.telling(.anonymous, on: .web, isSingleUse: true)
    #expect(single.title.child == told.singleUse.title.child)
    let text = told.telling(.anonymous, on: .text, isSingleUse: false)
    #expect(text.title.child == told.text.title.child)
    let named = told.telling(.named, on: .web, isSingleUse: true)
    #expect(named.title.child == told.named.title.child)
  }

  @Test func `a language without a catalogue falls back to English and says so`() {
    #expect(Words.in(Language("cy")).language == Language("cy"))
    #expect(Words.in(Language("pl")).language == .english)
  }

  @Test func `gaps are filled, and numbers agree`() {
    let asking = Words.english.question
    #expect(asking.progress([.number: "3", .total: "9"]) == "Question 3 of 9")
    #expect(asking.left(1) == "You have 1 character left")
    #expect(asking.left(2) == "You have 2 characters left")
  }

  /// Every sentence of a catalogue by where it stands.
  private static func sentences(of words: Words) -> [String: String] {
    var found: [String: String] = [:]
    collect(words, at: "", into: &found)
    return found
  }

  private static func collect(_ value: Any, at path: String, into found: inout [String: String]) {
    switch value {
    case let sentence as String: found[path] = sentence
    case let template as Template: found[path] = template.text
    case is Language, is Bool: return
    default:
      for (place, child) in Mirror(reflecting: value).children.enumerated() {
        collect(child.value, at: "\(path).\(child.label ?? String(place))", into: &found)
      }
    }
  }

  private static func gaps(_ sentence: String) -> [String] {
    sentence.matches(of: #/\{(\w+)\}/#).map { String($0.output.1) }.sorted()
  }
}
