/// The lists of other languages: Arabic in some fullness, then those most spoken by families that
/// English councils work with, each with its plainest words only.
extension ScreeningWords {
  static let arabic = [
    // Being hurt and touched.
    "ضرب*", "يضرب*", "تضرب*", "بيضرب*", "بتضرب*", "ضربني", "يؤذي*", "تؤذي*", "يأذي*", "بيأذي*",
    "أذى", "الأذى", "أذاني", "يجرح*", "جرح*", "الجرح", "دم", "الدم", "كدمات", "يخنق*", "خنقني",
    "يحرق*", "حرق*", "يركل*", "يصفع*", "صفعني", "عنف", "العنف", "يعنف*", "اعتدى", "اعتداء",
    "يعتدي", "اغتصاب", "اغتصب*", "يغتصب*", "تحرش*", "يتحرش", "يلمس*", "لمسني", "لمس*", "عاري",
    "عارية", "سر", "السر", "يجبر*", "أجبرني", "سريري",
    // Wanting to die, fear, danger.
    "أموت", "الموت", "موت", "ميت", "انتحار", "أنتحر", "الانتحار", "يقتل*", "قتل*", "أقتل*",
    "سيقتل*", "نفسي أموت", "لا أريد أن أعيش", "ما بدي عيش", "أؤذي نفسي", "أجرح نفسي", "خائف*",
    "خايف*", "أخاف", "الخوف", "خوف", "بخاف", "مرعوب*", "خطر", "الخطر", "بخطر", "لست آمن*",
    "لست بأمان", "غير آمن*", "مش آمن", "ساعدوني", "ساعدني", "النجدة", "أنقذوني", "الشرطة",
    "شرطة", "إسعاف", "الإسعاف", "سكين", "سلاح", "يهدد*", "تهديد", "هددني", "بيهدد*", "طوارئ",
    // Running away, being shut in, being left without.
    "أهرب", "هربت", "الهروب", "هروب", "يحبس*", "حبسني", "محبوس*", "يقفل علي", "جائع*", "جوعان*",
    "الجوع", "لا يوجد طعام", "ما في أكل", "طردني", "مطرود*", "سكران", "مخدرات", "يصرخ علي",
    "يكرهني", "زواج", "يزوجوني", "ختان", "تنمر*", "يتنمر*",
  ]

  static let others = [
    polish, romanian, ukrainian, russian, urdu, persian, somali, albanian, turkish, spanish,
    french, portuguese, kurdish, bengali,
  ]

  private static let polish = [
    "bije*", "bić", "bicie", "uderz*", "kopie", "krzywdz*", "boli", "krew", "gwałt*", "dotyka*",
    "nagi", "sekret", "zabić", "zabij*", "umrzeć", "samobój*", "tnę się", "nie chcę żyć", "boję",
    "bałem", "bałam", "strach", "niebezpiecz*", "pomóż*", "ratunk*", "policj*", "nóż", "grozi",
    "uciek*",
    "zamyka mnie", "głodn*", "pijan*", "narkotyk*",
  ]

  private static let romanian = [
    "bate*", "bătut*", "bătaie", "lovește", "lovit*", "doare", "rănit*", "rănește", "sânge",
    "viol*", "atinge", "dezbrăcat*", "secret", "omoar*", "omor*", "vreau să mor", "sinucid*",
    "nu mai vreau să trăiesc", "frică", "teamă", "speriat*", "pericol", "ajutați*", "ajută mă",
    "poliți*", "cuțit", "amenință*", "fug", "fugit*", "încuie", "încuiat*", "foame", "beat",
    "droguri",
  ]

  private static let ukrainian = [
    "б'є*", "бє*", "бити", "побив*", "вдарив*", "боляче", "болить", "кров", "ґвалт*", "зґвалт*",
    "чіпа*", "торка*", "секрет", "таємниц*", "вбити", "вбиє*", "вбив*", "померти", "самогуб*",
    "не хочу жити", "боюсь", "боюся", "страшно", "страх", "небезпе*", "допоможіть", "допоможи",
    "рятуйте", "поліці*", "ніж", "погрожу*", "втекти", "втік*", "замика*", "голодн*", "п'яни*",
    "пяни*", "наркотик*",
  ]

  private static let russian = [
    "бьет", "бьёт", "бить", "избил*", "избива*", "ударил*", "больно", "кровь", "насил*",
    "изнасил*", "трога*", "тайна", "убить", "убьет", "убьёт", "убил*", "умереть", "самоуби*",
    "не хочу жить", "боюсь", "страшно", "опасно", "опасност*", "помогите", "помоги мне",
    "спасите", "полици*", "нож", "угрожа*", "убежать", "сбежал*", "запира*", "голодн*", "пьяны*",
    "наркотик*",
  ]

  private static let urdu = [
    "مارتا*", "مارتے", "مارتی", "مارا", "مار", "مارپیٹ", "درد", "زخم*", "خون", "زیادتی", "چھوتا",
    "چھوتے", "چھوا", "ننگا", "راز", "قتل", "مرنا", "مر جاؤں", "خودکشی", "جینا نہیں", "ڈر", "ڈرتا",
    "ڈرتی", "خوف", "خطرہ", "خطرے", "مدد کرو", "مدد کریں", "بچاؤ", "پولیس", "چاقو", "دھمکی",
    "بھاگ", "بھاگنا", "بند کر", "بھوکا", "بھوکی", "بھوک", "نشہ", "زبردستی",
  ]

  private static let persian = [
    "میزند", "میزنه", "می زنه", "می زند", "کتک", "کتکم", "درد", "زخم*", "خون", "تجاوز", "لمس",
    "آزار", "اذیت", "راز", "بکشه", "می کشه", "بمیرم", "مردن", "مرگ", "خودکشی", "نمی خواهم زنده",
    "می ترسم", "میترسم", "ترس", "خطر", "کمکم کن", "کمکم کنید", "نجات", "پلیس", "چاقو", "تهدید",
    "فرار", "زندانی", "گرسنه", "گشنه", "مواد مخدر",
  ]

  private static let somali = [
    "garaac*", "dilo", "dilay", "dilaya", "xanuun*", "dhaawac*", "dhiig", "kufsi", "kufsad*",
    "taabt*", "taaban*",
    "dhiman*", "dhinto", "isdil*", "cabsi*", "baqay*", "baqan*", "khatar*", "i caawi",
    "ila caawi", "booliis*", "mindi", "hanjab*", "baxsad*", "carar*", "xidh*", "gaajo*", "gudniin*",
  ]

  private static let albanian = [
    "rreh*", "godet*", "godit*", "lëndo*", "dhemb*", "gjak", "përdhun*", "prek*", "sekret", "vras*",
    "vdes*", "vdek*", "vetëvra*", "frik*", "rrezik*", "ndihmo*", "polici*", "thik*", "kërcën*",
    "ikur", "largohem", "mbyll*", "uri", "drog*",
  ]

  private static let turkish = [
    "dövüyor*", "dövdü*", "vuruyor*", "vurdu*", "canım yanıyor", "acıtıyor", "yaralı*", "tecavüz*",
    "taciz*", "dokunuyor*", "öldür*", "ölmek", "intihar", "yaşamak istemiyorum", "korkuyorum",
    "korku*", "tehlike*", "yardım edin", "imdat", "polis", "bıçak", "tehdit", "kaçmak", "kaçtı*",
    "kilitli*", "kilitledi", "açım",
  ]

  private static let spanish = [
    "pega", "pegan", "pegó", "golpea*", "golpe*", "duele", "lastim*", "sangre", "viol*", "toca",
    "tocó", "secreto", "matar*", "mata", "morir*", "muert*", "suicid*", "no quiero vivir", "miedo",
    "peligro*", "ayúdame", "ayúdenme", "socorro", "policía", "cuchillo", "amenaz*", "escapar*",
    "huir", "encerrad*", "encierra", "hambre", "borracho", "drogas",
  ]

  private static let french = [
    "frappe*", "me tape", "me bat", "blesse*", "mal au", "du sang", "viol*", "touche*", "secret",
    "tuer",
    "tue", "mourir", "mort", "suicid*", "ne veux plus vivre", "peur", "danger*", "au secours",
    "aidez moi", "aide moi", "police", "couteau", "menace*", "fuguer", "fugue", "enfermé*",
    "enferme", "faim", "ivre", "drogue*",
  ]

  private static let portuguese = [
    "bate", "batem", "bateu", "machuc*", "dói", "sangue", "viola*", "estupr*", "toca", "segredo",
    "matar", "morrer", "morte", "suicíd*", "não quero viver", "medo", "perigo*", "socorro",
    "me ajuda", "ajudem", "polícia", "faca", "ameaç*", "fugir", "fugi", "trancad*", "tranca",
    "fome", "bêbado", "drogas",
  ]

  private static let kurdish = [
    "لێدان", "لێم دەدات", "لێمدەدات", "ئازار*", "خوێن", "دەترسم", "ترس", "مەترسی", "یارمەتیم",
    "بمرم", "خۆکوشتن", "چەقۆ", "پۆلیس", "lêdan", "li min dide", "ditirsim", "tirs", "xeter",
    "bimirim", "alîkarî",
  ]

  private static let bengali = [
    "মারে", "মারধর", "মারছে", "ব্যথা", "রক্ত", "ধর্ষণ", "ছোঁয়", "মরতে", "আত্মহত্যা", "ভয়", "বিপদ",
    "বাঁচাও", "পুলিশ", "ছুরি", "পালিয়ে", "ক্ষুধা",
  ]
}
