/// Spoken nowhere yet: terminals do not shape Arabic. Kept whole, so that the day one does needs
/// no words.
extension Arabic {
  static let kiosk = Words.Kiosk(
    touch: "المس الشاشة أو اضغط Enter",
    youSaid: "قلتم",
    weDid: "فعلنا",
    whichSurvey: "عمَّ تود أن تخبرنا؟",
    nobodyReads: "لا أحد يقرأ ما تقوله الآن.",
    leave: ForReader(
      young: "المس «مغادرة» في الأعلى، أو اضغط مفتاح Esc.",
      others: """
        المس «مغادرة» في الأعلى، أو اضغط مفتاح Esc. تعود هذه الشاشة إلى صفحتها الأولى على الفور.
        """),
    leaveSafely: """
      المس «مغادرة» في الأعلى، أو اضغط مفتاح Esc. تعود هذه الشاشة إلى صفحتها الأولى على الفور، \
      ولا يستطيع أحد بعدك أن يرى ما قلته.
      """,
    more: "المزيد",
    before: "السابق",
    close: "إغلاق",
    keys: Words.Keys(move: "تنقل", press: "اختيار", answer: "إجابة"),
    typing: Words.Typing(
      space: "مسافة", delete: "حذف", letters: "abc", capitals: "ABC", numbers: "123"),
    idle: Words.Idle(
      title: "هل ما زلت هنا؟",
      words: "المس الشاشة أو اضغط أي مفتاح. وإلا فستُمحى هذه الصفحة. الثواني الباقية: {number}",
      stay: "نعم، أنا هنا"),
    kept: ForReader("وصلتنا إجاباتك، وهي محفوظة بأمان."),
    keptOffline: ForReader("إجاباتك محفوظة بأمان، وستُرسل عندما يعود الإنترنت."),
    goAway: "يمكنك الذهاب الآن. تعود هذه الشاشة إلى صفحتها الأولى بنفسها.",
    setUp: Words.Message(title: "هذه الشاشة قيد الإعداد", words: ["يُرجى العودة لاحقاً."]),
    nothing: Words.Message(
      title: "لا أسئلة هنا في الوقت الحالي",
      words: ["إذا كان لديك ما تود قوله، فأخبر أحد العاملين هنا."]),
    full: Words.Message(
      title: "هذه الشاشة في راحة",
      words: [
        "لا تستطيع حفظ مزيد من الإجابات الآن. لم يضع شيء مما قيل من قبل.",
        "يُرجى إخبار أحد العاملين هنا، أو العودة لاحقاً.",
      ]),
    tooSmall: "يُرجى تكبير النافذة.",
    plain: Words.Plain(
      number: "اكتب رقم إجابتك واضغط Enter.",
      several: "اكتب أرقام إجاباتك واضغط Enter. اكتب 0 إذا لم تختر أياً منها.",
      write: "اكتب إجابتك واضغط Enter.",
      enter: "اضغط Enter للمتابعة.",
      chosen: "اخترت:",
      press: "اكتب {name} من أجل:",
      notThere: "ليس هذا من الخيارات."),
    staff: Words.Staff(
      title: "للعاملين",
      pin: "اكتب الأرقام الستة",
      wrong: Counted("خطأ. المحاولات الباقية: {number}"),
      locked: Counted("محاولات خاطئة كثيرة. ثوانٍ للانتظار: {number}"),
      place: "المكان",
      waiting: "بانتظار الإرسال",
      setAside: "مستبعدة",
      lastSent: "آخر إرسال",
      never: "لا شيء منذ البدء",
      online: "الاتصال بالخادم",
      yes: "نعم",
      no: "لا",
      version: "الإصدار",
      free: "المساحة المتاحة",
      stop: "إيقاف الجهاز"))
}
