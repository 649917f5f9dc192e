extension Welsh {
  static let kiosk = Words.Kiosk(
    touch: "Cyffwrdd â’r sgrin, neu bwyso Enter",
    youSaid: "Dywedoch chi",
    weDid: "Gwnaethon ni",
    whichSurvey: "Am beth hoffet ti ddweud wrthon ni?",
    nobodyReads: "Does neb yn darllen beth ddywedir ar hyn o bryd.",
    leave: ForReader(
      young: "Cyffwrdda â Gadael ar y top, neu bwysa’r fysell Esc.",
      child: """
        Cyffwrdda â Gadael ar y top, neu bwysa’r fysell Esc. \
        Mae’r sgrin yn mynd yn ôl i’r dudalen gyntaf ar unwaith.
        """,
      adult: """
        Cyffyrddwch â Gadael ar y top, neu bwyswch y fysell Esc. \
        Mae’r sgrin yn mynd yn ôl i’r dudalen gyntaf ar unwaith.
        """),
    leaveSafely: """
      Mae cyffwrdd â Gadael ar y top, neu bwyso’r fysell Esc, yn mynd â’r sgrin yn ôl i’r dudalen \
      gyntaf ar unwaith. Fydd neb arall yn gallu gweld yr atebion.
      """,
    more: "Mwy",
    before: "Cynt",
    close: "Cau",
    keys: Words.Keys(move: "symud", press: "dewis", answer: "ateb"),
    typing: Words.Typing(
      space: "Bwlch", delete: "Dileu", letters: "abc", capitals: "ABC", numbers: "123"),
    idle: Words.Idle(
      title: "Wyt ti yno o hyd?",
      words: "Cyffwrdda â’r sgrin. Fel arall, caiff y dudalen ei chlirio ymhen {number} eiliad.",
      stay: "Ydw, dw i yma"),
    kept: ForReader(
      young: "Mae dy atebion gyda ni. Maen nhw’n ddiogel.",
      others: "Mae’r atebion gyda ni. Maen nhw wedi’u cadw’n ddiogel."),
    keptOffline: ForReader(
      "Mae’r atebion wedi’u cadw. Byddan nhw’n cael eu hanfon pan ddaw’r rhyngrwyd yn ôl."),
    goAway: "Dyna’r cyfan. Mae’r sgrin yn mynd yn ôl i’r dudalen gyntaf ohoni’i hun.",
    setUp: Words.Message(
      title: "Mae’r sgrin yn cael ei pharatoi", words: ["Dewch yn ôl yn nes ymlaen."]),
    nothing: Words.Message(
      title: "Does dim yn cael ei ofyn yma ar hyn o bryd",
      words: ["Os oes rhywbeth i’w ddweud, mae’n iawn siarad â rhywun sy’n gweithio yma."]),
    full: Words.Message(
      title: "Mae’r sgrin yn gorffwys",
      words: [
        "Does dim lle i gadw rhagor o atebion nawr. Does dim o’r hen atebion wedi’u colli.",
        "Dywedwch wrth rywun sy’n gweithio yma, neu dewch yn ôl yn nes ymlaen.",
      ]),
    tooSmall: "Mae angen ffenestr fwy.",
    plain: Words.Plain(
      number: "Teipio rhif yr ateb a phwyso Enter.",
      several: "Teipio rhifau’r atebion a phwyso Enter. Teipio 0 am ddim un.",
      write: "Teipio’r ateb a phwyso Enter.",
      enter: "Pwyso Enter i fynd ymlaen.",
      chosen: "Dewiswyd:",
      press: "Teipio {name} am:",
      notThere: "Nid yw hwnna’n un o’r dewisiadau."),
    staff: Words.Staff(
      title: "I staff",
      pin: "Teipiwch y chwe digid",
      wrong: Counted("Anghywir. Cynigion ar ôl: {number}"),
      locked: Counted("Gormod o gynigion anghywir. Eiliadau i aros: {number}"),
      place: "Lle",
      waiting: "Yn aros i’w hanfon",
      setAside: "Wedi’u neilltuo",
      lastSent: "Anfonwyd ddiwethaf",
      never: "Dim ers y dechrau",
      online: "Cyrraedd y gweinydd",
      yes: "Ydy",
      no: "Nac ydy",
      version: "Fersiwn",
      free: "Lle gwag",
      stop: "Stopio’r ciosg"))
}
