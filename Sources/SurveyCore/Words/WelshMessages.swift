extension Welsh {
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
        Gadawyd y dudalen, aeth yr ymweliad ymlaen yn rhywle arall, neu ni chafodd dim ei ateb yma \
        am 20 awr. I’w cadw’n ddiogel, nid yw’r atebion ar y dudalen hon mwyach.
        """,
        "I ateb, agora dy ddolen eto.",
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
      ]))
}
