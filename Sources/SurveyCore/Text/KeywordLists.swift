/// The words behind `Keyword` and `Stopping`, by what they ask for, in English, Welsh, Arabic, and
/// more shortly in other languages spoken in English councils.
///
/// They are written as people write them and folded by `Said` once. Only the English were checked
/// by a native speaker.
enum KeywordLists {
  /// Whole messages.
  static let plain: [[String]: Keyword] = {
    var all: [[String]: Keyword] = [:]
    let lists: [(Keyword, [String])] = [
      (.start, start), (.help, help), (.skip, skip), (.back, back), (.wrong, wrongAlone),
      (.unclear, unclear),
    ]
    for (keyword, list) in lists {
      for phrase in list { all[Said(phrase).words] = all[Said(phrase).words] ?? keyword }
    }
    return all
  }()

  /// Single words that are a wish to stop.
  static let stop: Set<String> = single([
    "stop", "stopall", "unsubscribe", "cancel", "end", "quit", "optout",
    "stopio", "stopia", "stopiwch", "peidio", "peidiwch", "paid",
    "توقف", "قف", "أوقف", "إيقاف", "إلغاء", "كفى", "وقف",
    "przestań", "koniec", "anuluj", "zatrzymaj", "wypisz", "oprește", "opriți", "gata",
    "стоп", "зупинити", "зупини", "досить", "остановить", "хватит", "отписаться",
    "بند", "رکو", "روکو", "بس", "لغو", "jooji", "joogso", "parar", "basta", "cancelar",
    "arrêt", "arrêter", "arrêtez", "arrête", "pare", "stopp", "dur", "durdur", "ndalo", "ndal",
    "stabdyti", "رووستە", "بوەستە", "বন্ধ", "থামুন", "रुको", "ਰੁਕੋ", "ਬੰਦ", "ኣቁም", "አቁም", "dừng",
    "停止",
  ])

  /// Those that begin a sentence about somebody else as well: "stop hitting me".
  static let stopVerbs: Set<String> = single([
    "stop", "stopia", "stopiwch", "stopio", "paid", "peidiwch", "توقف", "أوقف", "وقف",
    "przestań", "oprește", "стоп", "зупини", "хватит", "jooji", "arrête", "arrêtez", "ndalo",
    "dur", "basta", "stopp",
  ])

  /// What may stand beside a word for stop without changing it.
  static let politeness: Set<String> = single([
    "please", "pls", "plz", "plse", "thanks", "thank", "you", "thx", "ta", "ok", "okay", "now",
    "it", "this", "that", "all", "no", "yes", "just", "more", "texts", "texting", "hi", "hello",
    "plis", "plîs", "os", "gwelwch", "yn", "dda", "diolch", "nawr", "rwan",
    "من", "فضلك", "فضلكم", "رجاء", "لو", "سمحت", "شكرا", "الآن",
    "proszę", "dziękuję", "vă", "rog", "por", "favor", "svp", "merci", "bitte", "danke",
  ])

  /// Sentences that mean our texts, whatever else they say.
  static let optingOut: [[String]] = phrases([
    "stop texting", "stop messaging", "stop sending", "stop contacting", "stop these texts",
    "stop the texts", "stop text", "stop msging", "dont text", "do not text", "dont message me",
    "do not message", "dont contact me", "do not contact", "remove me", "remove my number",
    "take me off", "take my number off", "unsubscribe", "opt out", "no more texts",
    "no more messages", "leave me alone", "delete my number", "stop all",
    "peidiwch â thecstio", "paid â thecstio", "dim mwy o negeseuon", "dim mwy o destunau",
    "stopiwch decstio", "لا ترسلوا", "لا ترسل", "توقف عن الإرسال", "توقفوا عن الإرسال",
    "احذفوا رقمي", "احذف رقمي", "لا تراسلوني", "لا تراسلني",
  ])

  static let language: Set<String> = single([
    "lang", "language", "languages", "iaith", "لغة", "اللغة", "język", "limba", "мова", "язык",
    "زبان", "luqad", "idioma", "langue", "dil", "gjuha",
  ])

  /// Anywhere in a short message.
  static let wrong: [[String]] = phrases([
    "wrong number", "wrong person", "not my number", "rhif anghywir", "person anghywir",
    "رقم خاطئ", "الرقم خطأ", "رقم خطأ", "رقم غلط", "الرقم غلط", "zły numer", "pomyłka",
    "număr greșit", "неправильний номер", "не той номер", "не тот номер", "ошиблись номером",
    "غلط نمبر", "شماره اشتباه", "lambar khaldan", "número equivocado", "mauvais numéro",
    "faux numéro", "número errado", "yanlış numara", "numër i gabuar", "falsche nummer",
  ])

  /// To begin with, whatever way one says yes or one.
  static let yes: Set<[String]> = Set(
    phrases([
      "1", "one", "yes", "y", "yes please", "yeah", "yep", "yup", "ok", "okay", "sure", "fine",
      "iawn", "ie", "ydw", "do", "un", "نعم", "أجل", "حسنا", "موافق", "واحد", "اي", "أوكي", "tak",
      "da", "так", "да", "ہاں", "بله", "haa", "sí", "oui", "sim", "evet", "po", "ja", "haan", "١",
      "۱",
    ]))

  static let no: Set<[String]> = Set(
    phrases([
      "no", "n", "nope", "nah", "no thanks", "no thank you", "not now", "na", "dim diolch", "nage",
      "لا", "لا شكرا", "nie", "nu", "ні", "нет", "نہیں", "نه", "maya", "non", "não", "hayır", "jo",
      "nein", "0", "٠",
    ]))

  private static func single(_ words: [String]) -> Set<String> {
    Set(words.flatMap { Said($0).words })
  }

  private static func phrases(_ list: [String]) -> [[String]] { list.map { Said($0).words } }
}
