/// The lists of whole messages that are keywords, as people write them.
extension KeywordLists {
  static let start = [
    "start", "unstop", "begin", "restart", "resume", "continue", "carry on", "start again",
    "dechrau", "cychwyn", "parhau", "ailddechrau", "ابدأ", "إبدأ", "استمرار", "استمر", "متابعة",
    "تابع", "zacznij", "rozpocznij", "începe", "почати", "старт", "начать", "شروع", "bilow",
    "empezar", "iniciar", "commencer", "começar", "başla", "fillo", "anfangen",
  ]

  /// Asking who we are is asking for help with it.
  static let help = [
    "help", "info", "who is this", "whos this", "who dis", "who are you", "who r u",
    "cymorth", "helpu", "gwybodaeth", "pwy yw hwn", "pwy sydd yma", "pwy ydych chi",
    "pwy wyt ti", "مساعدة", "المساعدة", "معلومات", "من هذا", "من أنت", "من أنتم",
    "pomoc", "kto to", "ajutor", "cine e", "допомога", "хто це", "помощь", "кто это", "مدد",
    "کمک", "caawimo", "caawin", "ayuda", "aide", "qui est-ce", "ajuda", "yardım", "ndihmë",
    "hilfe", "সাহায্য", "मदद", "ਮਦਦ", "ሓገዝ", "እርዳታ",
  ]

  static let skip = [
    "skip", "pass", "next", "prefer not to say", "rather not say", "id rather not say",
    "dont want to say", "sgipio", "sgip", "hepgor", "pasio", "nesaf", "تخطي", "تخطى", "تخط",
    "تجاوز", "التالي", "pomiń", "dalej", "sari", "следующий", "пропустить", "пропустити", "далі",
    "дальше", "چھوڑیں", "اگلا", "بعدی", "رد کردن", "ka bood", "saltar", "siguiente", "passer",
    "suivant", "pular", "atla", "kapërce", "weiter",
  ]

  static let back = [
    "back", "go back", "previous", "undo", "nôl", "yn ôl", "mynd yn ôl", "رجوع", "ارجع", "العودة",
    "السابق", "wstecz", "cofnij", "înapoi", "назад", "واپس", "پیچھے", "برگشت", "قبلی",
    "dib u noqo", "atrás", "volver", "retour", "voltar", "geri", "prapa", "mbrapa", "zurück",
  ]

  static let wrongAlone = [
    "wrong", "not me", "its not me", "anghywir", "nid fi", "خطأ", "غلط", "لست أنا", "اشتباه",
    "помилка", "ошибка",
  ]

  static let unclear = [
    "i dont understand", "dont understand", "i dont get it", "dont get it", "i do not understand",
    "what do you mean", "what does that mean", "dw i ddim yn deall", "dwi ddim yn deall",
    "ddim yn deall", "لا أفهم", "لم أفهم", "مش فاهم", "nie rozumiem", "nu înțeleg",
    "не розумію", "не понимаю", "no entiendo", "je ne comprends pas", "não entendo",
    "anlamıyorum", "ma fahmin",
  ]
}

/// What people call languages, besides the name each has in itself.
enum LanguageNames {
  static let all: [String: [String]] = [
    "en": ["english", "saesneg", "الإنجليزية", "انجليزي"],
    "cy": ["welsh", "cymraeg", "الويلزية"],
    "ar": ["arabic", "arabeg", "عربي", "العربية", "عربية"],
    "pl": ["polish", "pwyleg"], "ro": ["romanian", "rwmaneg"], "uk": ["ukrainian", "wcreineg"],
    "ru": ["russian"], "ur": ["urdu", "wrdw"], "fa": ["farsi", "persian"], "ps": ["pashto"],
    "ckb": ["kurdish", "sorani"], "ku": ["kurdish", "kurmanji"], "so": ["somali"],
    "sq": ["albanian"], "ti": ["tigrinya"], "am": ["amharic"], "bn": ["bengali", "bangla"],
    "pa": ["punjabi", "panjabi"], "gu": ["gujarati"], "hi": ["hindi"], "ta": ["tamil"],
    "tr": ["turkish"], "es": ["spanish"], "fr": ["french"], "pt": ["portuguese"],
    "de": ["german"], "it": ["italian"], "lt": ["lithuanian"], "bg": ["bulgarian"],
    "hu": ["hungarian"], "cs": ["czech"], "sk": ["slovak"], "vi": ["vietnamese"],
    "zh": ["chinese", "mandarin", "cantonese"],
  ]
}
