extension Welsh {
  static let texts = Words.Texts(
    invitation: ForReader(
      young: """
        {authority}: gawn ni ofyn sut mae pethau i ti? Tua {number} neges, am dy gost arferol. \
        Does neb yn darllen nawr. Mewn perygl ffonia 999. Childline 0800 1111. \
        Ateb 1 i ddechrau, STOP i orffen.
        """,
      child: """
        {authority}: gawn ni ofyn dy farn? Tua {number} neges, am dy gost arferol. Ddim yn cael \
        eu darllen 24/7. Mewn perygl ffonia 999. Childline 0800 1111. \
        Ateb 1 i ddechrau, STOP i orffen.
        """,
      adult: """
        {authority}: gawn ni ofyn eich barn? Tua {number} neges, am eich cost arferol. Ddim yn \
        cael eu darllen 24/7. Mewn perygl ffoniwch 999. I siarad: {phone}. \
        Atebwch 1 i ddechrau, STOP i orffen.
        """),
    stillInvited: """
      {authority}: hoffem ofyn am farn o hyd. Ddim yn cael ei ddarllen 24/7. \
      Mewn perygl: 999. Ateb 1 i ddechrau, STOP i orffen.
      """,
    about: ForReader(
      young: """
        Bydd {readers} yn darllen hwn, ond ddim nawr. Os oes rhywun yn dy frifo, byddwn ni'n \
        dweud wrth oedolyn sy'n cadw plant yn ddiogel, ac yn cadw dy rif i hynny. Os na, caiff \
        ei ddileu. Ateb gyda rhif. SGIPIO i hepgor un, NOL i fynd yn ol, HELP, STOP.
        """,
      child: """
        Bydd {readers} yn darllen hwn, ond ddim nawr. Cedwir dy rif ar wahan, yna ei ddileu. Os \
        gallai rhywun gael niwed drwg, rhaid dweud wrth bobl sy'n cadw eraill yn ddiogel, a \
        chadw dy rif nes setlo hynny. Ateb gyda rhif. SGIPIO, NOL i fynd yn ol, HELP, STOP.
        """,
      adult: """
        Bydd {readers} yn darllen hwn, ond ddim nawr. Cedwir eich rhif ar wahan, yna'i ddileu. \
        Os gallai rhywun gael niwed drwg, rhaid dweud wrth bobl sy'n cadw eraill yn ddiogel, a \
        chadw'r rhif nes setlo hynny. Atebwch gyda rhif. SGIPIO, NOL i fynd yn ol, HELP, STOP.
        """),
    safe: ForReader(
      young: """
        Diolch. Mae dy neges gyda ni. Does neb yn darllen nawr. Os wyt ti mewn perygl ffonia 999. \
        I siarad nawr, ddydd neu nos: Childline 0800 1111, am ddim. \
        DECHRAU i fynd ymlaen, STOP i orffen.
        """,
      child: """
        Diolch. Mae dy neges gyda ni. Does neb yn darllen nawr. Mewn perygl ffonia 999. I siarad \
        nawr, ddydd neu nos, am ddim: Childline 0800 1111. DECHRAU i fynd ymlaen, STOP i orffen.
        """,
      adult: """
        Diolch. Mae eich neges gyda ni. Does neb yn darllen nawr. Mewn perygl ffoniwch 999. \
        I siarad: {phone}. DECHRAU i fynd ymlaen, STOP i orffen.
        """),
    help: ForReader(
      young: """
        {authority} sydd yma, yn gofyn dy farn. Does neb yn darllen nawr. Mewn perygl ffonia \
        999. I siarad: Childline 0800 1111, am ddim. Ein ffon: {phone}. DECHRAU i fynd ymlaen, \
        STOP i orffen. Nid i ti? Ateb ANGHYWIR.
        """,
      others: """
        {authority} sydd yma, yn gofyn barn. Does neb yn darllen nawr. Mewn perygl: 999. \
        Childline 0800 1111, am ddim. Ein ffon: {phone}. DECHRAU i fynd ymlaen, STOP i orffen. \
        Rhif anghywir? Ateb ANGHYWIR.
        """),
    thanks: ForReader(
      young: """
        Diolch. Rydyn ni wedi cadw beth ddywedaist ti. Bydd {readers} yn ei ddarllen, ond ddim \
        nawr. I siarad nawr: Childline 0800 1111, am ddim. Cei di ddileu'r negeseuon hyn.
        """,
      child: """
        Diolch. Mae dy atebion yn ddiogel gyda ni. Bydd {readers} yn eu darllen, ond ddim nawr. \
        I siarad nawr: Childline 0800 1111, am ddim. Cei di ddileu'r negeseuon hyn.
        """,
      adult: """
        Diolch. Mae eich atebion yn ddiogel gyda ni. Bydd {readers} yn eu darllen, ond ddim \
        nawr. Mewn perygl ffoniwch 999. I siarad: {phone}. Cewch ddileu'r negeseuon hyn.
        """),
    stopped: "Rydyn ni wedi stopio. Ddaw dim mwy o negeseuon. DECHRAU i ddechrau eto.",
    declined: "Mae hynny'n iawn. I newid meddwl, ateb DECHRAU. Am ddim negeseuon, ateb STOP.",
    wrongNumber: "Diolch am ddweud. Wnawn ni ddim tecstio'r rhif hwn eto.",
    unknown: """
      Mae {authority} yn defnyddio'r rhif hwn i ofyn barn pobl. Does neb yn darllen nawr. \
      Mewn perygl: 999. Childline 0800 1111, am ddim. Am ddim negeseuon, ateb STOP.
      """,
    closed: """
      Diolch. Mae'r arolwg hwn wedi cau. Rydyn ni wedi cadw'r neges. Does neb yn darllen nawr. \
      Mewn perygl: 999. I siarad: {phone}.
      """,
    reminder: "Mae hwn yma o hyd. Ateb pryd bynnag. STOP i orffen.",
    movedOn: "Mae hynny'n iawn, dyma'r un nesaf.",
    languages: "Ateb gydag iaith:",
    several: "Ateb gyda phob un sy'n ffitio, fel 1 3. Dim un: 0.",
    ownWords: "Ateb yn dy eiriau dy hun. Ddim yn cael ei ddarllen yn syth.",
    scale: "Ateb gyda rhif o 1 i {total}.",
    begin: "Ateb 1 i ddechrau, neu STOP a wnawn ni ddim tecstio eto.",
    pick: "Ateb gydag un rhif o 1 i {total}, neu SGIPIO.",
    pickShort: "Dim ond rhif, 1 i {total}. Neu SGIPIO.",
    pickSeveral: "Ateb gyda rhifau o 1 i {total}, fel 1 3. Dim un: 0. Neu SGIPIO.",
    pickSeveralShort: "Dim ond rhifau, 1 i {total}. Neu SGIPIO.",
    write: "Ateb yn dy eiriau dy hun, neu SGIPIO.",
    tooLong: """
      Roedd hwnna'n hirach nag y gall un ateb fod. Mae'r cyfan wedi'i gadw. \
      Ateb yn fyrrach, neu SGIPIO.
      """)
}
