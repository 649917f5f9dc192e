/// The Arabic catalogue: a complete draft that no native speaker has approved.
enum Arabic {
  static let words = Words(
    language: Language("ar"), isDraft: true, frame: frame, buttons: buttons, welcome: welcome,
    promises: promises, question: question, errors: errors, check: check, sent: sent, help: help,
    home: home, privacy: privacy, accessibility: accessibility, messages: messages,
    kiosk: kiosk, texts: texts)

  private static let frame = Words.Frame(
    shortcuts: "اختصارات",
    skipToMain: "انتقل إلى المحتوى الرئيسي",
    service: "Heard",
    help: "مساعدة الآن",
    leave: "مغادرة",
    leaveThisPage: "مغادرة هذه الصفحة",
    leaving: "جارٍ مغادرة هذه الصفحة",
    back: "رجوع",
    language: "اللغة",
    about: "عن هذا الموقع",
    privacy: "الخصوصية",
    accessibility: "سهولة الاستخدام",
    madeUp: "هذا عرض تجريبي. ‏{authority} جهة غير حقيقية. لا تكتب هنا أي شيء حقيقي.",
    draft: "هذه الكلمات مسودة. لم يراجع أحد الترجمة بعد.",
    nobodyReads: "لا أحد يتابع هذا الموقع الآن.")

  private static let buttons = Words.Buttons(
    start: "ابدأ",
    carryOn: "تابع من حيث توقفت",
    startAgain: "لم أكن أنا: ابدأ من البداية",
    goOn: "متابعة",
    skip: "تخطَّ هذا السؤال",
    unclear: "لا أفهم السؤال",
    send: "أرسل إجاباتي",
    change: "تغيير",
    enterCode: "اكتب الرمز")

  private static let welcome = Words.Welcome(
    asks: "تودّ {authority} أن تعرف كيف تسير الأمور معك.",
    readTitle: "من سيقرأ إجاباتك",
    read: ForReader(
      young: "سيقرأ كلامك: {readers}. لا أحد يقرؤه الآن.",
      others: "سيقرأ إجاباتك: {readers}. لا أحد يقرؤها الآن."),
    chooseTitle: "الاختيار لك",
    choose: ForReader(
      young: "يمكنك تخطي أي سؤال. يمكنك التوقف. يمكنك أن تقول لا. لا بأس بذلك.",
      others: "يمكنك تخطي أي سؤال، أو التوقف متى شئت. ولا بأس أيضاً إن رفضت ذلك كله."),
    passOnTitle: ForReader(
      young: "متى يجب أن نخبر شخصاً كبيراً",
      others: "ما قد نضطر إلى إبلاغ غيرنا به"),
    helpTitle: "إذا كنت تحتاج إلى المساعدة الآن",
    moreHelp: "أشخاص آخرون يمكنك التحدث إليهم",
    leaveTitle: "إذا احتجت إلى المغادرة بسرعة",
    leave: ForReader(
      young: "اضغط «مغادرة» في أعلى الصفحة. سيظهر لك موقع آخر.",
      others: "اضغط «مغادرة» في أعلى أي صفحة. سيُفتح موقع آخر على الفور."),
    leaveWipes: "تُمحى إجاباتك عندما تغادر.",
    leaveKeeps: "تُحفظ إجاباتك حتى تلك اللحظة، وتنتهي زيارتك.",
    leaveHistory: "قد يظل المتصفح يُظهر أنك كنت هنا.",
    leaveKeys: "على لوحة المفاتيح، يمكنك أيضاً الضغط على Shift ثلاث مرات.",
    moreTitle: "ما نحتفظ به، وإلى متى",
    length: "عدد الأسئلة: {number} على الأكثر، سؤال واحد في كل صفحة.",
    which: ForReader("أيّ هذه أنت؟"),
    resuming: ForReader(
      young: "لقد بدأت من قبل. يمكنك المتابعة.",
      others: """
        لقد بدأت من قبل، ويمكنك المتابعة من حيث توقفت. \
        لن تُعرض إجاباتك السابقة مرة أخرى.
        """))

  private static let question = Words.Asking(
    progress: "السؤال {number} من {total}",
    progressAlone: "السؤال {number}",
    several: ForReader(
      young: "اختر ما تشاء. ولا بأس ألا تختار شيئاً.",
      others: "اختر ما تشاء. وإذا لم يناسبك شيء، فلا تختر شيئاً واضغط «متابعة»."),
    scaleMiddle: "{number} من {total}، بين «{low}» و«{high}»",
    scaleLow: "{number} من {total}: {low}",
    scaleHigh: "{number} من {total}: {high}",
    limit: "الحد الأقصى لعدد الأحرف: {number}.",
    left: Counted("الأحرف المتبقية: {number}"),
    over: Counted("الأحرف الزائدة: {number}"),
    beforeWriting: ForReader(
      young: """
        سيقرأ هذا: {readers}، لكن ليس الآن. إذا قلت من أنت وأن أحداً يؤذيك، فسنخبر شخصاً كبيراً \
        يحافظ على سلامة الأطفال.
        """,
      child: """
        سيقرأ هذا: {readers}، لكن لا أحد يقرؤه الآن. إذا ذكرت فيه من أنت وأنك أو شخصاً آخر \
        تتعرضان لأذى شديد، فسيكون علينا أن نخبر شخصاً عمله الحفاظ على سلامتك.
        """,
      adult: """
        سيقرأ هذا: {readers}، لكن لا أحد يقرؤه الآن. إذا ذكرت فيه من أنت وأن أحداً يتعرض لأذى \
        شديد، فسيكون علينا أن نخبر من عملهم الحفاظ على سلامته.
        """))

  private static let errors = Words.Errors(
    pageTitle: "خطأ: {name}",
    heading: ForReader(young: "انظر مرة أخرى", others: "هناك مشكلة"),
    prefix: "خطأ:",
    chooseOne: ForReader(
      young: "اختر إجابة واحدة، أو تخطَّ هذا السؤال", others: "اختر إجابة، أو تخطَّ هذا السؤال"),
    chooseFace: ForReader(
      young: "اختر وجهاً واحداً، أو تخطَّ هذا السؤال", others: "اختر إجابة، أو تخطَّ هذا السؤال"),
    chooseOnLine: ForReader("اختر مكاناً على الخط، أو تخطَّ هذا السؤال"),
    writeSomething: ForReader("اكتب شيئاً، أو تخطَّ هذا السؤال"),
    notOffered: ForReader("اختر من الإجابات الموجودة في هذه الصفحة"),
    tooMany: ForReader("اختر إجابة واحدة فقط"),
    tooLong: Counted("اجعل إجابتك أقصر. الأحرف الزائدة: {number}"),
    whichAreYou: ForReader("اختر أيّ هذه أنت"),
    wrongCode: "تحقق من الرمز. لم نعثر على هذا الرمز",
    notSentBusy: ForReader("لم تُرسل إجاباتك بعد. ما زالت هنا: أرسلها مرة أخرى"),
    notSentFull: ForReader("تعذّر حفظ إجاباتك. ما زالت هنا: حاول مرة أخرى في وقت لاحق اليوم"))

  private static let check = Words.Check(
    title: ForReader(young: "انظر إلى ما قلته", others: "راجع إجاباتك"),
    about: ForReader(
      young: "لن يصل هذا إلى أحد حتى تضغط «أرسل إجاباتي».",
      others: "لن يُرسل شيء حتى تضغط «أرسل إجاباتي»."),
    changeAnswer: "إجابتك عن: {question}",
    skipped: "تخطيت هذا السؤال",
    notUnderstood: "لم تفهم هذا السؤال",
    none: "لا شيء من هذه",
    sealed: "أجبت عن هذا من قبل. يبقى مخفياً حفاظاً على خصوصيتك.",
    helped: ForReader(young: "ساعدني أحد", others: "ساعدني أحد في الإجابة"),
    helpedHint: ForReader(
      young: "لا بأس بذلك. يفيدنا أن نعرف.",
      others: "لا بأس بذلك. إنه يساعدنا فقط على فهم الإجابات."))
}
