/// What a texted reply means to the question it is taken for.
///
/// `Question.read(typed:)` decides; this only tells it more of what people write round an answer:
/// "no. 2", "five please", "5 bc she listens", the beginning of an answer's words.
enum TextReading: Hashable, Sendable {
  /// An answer; `hasRemark` when something was said besides.
  case answer(Answer, hasRemark: Bool)
  case unclear(Unclear)

  init(_ body: String, to question: Question, as audience: String, in language: Language) {
    let plain = question.read(typed: body, as: audience, in: language)
    if case .answer(let answer) = plain {
      self = .answer(answer, hasRemark: false)
      return
    }
    guard question.kind != .text, case .unclear(let why) = plain else {
      self = .unclear(.nothing)
      if case .unclear(let why) = plain { self = .unclear(why) }
      return
    }
    let reply = Reply(body, language)
    let read = { question.read(typed: $0, as: audience, in: language) }
    if !reply.numbers.isEmpty {
      self = Self.numbered(reply, read(reply.numbers.joined(separator: " ")))
    } else if let option = Self.begun(reply.rest, question.options(for: audience), language) {
      let answer = question.kind == .choices ? Answer.several([option]) : .chosen(option)
      self = .answer(answer, hasRemark: false)
    } else if case .answer(let answer) = read(reply.rest.joined(separator: " ")) {
      self = .answer(answer, hasRemark: false)
    } else {
      self = .unclear(why)
    }
  }

  private static func numbered(_ reply: Reply, _ read: Reading) -> TextReading {
    switch read {
    case .unclear(let why): .unclear(why)
    // "4 or 5", "4 no 5": nobody but the person knows which.
    case .answer where reply.isUndecided: .unclear(.tooMany)
    case .answer(let answer): .answer(answer, hasRemark: !reply.rest.isEmpty)
    }
  }

  /// The value of the one answer whose words begin with what was said.
  private static func begun(
    _ said: [String], _ options: [Question.Option], _ language: Language
  ) -> String? {
    guard said.joined().count > 1 else { return nil }
    let begun = options.filter { Said($0.words.words(in: language)).words.starts(with: said) }
    if begun.count == 1 { return begun[0].value }
    return begun.first { Said($0.words.words(in: language)).words == said }?.value
  }
}

/// A reply cut into the numbers it begins with and the rest.
private struct Reply {
  /// In digits, or as they were written where they have no other form.
  let numbers: [String]
  /// What follows them, or everything where there are none, less politeness at its end.
  let rest: [String]
  /// Whether a number or a word for "or" comes later on.
  let isUndecided: Bool

  init(_ body: String, _ language: Language) {
    var words = Said(body).words
    let digits = { (word: String) in NumberWords.digits(word, language) }
    if words.count > 1, NumberWords.labels.contains(words[0]), digits(words[1]) != nil {
      words.removeFirst()
    }
    while let last = words.last, words.count > 1, KeywordLists.politeness.contains(last) {
      words.removeLast()
    }
    var numbers: [String] = []
    var index = 0
    while index < words.count {
      if let number = digits(words[index]) {
        numbers.append(number)
      } else if numbers.isEmpty || !NumberWords.and.contains(words[index])
        || index + 1 == words.count || digits(words[index + 1]) == nil
      {
        break
      }
      index += 1
    }
    let rest = Array(words[index...])
    (self.numbers, self.rest) = (numbers, rest)
    isUndecided = rest.contains { digits($0) != nil || NumberWords.or.contains($0) }
  }
}

/// Numbers in words, as people text them.
enum NumberWords {
  /// The digits for a word that is a number, in `language` or English; nil for any other word.
  static func digits(_ word: String, _ language: Language) -> String? {
    if word.unicodeScalars.allSatisfy({ $0.properties.numericType == .decimal }) { return word }
    return (numbers[language.code]?[word] ?? numbers["en"]?[word]).map(String.init)
  }

  static let labels = folded([
    "no", "nr", "num", "number", "answer", "option", "rhif", "ateb", "opsiwn", "رقم", "الرقم",
    "الجواب", "numer", "număr", "номер",
  ])
  static let and = folded([
    "and", "n", "a", "ac", "و", "i", "y", "et", "și", "та", "dhe", "اور", "iyo",
  ])
  static let or = folded([
    "or", "maybe", "neu", "أو", "lub", "albo", "sau", "або", "или", "یا", "ama", "o", "ou", "veya",
  ])

  private static let numbers: [String: [String: Int]] = [
    "en": counted("zero one two three four five six seven eight nine ten"),
    "cy": counted("dim un dau tri pedwar pump chwech saith wyth naw deg").merging(
      ["dwy": 2, "tair": 3, "pedair": 4, "chwe": 6]) { first, _ in first },
    "ar": counted("صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة").merging(
      counted("صفر واحدة اثنين ثلاث أربع خمس ست سبع ثمان تسع عشر")
    ) { first, _ in first },
    "pl": counted("zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć"),
    "ro": counted("zero unu doi trei patru cinci șase șapte opt nouă zece"),
    "uk": counted("нуль один два три чотири п'ять шість сім вісім дев'ять десять"),
    "ru": counted("ноль один два три четыре пять шесть семь восемь девять десять"),
    "ur": counted("صفر ایک دو تین چار پانچ چھ سات آٹھ نو دس"),
    "fa": counted("صفر یک دو سه چهار پنج شش هفت هشت نه ده"),
    "so": counted("eber kow laba saddex afar shan lix toddoba siddeed sagaal toban"),
    "es": counted("cero uno dos tres cuatro cinco seis siete ocho nueve diez"),
    "fr": counted("zero un deux trois quatre cinq six sept huit neuf dix"),
    "pt": counted("zero um dois três quatro cinco seis sete oito nove dez"),
    "tr": counted("sıfır bir iki üç dört beş altı yedi sekiz dokuz on"),
    "sq": counted("zero një dy tre katër pesë gjashtë shtatë tetë nëntë dhjetë"),
  ]

  private static func counted(_ words: String) -> [String: Int] {
    let each = words.split(separator: " ").compactMap { Said(String($0)).words.first }
    return Dictionary(each.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  private static func folded(_ words: [String]) -> Set<String> {
    Set(words.flatMap { Said($0).words })
  }
}
