extension Welsh {
  static let promises = Words.Promises(
    anonymous: Words.Telling(
      title: ForReader(
        young: "Dydyn ni ddim yn gwybod pwy wyt ti", child: "Dydyn ni ddim yn gwybod pwy wyt ti",
        adult: "Dydyn ni ddim yn gwybod pwy ydych chi"),
      words: ForReader(
        young: "Dydyn ni ddim yn gwybod dy enw. Allwn ni ddim cael gwybod.",
        child: """
          Dydyn ni ddim yn gofyn am dy enw, a does dim yn dweud wrthon ni pwy wyt ti: nid dy ffôn, \
          nid dy gyfrifiadur. Allwn ni ddim cael gwybod.
          """,
        adult: """
          Mae eich atebion yn ddienw. Dydyn ni ddim yn cadw enw, cyfeiriad rhyngrwyd na dim arall \
          sy’n dweud pwy ydych chi, ac allwn ni ddim cael gwybod.
          """),
      passOn: passOnIfSaid,
      afterwards: unknown),
    anonymousKiosk: Words.Telling(
      title: ForReader(
        young: "Dydyn ni ddim yn gwybod pwy wyt ti", child: "Dydyn ni ddim yn gwybod pwy wyt ti",
        adult: "Dydyn ni ddim yn gwybod pwy ydych chi"),
      words: ForReader(
        young: "Dydyn ni ddim yn gwybod dy enw. Allwn ni ddim cael gwybod.",
        child: """
          Nid yw’r sgrin hon yn gofyn am dy enw, ac allwn ni ddim cael gwybod. \
          Edrycha o gwmpas gyntaf: gall rhywun wrth dy ymyl weld y sgrin.
          """,
        adult: """
          Mae eich atebion yn ddienw. Nid yw’r sgrin hon yn cadw dim sy’n dweud pwy ydych chi. \
          Gall pobl gerllaw ei gweld.
          """),
      passOn: passOnIfSaid,
      afterwards: unknown),
    singleUse: Words.Telling(
      title: ForReader("Dolen i un person yw hon"),
      words: ForReader(
        young: """
          I ti yn unig mae’r ddolen hon. Rydyn ni’n cadw beth ddywedi di, ond nid dy enw. \
          Mae’r person a roddodd y ddolen yn gwybod ei bod gen ti.
          """,
        child: """
          I un person cafodd y ddolen hon ei gwneud. Rydyn ni’n cadw dy atebion hebddi, a heb enw \
          gyda nhw. Gallai’r sawl a’i rhoddodd wybod dy fod ti wedi cael un.
          """,
        adult: """
          I un person cafodd y ddolen hon ei gwneud. Caiff eich atebion eu cadw hebddi, a heb enw \
          gyda nhw. Gallai’r sawl a’i rhoddodd wybod eich bod wedi cael un.
          """),
      passOn: passOnIfSaid,
      afterwards: noName),
    confidential: Words.Telling(
      title: ForReader("Does dim enw gyda’r atebion"),
      words: ForReader(
        young: "Dydyn ni ddim yn gofyn am dy enw. Rydyn ni’n cadw beth ddywedi di.",
        child: """
          Dydyn ni ddim yn gofyn am dy enw, nac yn cadw enw gyda’r atebion. \
          Ond gallai beth rwyt ti’n ei ysgrifennu ddangos pwy wyt ti.
          """,
        adult: """
          Dydyn ni ddim yn gofyn am eich enw, nac yn cadw enw gyda’r atebion. \
          Ond gallai beth rydych chi’n ei ysgrifennu ddangos pwy ydych chi.
          """),
      passOn: passOnIfSaid,
      afterwards: noName),
    text: Words.Telling(
      title: ForReader("Caiff y rhif ffôn ei gadw ar wahân"),
      words: ForReader(
        young: "Rydyn ni’n cadw dy rif dan glo, ar wahân i beth ddywedi di.",
        child: """
          Wrth i ni decstio, mae dy rif dan glo, ar wahân i’r atebion. Ar ôl i ti orffen, caiff \
          beth sy’n cysylltu’r ddau ei ddinistrio.
          """,
        adult: """
          Wrth i ni decstio, mae eich rhif dan glo, ar wahân i’r atebion. Ar ôl i chi orffen, \
          caiff beth sy’n cysylltu’r ddau ei ddinistrio.
          """),
      passOn: ForReader(
        young: """
          Os wyt ti’n dweud bod rhywun yn dy frifo, byddwn ni’n dod o hyd i ti ac yn helpu i dy \
          gadw’n ddiogel.
          """,
        child: """
          Os ydyn ni’n meddwl y gallet ti neu rywun arall gael niwed drwg, byddwn ni’n defnyddio \
          dy rif ac yn dweud wrth rywun sydd â’r gwaith o gadw pobl yn ddiogel.
          """,
        adult: """
          Os ydyn ni’n meddwl y gallech chi neu rywun arall gael niwed drwg, byddwn ni’n \
          defnyddio eich rhif ac yn dweud wrth rywun sydd â’r gwaith o gadw pobl yn ddiogel.
          """),
      afterwards: talk),
    named: Words.Telling(
      title: ForReader("Mae’r enw gyda’r atebion"),
      words: ForReader(
        young: "Bydd y bobl sy’n darllen hwn yn gwybod mai ti sydd wedi ei ddweud.",
        child: "Bydd y bobl sy’n darllen dy atebion yn gweld mai ti a’u rhoddodd.",
        adult: "Bydd y bobl sy’n darllen eich atebion yn gweld mai chi a’u rhoddodd."),
      passOn: ForReader(
        young: """
          Os wyt ti’n dweud bod rhywun yn dy frifo, byddwn ni’n dweud wrth oedolyn sy’n cadw \
          plant yn ddiogel.
          """,
        child: """
          Os ydyn ni’n meddwl y gallet ti neu rywun arall gael niwed drwg, bydd rhaid i ni ddweud \
          wrth rywun sydd â’r gwaith o gadw pobl yn ddiogel.
          """,
        adult: """
          Os ydyn ni’n meddwl y gallech chi neu rywun arall gael niwed drwg, bydd rhaid i ni \
          ddweud wrth rywun sydd â’r gwaith o gadw pobl yn ddiogel.
          """),
      afterwards: talk))

  private static let passOnIfSaid = ForReader(
    young: """
      Os wyt ti’n dweud pwy wyt ti a bod rhywun yn dy frifo, byddwn ni’n dweud wrth oedolyn sy’n \
      cadw plant yn ddiogel.
      """,
    child: """
      Os yw beth rwyt ti’n ei ysgrifennu yn dweud pwy wyt ti, a dy fod ti neu rywun arall yn cael \
      niwed drwg, bydd rhaid i ni ddweud wrth rywun sydd â’r gwaith o dy gadw’n ddiogel.
      """,
    adult: """
      Os yw beth rydych chi’n ei ysgrifennu yn dweud pwy ydych chi, a’ch bod chi neu rywun arall \
      yn cael niwed drwg, bydd rhaid i ni ddweud wrth y bobl sydd â’r gwaith o’u cadw’n ddiogel.
      """)

  private static let unknown = ForReader(
    young: """
      Os na wnest ti ysgrifennu pwy wyt ti, dydyn ni ddim yn gwybod. Felly fydd neb yn dod atat \
      ti oherwydd hyn. \
      Cei di siarad â rhywun nawr:
      """,
    child: """
      Oni bai i ti ysgrifennu pwy wyt ti, allwn ni ddim cael gwybod. Felly fydd neb yn dod atat \
      ti oherwydd hyn. Os oes angen help, neu os wyt ti eisiau siarad, mae rhywun ar gael nawr:
      """,
    adult: """
      Oni bai i chi ysgrifennu pwy ydych chi, allwn ni ddim cael gwybod. Felly fydd neb yn dod \
      atoch chi oherwydd hyn. Os oes angen help, neu os ydych chi eisiau siarad, mae rhywun ar \
      gael nawr:
      """)

  private static let noName = ForReader(
    young: """
      Dydyn ni ddim yn cadw dy enw. Felly os na wnest ti ysgrifennu pwy wyt ti, fydd neb yn dod \
      atat ti oherwydd hyn. \
      Cei di siarad â rhywun nawr:
      """,
    child: """
      Does dim enw gyda dy atebion. Felly oni bai i ti ysgrifennu pwy wyt ti, fydd neb yn dod \
      atat ti oherwydd hyn. Os oes angen help, neu os wyt ti eisiau siarad, mae rhywun ar gael \
      nawr:
      """,
    adult: """
      Does dim enw gyda’ch atebion. Felly oni bai i chi ysgrifennu pwy ydych chi, fydd neb yn dod \
      atoch chi oherwydd hyn. Os oes angen help, neu os ydych chi eisiau siarad, mae rhywun ar \
      gael nawr:
      """)

  private static let talk = ForReader(
    young: "Cei di siarad â rhywun nawr:",
    others: "Os oes angen help neu siarad, mae rhywun ar gael nawr:")
}
