extension Welsh {
  static let sent = Words.Sent(
    title: ForReader("Diolch"),
    kept: ForReader(
      young: "Mae dy atebion gyda ni. Maen nhw’n ddiogel.",
      others: "Mae’r atebion gyda ni. Maen nhw wedi’u cadw’n ddiogel."),
    whoTitle: "Pwy fydd yn ei ddarllen",
    who: ForReader(
      young: "Bydd y bobl hyn yn ei ddarllen: {readers}. Nid nawr.",
      others: """
        Bydd y bobl hyn yn ei ddarllen: {readers}. Does neb yn ei ddarllen yr eiliad y mae’n \
        cyrraedd, felly fydd dim ateb yn dod yma.
        """),
    nextTitle: "Beth sy’n digwydd nesaf",
    next: ForReader(
      young: "Rydyn ni’n rhoi beth mae pawb yn ei ddweud at ei gilydd. Mae’n helpu i wella pethau.",
      others: """
        Caiff beth mae pawb yn ei ddweud ei roi at ei gilydd. Mae’n dangos beth i’w gadw a beth \
        i’w newid. Does dim a gyhoeddwn yn dangos beth ddywedodd un person.
        """),
    talkTitle: ForReader(
      young: "Os wyt ti eisiau siarad â rhywun", child: "Os wyt ti eisiau siarad â rhywun",
      adult: "Os ydych chi eisiau siarad â rhywun"),
    close: "Mae’n iawn cau’r dudalen hon nawr.")

  static let help = Words.Help(
    title: "Help nawr",
    danger: "Os oes rhywun mewn perygl nawr, ffonia {phone}. Mae’n rhad ac am ddim.",
    talkTitle: "Rhywun i siarad ag ef",
    childline: "Childline, i bob plentyn a pherson ifanc",
    childlineHours: "Ddydd neu nos. Mae’n rhad ac am ddim.",
    trusted: ForReader(
      young: "Cei di hefyd ddweud wrth oedolyn rwyt ti’n ymddiried ynddo, fel dy athro.",
      others: "Gall rhywun arall helpu hefyd: athro, meddyg neu ffrind y mae modd ymddiried ynddo."
    ),
    leaveTitle: "Gadael y wefan hon yn ddiogel",
    leave: [
      """
      Mae’r botwm Gadael ar frig y dudalen. Bydd gwefan arall yn agor ar unwaith, \
      a daw’r ymweliad yma i ben.
      """,
      "Ar fysellfwrdd, mae pwyso Shift dair gwaith yn gwneud yr un peth.",
      """
      Gall y porwr ddangos o hyd fod rhywun wedi bod yma. Mae modd tynnu’r wefan hon o’i hanes \
      yn newislen y porwr.
      """,
      """
      Nid yw ffenestr breifat yn cadw hanes. Mae ffôn neu gyfrifiadur na all neb sy’n peri gofid \
      ei ddefnyddio yn ddiogel hefyd.
      """,
    ])

  static let home = Words.Home(
    title: "Dweda wrthon ni sut oedd hi",
    about: """
      Mae plant, pobl ifanc a theuluoedd yn defnyddio Heard i ddweud sut oedd hi, a beth ddylai \
      newid.
      """,
    code: "Dy god",
    hint: """
      Mae ar y llythyr, y cerdyn neu’r sgrin a gefaist ti. \
      Nid yw priflythrennau, bylchau na chysylltnodau yn bwysig.
      """)

  static let privacy = Words.Privacy(
    title: "Beth rydyn ni’n ei gadw",
    about:
      "Mae’r dudalen hon yn dweud beth mae {authority} yn ei gadw o’r atebion yma, a beth nad yw.",
    sections: [
      Words.Section(
        title: "Beth rydyn ni’n ei gadw",
        words: [
          "Yr atebion, a’r geiriau a ysgrifennir.",
          "Y grŵp a ddewiswyd, yr iaith, y diwrnod, a ble cafodd y ddolen ei rhoi.",
          "A oedd rhywun wedi helpu.",
          """
          Os yw ateb yn dweud y gall fod angen help ar rywun, yr ateb hwnnw eilwaith ar ei ben ei \
          hun, fel bod rhywun yn delio ag ef yn fuan.
          """,
        ]),
      Words.Section(
        title: "Beth nad ydyn ni’n ei gadw",
        words: [
          "Enw, oni bai ei fod yn cael ei ysgrifennu.",
          "Cyfeiriad rhyngrwyd, na dim am y ffôn neu’r cyfrifiadur.",
          "Yr amser o’r dydd.",
          "Beth sy’n digwydd ar wefannau eraill. Does neb arall yn cael gwybod am yr ymweliad.",
        ]),
      Words.Section(
        title: "Stopio cyn y diwedd",
        words: [
          """
          Caiff yr atebion eu dileu wrth adael, neu 20 awr ar ôl yr ateb olaf. Dim ond pa mor \
          bell yr aeth y person sy’n cael ei gadw. Mae ychydig o arolygon yn cadw’r atebion hefyd; \
          mae eu tudalen gyntaf yn dweud hynny.
          """
        ]),
      Words.Section(
        title: "Hawliau",
        words: [
          """
          Mae gan bawb hawl i ofyn beth sy’n cael ei gadw amdanyn nhw, i’w gywiro, ac i’w ddileu.
          """,
          """
          Lle caiff atebion eu cadw heb enw, allwn ni ddim dweud pwy a’u rhoddodd. Felly ar ôl eu \
          hanfon, allwn ni ddim dod o hyd iddyn nhw eto i’w dangos, eu newid na’u dileu.
          """,
          """
          Mae modd cwyno wrthon ni am y ffordd rydyn ni’n trin yr atebion, neu wrth y Comisiynydd \
          Gwybodaeth yn ico.org.uk.
          """,
        ]),
    ],
    cookieTitle: "Yr un cwci",
    cookieAbout: """
      Nodyn bach y mae porwr yn ei gadw i wefan yw cwci. \
      Rydyn ni’n defnyddio un, i wybod pa gwestiwn sydd nesaf.
      """,
    cookieName: "Enw",
    cookieFor: "Ar gyfer beth",
    cookieForWhat: "Mynd o un cwestiwn i’r nesaf. Does dim yn gweithio hebddo.",
    cookieHowLong: "Am ba hyd",
    cookieLasts: "Nes i’r porwr gau, ac 20 awr ar y mwyaf.")

  static let accessibility = Words.Accessibility(
    title: "Hygyrchedd",
    about:
      "Rydyn ni am i bawb allu defnyddio’r tudalennau hyn. Maen nhw’n cael eu rhedeg i {authority}.",
    sections: [
      Words.Section(
        title: "Beth ddylai fod yn bosibl",
        words: [
          "Chwyddo i 400% heb sgrolio i’r ochr.",
          "Defnyddio popeth â bysellfwrdd yn unig, neu â llais.",
          "Gwrando ar bob tudalen â darllenydd sgrin.",
          "Newid y lliwiau a’r bylchau rhwng llythrennau.",
          "Defnyddio pob tudalen heb JavaScript.",
          "Cymryd cymaint o amser ag sydd ei angen: does dim yn cael ei golli am 20 awr.",
        ]),
      Words.Section(
        title: "Pa mor hygyrch yw hi",
        words: [
          "Ein nod yw Canllawiau Hygyrchedd Cynnwys y We, fersiwn 2.2, lefel AA.",
          """
          Profwyd pob math o dudalen â rhaglen wirio, a chyfrifwyd cyferbyniad pob pâr o liwiau. \
          Does dim diffyg hysbys o hynny.
          """,
        ]),
      Words.Section(
        title: "Beth sydd ar goll",
        words: [
          """
          Does dim tudalen wedi’i phrofi gyda phlant anabl eto, nac â llaw gyda phob darllenydd \
          sgrin.
          """,
          "Does dim recordiadau o’r cwestiynau, na fideo iaith arwyddion.",
          "Drafftiau yw’r geiriau Cymraeg ac Arabeg; nid oes siaradwr brodorol wedi’u gwirio.",
        ]),
      Words.Section(
        title: "Dweud wrthon ni",
        words: [
          """
          Os nad yw rhywbeth yn gweithio, y person a roddodd y ddolen sydd â’r ateb. \
          Gall roi ffordd arall o ateb hefyd.
          """,
          """
          Os nad yw hynny’n helpu, mae’r Equality Advisory and Support Service yn \
          equalityadvisoryservice.com.
          """,
        ]),
    ])
}
