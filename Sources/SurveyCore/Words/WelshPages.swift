extension Welsh {
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

  static let messages = Words.Messages(
    notFound: Words.Message(
      title: "Nid yw’r dudalen hon yma",
      words: ["Gwiria’r cyfeiriad. Os cefaist ti ddolen neu god, defnyddia ef eto."]),
    wrongLink: Words.Message(
      title: "Nid yw’r ddolen hon yn gweithio",
      words: [
        """
        Efallai bod rhan ohoni ar goll. Agora hi eto o’r neges neu’r llythyr, neu deipia dy god.
        """,
        "Os nad yw’n gweithio o hyd, gofynna i’r person a’i rhoddodd am un newydd.",
      ]),
    spentLink: Words.Message(
      title: "Mae’r ddolen hon wedi’i defnyddio",
      words: [
        "Unwaith yn unig mae’n gweithio, ac mae atebion wedi’u hanfon â hi.",
        "Os nad ti oedd hynny, dweda wrth y person a roddodd y ddolen.",
      ]),
    closedCollection: Words.Message(
      title: "Mae’r arolwg hwn wedi dod i ben",
      words: [
        "Nid yw’n derbyn mwy o atebion. Diolch am fod eisiau dweud wrthon ni.",
        "Os oes rhywbeth i’w ddweud, dweda wrth y person a roddodd y ddolen.",
      ]),
    expired: Words.Message(
      title: "Mae’r ymweliad wedi dod i ben",
      words: [
        """
        Naill ai gadawyd y dudalen, neu ni chafodd dim ei ateb yma am 20 awr. I’w cadw’n ddiogel, \
        nid yw’r atebion ar y dudalen hon mwyach.
        """,
        "I ateb, agora dy ddolen eto.",
      ]),
    elsewhere: Words.Message(
      title: "Aeth yr ymweliad ymlaen yn rhywle arall",
      words: [
        "Agorwyd y ddolen ar ffôn neu gyfrifiadur arall, felly mae’r un hwn wedi stopio.",
        "Dos ymlaen yno, neu agora’r ddolen yma eto.",
      ]),
    tooLarge: Words.Message(
      title: "Roedd hynny’n ormod ar unwaith",
      words: ["Ni chafodd ei gadw. Dos yn ôl, gwna’r ateb yn fyrrach a’i anfon eto."]),
    badRequest: Words.Message(
      title: "Allen ni ddim darllen hynny",
      words: ["Ni chafodd dim ei gadw ohono. Dos yn ôl a rho gynnig arall."]),
    wrongMethod: Words.Message(
      title: "Nid yw hynny’n gweithio yma",
      words: ["Dos yn ôl a defnyddia’r botymau ar y dudalen."]),
    busy: Words.Message(
      title: "Mae llawer o bobl yn ateb",
      words: ["Does dim a anfonwyd wedi’i golli. Aros am funud, yna rho gynnig arall."]),
    full: Words.Message(
      title: "Allen ni ddim cadw hynny",
      words: [
        "Does dim a anfonwyd cyn hynny wedi’i golli. Rho gynnig arall yn nes ymlaen heddiw.",
        "Os oes angen help nawr, paid ag aros am y dudalen hon.",
      ]),
    alreadySent: Words.Message(
      title: "Mae’r atebion gyda ni yn barod",
      words: ["Cawson nhw eu hanfon unwaith ac maen nhw’n ddiogel. Does dim mwy i’w wneud."]))
}
