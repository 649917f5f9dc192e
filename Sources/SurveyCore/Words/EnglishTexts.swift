extension English {
  static let texts = Words.Texts(
    invitation: ForReader(
      young: """
        {authority}: can we ask what it is like for you? About {number} texts, at your normal \
        cost. Nobody reads them right now. In danger call 999. Childline 0800 1111. \
        Reply 1 to start, STOP to end.
        """,
      child: """
        {authority}: may we ask what you think? About {number} texts, at your normal cost. \
        Not read 24/7. In danger call 999. Childline 0800 1111. Reply 1 to start, STOP to end.
        """,
      adult: """
        {authority}: may we ask what you think? About {number} texts, at your normal cost. \
        Not read 24/7. In danger call 999. To talk: {phone}. Reply 1 to start, STOP to end.
        """),
    stillInvited: """
      {authority}: we would still like to ask what you think. Not read 24/7. In danger call 999. \
      Reply 1 to start, STOP to end.
      """,
    about: ForReader(
      young: """
        {readers} will read this, but not right now. If someone is hurting you, we will tell a \
        grown-up who keeps children safe, and keep your number for that. If not, it is deleted. \
        Reply with a number. SKIP leaves one out, BACK goes back, HELP, STOP.
        """,
      others: """
        {readers} will read this, but not right away. Your number is kept apart, then deleted. \
        If someone could be badly hurt, we must tell people who keep others safe, and keep your \
        number until that is settled. Reply with a number. SKIP leaves one out, BACK goes back, \
        HELP, STOP.
        """),
    safe: ForReader(
      young: """
        Thank you. We have got your text. Nobody is reading right now. If you are in danger call \
        999. To talk to someone now, day or night: Childline 0800 1111. It is free. \
        START goes on, STOP ends.
        """,
      child: """
        Thank you. We have your text. Nobody is reading right now. In danger call 999. To talk \
        to someone now, day or night, free: Childline 0800 1111. START goes on, STOP ends.
        """,
      adult: """
        Thank you. We have your text. Nobody is reading right now. In danger call 999. To talk \
        to someone: {phone}. START goes on, STOP ends.
        """),
    help: ForReader(
      young: """
        This is {authority}, asking what you think. Nobody reads it right now. In danger call \
        999. To talk: Childline 0800 1111, free. Our phone: {phone}. START goes on, STOP ends. \
        Not for you? Reply WRONG.
        """,
      others: """
        This is {authority}, asking what you think. Nobody is reading right now. In danger call \
        999. Childline 0800 1111, free. Our phone: {phone}. START goes on, STOP ends. \
        Not for you? Reply WRONG.
        """),
    thanks: ForReader(
      young: """
        Thank you. We have kept what you said: {readers} will read it, but not right now. To \
        talk to someone now: Childline 0800 1111, free. You can delete these texts.
        """,
      child: """
        Thank you. Your answers are safe with us: {readers} will read them, but not right now. \
        To talk to someone now: Childline 0800 1111, free. You can delete these texts.
        """,
      adult: """
        Thank you. Your answers are safe with us: {readers} will read them, but not right now. \
        In danger call 999. To talk: {phone}. You can delete these texts.
        """),
    stopped: "We have stopped. You will get no more texts from us. START begins again.",
    declined: "That is fine. If you change your mind, reply START. For no more texts reply STOP.",
    wrongNumber: "Thank you for telling us. We will not text this number again.",
    unknown: """
      This number is used by {authority} to ask what people think. Nobody is reading right now. \
      In danger call 999. Childline 0800 1111, free. For no texts reply STOP.
      """,
    closed: """
      Thank you. This survey has closed. We have kept what you texted. Nobody is reading right \
      now. In danger call 999. To talk: {phone}.
      """,
    reminder: "This is still here if you want it. Reply when you like. STOP ends it.",
    movedOn: "That is fine, here is the next one.",
    languages: "Reply with a language:",
    several: "Reply with all that fit, like 1 3. None: 0.",
    ownWords: "Reply in your own words. Not read right away.",
    scale: "Reply with a number from 1 to {total}.",
    begin: "Reply 1 to start, or STOP and we will not text again.",
    pick: "Reply with one number from 1 to {total}, or SKIP.",
    pickShort: "Just a number, 1 to {total}. Or SKIP.",
    pickSeveral: "Reply with numbers from 1 to {total}, like 1 3. None: 0. Or SKIP.",
    pickSeveralShort: "Just numbers, 1 to {total}. Or SKIP.",
    write: "Reply in your own words, or SKIP.",
    tooLong: """
      That was longer than one answer can be. We have kept it all. Say it shorter, or SKIP.
      """)
}
