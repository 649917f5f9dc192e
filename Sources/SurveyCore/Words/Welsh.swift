/// The Welsh catalogue: a complete draft that no native speaker has approved.
enum Welsh {
  static let words = Words(
    language: Language("cy"), isDraft: true, frame: frame, buttons: buttons, welcome: welcome,
    promises: promises, question: question, errors: errors, check: check, sent: sent, help: help,
    home: home, privacy: privacy, accessibility: accessibility, messages: messages,
    kiosk: kiosk, texts: texts)

  private static let frame = Words.Frame(
    shortcuts: "Llwybrau byr",
    skipToMain: "Neidio i’r prif gynnwys",
    service: "Heard",
    help: "Help nawr",
    leave: "Gadael",
    leaveThisPage: "Gadael y dudalen hon",
    leaving: "Yn gadael y dudalen hon",
    back: "Yn ôl",
    language: "Iaith",
    about: "Am y wefan hon",
    privacy: "Preifatrwydd",
    accessibility: "Hygyrchedd",
    madeUp:
      "Arddangosiad yw hwn. Nid yw {authority} yn bod. Peidiwch ag ysgrifennu dim byd go iawn.",
    draft: "Drafft yw’r geiriau hyn. Nid oes neb wedi gwirio’r cyfieithiad eto.",
    nobodyReads: "Does neb yn gwylio’r wefan hon ar hyn o bryd.")

  private static let buttons = Words.Buttons(
    start: "Dechrau",
    carryOn: "Mynd ymlaen",
    startAgain: "Nid fi oedd hwnna: dechrau o’r dechrau",
    goOn: "Parhau",
    skip: "Hepgor y cwestiwn hwn",
    unclear: "Dydw i ddim yn deall y cwestiwn",
    send: "Anfon fy atebion",
    change: "Newid",
    enterCode: "Teipio dy god")

  private static let welcome = Words.Welcome(
    asks: "Hoffai {authority} wybod sut mae hi i ti.",
    readTitle: "Pwy fydd yn ei ddarllen",
    read: ForReader(
      young: "Bydd y bobl hyn yn darllen beth ddywedi di: {readers}. Does neb yn ei ddarllen nawr.",
      child: "Bydd y bobl hyn yn darllen beth ddywedi di: {readers}. Does neb yn ei ddarllen nawr.",
      adult: "Bydd y bobl hyn yn darllen eich atebion: {readers}. Does neb yn eu darllen nawr."),
    chooseTitle: "Dewis rhydd",
    choose: ForReader(
      young: "Cei di hepgor cwestiwn. Cei di stopio. Cei di ddweud na. Mae hynny’n iawn.",
      child: """
        Cei di hepgor unrhyw gwestiwn, neu stopio pryd bynnag y mynni. \
        Mae dweud na wrth y cyfan yn iawn hefyd.
        """,
      adult: """
        Cewch hepgor unrhyw gwestiwn, neu stopio pryd bynnag y mynnwch. \
        Mae dweud na wrth y cyfan yn iawn hefyd.
        """),
    passOnTitle: ForReader(
      young: "Pryd mae’n rhaid i ni ddweud wrth oedolyn",
      others: "Beth fyddai’n rhaid i ni ei basio ymlaen"),
    helpTitle: "Os oes angen help nawr",
    moreHelp: "Mwy o bobl i siarad â nhw",
    leaveTitle: "Os oes angen gadael yn gyflym",
    leave: ForReader(
      young: "Pwysa Gadael ar y top. Byddi di’n gweld gwefan arall.",
      child: "Pwysa Gadael ar frig unrhyw dudalen. Bydd gwefan arall yn agor ar unwaith.",
      adult: "Pwyswch Gadael ar frig unrhyw dudalen. Bydd gwefan arall yn agor ar unwaith."),
    leaveWipes: "Wrth adael, caiff yr atebion hyd hynny eu dileu.",
    leaveKeeps: "Caiff yr atebion hyd hynny eu cadw, a daw’r ymweliad i ben.",
    leaveHistory: "Gall y porwr ddangos o hyd fod rhywun wedi bod yma.",
    leaveKeys: "Ar fysellfwrdd, mae pwyso Shift dair gwaith yn gwneud yr un peth.",
    moreTitle: "Beth rydyn ni’n ei gadw, ac am ba hyd",
    length: "Cwestiynau: {number} ar y mwyaf, un ar bob tudalen.",
    which: ForReader(young: "Pa un wyt ti?", child: "Pa un wyt ti?", adult: "Pa un ydych chi?"),
    resuming: ForReader(
      young: "Rwyt ti wedi dechrau yn barod. Cei di fynd ymlaen.",
      child: """
        Rwyt ti wedi dechrau yn barod, a chei di fynd ymlaen o’r un lle. \
        Fydd dy atebion cynharach ddim yn cael eu dangos eto.
        """,
      adult: """
        Rydych chi wedi dechrau yn barod, a chewch fynd ymlaen o’r un lle. \
        Fydd eich atebion cynharach ddim yn cael eu dangos eto.
        """))

  private static let question = Words.Asking(
    progress: "Cwestiwn {number} o {total}",
    progressAlone: "Cwestiwn {number}",
    several: ForReader(
      young: "Dewisa gynifer ag y mynni. Mae dewis dim un yn iawn.",
      child:
        "Dewisa gynifer ag y mynni. Os nad oes un yn ffitio, paid â dewis dim, a phwysa Parhau.",
      adult:
        "Dewiswch gynifer ag y mynnwch. Os nad oes un yn ffitio, peidiwch â dewis dim, a pharhewch."
    ),
    scaleMiddle: "{number} o {total}, rhwng “{low}” a “{high}”",
    scaleLow: "{number} o {total}: {low}",
    scaleHigh: "{number} o {total}: {high}",
    limit: "Mae lle i hyd at {number} nod.",
    left: Counted("Mae {number} nod ar ôl"),
    over: Counted("Mae {number} nod yn ormod"),
    beforeWriting: ForReader(
      young: """
        Bydd y bobl hyn yn darllen hwn, ond nid nawr: {readers}. Os wyt ti’n dweud pwy wyt ti a \
        bod rhywun yn dy frifo, byddwn ni’n dweud wrth oedolyn sy’n cadw plant yn ddiogel.
        """,
      child: """
        Bydd y bobl hyn yn darllen hwn: {readers}. Ond does neb yn ei ddarllen nawr. Os yw’n \
        dweud pwy wyt ti a dy fod ti neu rywun arall yn cael niwed drwg, bydd rhaid i ni ddweud \
        wrth rywun sydd â’r gwaith o dy gadw’n ddiogel.
        """,
      adult: """
        Bydd y bobl hyn yn darllen hwn: {readers}. Ond does neb yn ei ddarllen nawr. Os yw’n \
        dweud pwy ydych chi a bod rhywun yn cael niwed drwg, bydd rhaid i ni ddweud wrth y bobl \
        sydd â’r gwaith o’u cadw’n ddiogel.
        """))

  private static let errors = Words.Errors(
    pageTitle: "Gwall: {name}",
    heading: ForReader(young: "Edrycha eto", others: "Mae problem"),
    prefix: "Gwall:",
    chooseOne: ForReader(
      young: "Dewisa un ateb, neu hepgor y cwestiwn hwn",
      child: "Dewisa ateb, neu hepgor y cwestiwn hwn",
      adult: "Dewiswch ateb, neu hepgor y cwestiwn hwn"),
    chooseFace: ForReader(
      young: "Dewisa un wyneb, neu hepgor y cwestiwn hwn",
      child: "Dewisa ateb, neu hepgor y cwestiwn hwn",
      adult: "Dewiswch ateb, neu hepgor y cwestiwn hwn"),
    chooseOnLine: ForReader(
      young: "Dewisa le ar y llinell, neu hepgor y cwestiwn hwn",
      child: "Dewisa le ar y llinell, neu hepgor y cwestiwn hwn",
      adult: "Dewiswch le ar y llinell, neu hepgor y cwestiwn hwn"),
    writeSomething: ForReader(
      young: "Ysgrifenna rywbeth, neu hepgor y cwestiwn hwn",
      child: "Ysgrifenna rywbeth, neu hepgor y cwestiwn hwn",
      adult: "Ysgrifennwch rywbeth, neu hepgor y cwestiwn hwn"),
    notOffered: ForReader(
      young: "Dewisa o’r atebion ar y dudalen hon", child: "Dewisa o’r atebion ar y dudalen hon",
      adult: "Dewiswch o’r atebion ar y dudalen hon"),
    tooMany: ForReader(
      young: "Dewisa un ateb yn unig", child: "Dewisa un ateb yn unig",
      adult: "Dewiswch un ateb yn unig"),
    tooLong: Counted("Mae’r ateb {number} nod yn rhy hir"),
    whichAreYou: ForReader(
      young: "Dewisa pa un wyt ti", child: "Dewisa pa un wyt ti", adult: "Dewiswch pa un ydych chi"
    ),
    wrongCode: "Edrycha ar dy god eto. Allwn ni ddim dod o hyd i hwn",
    notSentBusy: ForReader("Nid yw’r atebion wedi’u hanfon eto. Maen nhw yma o hyd: anfon eto"),
    notSentFull: ForReader(
      "Doedd dim modd cadw’r atebion. Maen nhw yma o hyd: cynnig eto yn nes ymlaen heddiw"))

  private static let check = Words.Check(
    title: ForReader(
      young: "Edrycha ar beth ddywedaist ti", child: "Gwiria dy atebion",
      adult: "Gwiriwch eich atebion"),
    about: ForReader(
      young: "Does neb yn cael hwn nes i ti bwyso “Anfon fy atebion”.",
      child: "Does dim yn cael ei anfon nes i ti bwyso “Anfon fy atebion”.",
      adult: "Does dim yn cael ei anfon nes i chi bwyso “Anfon fy atebion”."),
    changeAnswer: "yr ateb i: {question}",
    skipped: "Cwestiwn wedi’i hepgor",
    notUnderstood: "Cwestiwn heb ei ddeall",
    none: "Dim un o’r rhain",
    sealed: "Wedi’i ateb yn gynharach. Mae’n aros o’r golwg i’w gadw’n breifat.",
    helped: ForReader(young: "Cefais i help gan rywun", others: "Cefais help gan rywun i ateb"),
    helpedHint: ForReader(
      young: "Mae hynny’n iawn. Mae’n dda i ni wybod.",
      others: "Mae hynny’n iawn. Mae’n ein helpu i ddeall yr atebion."))
}
